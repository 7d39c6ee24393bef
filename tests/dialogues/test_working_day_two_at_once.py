"""Two at the same moment, on a real PostgreSQL with a thread each: the amount of a working day is named once, and given once."""

import pytest

from dialogues import actions
from dialogues.models import NamedAmount
from initiatives import actions as initiatives
from initiatives.models import Plan, PlanAnswer
from tests import make
from tests.at_once import at_once, kinds, needs_postgresql
from tests.cast import make_cast
from tests.make.initiatives import WORDS

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def cast(transactional_db):
    needs_postgresql()
    return make_cast()


def test_two_answers_at_once_do_not_give_more_than_there_is(cast):
    day = make.working_day(cast, make.tender(cast), highest=100_000_00)
    plans = [make.plan(cast.municipality, about=day.tender, meeting=day, cost=60_000_00) for _one in range(3)]

    def grant(plan):
        fresh = Plan.objects.for_page().get(pk=plan.pk)
        said = WORDS | {"outcome": "yes", "granted": 60_000_00, "reason": "Ja.", "next_step": "In mei."}
        return lambda: initiatives.answer_plan(plan=fresh, by=cast.officer, **said)

    assert kinds(at_once(*map(grant, plans))) == ["PlanAnswer", "Refused", "Refused"]
    assert PlanAnswer.objects.granted_of(day.pk) == 60_000_00


def test_of_two_who_name_the_amount_at_once_one_reads_the_other_first(cast):
    day = make.working_day(cast, make.tender(cast), highest=None)
    said = {"lowest": None, "highest": 5, "known_on": None, "purpose": "Soep.", "decided_by": "De raad.", "reason": ""}
    name = [lambda: actions.name_amount(meeting=day, by=cast.officer, seen=0, **said)] * 2
    assert kinds(at_once(*name)) == ["Changed", "NamedAmount"]
    assert NamedAmount.objects.count() == 1
