"""Preparing and publishing: frozen with the procedure in it, unreadable until one moment, once; page and PDF say the same."""

import datetime as dt
import io

import pikepdf
import pytest
from django.urls import reverse

from calls import actions
from calls.conditions import procedure
from calls.models import CallVersion, Milestone, MilestoneKind
from calls.standing import standing_of
from calls.tasks import render_call, render_choice_memo
from documents.fingerprint import fingerprint
from documents.models import Document
from events.models import Event
from inventory.actions import file_friction
from tenders import lifecycle
from tenders.models import Tender
from tenders.refusal import GateClosed, Refused
from tenders.routes import Route
from tenders.steps import Step
from tests import make

pytestmark = pytest.mark.whole


@pytest.fixture
def tender(cast):
    """Adopted, chosen, signed, with a timetable: ready to be prepared."""
    tender = make.tender(cast, step=Step.PROCEDURE, lots=2)
    make.adopted_call(cast, tender)
    make.choice(cast, tender, signed=True)
    make.timetable(tender)
    return tender


def prepare(cast, tender, commit) -> CallVersion:
    with commit():
        version = actions.prepare_publication(tender=tender, by=cast.officer)
    version.refresh_from_db()
    return version


def now(tender) -> Tender:
    return Tender.objects.get(pk=tender.pk)


# Preparing


def test_the_prepared_version_holds_procedure_and_timetable_under_its_fingerprint(cast, tender, commit):
    version = prepare(cast, tender, commit)
    kept = version.content["procedure"]
    assert (version.number, version.for_bids, version.published_at) == (2, True, None)
    assert (kept["route"], kept["track"], kept["anchor"], kept["choice"]) == (
        "subsidy_tender",
        "subsidy",
        "Awb 4:25 tot en met 4:27",
        1,
    )
    assert [row["kind"] for row in kept["timetable"]] == [
        "1_questions",
        "2_answers",
        "3_closing",
        "4_opening",
        "5_decision",
        "6_term",
        "7_start",
    ]
    assert version.content_sha256 == fingerprint(version.content)
    assert (version.document.content_sha256, bool(version.document.file)) == (version.content_sha256, True)


def test_preparing_twice_makes_one_version(cast, tender, commit):
    assert prepare(cast, tender, commit) == prepare(cast, tender, commit)
    assert CallVersion.objects.filter(tender=tender, for_bids=True).count() == 1


def test_another_timetable_asks_a_new_version(cast, tender, commit):
    first = prepare(cast, tender, commit)
    assert standing_of(now(tender)).prepared == first
    start = Milestone.objects.get(call__tender=tender, kind=MilestoneKind.START)
    start.at += dt.timedelta(days=7)
    start.save()
    assert standing_of(now(tender)).prepared is None
    assert prepare(cast, tender, commit).number == first.number + 1


def test_what_a_party_says_that_stopping_asks_after_it_was_prepared_asks_a_new_version(cast, tender, commit):
    row = make.may_stop(cast, tender)
    first = prepare(cast, tender, commit)
    said = {"version": 0, "staff": 9, "may_be_shown": True}
    file_friction(may_stop=row, by=cast.entrepreneur, **said)
    with pytest.raises(GateClosed):
        actions.publish_call(tender=now(tender), by=cast.officer)
    again = prepare(cast, now(tender), commit)
    assert (again.number, again.content["transition"]["sum"]["staff"]) == (first.number + 1, 9)
    assert actions.publish_call(tender=now(tender), by=cast.officer) == again


def unsign(tender) -> None:
    Tender.objects.filter(pk=tender.pk).update(route_is_final=False)


def forget_the_closing_date(tender) -> None:
    Milestone.objects.filter(call__tender=tender, kind=MilestoneKind.CLOSING).delete()


@pytest.mark.parametrize(
    "spoil, fact", [(unsign, procedure.choice_signed), (forget_the_closing_date, procedure.timetable_complete)]
)
def test_nothing_is_frozen_before_it_is_decided(cast, tender, spoil, fact):
    spoil(tender)
    with pytest.raises(Refused) as refusal:
        actions.prepare_publication(tender=tender, by=cast.officer)
    assert str(fact.sentence) in refusal.value.messages
    assert CallVersion.objects.filter(for_bids=True).count() == 0


# Publishing


