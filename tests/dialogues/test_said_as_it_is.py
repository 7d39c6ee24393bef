"""Pages say what is true now: of what is over, of what the council adopted, and of what cannot be read."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from dialogues import actions
from dialogues.groups_page import standing_of
from dialogues.models import CouncilOutcome, Dialogue, MeetingKind
from events import clock, log
from events.fields import Words
from portal.changes import recent_changes
from tenders.actions import ask_question
from tests import make
from tests.dialogues.test_search import show, text_of

_THOUSAND = 1000_00


@pytest.fixture
def tender(cast):
    return make.dialogue(make.tender(cast)).tender


def page_of(client, thing) -> str:
    return text_of(client.get(thing.get_absolute_url()))


def test_a_closed_dialogue_says_what_was_open(cast, client_of, tender):
    client = client_of(cast.visitor)
    before = text_of(show(client, tender))
    assert ("Hier zijn wij nog niet uit" in before, "Dit weet u vooraf" in before) == (True, True)
    actions.close_dialogue(dialogue=Dialogue.objects.for_page().get(tender=tender), by=cast.officer)
    after = text_of(show(client, tender))
    found = ("Hier zijn wij nog niet uit" in after, "Hierover ging het gesprek" in after, "Dit wist u vooraf" in after)
    assert found == (False, True, True)
    assert "Lees in het verslag" not in after
    make.conclusion(cast, tender)
    assert "Lees in het verslag wat eruit kwam" in text_of(show(client, tender))


def test_how_many_there_are_is_what_one_pages_through(cast, client_of, tender):
    said = [make.contribution(tender, shown_name="Ria") for _one in range(3)]
    make.hiding(cast, said[0])
    shown = text_of(show(client_of(cast.visitor), tender))
    assert ("3 keer inbreng." in shown, "1 ervan is verborgen." in shown) == (True, True)


def test_a_working_day_that_was_promises_nothing_any_more(cast, client_of, tender):
    past = clock.now() - dt.timedelta(days=2)
    day = make.meeting(tender, kind=MeetingKind.WORKING_DAY, begins_at=past, ends_at=past + dt.timedelta(hours=2), agenda="")
    shown = page_of(client_of(cast.visitor), day)
    found = [
        words in shown for words in ("voordat u komt", "Waarover wij praten", "Er is geen bedrag genoemd", "Het verslag volgt")
    ]
    assert found == [False, False, True, True]


def test_what_the_council_adopted_stands_apart_and_the_amounts_add_up(cast, client_of, tender):
    make.goal(tender, amount=600 * _THOUSAND)
    item = make.budget_item(tender)
    sport, care = make.group(tender), make.group(tender, theme="Zorg")
    whole = make.proposal(cast, sport, amount=100 * _THOUSAND, budget_item=item)
    partly = make.proposal(cast, care, amount=300 * _THOUSAND, title="Samen vervoer.")
    refused = make.proposal(cast, care, amount=90 * _THOUSAND, title="Sluit een zaal.")
    make.proposal(cast, care, amount=50 * _THOUSAND, title="Nog niet besloten.", budget_item=item)
    make.council_decision(cast, whole)
    make.council_decision(cast, partly, outcome=CouncilOutcome.PARTLY, amount=200 * _THOUSAND)
    make.council_decision(cast, refused, outcome=CouncilOutcome.REFUSED)
    standing = standing_of(tender)
    assert (standing.adopted, standing.undecided, standing.sum.total) == (300 * _THOUSAND, 50 * _THOUSAND, 350 * _THOUSAND)
    page = text_of(client_of(cast.visitor).get(reverse("dialogues:list_groups", args=[tender.slug])))
    assert "De raad nam aan</dt><dd>€ 300.000" in page and "Nog te besluiten</dt><dd>€ 50.000" in page
    assert "van € 300.000" in page and "<s>€ 90.000</s>" in page


def test_a_decision_of_the_council_is_among_what_changed_last(cast, tender):
    proposal = make.proposal(cast, make.group(tender))
    given = {"outcome": CouncilOutcome.ADOPTED, "amount": None, "reason": "Goed.", "decided_on": clock.today(), "version": 0}
    actions.record_council_decision(proposal=proposal, by=cast.clerk, **given)
    assert str(recent_changes(tender)[0].sentence) == "De raad besloot over een voorstel van een themagroep."


def test_what_changed_about_a_meeting_leads_to_that_meeting(cast, tender):
    for one in (make.meeting(tender), make.meeting(tender)):
        log.record("dialogues.meeting_planned", by=cast.officer, thing=one, public=True)
        assert recent_changes(tender)[0].url == one.get_absolute_url()
    log.record("dialogues.dialogue_closed", by=cast.officer, thing=one, public=True)
    assert recent_changes(tender)[0].url == reverse("dialogues:show_dialogue", args=[tender.slug])


def test_a_thread_promises_a_message_only_to_whom_it_can_reach(cast, client_of, tender):
    shown = page_of(client_of(cast.visitor), make.contribution(tender, shown_name="Ria"))
    assert "Liet u een e-mailadres achter" in shown and "naam of schuilnaam achterliet" not in shown


def test_questions_that_wait_are_not_none(cast, client_of, tender):
    page = reverse("tenders:list_questions", args=[tender.slug])
    assert "Nog geen vragen" in text_of(client_of(cast.visitor).get(page))
    for text in ("Wanneer begint het?", "Wie betaalt?"):
        ask_question(tender=tender, by=cast.resident, text=text)
    shown = text_of(client_of(cast.visitor).get(page))
    assert ("2 vragen wachten op antwoord" in shown, "Nog geen vragen" in shown, "Wie betaalt?" in shown) == (True, False, False)


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [(sign, "Zoek op een woord.") for sign in ("<b>", "b", "a b c")] + [("a" * 200, "In 0 inbrengen")],
)
def test_what_is_no_word_finds_nothing_and_is_said_short(cast, client_of, tender, asked, sentence):
    make.contribution(tender, text="Een bankje voor buurt en bezoek.", shown_name="Ria")
    answer = show(client_of(cast.visitor), tender, zoek=asked)
    assert [row.number for row in answer.context["page_obj"]] == []
    said = text_of(answer).split('role="status"', 1)[1].split("</p>", 1)[0]
    assert len(said) < 250 and sentence in said


def test_a_tag_around_a_word_finds_the_word_alone(cast, client_of, tender):
    make.contribution(tender, text="Een bankje in de zon.", shown_name="Ria")
    make.contribution(tender, text="Een boek.", shown_name="Ria")
    assert [row.number for row in show(client_of(cast.visitor), tender, zoek="<b>zon</b>").context["page_obj"]] == [1]


def test_a_text_turns_nothing_around_that_stands_behind_it():
    field = Words(max_length=100)
    assert field.clean("Dit \u202estaat om\u202c en \u2067dit\u2069") == "Dit staat om en dit"
    assert field.clean("אני גר\u200f 12") == "אני גר\u200f 12"
    with pytest.raises(ValidationError):
        field.clean("\u202e\u202c")
