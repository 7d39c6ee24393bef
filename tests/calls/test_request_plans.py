"""A plan from outside that was answered yes or together stands on the thread: in a clause, an agreement, and back again."""

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from calls import actions
from calls.freezing import freeze
from calls.models import Call, ClauseSource
from calls.printed import Printed
from calls.sources import loose_plans
from contracts.actions import write_agreement
from contracts.models import ContractState
from tenders.refusal import Refused
from tenders.steps import Step
from tests import make


@pytest.fixture
def tender(cast):
    made = make.tender(cast, step=Step.REQUEST)
    make.call(cast, made)
    return made


@pytest.fixture
def clause(tender):
    return Call.objects.get(tender=tender).clauses.first()


def test_a_clause_comes_from_a_plan_and_both_pages_say_so(cast, client_of, tender, clause):
    plan = make.plan(cast.municipality)
    make.plan_answer(cast, plan, into=tender)
    chosen = client_of(cast.officer).get(reverse("calls:choose_source", args=[tender.slug, clause.number])).content.decode()
    assert plan.title in chosen
    address = reverse("calls:link_plan", args=[tender.slug, clause.number, plan.public_id])
    assert client_of(cast.officer).post(address, {"reason": "De keuken.", "once": "a"}).status_code == 302
    forwards = client_of(cast.visitor).get(plan.get_absolute_url()).content.decode()
    back = client_of(cast.visitor).get(reverse("golden_thread:where_from", args=[tender.slug, "onderdeel", clause.number]))
    assert ("De keuken." in forwards, clause.title in forwards) == (True, True)
    assert ("De keuken." in back.content.decode(), plan.title in back.content.decode()) == (True, True)


def test_who_writes_sees_which_plans_with_a_yes_stand_in_no_part(cast, client_of, tender, clause):
    officer, titles = client_of(cast.officer), ("Soep", "Fietsen", "Breien")
    plans = soup, _bikes, _knitting = [make.plan(cast.municipality, title=title, about=tender) for title in titles]
    for plan, outcome in zip(plans, ("yes", "together", "no"), strict=True):
        make.plan_answer(cast, plan, outcome=outcome)
    addresses = {plan: reverse("calls:link_plan", args=[tender.slug, clause.number, plan.public_id]) for plan in plans}

    def offered(name):
        page = officer.get(reverse(f"calls:{name}", args=[tender.slug])).content.decode()
        return [plan.title for plan, address in addresses.items() if address in page]

    assert [offered("edit_call"), offered("adopt_call")] == [["Soep", "Fietsen"]] * 2
    officer.post(addresses[soup], {"reason": "De keuken.", "once": "a"})
    assert [offered("edit_call"), offered("adopt_call")] == [["Fietsen"]] * 2
    assert "Fietsen" not in client_of(cast.resident).get(reverse("calls:show_call", args=[tender.slug])).content.decode()
    actions.withdraw_clause(clause=clause, by=cast.officer, reason="Dubbel.")
    assert [one.plan.title for one in loose_plans(Call.objects.get(tender=tender))] == ["Fietsen", "Soep"]


def test_a_refused_plan_or_one_of_another_tender_is_no_source(cast, tender, clause):
    refused = make.plan_answer(cast, make.plan(cast.municipality, about=tender), outcome="no")
    elsewhere = make.plan_answer(cast, make.plan(cast.municipality), into=make.tender(cast))
    for answer in (refused, elsewhere):
        with pytest.raises(Refused):
            actions.link_plan(clause=clause, by=cast.officer, answer=answer, reason="Zo.")
    good = make.plan_answer(cast, make.plan(cast.municipality), into=tender)
    actions.link_plan(clause=clause, by=cast.officer, answer=good, reason="Zo.")
    with pytest.raises(Refused):
        actions.link_plan(clause=clause, by=cast.officer, answer=good, reason="Nog eens.")


def test_who_writes_the_request_links_and_nobody_else(cast, client_of, tender, clause):
    plan = make.plan(cast.municipality)
    make.plan_answer(cast, plan, into=tender)
    address = reverse("calls:link_plan", args=[tender.slug, clause.number, plan.public_id])
    assert {name for name, one in cast.people().items() if client_of(one).get(address).status_code == 200} == {"officer", "buyer"}


def test_a_source_is_exactly_one_thing(cast, tender, clause):
    contribution = make.contribution(tender)
    response = make.response(cast, contribution)
    answer = make.plan_answer(cast, make.plan(cast.municipality), into=tender)
    for both in ({"response": response, "plan_answer": answer}, {}):
        with pytest.raises(IntegrityError), transaction.atomic():
            ClauseSource.objects.create(clause=clause, reason="Zo.", by=cast.officer, **both)


def test_what_the_makers_knew_is_published_with_the_request(cast, tender):
    plan = make.plan(cast.municipality, about=tender)
    make.knowledge(cast, plan, text="Zij zagen de begroting.")
    version = freeze(Call.objects.select_related("tender__municipality").get(tender=tender), by=cast.officer, for_bids=True)
    assert [piece["text"] for piece in Printed(version).known_ahead] == ["Zij zagen de begroting."]


def test_an_agreement_comes_from_a_plan(cast, client_of):
    contract = make.contract(cast, make.tender(cast, step=Step.CONTRACT), state=ContractState.DRAFT)
    plan = make.plan(cast.municipality)
    answer = make.plan_answer(cast, plan, into=contract.tender)
    words = {"title": "De keuken", "text": "De partij laat de keuken aan de bewoners."}
    with pytest.raises(Refused):  # an arrow says how it follows
        write_agreement(contract=contract, by=cast.officer, plan_answer=answer, **words)
    made = write_agreement(contract=contract, by=cast.officer, plan_answer=answer, reason="Zo stond het in hun plan.", **words)
    assert made.plan_answer == answer
    elsewhere = make.plan_answer(cast, make.plan(cast.other_municipality))
    with pytest.raises(Refused):
        write_agreement(contract=contract, by=cast.officer, plan_answer=elsewhere, reason="Zo.", **words)
    page = client_of(cast.officer).get(contract.get_absolute_url()).content.decode()
    assert plan.title in page
