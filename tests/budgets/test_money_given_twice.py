"""What was stored before a division lost what it gave to an entry that was taken back: the money that went twice goes once."""

import datetime as dt
from importlib import import_module

import pytest
from django.apps import apps

from budgets.models import Budget
from budgets.result import Result
from events import clock
from initiatives import actions as initiatives
from tests import make

MIGRATION = import_module("budgets.migrations.0003_money_given_twice")


@pytest.fixture
def budget(cast):
    return make.budget(cast, entries=3)


def shares_of(division) -> list[int]:
    return [amount // 100 for amount in division.shares.order_by("entry__number").values_list("amount", flat=True)]


def end(thing, field: str, *, days: int = 0) -> None:
    setattr(thing, f"{field}_at", clock.now() - dt.timedelta(days=days))
    setattr(thing, f"{field}_because", "Het gaat niet door.")
    thing.save()


def after_it(*divisions) -> list[list[int]]:
    MIGRATION.take_back(apps, None)
    return [shares_of(one) for one in divisions]


def test_what_is_above_the_ceiling_leaves_the_entry_that_was_taken_back(budget):
    twice, once, part = (make.division(budget, *euros) for euros in ((30_000, 30_000), (30_000, 0), (10_000, 15_000)))
    end(budget.entries.get(number=1).plan, "withdrawn")
    assert after_it(twice, once, part) == [[0, 30_000], [30_000, 0], [10_000, 15_000]]


def test_of_two_that_were_taken_back_the_first_that_went_loses_it(budget):
    division = make.division(budget, 30_000, 30_000)
    end(budget.entries.get(number=1).plan, "withdrawn", days=2)
    end(budget.entries.get(number=2).line, "ended", days=1)
    assert after_it(division) == [[0, 30_000]]


def test_a_plan_that_was_hidden_for_a_while_loses_what_was_given_to_another_meanwhile(cast, budget):
    division = make.division(budget, 30_000, 10_000, 20_000)
    plan = budget.entries.get(number=1).plan
    initiatives.hide_words(thing=plan, by=cast.officer, reason="Dit noemt een buurman.")
    initiatives.restore_words(thing=plan, by=cast.officer, reason="Het mag toch.")
    assert after_it(division) == [[0, 10_000, 20_000]]


def test_a_form_that_was_set_aside_keeps_what_stands_on_it(cast, budget):
    aside = make.form_aside(make.budget_stack(cast, budget), 30_000, 30_000)
    end(budget.entries.get(number=1).plan, "withdrawn")
    assert after_it(aside) == [[30_000, 30_000]]


def test_the_page_of_a_budget_that_could_not_be_counted_is_there_again(cast, client_of, budget):
    for _one in range(10):
        make.division(budget, 30_000, 30_000)
    end(budget.entries.get(number=1).plan, "withdrawn")
    day = clock.today() - dt.timedelta(days=1)
    Budget.objects.update(opens_on=day, closes_on=day, paper_until=day)
    budget.refresh_from_db()
    with pytest.raises(ValueError, match="more was given"):
        Result(budget).divided  # noqa: B018 - it is counted when it is asked for
    MIGRATION.take_back(apps, None)
    rows = client_of(cast.visitor).get(budget.get_absolute_url()).context["rows"]
    assert [row.result for row in rows] == [0, 3_000_000, 0]
