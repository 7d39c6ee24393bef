"""The result, the decision and its reason for each entry: one moment for all, above the ceiling never, anew with a reason."""

import secrets

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from budgets import actions
from budgets.models import Decision, DecisionLine
from budgets.result import Result
from events import clock
from events.models import Event
from notifications.models import Mail, Notice
from tenders.refusal import Changed, Refused
from tests import make

FOLLOWS = "Wij doen wat bewoners verdeelden."


@pytest.fixture
def budget(cast):
    """Ten people; together 10.000 for the plan, 15.000 for the line, 5.000 not spent."""
    made = make.budget(cast, state="counted")
    for _one in range(5):
        make.division(made, 12_000, 18_000)
        make.division(made, 8_000, 12_000)
    return made


def url(page: str, budget, *more) -> str:
    return reverse(f"budgets:{page}", args=[budget.public_id, *more])


def decided(*amounts, reasons=(FOLLOWS, FOLLOWS), version=0, **more) -> dict:
    rows = enumerate(zip(amounts, reasons, strict=True), start=1)
    fields = {f"{name}_{place}": value for place, pair in rows for name, value in zip(("amount", "reason"), pair, strict=True)}
    return {**fields, "version": version, "once": secrets.token_urlsafe(12), **more}


def words(response) -> str:
    return response.content.decode().replace("\xa0", " ")


def draft(cast, budget, amounts=(1_000_000, 1_500_000), reasons=("Zo.", "Zo."), version=0, **more):
    return actions.draft_decision(
        budget=budget,
        by=cast.officer,
        version=version,
        amounts=dict(enumerate(amounts, start=1)),
        reasons=dict(enumerate(reasons, start=1)),
        **more,
    )


def test_everybody_sees_the_result_with_its_chart_table_channels_and_spread(cast, client_of, budget):
    page = client_of(cast.visitor).get(budget.get_absolute_url()).content.decode().replace("\xa0", " ")
    assert "50 van elke 100 euro" in page
    assert all(words in page for words in ("€ 10.000", "€ 15.000", "€ 5.000", "Niet besteed", "10 mensen mee: 10 online"))
    assert ('class="mw-bars' in page, "<table" in page, "nog niet besloten" in page) == (True, True, True)


def test_of_few_who_gave_to_an_entry_no_highest_amount_is_shown_and_of_ten_it_is(cast, client_of):
    made = make.budget(cast, state="counted")
    for cents in (12_000, *[9_000] * 8):
        make.division(made, cents, 10_000)
    make.division(made, 9_000, 0)
    page = client_of(cast.visitor).get(made.get_absolute_url()).content.decode().replace("\xa0", " ")
    assert ("Alle 10 mensen gaven er geld aan, hoogstens € 12.000." in page, "Daarom ziet niemand" in page) == (True, False)
    assert ("Minder dan tien mensen gaven er geld aan." in page, "hoogstens € 10.000" in page) == (True, False)


def test_deciding_begins_with_what_residents_divided_in_whole_euros(cast, client_of, budget):
    make.division(budget, 1_000)
    page = client_of(cast.officer).get(url("draft_decision", budget)).context["form"]
    assert [page["amount_1"].value(), page["reason_1"].value()] == ["9181", FOLLOWS]


def test_a_draft_is_saved_read_through_and_published_at_one_moment(cast, client_of, budget, commit):
    client = client_of(cast.officer)
    answer = client.post(url("draft_decision", budget), decided("10.000", "14.000", reasons=(FOLLOWS, "Het kan goedkoper.")))
    assert answer["Location"] == url("publish_decision", budget)
    assert "Het kan goedkoper." not in client_of(cast.visitor).get(budget.get_absolute_url()).content.decode()
    with commit():
        client.post(url("publish_decision", budget), {"version": 1, "once": "a"})
    page = client_of(cast.visitor).get(budget.get_absolute_url()).content.decode().replace("\xa0", " ")
    assert all(words in page for words in ("Besluit genomen", "€ 24.000 van € 30.000", "Het kan goedkoper."))
    assert page.count("Anders dan bewoners verdeelden.") == 1
    rows = DecisionLine.objects.order_by("entry__number").values_list("amount", "result")
    assert (list(rows), Decision.objects.get().people) == ([(1_000_000, 1_000_000), (1_400_000, 1_500_000)], 10)


def test_the_makers_of_a_plan_and_who_divided_with_an_account_hear_it(cast, budget, commit):
    make.division(budget, 1_000, by=cast.neighbour)
    budget.entries.filter(number=1).update(plan=make.plan(cast.municipality, email="makers@example.nl", party=cast.party))
    made = draft(cast, budget, amounts=(900_000, 1_300_000))
    with commit():
        actions.publish_decision(decision=made, by=cast.officer, version=1)
    assert set(Notice.objects.values_list("person", flat=True)) == {cast.neighbour.pk, cast.entrepreneur.pk}
    assert "makers@example.nl" in set(Mail.objects.values_list("to", flat=True))


