"""Two at the same moment, on a real PostgreSQL with a thread each: a ticket counts once, and nobody is counted twice or not."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from areas.models import Area
from dialogues import actions
from dialogues.models import AboutCount, Pilot, UsedTicket, Verdict
from dialogues.tickets import ticket_for
from events import clock
from events.models import Event
from tenders.refusal import Refused
from tests import make
from tests.cast import make_cast

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def _needs_postgresql():
    if connection.vendor != "postgresql":
        pytest.skip("needs PostgreSQL")


@pytest.fixture
def cast(_needs_postgresql, transactional_db):
    return make_cast()


def at_once(*acts) -> list:
    barrier = Barrier(len(acts))

    def carry_out(act):
        try:
            barrier.wait(timeout=20)
            return act()
        except Refused as refusal:
            return type(refusal).__name__
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(carry_out, acts))


def test_the_same_ticket_counts_once_and_different_ones_all_count(cast):
    dialogue = make.dialogue(make.tender(cast))
    make.figures(cast.municipality)

    def tell(code):
        ticket = ticket_for(dialogue.pk, code)
        return lambda: actions.tell_about_oneself(dialogue=dialogue, ticket=ticket, answers={"age": "65+"})

    assert sorted(at_once(*[tell("dezelfde")] * 3, *[tell(f"code-{n}") for n in range(9)])) == [False] * 2 + [True] * 10
    count = AboutCount.objects.get(question="age", answer="65+")
    assert (count.number, count.shown, UsedTicket.objects.count()) == (10, 10, 10)
    assert Event.objects.filter(name="dialogues.who_is_missing_shown").count() == 1


def test_a_promise_is_reminded_of_once_and_a_pilot_goes_to_an_area_once(cast):
    tender = make.tender(cast, reference="proef-1")
    dialogue = make.dialogue(tender, rules={})
    rule = dialogue.rules.create(kind="pay", known_on=clock.today())
    assert sorted(at_once(*[lambda: actions.remind_of_promise(rule=rule)] * 3)) == [False, False, True]
    make.pilot(tender, verdict=Verdict.GO, verdict_reason="Het werkt.", learnt="Koken.", decided_at=clock.now())
    area = Area.objects.create(municipality=cast.municipality, name="Stadshagen")
    act = {"tender": tender, "by": cast.officer, "title": "Verder", "area": area, "ends_on": clock.today()}
    made = at_once(*[lambda: actions.copy_pilot(**act)] * 2)
    assert [one for one in made if one == "Refused"] == ["Refused"]
    assert Pilot.objects.filter(copied_from__tender=tender).count() == 1