def test_publishing_only_sets_a_time_for_page_and_pdf_at_once(cast, tender, commit):
    prepared = prepare(cast, tender, commit)
    before = {f.name: getattr(prepared, f.name) for f in CallVersion._meta.concrete_fields if f.name != "published_at"}
    files = list(Document.objects.values_list("file", "rendered_at"))
    published = actions.publish_call(tender=tender, by=cast.officer)
    published = CallVersion.objects.get(pk=published.pk)
    assert {f.name: getattr(published, f.name) for f in CallVersion._meta.concrete_fields if f.name != "published_at"} == before
    assert published.published_at is not None
    assert list(Document.objects.values_list("file", "rendered_at")) == files


def test_publishing_twice_changes_nothing_and_tells_once(cast, tender, commit):
    prepare(cast, tender, commit)
    first = actions.publish_call(tender=tender, by=cast.officer)
    again = actions.publish_call(tender=tender, by=cast.buyer)
    assert (again.pk, again.published_at) == (first.pk, CallVersion.objects.get(pk=first.pk).published_at)
    assert [(e.is_public, e.thing_id) for e in Event.objects.filter(name="calls.call_published")] == [(True, first.pk)]


def test_the_gate_of_publication_names_what_is_missing(cast):
    tender = make.tender(cast, step=Step.PROCEDURE, published=False)
    with pytest.raises(GateClosed) as refusal:
        actions.publish_call(tender=tender, by=cast.officer)
    assert [item.url for item in refusal.value.missing] == [
        reverse(name, args=[tender.slug])
        for name in (
            "calls:adopt_call",
            "calls:choose_route",
            "calls:show_procedure",
            "calls:set_timetable",
            "calls:set_timetable",
            "tenders:publish_tender",
            "calls:prepare_publication",
            "calls:publish_call",
        )
    ]


def test_nothing_is_published_while_its_pdf_is_not_there(cast, tender):
    actions.prepare_publication(tender=tender, by=cast.officer)  # the worker is away: nothing follows
    with pytest.raises(GateClosed) as refusal:
        actions.publish_call(tender=tender, by=cast.officer)
    assert refusal.value.messages == [str(procedure.document_made.sentence)]
    assert CallVersion.objects.published().count() == 0


def test_the_step_is_left_after_publication_and_not_before(cast, tender, commit):
    with pytest.raises(GateClosed) as refusal:
        lifecycle.advance(tender, leaving=Step.PROCEDURE, by=cast.officer, reason="Klaar")
    assert refusal.value.messages == [str(procedure.call_published.sentence)]
    prepare(cast, tender, commit)
    actions.publish_call(tender=tender, by=cast.officer)
    lifecycle.advance(tender, leaving=Step.PROCEDURE, by=cast.officer, reason="Klaar")
    assert now(tender).step == Step.SELECTION


@pytest.mark.parametrize("route", [Route.SMALL_GRANT, Route.BUILDING_ONE])
def test_a_direct_route_leaves_the_step_by_a_signed_choice(cast, route):
    tender = make.tender(cast, step=Step.PROCEDURE, route=route)
    with pytest.raises(GateClosed):
        lifecycle.advance(tender, leaving=Step.PROCEDURE, by=cast.officer, reason="Klaar")
    make.choice(cast, tender, signed=True)
    lifecycle.advance(tender, leaving=Step.PROCEDURE, by=cast.officer, reason="Klaar")
    assert now(tender).step == Step.SELECTION


# Who can read what


def pages(tender, version):
    return [reverse(f"calls:{name}", args=[tender.slug, version.number]) for name in ("show_version", "download_version")]


def test_nobody_outside_the_team_reads_a_prepared_version_as_page_or_pdf(cast, tender, commit, client_of):
    version = prepare(cast, tender, commit)
    seen = {
        name: [client_of(person).get(url).status_code for url in pages(tender, version)] for name, person in cast.people().items()
    }
    readers = {name for name, codes in seen.items() if codes == [200, 200]}
    assert readers == {"officer", "buyer"}
    assert {tuple(codes) for name, codes in seen.items() if name not in readers} == {(404, 404)}
    actions.publish_call(tender=tender, by=cast.officer)
    seen = {
        name: [client_of(person).get(url).status_code for url in pages(tender, version)] for name, person in cast.people().items()
    }
    assert {tuple(codes) for codes in seen.values()} == {(200, 200)}


