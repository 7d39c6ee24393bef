"""A dialogue that ends for good leaves nothing behind that nobody could finish any more: minutes, corrections, proposals."""

import datetime as dt

import pytest
from django.urls import reverse

from dialogues import actions
from dialogues.models import LAST, Conclusion, Correction, Dialogue, Ending
from events import clock
from tenders.dates import day
from tenders.models import Tender
from tenders.refusal import Refused
from tests import make


@pytest.fixture
def tender(cast):
    made = make.tender(cast)
    make.dialogue(made, closed_at=clock.now())
    make.response(cast, make.contribution(made))
    return made


def conclude(cast, tender, ending=Ending.RESIDENTS, **more) -> Conclusion:
    dialogue = Dialogue.objects.get(tender=tender)
    return actions.conclude_dialogue(dialogue=dialogue, by=cast.officer, ending=ending, reason="Zij doen het.", **more)


def url(page: str, tender, *args) -> str:
    return reverse(f"dialogues:{page}", args=[tender.slug, *args])


def unwritten(cast, tender) -> tuple[str, str]:
    held = make.meeting(tender, begins_in=-dt.timedelta(hours=1))  # it goes on now
    said = f"Het verslag van “{held.title}” op {day(held.begins_at)} is er nog niet. Schrijf het eerst."
    return said, url("report_meeting", tender, held.public_id)


def correctable(cast, tender) -> tuple[str, str]:
    draft = make.minutes(tender, days=0)  # its last day
    until = f"tot en met {day(draft.corrections_until)}. Rond na die dag af."
    return f"Mensen kunnen het verslag van “{draft.title}” verbeteren {until}", url("show_meeting", tender, draft.public_id)


def undecided(cast, tender) -> tuple[str, str]:
    draft = make.minutes(tender, days=-1)
    waits = make.correction(draft, person=cast.resident)
    said = f"Een verbetering van het verslag van “{draft.title}” wacht op uw antwoord. Beslis er eerst over."
    return said, url("decide_correction", tender, draft.public_id, waits.public_id)


def before_the_council(cast, tender) -> tuple[str, str]:
    proposal = make.proposal(cast, make.group(tender), title="Deel de hal")
    first = "Leg eerst vast wat de raad besloot, of trek het voorstel in."
    return f"Voorstel 1, “Deel de hal”, wacht op de raad. {first}", url("show_proposal", tender, proposal.number)


@pytest.mark.parametrize("waits", [unwritten, correctable, undecided, before_the_council])
def test_what_still_waits_is_named_with_its_page_before_the_tender_ends_with_it(cast, client_of, tender, waits):
    sentence, page = waits(cast, tender)
    officer, conclude_page = client_of(cast.officer), url("conclude_dialogue", tender)
    form = {"ending": "policy", "reason": "Het wordt beleid.", "version": "0", "once": "a"}
    answers = officer.get(conclude_page), officer.post(conclude_page, form)
    assert [f'<a class="utrecht-link" href="{page}">{sentence}</a>' in one.content.decode() for one in answers] == [True, True]
    assert answers[1].context["form"].errors["ending"] == [sentence]
    assert "Het wordt beleid." in answers[1].content.decode()
    assert (Conclusion.objects.count(), officer.get(page).status_code) == (0, 200)
    assert Tender.objects.get(pk=tender.pk).is_running


@pytest.mark.parametrize("ending", LAST)
def test_all_that_waits_is_named_at_once(cast, tender, ending):
    said = [waits(cast, tender)[0] for waits in (unwritten, correctable, undecided, before_the_council)]
    with pytest.raises(Refused) as refused:
        conclude(cast, tender, ending)
    assert refused.value.message_dict == {"ending": said}


@pytest.mark.parametrize("ending", [Ending.REQUEST, Ending.NOT_YET])
def test_what_waits_holds_nothing_up_while_the_tender_goes_on(cast, tender, ending):
    for waits in (unwritten, correctable, undecided, before_the_council):
        waits(cast, tender)
    rests = {"rests_until": clock.today() + dt.timedelta(days=3)} if ending == Ending.NOT_YET else {}
    assert conclude(cast, tender, ending, **rests).ending == ending


def test_what_is_finished_or_called_off_holds_nothing_up(cast, client_of, tender):
    past = -dt.timedelta(days=9)
    make.meeting(tender, begins_in=past, cancelled_at=clock.now())
    make.minutes(tender, days=-1)  # it locks by itself
    make.correction(
        make.minutes(tender, days=-2, locked_at=clock.now()), person=cast.resident, outcome="refused", decided_at=clock.now()
    )
    group = make.group(tender)
    make.council_decision(cast, make.proposal(cast, group))
    make.proposal(cast, group, handed_in=False)
    make.proposal(cast, group, withdrawn_at=clock.now(), withdrawn_because="Toch niet.")
    assert "Dan moet dit eerst" not in client_of(cast.officer).get(url("conclude_dialogue", tender)).content.decode()
    assert conclude(cast, tender).is_last


@pytest.mark.parametrize("somebody", ["visitor", "resident"])
def test_a_correction_that_comes_after_the_tender_was_stopped_is_given_back(cast, client_of, tender, somebody):
    minutes = make.minutes(tender)
    make.registration(minutes, person=cast.resident)
    Tender.objects.update(withdrawn_at=clock.now())
    form = {"text": "Wij waren met twaalf.", "code": "aaaa-bbbb-cccc", "once": "a"}
    answer = client_of(getattr(cast, somebody)).post(url("correct_minutes", tender, minutes.public_id), form)
    page = answer.content.decode()
    assert answer.status_code == 200
    for words in ("Wij waren met twaalf.", "Dit traject is gestopt of klaar.", "bewaarden niet"):
        assert words in page, words
    assert Correction.objects.count() == 0


def test_of_a_tender_that_was_stopped_no_page_promises_what_can_no_longer_be_done(cast, client_of, tender):
    minutes = make.minutes(tender)
    make.correction(minutes, person=cast.resident)
    held = make.meeting(tender, begins_in=-dt.timedelta(days=1))
    officer = client_of(cast.officer)

    def promised() -> list[bool]:
        pages = [officer.get(page).content.decode() for page in (minutes.get_absolute_url(), held.get_absolute_url())]
        dialogue = officer.get(url("show_dialogue", tender)).content.decode()
        decides = url("decide_correction", tender, minutes.public_id, Correction.objects.get().public_id)
        until = "te verbeteren tot en met"
        return [until in pages[0], decides in pages[0], "Het verslag volgt." in pages[1], until in dialogue]

    assert promised() == [True, True, True, True]
    Tender.objects.update(withdrawn_at=clock.now())
    assert promised() == [False, False, False, False]
