"""The answer to a plan where parties hand in: what holds until all hear it at one moment, and what the makers read meanwhile."""

import datetime as dt

import pytest
from django.core.cache import cache
from django.urls import reverse

from calls.models import Call
from calls.sources import plans_for
from events import clock
from events.log import record
from initiatives import actions
from initiatives.models import Plan, PlanAnswer
from notifications.doers import addresses_of_plans, who_hears_of_the_request
from portal.team_tasks import team_tasks
from tenders import dates
from tenders.actions import answer_question, ask_question, publish_answers
from tenders.models import Question
from tenders.refusal import Refused
from tenders.routes import Route
from tenders.steps import Step
from tests import make
from tests.initiatives.test_plans import answer, file_it, page_of
from tests.make.initiatives import WORDS

CODE = "bcdf-ghjk-mnpq"


@pytest.fixture(autouse=True)
def _nobody_came_before():
    cache.clear()


@pytest.fixture
def bidding(cast):
    return make.tender(cast, step=Step.SELECTION)


@pytest.fixture
def changed(cast, bidding):
    """A plan that had a yes which everybody can read, and a no that waits for all."""
    plan = make.plan(cast.municipality, about=bidding, code=CODE, filed_by=cast.resident)
    first = make.plan_answer(cast, plan, outcome="together", reason="Wij doen het samen.")
    answer(cast, plan, "no", seen=first.public_id, reason="Wij vragen het alle partijen.", changed_because="Er kwam een uitvraag.")
    return plan


def with_code(client_of, cast) -> str:
    return client_of(cast.visitor).post(reverse("portal:follow_code"), {"code": CODE, "once": "a"}).content.decode()


def publish(cast, tender):
    publish_answers(tender=tender, by=cast.officer)


# What holds


def test_an_answer_that_everybody_can_read_holds_until_the_new_one_is_out(cast, client_of, changed, bidding):
    def stands() -> tuple:
        plan = Plan.objects.for_list().get()
        listed = client_of(cast.visitor).get(reverse("initiatives:list_plans", args=["zwolle"]), {"staat": "open"})
        return plan.state, PlanAnswer.objects.out().get().outcome, len(listed.context["page_obj"].object_list)

    assert stands() == ("together", "together", 0)
    page = page_of(client_of, cast.visitor, changed)
    assert ("Wij doen het samen." in page, "Wij vragen het alle partijen." in page, "Wacht op antwoord" in page) == (
        True,
        False,
        False,
    )
    publish(cast, bidding)
    assert stands() == ("no", "no", 0)


def test_an_earlier_answer_stays_to_be_read_with_its_day_and_why_it_changed(cast, client_of, changed, bidding):
    publish(cast, bidding)
    for page in (page_of(client_of, cast.visitor, changed), with_code(client_of, cast)):
        words = (
            "Wij vragen het alle partijen.",
            "Er kwam een uitvraag.",
            "Wij doen het samen.",
            "Wat eerder geantwoord is",
            "vervangen op",
        )
        assert [one in page for one in words] == [True] * 5


def test_the_request_and_the_contract_go_on_with_the_answer_that_holds(cast, changed, bidding):
    call = Call.objects.create(tender=bidding)
    assert [one.outcome for one in plans_for(call)] == ["together"]
    publish(cast, bidding)
    assert list(plans_for(call)) == []


def test_what_waits_is_written_anew_so_that_nobody_gets_two_answers(cast, client_of, changed, bidding):
    waits = PlanAnswer.objects.standing().get()
    answer(cast, changed, "no", seen=waits.public_id, reason="Het past beter zo.", changed_because="Er kwam een uitvraag.")
    publish(cast, bidding)
    assert [question.answer for question in Question.objects.all()] == ["Nee, met uitleg. Het past beter zo."]
    page = page_of(client_of, cast.visitor, changed)
    assert ("Wij vragen het alle partijen." in page, "Het past beter zo." in page, "Wij doen het samen." in page) == (
        False,
        True,
        True,
    )


def test_the_reason_of_a_change_is_kept_for_that_change_alone(cast, client_of, changed, bidding):
    address = reverse("initiatives:answer_plan", args=[changed.public_id])

    def filled_in() -> str:
        return client_of(cast.officer).get(address).context["form"]["changed_because"].value()

    assert filled_in() == "Er kwam een uitvraag."
    publish(cast, bidding)
    assert filled_in() == ""


def test_a_first_answer_need_not_say_why_it_changes(cast, client_of):
    plan = make.plan(cast.municipality)
    address = reverse("initiatives:answer_plan", args=[plan.public_id])
    assert "changed_because" not in client_of(cast.officer).get(address).context["form"].fields
    make.plan_answer(cast, plan, outcome="no")
    assert "changed_because" in client_of(cast.officer).get(address).context["form"].fields


