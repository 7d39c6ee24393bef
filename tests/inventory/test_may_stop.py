"""What may stop: who does the work now hears it with date and proof, says what that costs, and the sum goes into the request."""

import datetime as dt

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import override

from calls.freezing import freeze
from calls.models import Call
from calls.printed import Printed
from events import clock
from events.models import Event
from inventory import actions, tasks
from inventory.conditions import incumbents_told
from inventory.models import Friction, LineKind, MayStop, Told
from inventory.transition import transition_of
from notifications.audience import incumbent
from notifications.models import Mail, Notice
from tenders.models import Tender
from tenders.refusal import Changed, Refused
from tenders.steps import Step
from tests import make


@pytest.fixture
def tender(cast):
    return make.tender(cast)


def url(page: str, row) -> str:
    return reverse(f"inventory:{page}", args=[row.tender.slug, row.public_id])


def proof(content=None) -> SimpleUploadedFile:
    return SimpleUploadedFile("brief.pdf", make.PDF if content is None else content)


def test_an_officer_ties_a_contract_to_the_tender_and_nobody_else_sees_it_before_it_is_told(cast, client_of, tender):
    line, client = make.running(cast), client_of(cast.officer)
    form = {"line": line.pk, "stops_on": (clock.today() + dt.timedelta(days=300)).isoformat(), "reason": "Wij vragen het de buurt."}
    assert client.post(reverse("inventory:say_may_stop", args=[tender.slug]), form).status_code == 302
    row = MayStop.objects.get()
    seen = {name: client_of(person).get(url("show_may_stop", row)).status_code for name, person in cast.people().items()}
    assert {name for name, status in seen.items() if status == 200} == {"officer", "buyer"}
    assert seen["entrepreneur"] == 404
    assert "kan stoppen" not in client_of(cast.visitor).get(line.get_absolute_url()).content.decode()


def test_a_party_with_an_account_is_told_by_message_mail_and_a_letter_with_a_fingerprint(cast, client_of, tender, commit):
    row = make.may_stop(cast, tender, told=False)
    with commit():
        client_of(cast.officer).post(url("tell_incumbent", row), {"how": "here"})
    row.refresh_from_db()
    assert (row.told_on, row.told_how, row.told_by) == (clock.today(), Told.HERE, cast.officer)
    assert (row.letter.file != "", len(row.letter.content_sha256)) == (True, 64)
    assert list(incumbent(Event.objects.get(name="inventory.incumbent_told"))) == [cast.entrepreneur]
    assert [notice.url for notice in Notice.objects.filter(person=cast.entrepreneur)] == [url("show_may_stop", row)]
    assert Mail.objects.filter(to=cast.entrepreneur.email).count() == 1
    party = client_of(cast.entrepreneur)
    assert party.get(url("download_telling", row))["Content-Type"] == "application/pdf"
    party.post(url("confirm_read", row))
    row.refresh_from_db()
    assert (row.read_by, row.read_at is not None) == (cast.entrepreneur, True)
    assert "Samira Ondernemer" in client_of(cast.officer).get(url("show_may_stop", row)).content.decode()


def test_the_letter_says_until_when_the_term_runs_and_where_to_answer(cast, tender):
    row = actions.tell_incumbent(may_stop=make.may_stop(cast, tender, told=False), by=cast.officer, how=Told.HERE)
    row.refresh_from_db()
    assert row.letter_content["term_ends_on"] == row.term_ends_on.isoformat()
    with override("nl"):
        letter = render_to_string(
            "documents/may_stop.html", {"letter": row.letter_content, "document": row.letter, "sha": "0" * 64}
        )
    assert f"Log in op {settings.SITE_ADDRESS.split('://')[-1]}" in letter


def test_the_letter_is_made_once(cast, tender):
    row = actions.tell_incumbent(may_stop=make.may_stop(cast, tender, told=False), by=cast.officer, how=Told.HERE)
    event = Event.objects.get(name="inventory.incumbent_told")
    tasks.render_letter(event.pk)
    first = MayStop.objects.get(pk=row.pk).letter.file_sha256
    tasks.render_letter(event.pk)
    assert MayStop.objects.get(pk=row.pk).letter.file_sha256 == first != ""


