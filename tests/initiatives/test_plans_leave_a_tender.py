"""A plan that went into a tender leaves it with a no, or with another answer; what its makers were told there stays known."""

from importlib import import_module

import pytest
from django.apps import apps
from django.core.cache import cache
from django.urls import reverse

from bids.actions import begin_bid
from calls.actions import link_plan
from calls.models import Call
from calls.sources import plans_for
from events import clock
from events.models import Event
from initiatives import actions
from initiatives.conditions import knowledge_published
from initiatives.models import Plan, PlanAnswer
from tenders.actions import publish_answers
from tenders.models import Involvement, Question
from tenders.refusal import Refused
from tenders.steps import Step
from tests import make
from tests.initiatives.test_plan_answers import CODE, waiting_for, with_code
from tests.initiatives.test_plans import answer, page_of

BECAUSE = {"changed_because": "De raad wil het anders."}
WENT = "Het kwam in een traject"


@pytest.fixture(autouse=True)
def _nobody_came_before():
    cache.clear()


@pytest.fixture
def tender(cast):
    return make.tender(cast, step=Step.REQUEST, title="Eten in de wijk")


@pytest.fixture
def plan(cast, tender):
    """With a yes that carried it into the tender."""
    made = make.plan(cast.municipality, code=CODE, party=cast.party)
    answer(cast, made, "yes", into=tender)
    return made


def change(cast, plan, outcome, by=None, **said) -> PlanAnswer:
    before = plan.answers.standing().get()
    return answer(cast, plan, outcome, by=by, seen=before.public_id, **BECAUSE, **said)


def stands_in(plan):
    return Plan.objects.get(pk=plan.pk).carried_to


def who_answers(cast, client_of, plan) -> set[str]:
    address = reverse("initiatives:answer_plan", args=[plan.public_id])
    return {name for name, one in cast.people().items() if client_of(one).get(address).status_code == 200}


@pytest.mark.parametrize("outcome", ["no", "together"])
def test_a_no_or_in_no_tender_takes_a_plan_out_of_its_tender(cast, client_of, tender, plan, outcome):
    assert (stands_in(plan), WENT in page_of(client_of, cast.visitor, plan)) == (tender, True)
    assert who_answers(cast, client_of, plan) == {"officer", "buyer"}
    change(cast, plan, outcome, into=None)
    assert (stands_in(plan), [*plans_for(Call(tender=tender))]) == (None, [])
    page = page_of(client_of, cast.visitor, plan)
    assert (WENT in page, "Op 1 mei." in page) == (False, True)
    first = page.index("De gemeente antwoordde eerst: ja")
    assert first < page.index("Het ging naar een traject:", first) < page.index("De gemeente antwoordde: ")
    paper = with_code(client_of, cast)
    assert ("De raad wil het anders." in paper, "Het ging naar een traject:" in paper) == (True, False)
    assert who_answers(cast, client_of, plan) == {"officer", "secretary"}


def test_what_was_chosen_last_stands_in_the_form(cast, client_of, tender, plan):
    address = reverse("initiatives:answer_plan", args=[plan.public_id])

    def chosen():
        return client_of(cast.officer).get(address).context["form"]["into"].value()

    assert chosen() == tender.pk
    change(cast, plan, "yes", into=None)
    assert chosen() is None


def test_better_words_for_a_yes_leave_it_where_it_went_also_when_that_tender_is_over(cast, client_of, tender, plan):
    tender.completed_at = clock.now()
    tender.save()
    form = client_of(cast.officer).get(reverse("initiatives:answer_plan", args=[plan.public_id])).context["form"]
    assert tender in form.fields["into"].queryset
    change(cast, plan, "yes", into=tender, reason="Het werkt, en wij schreven het beter op.")
    assert stands_in(plan) == tender
    other = make.tender(cast, completed_at=clock.now())
    with pytest.raises(Refused):
        change(cast, plan, "yes", into=other)


def test_in_another_tender_it_stands_in_that_one_alone(cast, tender, plan):
    other = make.tender(cast, step=Step.REQUEST)
    second = change(cast, plan, "yes", into=other)
    assert stands_in(plan) == other
    assert ([*plans_for(Call(tender=tender))], [*plans_for(Call(tender=other))]) == ([], [second])


