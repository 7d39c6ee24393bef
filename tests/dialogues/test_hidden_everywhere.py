"""What is hidden is hidden in every place: each first shows the words, and then no more, to anybody but the team and the writer."""

import pytest
from django.urls import reverse

from dialogues import actions, tasks
from dialogues.models import Conclusion, Contribution, Dialogue, Edition, Outcome
from documents import pdf
from events.models import Event
from notifications.models import Mail, Notice
from tests import make

WORDS, NAME, ANSWER = "Mijn buurman is een rat.", "Rattenvanger", "Over ratten beslissen wij niet."
PLACES = {
    "dialogue": ("dialogues:show_dialogue", []),
    "thread": ("golden_thread:follow_contribution", [1]),
    "threads": ("golden_thread:show_threads", []),
    "report": ("dialogues:show_conclusion", []),
    "request": ("calls:show_call", []),
    "clause": ("calls:show_clause", None),
    "where from": ("golden_thread:where_from", None),
    "tender": ("portal:show_tender", []),
}


@pytest.fixture
def said(cast):
    """A contribution on every page: answered, in a finding, a source of a clause of a request, in a report."""
    from tests.stages import things

    made = things(cast, "2")
    tender = made["tender"]
    said = made["contribution"]
    Contribution.objects.filter(pk=said.pk).update(text=WORDS, shown_name=NAME, original_text=WORDS, original_language="Fries")
    said.response.reason = ANSWER
    said.response.save()
    Conclusion.objects.filter(tender=tender).update(reopened_at=None)
    Contribution.objects.filter(merged_into=said).update(merged_into=None)
    said.refresh_from_db()
    said.finding, said.clause = made["finding"], made["clause"]
    return said


def pages(client, said) -> dict[str, str]:
    own = {
        "clause": [said.clause.number],
        "where from": ["onderdeel", said.clause.number],
    }
    slug = said.tender.slug
    found = {
        name: client.get(reverse(url, args=[slug, *(own[name] if args is None else args)])) for name, (url, args) in PLACES.items()
    }
    found["finding"] = client.get(reverse("dialogues:show_finding", args=[slug, said.finding.public_id]))
    found["home"] = client.get("/")
    assert {name: page.status_code for name, page in found.items()} == dict.fromkeys(found, 200)
    return {name: page.content.decode() for name, page in found.items()}


def test_a_visitor_and_a_rival_read_it_nowhere_any_more(cast, client_of, said):
    before = pages(client_of(cast.visitor), said)
    shown = {name for name, html in before.items() if WORDS in html}
    assert {"dialogue", "thread", "threads", "report", "finding", "clause", "where from"} <= shown
    ground = Dialogue.objects.get(tender=said.tender).grounds.first()
    actions.hide_contribution(contribution=said, by=cast.officer, ground=ground, explanation="Wij schelden niet.")
    for person in (cast.visitor, cast.rival, cast.neighbour, cast.council_member):
        for name, html in pages(client_of(person), said).items():
            assert (WORDS in html, NAME in html, ANSWER in html) == (False, False, False), (person, name)


def test_who_went_along_with_it_keeps_the_answer_to_both(cast, client_of, said):
    other = make.contribution(said.tender, text="Ik zie ook ratten.")
    make.merging(cast, other, said)
    ground = Dialogue.objects.get(tender=said.tender).grounds.first()
    actions.hide_contribution(contribution=said, by=cast.officer, ground=ground, explanation="Wij schelden niet.")
    html = client_of(cast.visitor).get(other.get_absolute_url()).content.decode()
    assert (ANSWER in html, WORDS in html) == (True, False)


def test_its_writer_and_the_team_read_it_on_its_own_page_and_in_no_list(cast, client_of, said):
    make.hiding(cast, said)
    for person in (cast.resident, cast.officer):
        read = {name for name, html in pages(client_of(person), said).items() if WORDS in html}
        assert read == {"thread"}, person


def test_the_team_links_it_to_no_clause(cast, client_of, said):
    said.clause.sources.all().delete()
    choose = reverse("calls:choose_source", args=[said.tender.slug, said.clause.number])
    assert WORDS in client_of(cast.officer).get(choose).content.decode()
    make.hiding(cast, said)
    assert WORDS not in client_of(cast.officer).get(choose).content.decode()
    link = reverse("calls:link_source", args=[said.tender.slug, said.clause.number, said.number])
    assert client_of(cast.officer).get(link).status_code == 404