def test_with_many_answers_the_page_of_a_plan_asks_no_more(cast, client_of, statements):
    plan, client = make.plan(cast.municipality), client_of(cast.visitor)
    for _one in range(3):
        PlanAnswer.objects.filter(plan=plan).update(replaced_at="2026-01-01T00:00Z")
        make.plan_answer(cast, plan)
    with statements() as sent:
        assert client.get(plan.get_absolute_url()).status_code == 200
    assert len(sent) == 8


# While parties hand in


@pytest.mark.parametrize("outcome", ["yes", "together"])
def test_while_parties_hand_in_only_a_no_is_accepted(cast, client_of, bidding, outcome):
    plan = make.plan(cast.municipality, about=bidding)
    said = {**WORDS, "outcome": outcome, "reason": "Mijn reden.", "next_step": "Op 1 mei.", "once": "a"}
    response = client_of(cast.officer).post(reverse("initiatives:answer_plan", args=[plan.public_id]), said)
    errors = response.context["form"].errors
    assert (list(errors), "De makers mogen dat ook, zolang het kan." in str(errors)) == (["outcome"], True)
    assert ("Mijn reden." in response.content.decode(), PlanAnswer.objects.count()) == (True, 0)
    answer(cast, plan, "no")


def test_also_a_plan_of_their_own_is_not_carried_into_it(cast, bidding):
    plan = make.plan(cast.municipality)
    with pytest.raises(Refused) as refused:
        answer(cast, plan, "together", into=bidding)
    assert list(refused.value.message_dict) == ["outcome"]
    plan.refresh_from_db()
    assert plan.carried_to is None


@pytest.mark.parametrize("step", [Step.REQUEST, Step.CONTRACT])
def test_before_and_after_it_a_yes_is_possible(cast, step):
    plan = make.plan(cast.municipality, about=make.tender(cast, step=step))
    assert answer(cast, plan, "yes").outcome == "yes"


def test_who_waits_reads_that_they_must_hand_in_too(cast, client_of, bidding):
    plan = make.plan(cast.municipality, about=bidding, code=CODE)
    round_, words = make.round(cast, bidding), "Vraag dan zelf ook subsidie aan, tot en met"
    pages = (page_of(client_of, cast.visitor, plan), with_code(client_of, cast))
    assert [(words in page, dates.moment(round_.deadline) in page) for page in pages] == [(True, True)] * 2
    round_.deadline = clock.now() - dt.timedelta(days=1)
    round_.save()
    page = page_of(client_of, cast.officer, plan)
    assert (words in page, "De dag om in te leveren is voorbij." in page) == (False, True)
    invited = make.plan(cast.municipality, about=make.tender(cast, step=Step.SELECTION, route=Route.MULTIPLE_PRIVATE))
    page = page_of(client_of, cast.visitor, invited)
    assert (words in page, "Alleen uitgenodigde partijen kunnen inleveren." in page) == (False, True)
    early = make.plan(cast.municipality, about=make.tender(cast))
    assert "kan de gemeente geen ja zeggen" not in page_of(client_of, cast.visitor, early)


def test_a_plan_that_was_tied_to_it_reads_the_same(cast, client_of):
    line = make.line(cast)
    plan = make.plan(cast.municipality, line=line)
    tender = make.tender(cast, step=Step.SELECTION)
    line.tenders.create(tender=tender, started_by=cast.officer)
    assert actions.tie_plans(tender=tender) == 1
    assert "De keuze loopt nu" in page_of(client_of, cast.visitor, plan)


def test_who_made_a_plan_hears_that_the_request_is_published(cast, bidding):
    make.plan(cast.municipality, about=bidding, filed_by=cast.resident)
    make.plan(cast.municipality, about=bidding, email="ria@example.nl")
    make.plan(cast.municipality, about=bidding, email="weg@example.nl", withdrawn_at=clock.now(), withdrawn_because="Toch niet.")
    event = record("calls.call_published", by=None, thing=bidding)
    assert (cast.resident in who_hears_of_the_request(event), cast.neighbour in who_hears_of_the_request(event)) == (True, False)
    assert addresses_of_plans(event) == ["ria@example.nl"]


def test_who_sends_a_plan_for_it_reads_it_at_once(cast, client_of, bidding):
    page = file_it(client_of(cast.visitor), cast, about=bidding.pk).content.decode()
    assert "Vraag dan zelf ook subsidie aan, zolang dat kan." in page


def test_the_page_of_a_plan_that_waits_there_asks_no_more(cast, client_of, bidding, statements):
    plan, client = make.plan(cast.municipality, about=bidding), client_of(cast.visitor)
    with statements() as sent:
        assert client.get(plan.get_absolute_url()).status_code == 200
    assert len(sent) <= 8


