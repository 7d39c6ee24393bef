"""Agreements: each tied to the clause and the promise that it comes from, with the reason how it follows."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from bids.models import OpenedPart
from calls.models import FrozenClause
from contracts import actions
from contracts.actions.agreements import clauses_for, promises_for
from contracts.models import Agreement, ContractState
from evaluation.models import DecisionKind
from initiatives.actions import hide_words
from tenders.refusal import Changed
from tenders.routes import Route
from tenders.steps import Step
from tests import make

WORDS = {"title": "Open", "text": "Elke werkdag open.", "reason": "Zo staat het in de uitvraag."}


@pytest.fixture
def contract(cast):
    return make.contract(cast, make.tender(cast, step=Step.CONTRACT), agreements=0)


def test_an_agreement_takes_the_next_number_and_names_clause_and_promise(cast, contract):
    clause, promise = clauses_for(contract).first(), promises_for(contract).first()
    first = actions.write_agreement(contract=contract, by=cast.officer, clause=clause, promise=promise, **WORDS)
    second = actions.write_agreement(contract=contract, by=cast.officer, clause=clause, **WORDS)
    assert [(one.number, one.clause, one.promise) for one in (first, second)] == [(1, clause, promise), (2, clause, None)]


def test_clauses_are_those_of_the_decisions_request_and_of_the_own_lot(cast):
    tender = make.tender(cast, step=Step.CONTRACT, lots=2)
    decision = make.awarded_lot(cast, tender, lot=tender.lots.last())
    contract = make.contract(cast, tender, decision=decision, agreements=0)
    common = FrozenClause.objects.filter(version=decision.call_version)
    other = common.first()
    other.lot = tender.lots.first()
    other.save()
    assert set(clauses_for(contract)) == set(common.exclude(pk=other.pk))
    with pytest.raises(ValidationError) as refused:
        actions.write_agreement(contract=contract, by=cast.officer, clause=other, **WORDS)
    assert list(refused.value.message_dict) == ["clause"]


def test_an_agreement_names_the_plan_that_it_comes_from_only_while_everybody_can_read_it(cast, client_of, contract):
    plan = make.plan(cast.municipality, title="Weg met Jansen")
    actions.write_agreement(contract=contract, by=cast.officer, plan_answer=make.plan_answer(cast, plan), **WORDS)

    def shown() -> tuple:
        page = client_of(cast.officer).get(reverse("contracts:show_contract", args=[contract.public_id])).content.decode()
        return "Weg met Jansen" in page, "Een plan waarvan de tekst is verborgen" in page

    assert shown() == (True, False)
    hide_words(thing=plan, by=cast.officer, reason="Het noemt een buurman.")
    assert shown() == (False, True)


def test_promises_are_those_of_the_chosen_bid_alone(cast, contract):
    other = make.contract(cast, make.tender(cast, step=Step.CONTRACT), agreements=0)
    assert promises_for(contract).count() > 0
    assert not set(promises_for(contract)) & set(promises_for(other))
    with pytest.raises(ValidationError) as refused:
        actions.write_agreement(contract=contract, by=cast.officer, promise=promises_for(other).first(), **WORDS)
    assert list(refused.value.message_dict) == ["promise"]


def test_an_arrow_needs_its_reason(cast, contract):
    with pytest.raises(ValidationError) as refused:
        actions.write_agreement(contract=contract, by=cast.officer, clause=clauses_for(contract).first(), **{**WORDS, "reason": ""})
    assert list(refused.value.message_dict) == ["reason"]


def test_two_who_change_the_same_agreement_do_not_overwrite_each_other(cast, contract):
    made = actions.write_agreement(contract=contract, by=cast.officer, **WORDS)
    change = {"contract": contract, "agreement": made, "version": 1}
    actions.write_agreement(by=cast.officer, **change, **{**WORDS, "title": "Eerst"})
    with pytest.raises(Changed) as refused:
        actions.write_agreement(by=cast.contract_manager, **change, **{**WORDS, "title": "Daarna"})
    made.refresh_from_db()
    assert (refused.value.code, made.title, made.version) == ("version", "Eerst", 2)


def test_what_is_left_out_stays_with_its_reason_and_its_number_is_not_used_again(cast, contract):
    made = actions.write_agreement(contract=contract, by=cast.officer, **WORDS)
    actions.withdraw_agreement(agreement=made, by=cast.officer, reason="Dubbel")
    made.refresh_from_db()
    again = actions.write_agreement(contract=contract, by=cast.officer, **WORDS)
    assert (made.withdrawn_because, again.number) == ("Dubbel", 2)
    assert list(contract.agreements.current()) == [again]


def test_nothing_is_written_once_it_is_offered(cast):
    contract = make.contract(cast, make.tender(cast, step=Step.CONTRACT), state=ContractState.TO_SIGN)
    with pytest.raises(Changed):
        actions.write_agreement(contract=contract, by=cast.officer, **WORDS)
    with pytest.raises(Changed):
        actions.withdraw_agreement(agreement=contract.agreements.first(), by=cast.officer, reason="Nee")


def test_the_page_saves_one_agreement_at_a_time(cast, client_of, contract):
    clause, promise = clauses_for(contract).first(), promises_for(contract).first()
    url = reverse("contracts:write_agreement", args=[contract.public_id])
    client = client_of(cast.officer)
    assert client.post(url, {**WORDS, "clause": clause.pk, "promise": promise.pk}).url == url
    made = Agreement.objects.get()
    one = reverse("contracts:write_agreement", args=[contract.public_id, made.public_id])
    assert client.post(one, {**WORDS, "title": "Altijd open", "clause": clause.pk, "version": 1}).url == url
    made.refresh_from_db()
    assert (made.title, made.clause, made.promise) == ("Altijd open", clause, None)


def test_a_colleague_who_was_first_is_shown_beside_what_was_typed(cast, client_of, contract):
    made = actions.write_agreement(contract=contract, by=cast.officer, **WORDS)
    actions.write_agreement(contract=contract, by=cast.officer, agreement=made, version=1, **{**WORDS, "title": "Van de collega"})
    url = reverse("contracts:write_agreement", args=[contract.public_id, made.public_id])
    page = client_of(cast.contract_manager).post(url, {**WORDS, "title": "Van mij", "version": 1}).content.decode()
    assert ("Van de collega" in page, "Van mij" in page, 'name="version" value="2"' in page) == (True, True, True)


def test_a_direct_decision_asks_for_no_clause_or_promise(cast, client_of):
    tender = make.tender(cast, step=Step.CONTRACT, route=Route.SMALL_GRANT)
    decision = make.awarded_lot(cast, tender, kind=DecisionKind.DIRECT)
    contract = make.contract(cast, tender, decision=decision, agreements=0)
    response = client_of(cast.officer).get(reverse("contracts:write_agreement", args=[contract.public_id]))
    assert list(response.context["form"].fields) == ["title", "text", "version"]


def test_the_page_of_many_agreements_costs_what_one_costs(cast, client_of, statements, contract):
    url = reverse("contracts:write_agreement", args=[contract.public_id])
    client = client_of(cast.officer)
    counts = []
    for _more in (1, 2):
        make.agreement(contract, promise=OpenedPart.objects.first())
        if _more == 2:
            make.agreement(contract)
        with statements() as sent:
            client.get(url)
        counts.append(len(sent))
    assert counts[0] == counts[1]