def test_a_party_without_an_account_is_told_in_another_way_with_the_proof(cast, client_of, tender):
    row = make.may_stop(cast, tender, make.running(cast, party=None, party_name="Harmonie"), told=False)
    client = client_of(cast.officer)
    assert "here" not in dict(client.get(url("tell_incumbent", row)).context["form"].fields["how"].choices)
    day = (clock.today() - dt.timedelta(days=3)).isoformat()
    assert list(client.post(url("tell_incumbent", row), {"how": "letter", "told_on": day}).context["form"].errors) == ["proof"]
    late = (clock.today() + dt.timedelta(days=3)).isoformat()
    answer = client.post(url("tell_incumbent", row), {"how": "letter", "told_on": late, "proof": proof()})
    assert list(answer.context["form"].errors) == ["told_on"]
    answer = client.post(url("tell_incumbent", row), {"how": "letter", "told_on": day, "proof": proof(b"iets")})
    assert list(answer.context["form"].errors) == ["proof"]
    assert client.post(url("tell_incumbent", row), {"how": "letter", "told_on": day, "proof": proof()}).status_code == 302
    row.refresh_from_db()
    assert (row.told_on.isoformat(), row.proof.original_name) == (day, "brief.pdf")
    with pytest.raises(Refused):
        actions.tell_incumbent(
            may_stop=make.may_stop(cast, tender, row.line, told=False, taken_back_at=clock.now(), taken_back_because="x"),
            by=cast.officer,
            how=Told.HERE,
        )


def test_telling_twice_is_refused_and_the_first_day_stays(cast, tender):
    row = make.may_stop(cast, tender)
    with pytest.raises(Changed):
        actions.tell_incumbent(may_stop=row, by=cast.buyer, how=Told.HERE)


def test_nothing_counts_as_told_without_proof(cast, tender):
    row = make.may_stop(cast, tender, told=False)
    with pytest.raises(IntegrityError), transaction.atomic():
        MayStop.objects.filter(pk=row.pk).update(told_on=clock.today(), told_how="letter", told_by=cast.officer)


def test_the_notice_term_counts_from_the_day_on_which_it_was_told(cast, tender):
    row = make.may_stop(cast, tender, make.running(cast, notice_months=6), stops_in=100)
    assert (row.term_ends_on > row.stops_on, row.is_too_soon) == (True, True)
    assert make.may_stop(cast, tender, make.running(cast, notice_months=1), stops_in=100).is_too_soon is False
    assert make.may_stop(cast, tender, make.running(cast, notice_months=6), told=False).term_ends_on is None


def test_a_party_reads_that_it_may_count_on_its_term_and_the_team_to_choose_a_later_day(cast, client_of, tender):
    row = make.may_stop(cast, tender, make.running(cast, notice_months=6), stops_in=100)

    def reads(person) -> list[bool]:
        page = client_of(person).get(url("show_may_stop", row)).content.decode()
        return [words in page for words in ("Tot dan kunt u erop rekenen.", "kies een latere dag")]

    assert (reads(cast.entrepreneur), reads(cast.officer)) == ([True, False], [False, True])


@pytest.mark.parametrize("public", [True, False])
def test_the_form_to_take_it_back_says_who_reads_the_reason(cast, client_of, tender, public):
    Tender.objects.filter(pk=tender.pk).update(published_at=clock.now() if public else None)
    page = client_of(cast.officer).get(url("take_back", make.may_stop(cast, tender))).content.decode()
    assert [words in page for words in ("Iedereen kan het lezen.", "Het traject is nog niet openbaar.")] == [public, not public]


def test_a_subsidy_of_three_years_asks_a_reasonable_term(cast, tender, client_of):
    long = make.running(cast, kind=LineKind.SUBSIDY, begins_on=clock.today() - dt.timedelta(days=900))
    row = make.may_stop(cast, tender, long, stops_in=300)
    assert (row.asks_reasonable_term, make.may_stop(cast, tender, make.running(cast)).asks_reasonable_term) == (True, False)
    assert "artikel 4:51" in client_of(cast.entrepreneur).get(url("show_may_stop", row)).content.decode()


def test_the_party_says_on_one_page_what_stopping_asks_and_the_team_reads_it(cast, client_of, tender):
    row = make.may_stop(cast, tender)
    client = client_of(cast.entrepreneur)
    assert "Zeg wat stoppen van u vraagt" in client.get("/mijn/").content.decode()
    form = {"staff_costs": "142.000", "staff": 9, "volunteers": 24, "clients": 310, "needs": "Zeg het ruim vooraf.", "version": 0}
    assert client.post(url("file_friction", row), form).status_code == 302
    assert (Friction.objects.get().costs, Friction.objects.get().version) == (14_200_000, 1)
    assert "Zeg wat stoppen van u vraagt" not in client.get("/mijn/").content.decode()
    page = client_of(cast.officer).get(url("show_may_stop", row)).content.decode()
    assert all(words in page for words in ("142.000", "Zeg het ruim vooraf."))
    for person in (cast.rival, cast.resident, cast.visitor, cast.guide, cast.council_member):
        assert client_of(person).get(url("show_may_stop", row)).status_code == 404


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"staff_costs": "-5"}, "staff_costs"),
        ({"staff": "-1"}, "staff"),
        ({"staff": ""}, "staff"),
        ({"clients": "x"}, "clients"),
        ({"more_months": "12"}, "costs_then"),
        ({"costs_then": "500"}, "more_months"),
        ({"more_months": "0", "costs_then": "500"}, "more_months"),
        ({"more_months": "121", "costs_then": "500"}, "more_months"),
        ({"more_months": "12", "costs_then": "veel"}, "costs_then"),
    ],
)
def test_wrong_numbers_are_told_beside_the_field(cast, client_of, tender, wrong, field):
    row = make.may_stop(cast, tender)
    form = {"staff": 9, "volunteers": 0, "clients": 1, "needs": "Tijd.", "version": 0} | wrong
    answer = client_of(cast.entrepreneur).post(url("file_friction", row), form)
    assert (list(answer.context["form"].errors), "Tijd." in answer.content.decode()) == ([field], True)


