"""Two at the same moment, on a real PostgreSQL with a thread each: a ticket counts once, and nobody is counted twice or not."""

import pytest

from areas.models import Area
from dialogues import actions
from dialogues.models import AboutCount, Pilot, UsedTicket, Verdict
from dialogues.tickets import ticket_for
from events import clock
from events.models import Event
from tenders.refusal import Refused
from tests import make
from tests.at_once import at_once, needs_postgresql
from tests.cast import make_cast

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def cast(transactional_db):
    needs_postgresql()
    return make_cast()


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
    assert [type(one) for one in made].count(Refused) == 1
    assert Pilot.objects.filter(copied_from__tender=tender).count() == 1