# The code on paper


def test_the_code_on_paper_leads_to_the_answer_in_words(cast, client_of):
    plan = make.plan(cast.municipality, code=CODE)
    page = with_code(client_of, cast)
    assert ("Wacht op antwoord" in page, "Het antwoord:" in page) == (True, False)
    into = make.tender(cast)
    make.plan_answer(cast, plan, into=into, next_step="Wij bellen u in mei.")
    page = with_code(client_of, cast)
    words = ("Het antwoord: samen", "Wij doen het samen.", "Wij bellen u in mei.", into.title, plan.get_absolute_url())
    assert [one in page for one in words] == [True] * 5


def test_an_answer_that_waits_is_not_on_the_paper_either(cast, client_of, bidding):
    plan = make.plan(cast.municipality, about=bidding, code=CODE)
    answer(cast, plan, "no", reason="Dit vragen wij al.")
    assert "Dit vragen wij al." not in with_code(client_of, cast)


# The work of the team


def waiting_for(cast, person) -> list[tuple]:
    cast.fresh()
    return [(task.title, task.url) for task in team_tasks(person)[0]]


def test_an_answer_that_is_ready_stays_in_the_work_of_the_team_until_it_is_public(cast, client_of, bidding):
    plan = make.plan(cast.municipality, about=bidding)
    make.knowledge(cast, plan)
    answer(cast, plan, "no")
    asked = ask_question(tender=bidding, by=cast.resident, text="Mag het ook samen?")
    answer_question(question=asked, by=cast.officer, answer="Ja, dat mag.")
    address = reverse("tenders:list_questions", args=[bidding.slug])
    assert waiting_for(cast, cast.officer) == [("2 antwoorden zijn klaar, nog niet openbaar", address)]
    page = client_of(cast.officer).get(address).content.decode()
    assert [page.count(words) for words in ("Klaar, nog niet openbaar", "Wacht op antwoord", "Ja, dat mag.")] == [2, 0, 1]
    assert reverse("tenders:answer_question", args=[asked.public_id]) in page
    visitor = client_of(cast.visitor).get(address).content.decode()
    assert "Ja, dat mag." not in visitor
    assert address in page_of(client_of, cast.officer, plan)
    publish(cast, bidding)
    assert waiting_for(cast, cast.officer) == []


def test_an_answer_to_a_plan_is_changed_at_the_plan(cast, client_of, bidding):
    plan = make.plan(cast.municipality, about=bidding)
    answer(cast, plan, "no")
    question = Question.objects.get()
    assert question.page == plan.get_absolute_url()
    assert client_of(cast.officer).get(reverse("tenders:answer_question", args=[question.public_id])).status_code == 403
    publish(cast, bidding)
    page = client_of(cast.visitor).get(reverse("tenders:list_questions", args=[bidding.slug])).content.decode()
    assert f'href="{plan.get_absolute_url()}"' in page


def test_what_makers_knew_ahead_waits_in_the_work_of_the_team_until_everybody_can_read_it(cast):
    about, tender = make.tender(cast), make.tender(cast, step=Step.REQUEST)
    plan = make.plan(cast.municipality, about=about)
    make.plan_answer(cast, plan, into=tender)
    addresses = [reverse("initiatives:list_tender_plans", args=[one.slug]) for one in (about, tender)]
    waits = [("Schrijf op wat de makers van 1 plan vooraf wisten", address) for address in addresses]
    assert waiting_for(cast, cast.officer) == waits
    assert waiting_for(cast, cast.stranger) == []
    make.knowledge(cast, plan, published=False)
    waits = [("Wat de makers van 1 plan vooraf wisten, is nog niet openbaar", address) for address in addresses]
    assert waiting_for(cast, cast.buyer) == waits
    actions.publish_knowledge(plan=plan, by=cast.buyer)
    assert waiting_for(cast, cast.buyer) == []


def test_after_the_choice_nobody_need_write_down_what_they_knew(cast):
    make.plan(cast.municipality, about=make.tender(cast, step=Step.CONTRACT))
    assert waiting_for(cast, cast.officer) == []


def test_who_leads_it_answers_a_plan_and_then_changes_the_answer(cast, client_of):
    plan = make.plan(cast.municipality)

    def offered() -> list[bool]:
        page = client_of(cast.officer).get(plan.get_absolute_url()).content.decode()
        return [words in page for words in ("Beantwoord dit plan", "Antwoord veranderen")]

    before = offered()
    make.plan_answer(cast, plan)
    assert (before, offered()) == ([True, False], [False, True])