def test_two_colleagues_do_not_overwrite_each_other(cast, tender):
    row = make.may_stop(cast, tender)
    values = {"staff": 1, "volunteers": 0, "clients": 0}
    actions.file_friction(may_stop=row, by=cast.entrepreneur, version=0, **values)
    with pytest.raises(Changed):
        actions.file_friction(may_stop=row, by=cast.entrepreneur, version=0, **values)


def test_what_is_taken_back_stays_to_be_read_and_asks_nothing_more(cast, client_of, tender):
    row = make.may_stop(cast, tender)
    client_of(cast.officer).post(url("take_back", row), {"reason": "Het groen blijft erbuiten."})
    party = client_of(cast.entrepreneur)
    assert "Het groen blijft erbuiten." in party.get(url("show_may_stop", row)).content.decode()
    assert party.get(url("file_friction", row)).status_code == 403
    assert transition_of(tender) == {}
    with pytest.raises(Refused):
        actions.file_friction(may_stop=row, by=cast.entrepreneur, version=0, staff=1)


def test_the_sum_is_frozen_with_the_request_and_shown_with_it(cast, client_of):
    tender = make.tender(cast, step=Step.REQUEST)
    make.friction(cast, make.may_stop(cast, tender, make.running(cast, title="Groen")), may_be_shown=True)
    make.call(cast, tender)
    version = freeze(Call.objects.select_related("tender__municipality").get(tender=tender), by=cast.officer)
    assert Printed(version).transition["sum"]["costs"] == 1_000_000
    Friction.objects.update(staff_costs=5)
    assert version.content["transition"]["stops"][0]["title"] == "Groen"
    page = client_of(cast.officer).get(reverse("calls:show_version", args=[tender.slug, version.number])).content.decode()
    assert all(words in page.replace("\xa0", " ") for words in ("Wie het werk nu doet, en wat kan stoppen", "€ 10.000"))


def test_a_request_without_anything_that_stops_says_nothing_of_it(cast):
    tender = make.tender(cast, step=Step.REQUEST)
    make.call(cast, tender)
    version = freeze(Call.objects.select_related("tender__municipality").get(tender=tender), by=cast.officer)
    assert ("transition" in version.content, Printed(version).transition) == (False, {})


def test_a_request_is_published_only_when_everybody_was_told(cast, tender):
    assert incumbents_told(tender) is True
    row = make.may_stop(cast, tender, told=False)
    assert incumbents_told(tender) is False
    actions.tell_incumbent(may_stop=row, by=cast.officer, how=Told.HERE)
    assert incumbents_told(tender) is True


def test_the_public_page_of_the_tender_says_what_may_stop_once_it_was_told(cast, client_of, tender):
    make.may_stop(cast, tender, make.running(cast, title="Groen in Horn"))
    make.may_stop(cast, tender, make.running(cast, title="Nog niet gemeld"), told=False)
    page = client_of(cast.visitor).get(tender.get_absolute_url()).content.decode()
    assert ("Groen in Horn" in page, "Nog niet gemeld" in page) == (True, False)


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_costs_the_same_with_more(cast, client_of, statements, tender, count):
    for _one in range(count):
        make.friction(cast, make.may_stop(cast, tender))
    client = client_of(cast.officer)
    with statements() as sent:
        client.get(reverse("inventory:list_may_stop", args=[tender.slug]))
    assert len(sent) <= 10


@pytest.mark.parametrize("wrong", ["ended", "other place", "task", "twice", "past"])
def test_only_a_running_contract_of_the_own_municipality_can_stop_once(cast, tender, wrong):
    line = make.running(cast, **({"municipality": cast.other_municipality} if wrong == "other place" else {}))
    if wrong == "ended":
        actions.end_line(line=line, by=cast.officer, reason="Weg.")
        line.refresh_from_db()
    if wrong == "task":
        line = make.line(cast)
    if wrong == "twice":
        make.may_stop(cast, tender, line)
    day = clock.today() + dt.timedelta(days=-1 if wrong == "past" else 100)
    with pytest.raises(Refused) as refused:
        actions.say_may_stop(tender=tender, by=cast.officer, line=line, reason="Omdat.", stops_on=day)
    assert list(refused.value.message_dict) == ["stops_on" if wrong == "past" else "line"]