@pytest.mark.parametrize("then", ["no", "yes"])
def test_what_its_makers_knew_ahead_is_still_written_down_where_it_stood(cast, client_of, tender, plan, then):
    Involvement.objects.filter(tender=tender, person=cast.officer).delete()
    change(cast, plan, then, into=None)
    address = reverse("initiatives:list_tender_plans", args=[tender.slug])
    assert (knowledge_published(tender), waiting_for(cast, cast.officer)) == (False, [])
    assert waiting_for(cast, cast.buyer) == [("Schrijf op wat de makers van 1 plan vooraf wisten", address)]
    assert plan.title in client_of(cast.visitor).get(address).content.decode()
    page = reverse("initiatives:record_knowledge", args=[plan.public_id])
    assert [client_of(one).get(page).status_code for one in (cast.officer, cast.buyer, cast.secretary)] == [403, 200, 403]
    assert address in client_of(cast.buyer).get(page).content.decode()
    actions.record_knowledge(plan=plan, by=cast.buyer, shared_on=clock.today(), text="Niets.")
    assert Event.objects.get(name="initiatives.knowledge_recorded").tender_id == tender.pk
    tender.step = Step.SELECTION
    tender.save()
    make.published_call(cast, tender)
    round_ = make.round(cast, tender)
    with pytest.raises(Refused) as refused:
        begin_bid(round_=round_, party=cast.party, by=cast.entrepreneur)
    assert refused.value.code == "head_start"
    actions.publish_knowledge(plan=plan, by=cast.buyer)
    assert knowledge_published(tender)
    begin_bid(round_=round_, party=cast.party, by=cast.entrepreneur)


def test_a_no_that_waits_for_all_bidders_takes_it_out_when_it_is_out(cast, client_of, commit, tender, plan):
    tender.step = Step.SELECTION
    tender.save()
    change(cast, plan, "no")
    assert (stands_in(plan), WENT in page_of(client_of, cast.visitor, plan)) == (tender, True)
    assert reverse("tenders:list_questions", args=[tender.slug]) in page_of(client_of, cast.buyer, plan)
    with commit():
        publish_answers(tender=tender, by=cast.buyer)
    assert (stands_in(plan), WENT in page_of(client_of, cast.visitor, plan)) == (None, False)
    assert actions.carry_plans(tender=tender) == 0


def test_a_no_is_no_way_round_to_a_yes_while_parties_hand_in(cast, client_of, commit, tender, plan):
    change(cast, plan, "no")
    tender.step = Step.SELECTION
    tender.save()
    with pytest.raises(Refused) as refused:
        change(cast, plan, "yes", by=cast.secretary)
    assert list(refused.value.message_dict) == ["outcome"]
    address = reverse("initiatives:answer_plan", args=[plan.public_id])
    assert "kunt u alleen “nee, met uitleg” antwoorden" in client_of(cast.secretary).get(address).content.decode()
    change(cast, plan, "no", by=cast.secretary, reason="Het past niet.")
    assert Question.objects.get(tender=tender).answer == "Nee, met uitleg. Het past niet."
    assert reverse("tenders:list_questions", args=[tender.slug]) in page_of(client_of, cast.secretary, plan)


def test_what_already_stands_in_the_request_is_not_hidden_by_a_no(cast, client_of, tender, plan):
    said = "Wat al in een uitvraag of een contract staat, verdwijnt niet door dit antwoord."
    make.call(cast, tender)
    clause = Call.objects.get(tender=tender).clauses.first()
    link_plan(clause=clause, by=cast.officer, answer=plan.answers.get(), reason="De keuken.")
    assert said not in page_of(client_of, cast.visitor, plan)
    change(cast, plan, "no")
    page = page_of(client_of, cast.visitor, plan)
    assert ("Het staat in de uitvraag" in page, clause.title in page, said in page) == (True, True, True)


def test_an_answer_that_nobody_could_read_told_its_makers_nothing(cast, tender):
    other, plan = make.tender(cast, step=Step.CONTRACT), make.plan(cast.municipality)
    waits = answer(cast, plan, "yes", into=other)
    assert (stands_in(plan), [*Plan.objects.touching(other.pk)]) == (None, [plan])
    answer(cast, plan, "yes", into=tender, seen=waits.public_id)
    assert [[*Plan.objects.touching(one.pk)] for one in (tender, other)] == [[plan], []]


def test_what_was_answered_before_learns_its_tender_from_the_plan_and_from_the_log(cast, tender, plan):
    other = make.tender(cast)
    change(cast, plan, "together", into=other)
    change(cast, plan, "no")
    kept = make.plan(cast.municipality)
    make.plan_answer(cast, kept, into=other)
    PlanAnswer.objects.update(into=None)
    Plan.objects.filter(pk=plan.pk).update(carried_to=other)
    import_module("initiatives.migrations.0009_plans_that_went_into_no_tender_after_all").carry_over(apps, None)
    assert [one.into for one in plan.answers.order_by("pk")] == [tender, other, None]
    assert (stands_in(plan), stands_in(kept), kept.answers.get().into) == (None, other, other)
