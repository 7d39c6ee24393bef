"""Two at the same moment, on a real PostgreSQL with a thread each: nothing is lost, nothing is done twice."""

import pytest
from django.core.exceptions import ValidationError

from accounts.models import User
from budgets import actions
from budgets.models import Budget, Decision, Division
from events.models import Event
from tests import make
from tests.at_once import at_once, kinds, needs_postgresql
from tests.cast import make_cast

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def cast(transactional_db):
    needs_postgresql()
    return make_cast()


def test_two_saves_with_one_code_leave_one_whole_division(cast):
    budget = make.budget(cast)
    division = make.division(budget, 1_000, 1_000)

    def save(amounts):
        return lambda: actions.change_division(division=Division.objects.get(pk=division.pk), version=1, amounts=amounts)

    results = at_once(save({1: 200_000, 2: 0}), save({1: 0, 2: 300_000}))
    assert kinds(results) == ["Changed", "Division"]
    amounts = list(division.shares.order_by("entry__number").values_list("amount", flat=True))
    assert amounts in ([200_000, 0], [0, 300_000])


def test_the_same_form_sent_twice_at_once_makes_one_division(cast):
    budget = make.budget(cast)

    def divide():
        return actions.divide(budget=Budget.objects.get(pk=budget.pk), by=None, code="2222-3333-4444", amounts={1: 5_000})

    results = at_once(*[divide] * 4)
    assert (kinds(results), Division.objects.count()) == (["Division"] * 4, 1)


def test_one_account_in_two_tabs_divides_once(cast):
    budget = make.budget(cast)

    def divide(code):
        return lambda: actions.divide(
            budget=Budget.objects.get(pk=budget.pk), by=User.objects.get(pk=cast.neighbour.pk), code=code, amounts={1: 5_000}
        )

    results = at_once(divide("a"), divide("b"))
    assert (kinds(results), Division.objects.count()) == (["Division", "Refused"], 1)


def test_at_the_moment_of_closing_one_is_in_or_out_and_never_after(cast):
    budget = make.budget(cast)

    def divide(code):
        return lambda: actions.divide(budget=Budget.objects.get(pk=budget.pk), by=None, code=code, amounts={1: 5_000})

    def close():
        return actions.close_budget(
            budget=Budget.objects.get(pk=budget.pk), by=User.objects.get(pk=cast.officer.pk), reason="Klaar."
        )

    results = at_once(*(divide(f"code-{number}") for number in range(4)), close)
    made = [result for result in results if isinstance(result, Division)]
    refused = [result for result in results if isinstance(result, ValidationError)]
    assert (len(made) + len(refused), Division.objects.count()) == (4, len(made))
    names = list(Event.objects.order_by("pk").values_list("name", flat=True))
    assert "budgets.divided" not in names[names.index("budgets.budget_closed") :]


def test_two_officers_who_publish_the_decision_publish_it_once(cast):
    budget = make.budget(cast, state="counted")
    make.division(budget, 5_000, 1_000)
    draft = make.budget_decision(cast, budget, published=False)

    def publish(person):
        who = User.objects.get(pk=person.pk)
        return lambda: actions.publish_decision(decision=Decision.objects.get(pk=draft.pk), by=who, version=1)

    results = at_once(publish(cast.officer), publish(cast.buyer))
    assert kinds(results) == ["Changed", "Decision"]
    assert Event.objects.filter(name="budgets.decision_published").count() == 1
    assert Decision.objects.standing().count() == 1


def test_two_sheets_that_are_typed_at_once_count_once(cast):
    budget = make.budget(cast)
    stack, sheet = make.budget_stack(cast, budget), make.budget_sheet(cast, budget, number=7)

    def type_it(code):
        return lambda: actions.type_form(stack=stack, by=cast.officer, code=code, amounts={1: 5_000}, sheet=sheet.number)

    assert (kinds(at_once(type_it("a"), type_it("b"))), Division.objects.count()) == (["Division", "Refused"], 1)
