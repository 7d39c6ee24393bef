"""Offering freezes the contract: one fingerprint that both sides sign. While nobody signed it can be taken back."""

import pytest
from django.urls import reverse

from contracts import actions
from contracts.models import ContractState
from contracts.text import content_of
from documents.fingerprint import fingerprint
from evaluation.models import DecisionKind
from events.models import Event
from tenders.refusal import Changed, GateClosed, Refused
from tenders.routes import Route
from tenders.steps import Step
from tests import make


@pytest.fixture
def contract(cast):
    return make.contract(cast, make.tender(cast, step=Step.CONTRACT))


def test_it_is_frozen_under_the_fingerprint_of_its_content(cast, contract):
    actions.offer_contract(contract=contract, by=cast.officer, version=1)
    contract.refresh_from_db()
    assert contract.state == ContractState.TO_SIGN
    assert contract.content_sha256 == fingerprint(content_of(contract)) == fingerprint(contract.content)
    assert contract.document.content_sha256 == contract.content_sha256
    assert contract.content["agreements"][0]["clause"]["request"] == contract.decision.call_version.content_sha256
    event = Event.objects.get(name="contracts.contract_offered")
    assert (event.data["content"], event.is_public) == (contract.content_sha256, False)


def test_the_words_of_a_promise_stay_in_the_bid(cast, contract):
    promise = contract.decision.results.get().opened_bid.parts.filter(criterion__isnull=False).first()
    contract.agreements.update(promise=promise)
    actions.offer_contract(contract=contract, by=cast.officer, version=1)
    contract.refresh_from_db()
    assert contract.content["agreements"][0]["promise"] == {"heading": promise.heading, "sha256": fingerprint(promise.text)}
    assert promise.text not in str(contract.content)


def test_without_an_agreement_there_is_nothing_to_offer(cast):
    contract = make.contract(cast, make.tender(cast, step=Step.CONTRACT), agreements=0)
    with pytest.raises(GateClosed) as refused:
        actions.offer_contract(contract=contract, by=cast.officer, version=1)
    assert refused.value.messages == ["Schrijf ten minste één afspraak op."]


def test_after_competition_every_agreement_is_tied_to_a_clause(cast, contract):
    contract.agreements.update(clause=None, reason="")
    with pytest.raises(GateClosed) as refused:
        actions.offer_contract(contract=contract, by=cast.officer, version=1)
    assert refused.value.messages == [
        "Verbind elke afspraak met het onderdeel waar zij uit komt, en schrijf hoe zij daaruit volgt."
    ]


@pytest.mark.parametrize("route", [Route.SMALL_GRANT, Route.BUILDING_ONE])
def test_a_direct_route_needs_no_clauses(cast, route):
    tender = make.tender(cast, step=Step.CONTRACT, route=route)
    decision = make.awarded_lot(cast, tender, kind=DecisionKind.DIRECT)
    contract = make.contract(cast, tender, decision=decision)
    assert actions.offer_contract(contract=contract, by=cast.officer, version=1).state == ContractState.TO_SIGN


def test_the_term_after_the_decision_may_still_run_when_it_is_offered(cast):
    tender = make.tender(cast, step=Step.CONTRACT)
    contract = make.contract(cast, tender, decision=make.awarded_lot(cast, tender, days_ago=1))
    assert actions.offer_contract(contract=contract, by=cast.officer, version=1).state == ContractState.TO_SIGN


def test_what_somebody_changed_after_you_read_it_is_not_offered(cast, contract):
    actions.edit_contract(contract=contract, by=cast.contract_manager, version=1, form="subsidy", title="Nieuw")
    with pytest.raises(Changed) as refused:
        actions.offer_contract(contract=contract, by=cast.officer, version=1)
    assert refused.value.code == "version"


def test_while_nobody_signed_it_can_be_taken_back(cast, contract):
    offered = actions.offer_contract(contract=contract, by=cast.officer, version=1)
    actions.take_back_contract(contract=offered, by=cast.officer, reason="Een fout in de looptijd")
    contract.refresh_from_db()
    assert (contract.state, contract.content_sha256, contract.document, contract.version) == ("draft", "", None, 2)


def test_after_the_first_signature_it_cannot(cast, contract):
    offered = actions.offer_contract(contract=contract, by=cast.officer, version=1)
    make.signature(offered, by=cast.mandate)
    with pytest.raises(Refused) as refused:
        actions.take_back_contract(contract=offered, by=cast.officer, reason="Toch niet")
    contract.refresh_from_db()
    assert (refused.value.code, contract.state) == ("signed", "to_sign")


def test_the_button_offers_it_and_says_what_is_missing(cast, client_of, contract):
    client, url = client_of(cast.officer), reverse("contracts:offer_contract", args=[contract.public_id])
    contract.agreements.update(clause=None, reason="")
    page = client.post(url, {"version": 1}, follow=True).content.decode()
    assert "Verbind elke afspraak met het onderdeel" in page
    make.agreement(contract)
    contract.agreements.filter(clause=None).delete()
    assert "Het contract is aangeboden." in client.post(url, {"version": 1}, follow=True).content.decode()


def test_taking_back_asks_what_must_change(cast, client_of, contract):
    actions.offer_contract(contract=contract, by=cast.officer, version=1)
    url = reverse("contracts:take_back_contract", args=[contract.public_id])
    response = client_of(cast.officer).post(url, {"reason": ""})
    assert response.context["form"].errors == {"reason": ["Schrijf wat er moet veranderen."]}
    assert client_of(cast.officer).post(url, {"reason": "De looptijd"}).status_code == 302
    page = client_of(cast.officer).get(contract.get_absolute_url()).content.decode()
    assert (f"door {cast.officer.name}" in page, "De looptijd" in page) == (True, True)