def test_the_lists_of_a_visitor_do_not_name_a_prepared_version(cast, tender, commit, client_of):
    version = prepare(cast, tender, commit)
    assert list(CallVersion.objects.visible_to(cast.visitor)) == []
    page = client_of(cast.visitor).get(reverse("calls:show_procedure", args=[tender.slug])).content.decode()
    assert version.content_sha256[:16] not in page
    assert pages(tender, version)[0] not in page


# The documents


def inspect(document) -> dict:
    """What a reader with a screen reader needs of a PDF."""
    with pikepdf.open(io.BytesIO(document.file.read())) as pdf:
        found = {
            "tagged": bool(pdf.Root.MarkInfo.Marked),
            "lang": str(pdf.Root.Lang),
            "title": str(pdf.docinfo["/Title"]),
            "title shown": bool(pdf.Root.ViewerPreferences.DisplayDocTitle),
            "pdfua": pdf.open_metadata().get("pdfuaid:part"),
            "fonts": {bool(_embedded(font)) for page in pdf.pages for font in page.Resources.get("/Font", {}).values()},
            "scopes": _scopes(pdf.Root.StructTreeRoot),
            "headings": _headings(pdf.Root.StructTreeRoot),
        }
    return found


def _embedded(font) -> bool:
    fonts = font.get("/DescendantFonts", [font])
    return all(any(key in one.FontDescriptor for key in ("/FontFile", "/FontFile2", "/FontFile3")) for one in fonts)


def _walk(element):
    yield element
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary):
            yield from _walk(kid)


def _scopes(tree) -> set[str]:
    found = set()
    for element in _walk(tree):
        if str(element.get("/S", "")) == "/TH":
            found.add(str(element.get("/A", {}).get("/Scope", "none")))
    return found


def _headings(tree) -> set[str]:
    return {str(e.get("/S")) for e in _walk(tree) if str(e.get("/S", "")).startswith("/H")}


def test_the_request_is_a_tagged_pdf_in_dutch_with_its_fingerprint(cast, tender, commit):
    version = prepare(cast, tender, commit)
    found = inspect(version.document)
    assert found | {"scopes": None, "headings": None} == {
        "tagged": True,
        "lang": "nl",
        "title": f"Uitvraag: {tender.title}",
        "title shown": True,
        "pdfua": "1",
        "fonts": {True},
        "scopes": None,
        "headings": None,
    }
    assert found["scopes"] == {"/Column", "/Row"}
    assert found["headings"] == {"/H1", "/H2", "/H3"}
    assert version.document.pages >= 2


def test_the_memo_is_made_when_everybody_signed_and_not_before(cast, commit):
    tender = make.tender(cast, step=Step.PROCEDURE)
    choice = make.choice(cast, tender)
    people = {"policy_officer": cast.officer, "procurement_officer": cast.buyer, "legal_adviser": cast.lawyer}
    for kind in choice.needed:
        choice.refresh_from_db()
        assert choice.memo is None
        with commit():
            actions.sign_choice(tender=tender, by=people[kind], kind=kind, reason="Past.", seen=choice.content_sha256)
    choice.refresh_from_db()
    found = inspect(choice.memo)
    assert (found["tagged"], found["lang"], found["fonts"], found["scopes"]) == (True, "nl", {True}, {"/Column", "/Row"})
    assert choice.memo.content_sha256 == choice.content_sha256
    assert Event.objects.filter(name="calls.memo_rendered", is_public=True).count() == 1


def test_rendering_twice_leaves_one_document(cast, tender, commit):
    version = prepare(cast, tender, commit)
    event = Event.objects.get(name="calls.publication_prepared")
    stamp = (version.document.file_sha256, version.document.rendered_at)
    render_call(event.pk)
    version.document.refresh_from_db()
    assert (version.document.file_sha256, version.document.rendered_at) == stamp


def test_the_memo_task_may_run_before_the_last_signature(cast):
    tender = make.tender(cast, step=Step.PROCEDURE)
    choice = make.choice(cast, tender)
    actions.sign_choice(tender=tender, by=cast.officer, kind=choice.needed[0], reason="Past.", seen=choice.content_sha256)
    render_choice_memo(Event.objects.get(name="calls.choice_signed").pk)
    assert Document.objects.count() == 0