def test_the_page_of_the_plan_says_what_was_asked_divided_and_decided(cast, client_of, budget):
    plan = budget.entries.get(number=1).plan
    budget.entries.filter(number=1).update(most=1_200_000)
    page = client_of(cast.visitor).get(plan.get_absolute_url()).content.decode().replace("\xa0", " ")
    assert all(words in page for words in (budget.title, "€ 12.000", "€ 10.000"))
    actions.publish_decision(decision=draft(cast, budget, reasons=("Wij zijn blij.", "Zo.")), by=cast.officer, version=1)
    page = client_of(cast.visitor).get(plan.get_absolute_url()).content.decode().replace("\xa0", " ")
    assert all(words in page for words in ("Wat de gemeente besloot", "Wij zijn blij."))


def test_above_the_ceiling_is_refused_with_the_figure_and_what_was_typed_stays(cast, client_of, budget):
    answer = client_of(cast.officer).post(url("draft_decision", budget), decided("20.000", "12.500", reasons=("Omdat.", "Daarom.")))
    page = answer.content.decode().replace("\xa0", " ")
    assert "Samen is dit € 32.500. Dat is € 2.500 boven het plafond van € 30.000." in page
    assert ("Daarom." in page, Decision.objects.exists()) == (True, False)


@pytest.mark.parametrize(("amount", "field"), [("-5", "amount_1"), ("veel", "amount_1"), ("", "amount_1"), ("9" * 20, "amount_1")])
def test_what_is_no_amount_gets_a_sentence_beside_its_field(cast, client_of, budget, amount, field):
    answer = client_of(cast.officer).post(url("draft_decision", budget), decided(amount, "1"))
    assert (answer.status_code, list(answer.context["form"].errors)) == (200, [field])


def test_without_a_reason_or_with_the_wrong_one_it_is_saved_but_not_published(cast, client_of, budget):
    made = draft(cast, budget, amounts=(800_000, 1_500_000), reasons=(FOLLOWS, ""))
    page = client_of(cast.officer).get(url("publish_decision", budget)).content.decode().replace("\xa0", " ")
    assert ("bewoners verdeelden € 10.000 en u geeft € 8.000" in page, "zeg waarom." in page) == (True, True)
    assert "Maak het besluit openbaar</button>" not in page
    with pytest.raises(Refused) as refused:
        actions.publish_decision(decision=made, by=cast.officer, version=1)
    assert len(refused.value.messages) == 2
    assert not Decision.objects.standing().exists()


def test_rounding_to_a_whole_step_needs_no_reason_of_its_own(cast, budget):
    made = draft(cast, budget, amounts=(999_900, 1_500_000), reasons=(FOLLOWS, FOLLOWS))
    assert actions.publish_decision(decision=made, by=cast.officer, version=1).published_at


def test_a_colleague_who_saved_meanwhile_is_not_written_over(cast, client_of, budget):
    draft(cast, budget, reasons=("Van Marloes.", "Zo."))
    answer = client_of(cast.buyer).post(url("draft_decision", budget), decided("1", "2", reasons=("Van Tarik.", "Zo."), version=0))
    page = answer.content.decode()
    assert all(words in page for words in ("Marloes Beleid heeft dit intussen bewaard", "Van Marloes.", "Van Tarik."))
    with pytest.raises(Changed):
        actions.publish_decision(decision=Decision.objects.get(), by=cast.buyer, version=9)


def test_deciding_anew_asks_why_and_the_earlier_decision_stays_to_be_read(cast, client_of, budget, move_clock):
    actions.publish_decision(decision=draft(cast, budget), by=cast.officer, version=1)
    with pytest.raises(Refused) as refused:
        draft(cast, budget)
    assert list(refused.value.message_dict) == ["revised_because"]
    answer = client_of(cast.officer).post(url("draft_decision", budget), decided("1", "2", reasons=("a", "b"), revised_because=""))
    assert list(answer.context["form"].errors) == ["revised_because"]
    again = draft(cast, budget, amounts=(500_000, 2_000_000), reasons=("Minder.", "Meer."), revised_because="Het werd duurder.")
    actions.publish_decision(decision=again, by=cast.officer, version=1)
    first, second = Decision.objects.order_by("number")
    assert (first.replaced_at is not None, second.replaced_at, second.number) == (True, None, 2)
    visitor = client_of(cast.visitor)
    page = visitor.get(budget.get_absolute_url()).content.decode()
    assert ("Het werd duurder." in page, url("show_decision", budget, 1) in page) == (True, True)
    earlier = visitor.get(url("show_decision", budget, 1)).content.decode()
    assert ("Dit geldt niet meer" in earlier, "Zo." in earlier) == (True, True)


def test_what_its_makers_took_back_gets_nothing_and_its_money_goes_over(cast, client_of, budget):
    made = draft(cast, budget)
    plan = budget.entries.get(number=1).plan
    plan.withdrawn_at, plan.withdrawn_because = clock.now(), "Wij verhuizen."
    plan.save()
    assert [Result(budget).of(one) for one in Result(budget).entries] == [0, 2_500_000]
    with pytest.raises(Refused) as refused:
        actions.publish_decision(decision=made, by=cast.officer, version=1)
    assert "is teruggenomen" in refused.value.messages[0]
    page = client_of(cast.visitor).get(budget.get_absolute_url()).content.decode()
    assert "Het geld ging naar de andere posten." in page


