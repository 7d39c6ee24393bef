"""A contract is drafted from the decision: with its parties, and with a reason for form, money and a short term."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from bids.models import BidPartner, PartnerRole
from contracts import actions
from contracts.actions.contracts import MONEY
from contracts.forms import FactsForm
from contracts.models import AmountPer, Contract, ContractForm, FundingModel
from contracts.term import Term, term_of
from evaluation.models import AwardDecision, DecisionKind
from events.models import Event
from tenders.models import LotState
from tenders.refusal import Changed, Refused, WrongStep
from tenders.routes import Route
from tenders.steps import Step
from tests import make

FACTS = {
    "title": "Overdag in de binnenstad",
    "form": ContractForm.SUBSIDY,
    "form_reason": "Het gaat om subsidie.",
    "funding_model": FundingModel.AVAILABILITY,
    "funding_reason": "De werkplaats is er elke dag.",
    "amount": 41_000_000,
    "begins_on": dt.date(2025, 1, 1),
    "ends_on": dt.date(2028, 12, 31),
}


def _draft(cast, lot, **changes) -> Contract:
    return actions.draft_contract(lot=lot, by=cast.officer, **(FACTS | changes))


def _parties(contract) -> list[tuple[str, bool]]:
    return [(row.party.name, row.is_lead) for row in contract.parties.all()]


def test_the_parties_are_who_leads_the_chosen_bid_and_its_confirmed_partners(cast):
    tender = make.tender(cast, step=Step.CONTRACT)
    decision = make.awarded_lot(cast, tender, partners=[cast.partner_party])
    bid = decision.results.get(chosen=True).opened_bid.bid
    BidPartner.objects.create(bid=bid, party=make.party("Nog niet bevestigd"))
    BidPartner.objects.create(
        bid=bid, party=make.party("Onderaannemer"), role=PartnerRole.SUBCONTRACTOR, confirmed_at=decision.sent_at
    )
    contract = _draft(cast, decision.lot)
    assert _parties(contract) == [("Stichting De Werkplaats", True), ("Bewonersgroep Assendorp", False)]
    assert (contract.decision, contract.tender, contract.municipality) == (decision, tender, cast.municipality)
    event = Event.objects.get(name="contracts.contract_drafted")
    assert (event.thing_id, event.lot_id, event.is_public) == (contract.pk, decision.lot.pk, False)


def test_after_a_decision_without_competition_the_party_is_the_one_it_names(cast):
    tender = make.tender(cast, step=Step.CONTRACT, route=Route.SMALL_GRANT)
    decision = make.awarded_lot(cast, tender, kind=DecisionKind.DIRECT, party=cast.partner_party)
    assert _parties(_draft(cast, decision.lot)) == [("Bewonersgroep Assendorp", True)]


def test_a_lot_without_a_sent_decision_or_without_an_award_gets_no_contract(cast):
    tender = make.tender(cast, step=Step.CONTRACT, lots=3)
    first, second, third = tender.lots.all()
    not_sent = make.awarded_lot(cast, tender, lot=second)
    AwardDecision.objects.filter(pk=not_sent.pk).update(sent_at=None)
    make.awarded_lot(cast, tender, lot=third, kind=DecisionKind.NONE)
    for lot in (first, second, third):
        with pytest.raises(Refused) as refused:
            _draft(cast, lot)
        assert refused.value.code == "no_decision"
    assert Contract.objects.count() == 0


def test_a_lot_gets_one_contract(cast):
    tender = make.tender(cast, step=Step.CONTRACT)
    decision = make.awarded_lot(cast, tender)
    _draft(cast, decision.lot)
    with pytest.raises(Changed) as refused:
        _draft(cast, decision.lot)
    assert refused.value.code == "exists"


def test_it_is_done_in_step_5_and_later_for_a_lot_that_was_suspended(cast):
    early = make.tender(cast, step=Step.SELECTION)
    with pytest.raises(WrongStep):
        _draft(cast, make.awarded_lot(cast, early).lot)
    late = make.tender(cast, step=Step.MONITORING)
    assert _draft(cast, make.awarded_lot(cast, late).lot).pk
    assert late.lots.get().state == LotState.DECIDED


def test_a_subsidy_has_a_form_of_its_own_and_an_assignment_has_the_three_others(cast):
    subsidy = make.awarded_lot(cast, make.tender(cast, step=Step.CONTRACT)).lot
    assignment = make.awarded_lot(cast, make.tender(cast, step=Step.CONTRACT, route=Route.SAS)).lot
    for lot, wrong in ((subsidy, ContractForm.RELATIONAL), (assignment, ContractForm.SUBSIDY)):
        with pytest.raises(ValidationError) as refused:
            _draft(cast, lot, form=wrong)
        assert list(refused.value.message_dict) == ["form"]
    assert _draft(cast, assignment, form=ContractForm.RELATIONAL).pk


@pytest.mark.parametrize(
    ("ends_on", "term"),
    [
        (dt.date(2028, 12, 31), Term.LONG_ENOUGH),
        (dt.date(2027, 12, 31), Term.LONG_ENOUGH),
        (dt.date(2027, 12, 30), Term.SHORT),
        (dt.date(2026, 12, 31), Term.SHORT),
        (dt.date(2026, 12, 30), Term.VERY_SHORT),
    ],
)
def test_below_three_years_warns_and_below_two_needs_a_reason(ends_on, term):
    assert term_of(dt.date(2025, 1, 1), ends_on) == term


def test_a_term_that_begins_on_29_february_counts_to_28_february():
    assert term_of(dt.date(2024, 2, 29), dt.date(2026, 2, 28)) == Term.SHORT


def test_a_contract_below_two_years_needs_its_reason(cast):
    lot = make.awarded_lot(cast, make.tender(cast, step=Step.CONTRACT)).lot
    short = {"ends_on": dt.date(2026, 6, 30)}
    with pytest.raises(ValidationError) as refused:
        _draft(cast, lot, **short)
    assert list(refused.value.message_dict) == ["term_reason"]
    assert _draft(cast, lot, **short, term_reason="Het is een proef.").term_reason == "Het is een proef."


def test_a_small_grant_may_be_short_without_a_word_about_it(cast):
    tender = make.tender(cast, step=Step.CONTRACT, route=Route.SMALL_GRANT)
    lot = make.awarded_lot(cast, tender, kind=DecisionKind.DIRECT).lot
    contract = _draft(cast, lot, ends_on=dt.date(2025, 3, 31), amount=250_000, amount_per=AmountPer.WHOLE)
    assert (contract.amount, contract.amount_per) == (250_000, "whole")


def test_a_building_without_money_has_no_amount(cast):
    tender = make.tender(cast, step=Step.CONTRACT, route=Route.BUILDING_ONE)
    lot = make.awarded_lot(cast, tender, kind=DecisionKind.DIRECT).lot
    contract = _draft(cast, lot, form=ContractForm.CLASSIC, amount=250_000)
    assert (contract.funding_model, contract.funding_reason, contract.amount) == (FundingModel.NONE, "", None)


def test_a_building_without_money_is_asked_nothing_about_money(cast):
    assert set(MONEY) <= set(FactsForm(tender=make.tender(cast, route=Route.SMALL_GRANT)).fields)
    for route in (Route.BUILDING, Route.BUILDING_ONE):
        assert not set(MONEY) & set(FactsForm(tender=make.tender(cast, route=route)).fields)


def _posted(**changes) -> dict:
    values = {**FACTS, "form": "subsidy", "funding_model": "availability", "amount": "410.000", "amount_per": "year", "vat": "none"}
    return {**values, "begins_on": "2025-01-01", "ends_on": "2028-12-31", **changes}


def test_the_page_makes_the_draft_and_leads_to_the_agreements(cast, client_of):
    tender = make.tender(cast, step=Step.CONTRACT)
    make.awarded_lot(cast, tender)
    url = reverse("contracts:draft_contract", args=[tender.slug, 1])
    response = client_of(cast.contract_manager).post(url, _posted())
    contract = Contract.objects.get()
    assert response.url == reverse("contracts:write_agreement", args=[contract.public_id])
    assert (contract.amount, contract.made_by) == (41_000_000, cast.contract_manager)


@pytest.mark.parametrize(
    ("changes", "field", "sentence"),
    [
        ({"amount": ""}, "amount", "Vul het bedrag in. Wordt er geen publiek geld betaald? Kies dat dan."),
        ({"funding_model": "none"}, "amount", "U koos dat er geen publiek geld betaald wordt. Laat dit dan leeg."),
        ({"ends_on": "2026-06-30"}, "term_reason", "Het contract duurt korter dan twee jaar. Schrijf waarom."),
        ({"ends_on": "2024-06-30"}, "__all__", "Het contract eindigt voordat het begint."),
    ],
)
def test_a_wrong_form_says_so_beside_the_field_and_keeps_what_was_typed(cast, client_of, changes, field, sentence):
    tender = make.tender(cast, step=Step.CONTRACT)
    make.awarded_lot(cast, tender)
    response = client_of(cast.officer).post(reverse("contracts:draft_contract", args=[tender.slug, 1]), _posted(**changes))
    assert response.context["form"].errors == {field: [sentence]}
    assert "De werkplaats is er elke dag." in response.content.decode()


def test_only_the_team_and_the_contract_manager_draft(cast, client_of):
    tender = make.tender(cast, step=Step.CONTRACT)
    make.awarded_lot(cast, tender)
    url = reverse("contracts:draft_contract", args=[tender.slug, 1])
    people = (cast.officer, cast.contract_manager, cast.entrepreneur, cast.resident, cast.stranger, cast.visitor)
    assert [client_of(one).get(url).status_code for one in people] == [200, 200, 403, 403, 403, 302]
