"""What who registered reads later: when the meeting was called off, when it is over, and on the waiting list."""

import datetime as dt

import pytest
from django.core.cache import cache
from django.urls import reverse

from dialogues.models import RegistrationState
from events import clock
from tenders.dates import day
from tests import make

CODE = "k7wp-93bd-xm2h"
WAITING = RegistrationState.WAITING


@pytest.fixture
def tender(cast):
    cache.clear()
    return make.tender(cast, contact_person="Marloes", contact_phone="038 498 91 11")


def by_code(client) -> str:
    return client.post(reverse("portal:follow_code"), {"code": CODE}).content.decode()


@pytest.mark.parametrize("state", [RegistrationState.REGISTERED, WAITING])
def test_the_code_of_a_meeting_that_was_called_off_says_why_and_whom_to_call(cast, client_of, tender, state):
    meeting = make.meeting(tender, cancelled_at=clock.now(), cancelled_because="Storm in de zaal.")
    make.registration(meeting, code=CODE, state=state)
    page = by_code(client_of(cast.visitor))
    assert all(words in page for words in ("Deze bijeenkomst gaat niet door", "Storm in de zaal.", "Bel Marloes:", "038 498 91 11"))
    assert not any(words in page for words in ("U bent aangemeld", "wachtlijst", "Zet het in uw agenda", "Ik kan niet"))


def test_the_code_of_a_meeting_that_is_over_says_that_its_report_follows(cast, client_of, tender):
    make.registration(make.meeting(tender, begins_in=-dt.timedelta(days=1)), code=CODE)
    page = by_code(client_of(cast.visitor))
    assert ("Deze bijeenkomst is geweest" in page, "Het verslag volgt" in page, "U bent aangemeld" in page) == (True, True, False)


def test_the_code_leads_to_the_report_and_says_until_when_who_was_there_can_correct_it(cast, client_of, tender, move_clock):
    meeting, client = make.minutes(tender), client_of(cast.visitor)
    make.registration(meeting, code=CODE)
    can_say = f"tot en met {day(meeting.corrections_until)}"
    page = by_code(client)
    assert (f"{meeting.get_absolute_url()}#verslag" in page, can_say in page) == (True, True)
    meeting.registrations.update(attended=False)
    assert can_say not in by_code(client)
    meeting.registrations.update(attended=True)
    move_clock(days=8)
    assert "tot en met" not in by_code(client)


def test_who_waited_for_a_meeting_that_is_over_reads_that_no_place_came_free(cast, client_of, tender):
    make.registration(make.minutes(tender), code=CODE, state=WAITING)
    page = by_code(client_of(cast.visitor))
    assert ("Er kwam geen plaats vrij." in page, "#verslag" in page) == (True, True)
    assert ("Dan krijgt u vanzelf" in page, "tot en met" in page) == (False, False)


@pytest.mark.parametrize(
    ("state", "says"), [(RegistrationState.REGISTERED, "kom gerust binnen"), (WAITING, "U stond op de wachtlijst")]
)
def test_the_code_of_a_meeting_that_goes_on_says_that(cast, client_of, tender, state, says):
    make.registration(make.meeting(tender, begins_in=-dt.timedelta(minutes=5)), code=CODE, state=state)
    page = by_code(client_of(cast.visitor))
    assert (says in page, "Dan krijgt u vanzelf" in page) == (True, False)