def test_a_later_change_of_a_plan_does_not_change_what_was_decided_on(cast, client_of, budget):
    actions.publish_decision(decision=draft(cast, budget), by=cast.officer, version=1)
    plan = budget.entries.get(number=1).plan
    plan.withdrawn_at, plan.withdrawn_because = clock.now(), "Wij verhuizen."
    plan.save()
    rows = client_of(cast.visitor).get(budget.get_absolute_url()).context["rows"]
    assert [row.result for row in rows] == [1_000_000, 1_500_000]


def test_a_line_that_ends_after_the_decision_is_not_said_to_have_been_taken_back_then(cast, client_of, budget, move_clock):
    actions.publish_decision(decision=draft(cast, budget), by=cast.officer, version=1)
    before = client_of(cast.visitor).get(budget.get_absolute_url()).context["rows"]
    move_clock(days=365)
    line = budget.entries.get(number=2).line
    line.ended_at, line.ended_because = clock.now(), "Het contract is voorbij."
    line.save()
    answer = client_of(cast.visitor).get(budget.get_absolute_url())
    said = [(row.result, row.fell, row.sentence) for row in answer.context["rows"]]
    assert said == [(row.result, row.fell, row.sentence) for row in before]
    assert ("teruggenomen" in answer.content.decode(), "€ 15.000" in words(answer)) == (False, True)


def test_after_a_decision_its_page_still_says_what_fell_out_and_why(cast, client_of, budget):
    plan = budget.entries.get(number=1).plan
    plan.withdrawn_at, plan.withdrawn_because = clock.now(), "Wij verhuizen."
    plan.save()
    budget.entries.filter(number=2).update(least=2_600_000)
    actions.publish_decision(decision=draft(cast, budget, amounts=(0, 0)), by=cast.officer, version=1)
    fell = [row.fell for row in client_of(cast.visitor).get(budget.get_absolute_url()).context["rows"]]
    assert fell == [
        "Het is teruggenomen. Het geld ging naar de andere posten.",
        "Het kreeg minder dan het nodig heeft. Het geld ging naar de andere posten.",
    ]


def test_to_publish_without_a_draft_one_writes_it_first_and_after_a_decision_one_reads_that(cast, client_of, budget):
    client = client_of(cast.officer)
    assert client.get(url("publish_decision", budget))["Location"] == url("draft_decision", budget)
    make.budget_decision(cast, budget)
    assert client.get(url("publish_decision", budget))["Location"] == budget.get_absolute_url()


def test_who_reads_what_a_colleague_saved_meanwhile_can_publish_it(cast, client_of, budget):
    draft(cast, budget)
    draft(cast, budget, reasons=("Van Marloes.", "Zo."), version=1)
    client = client_of(cast.buyer)
    answer = client.post(url("publish_decision", budget), {"version": 1, "once": "a"})
    seen = answer.context["form"]["version"].value()
    assert ("Van Marloes." in words(answer), seen, Decision.objects.standing().exists()) == (True, "2", False)
    client.post(url("publish_decision", budget), {"version": seen, "once": "b"})
    assert Decision.objects.standing().exists()


@pytest.mark.parametrize("state", ["open", "typing"])
def test_nobody_decides_before_all_is_counted(cast, client_of, state):
    early = make.budget(cast, state=state)
    with pytest.raises(Refused):
        draft(cast, early)
    assert client_of(cast.officer).get(url("draft_decision", early)).status_code == 403


def test_a_draft_is_for_who_decides_and_a_decision_for_all(cast, budget):
    made = make.budget_decision(cast, budget, published=False)
    seen = {name for name, person in cast.people().items() if Decision.objects.visible_to(person).exists()}
    assert seen == {"officer", "buyer", "lawyer", "contract_manager", "area_manager", "secretary"}
    actions.publish_decision(decision=made, by=cast.officer, version=1)
    assert all(Decision.objects.visible_to(person).exists() for person in cast.people().values())
    assert Event.objects.get(name="budgets.decision_published").is_public


def test_two_decisions_never_hold_at_once(cast, budget):
    make.budget_decision(cast, budget)
    with pytest.raises(IntegrityError), transaction.atomic():
        make.budget_decision(cast, budget)


def test_the_list_says_what_is_decided(cast, client_of, budget):
    make.budget_decision(cast, budget)
    page = client_of(cast.visitor).get(reverse("budgets:list_budgets", args=["zwolle"])).content.decode()
    assert ("Besluit genomen" in page, budget.title in page) == (True, True)


def test_where_most_is_left_that_is_the_finding(cast, client_of):
    left = make.budget(cast, state="counted")
    for _one in range(10):
        make.division(left, 3_000, 500)
    page = client_of(cast.visitor).get(left.get_absolute_url()).content.decode()
    assert "Het meeste is niet besteed: 88 van elke 100 euro." in page
