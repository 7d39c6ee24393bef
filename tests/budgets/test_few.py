"""Of fewer than ten people nobody sees what they divided together, since that shows what one gave; the municipality decides."""

import pytest
from django.test import Client
from django.urls import reverse

from budgets import actions
from budgets.models import Decision, DecisionLine, Sheet
from budgets.papers import forms_of
from budgets.result import Result
from tenders.refusal import Refused
from tests import make
from tests.documents.reading import words_on

BEFOREHAND = "Doen er minder dan 10 mensen mee? Dan ziet niemand wat zij samen verdeelden, de gemeente ook niet."
AFTERWARDS = "Wat zo weinig mensen samen verdeelden, laten wij aan niemand zien, ook niet aan de gemeente."


@pytest.fixture
def budget(cast):
    """One person: 12.350 for the plan, 4.000 for the line."""
    made = make.budget(cast, state="counted")
    make.division(made, 12_350, 4_000)
    return made


def url(page: str, budget, *more) -> str:
    return reverse(f"budgets:{page}", args=[budget.public_id, *more])


def words(response) -> str:
    return response.content.decode().replace("\xa0", " ")


def tells(page: str) -> list[str]:
    """What of the one form stands on a page: its amounts, what it left over, or what goes first."""
    return [one for one in ("12.350", "12350", "4.000", "4000", "13.650", "Het meeste") if one in page]


def decide(cast, budget, reason="De pannen zijn duurder.", **more):
    amounts, reasons = {1: 300_000, 2: 200_000}, {1: reason, 2: reason}
    return actions.draft_decision(budget=budget, by=cast.officer, version=0, amounts=amounts, reasons=reasons, **more)


def publish(cast, decision) -> Decision:
    return actions.publish_decision(decision=decision, by=cast.officer, version=decision.version)


@pytest.mark.parametrize("people", [1, 2, 9])
def test_no_page_says_what_few_people_divided_before_or_after_the_decision(cast, client_of, people):
    budget = make.budget(cast, state="counted")
    for _one in range(people):
        make.division(budget, 12_350, 4_000)
    plan = budget.entries.get(number=1).plan
    paths = [budget.get_absolute_url(), plan.get_absolute_url()]
    readers = (cast.visitor, cast.officer, cast.resident)
    early = [words(client_of(person).get(path)) for person in readers for path in paths]
    early.append(words(client_of(cast.officer).get(url("draft_decision", budget))))
    draft = decide(cast, budget)
    early.append(words(client_of(cast.officer).get(url("publish_decision", budget))))
    publish(cast, draft)
    late = [words(client_of(person).get(path)) for person in readers for path in [*paths, url("show_decision", budget, 1)]]
    assert [tells(page) for page in early + late] == [[]] * 17
    assert [AFTERWARDS in page for page in (early[0], late[0], late[2])] == [True] * 3
    assert ("€ 5.000 van € 30.000" in late[0], "De pannen zijn duurder." in late[0], "Anders dan" in late[0]) == (True, True, False)


def test_the_tenth_person_makes_a_result(cast, client_of, budget):
    for _one in range(8):
        make.division(budget, 12_350, 4_000)
    path = budget.get_absolute_url()
    pages = [words(client_of(cast.visitor).get(path))]
    make.division(budget, 12_350, 4_000)
    pages.append(words(client_of(cast.visitor).get(path)))
    assert [tells(page) for page in pages] == [[], ["12.350", "4.000", "13.650", "Het meeste"]]
    assert [AFTERWARDS in page for page in pages] == [True, False]


def test_the_result_of_few_holds_no_amount_at_all(budget):
    result = Result(budget)
    entries = [(hasattr(one, "given"), hasattr(one, "highest"), result.of(one)) for one in result.entries]
    assert (result.people, result.divided, entries) == (1, None, [(False, False, None)] * 2)


def test_deciding_begins_empty_and_says_why(cast, client_of, budget):
    answer = client_of(cast.officer).get(url("draft_decision", budget))
    form = answer.context["form"]
    values = [form[name].value() or "" for name in ("amount_1", "reason_1", "amount_2", "reason_2")]
    assert (values, "ook niet aan u" in words(answer)) == ([""] * 4, True)


def test_a_draft_of_before_that_says_what_few_divided_begins_empty_again(cast, client_of, budget):
    decide(cast, budget, reason="Wij doen wat bewoners verdeelden.")
    form = client_of(cast.officer).get(url("draft_decision", budget)).context["form"]
    assert [form[name].value() or "" for name in ("amount_1", "reason_1")] == ["", ""]


def test_nobody_follows_what_nobody_sees(cast, budget):
    draft = decide(cast, budget, reason="Wij doen wat bewoners verdeelden.")
    with pytest.raises(Refused) as refused:
        publish(cast, draft)
    assert ["zeg in uw eigen woorden waarom" in one for one in refused.value.messages] == [True, True]


def test_a_decision_on_few_keeps_nothing_of_what_they_divided(cast, budget):
    publish(cast, decide(cast, budget))
    assert list(DecisionLine.objects.values_list("amount", "result")) == [(300_000, None), (200_000, None)]


def test_what_was_kept_beside_an_earlier_decision_on_few_is_not_shown(cast, client_of, budget):
    publish(cast, decide(cast, budget))
    DecisionLine.objects.filter(entry__number=1).update(result=1_235_000)
    DecisionLine.objects.filter(entry__number=2).update(result=400_000)
    plan = budget.entries.get(number=1).plan
    paths = (budget.get_absolute_url(), url("show_decision", budget, 1), plan.get_absolute_url())
    assert [tells(words(client_of(cast.visitor).get(path))) for path in paths] == [[], [], []]


def test_before_anybody_divides_it_says_what_happens_when_few_do(cast):
    budget = make.budget(cast)
    pages = [words(Client().get(path)) for path in (budget.get_absolute_url(), url("divide", budget))]
    pages.append(words(Client().post(url("divide", budget), {"entry_1": "1000", "once": "vast"})))
    sheet = forms_of(budget, [(Sheet(budget=budget, number=1), "k7wp-93bd")], "https://x.example/")
    pages.append(" ".join(words_on(sheet).split("\n")))
    assert [BEFOREHAND in page for page in pages] == [True] * 4


def test_of_nobody_it_says_so(cast, client_of):
    answer = words(client_of(cast.visitor).get(make.budget(cast, state="counted").get_absolute_url()))
    assert ("Niemand verdeelde dit geld." in answer, AFTERWARDS in answer, "mw-bars" in answer) == (True, False, False)