def test_the_lists_of_the_team_and_what_it_can_choose_from_hide_it_too(cast, client_of, said):
    slug, client = said.tender.slug, client_of(cast.officer)
    other = make.finding(cast, said.tender, [make.contribution(said.tender)])
    addresses = (
        reverse("dialogues:list_contributions", args=[slug]) + "?staat=alle",
        reverse("dialogues:make_finding", args=[slug]) + f"?inbreng={said.number}",
        reverse("dialogues:add_to_finding", args=[slug, other.public_id]),
    )
    assert [WORDS in client.get(one).content.decode() for one in addresses] == [True, True, True]
    make.hiding(cast, said)
    assert [WORDS in client.get(one).content.decode() for one in addresses] == [False, False, False]


def test_a_kept_page_and_an_etag_give_nothing_away(cast, client_of, said):
    client, address = client_of(cast.visitor), reverse("dialogues:show_dialogue", args=[said.tender.slug])
    tag = client.get(address).headers["ETag"]
    assert client.get(address, headers={"If-None-Match": tag}).status_code == 304
    ground = Dialogue.objects.get(tender=said.tender).grounds.first()
    actions.hide_contribution(contribution=said, by=cast.officer, ground=ground, explanation="Wij schelden niet.")
    again = client.get(address, headers={"If-None-Match": tag})
    assert (again.status_code, WORDS in again.content.decode()) == (200, False)


def test_no_count_holds_it(cast, client_of, said):
    client = client_of(cast.visitor)
    dialogue, threads = (reverse(one, args=[said.tender.slug]) for one in ("dialogues:show_dialogue", "golden_thread:show_threads"))
    counts, answered = client.get(dialogue).context["counts"].total, client.get(threads).context["answered"]
    tender = dict(client.get(said.tender.get_absolute_url()).context["outcomes"])
    make.hiding(cast, said)
    Event.objects.create(name="x", at=said.entered_at, thing_kind="x", thing_id=1, data={}, is_public=True)
    assert client.get(dialogue).context["counts"].total == counts - 1
    assert client.get(threads).context["answered"] == answered - 1
    now = dict(client.get(said.tender.get_absolute_url()).context["outcomes"])
    assert sum(now.values()) == sum(tender.values()) - 1


def test_no_mail_and_no_notice_holds_its_words(cast, commit, said):
    ground = Dialogue.objects.get(tender=said.tender).grounds.first()
    with commit():
        actions.hide_contribution(contribution=said, by=cast.officer, ground=ground, explanation="Wij schelden niet.")
    assert [(notice.person, notice.title) for notice in Notice.objects.all()] == [(cast.resident, "Uw inbreng is verborgen")]
    told = " ".join(f"{mail.subject} {mail.text} {mail.html}" for mail in Mail.objects.all())
    assert ("Uw inbreng is verborgen" in told, WORDS in told, ground.text in told) == (True, False, False)


def test_the_report_gets_a_new_edition_without_it_and_the_old_pdf_is_handed_out_no_more(cast, client_of, monkeypatch):
    monkeypatch.setattr(pdf, "make_pdf", lambda template, context, language: (str(context["report"]).encode(), 1))
    tender = make.tender(cast)
    dialogue = make.dialogue(tender)
    said = make.contribution(tender, text=WORDS)
    make.response(cast, said, outcome=Outcome.NOT)
    actions.close_dialogue(dialogue=dialogue, by=cast.officer)
    actions.conclude_dialogue(dialogue=dialogue, by=cast.officer, ending="request", reason="Wij gaan door.")
    client, address = client_of(cast.visitor), reverse("dialogues:download_conclusion", args=[tender.slug])
    tasks.render_report(Event.objects.get(name="dialogues.dialogue_concluded").pk)
    assert WORDS.encode() in b"".join(client.get(address).streaming_content)
    actions.hide_contribution(contribution=said, by=cast.officer, ground=dialogue.grounds.first(), explanation="Wij schelden niet.")
    assert client.get(address).status_code == 404  # being made
    tasks.render_report(Event.objects.get(name="dialogues.report_renewed").pk)
    content = b"".join(client.get(address).streaming_content)
    assert (WORDS.encode() in content, b"Het kwetst iemand" in content) == (False, True)
    first, second = Edition.objects.order_by("number")
    assert (first.document.file_sha256 != second.document.file_sha256, len(first.content_sha256)) == (True, 64)
