"""A small grant and a building without money go through steps 5 and 6 without a page that does not concern them."""

import datetime as dt

import pytest

from contracts import actions as contracts
from contracts.models import ContractForm, FundingModel
from evaluation.models import DecisionKind
from events import clock
from monitoring import actions
from monitoring.models import Voice
from tenders import lifecycle
from tenders.models import LotState
from tenders.refusal import GateClosed
from tenders.routes import Route
from tenders.steps import Step
from tests import make

GRANT = {"form": ContractForm.SUBSIDY, "funding_model": FundingModel.PERFORMANCE, "amount": 240_000}
BUILDING = {"form": ContractForm.CLASSIC, "funding_model": FundingModel.NONE, "amount": None}


@pytest.mark.parametrize(("route", "facts"), [(Route.SMALL_GRANT, GRANT), (Route.BUILDING_ONE, BUILDING)])
def test_from_decision_to_the_last_talk(cast, route, facts):
    tender = make.tender(cast, step=Step.CONTRACT, route=route)
    lot = make.awarded_lot(cast, tender, kind=DecisionKind.DIRECT).lot
    terms = {"begins_on": clock.today(), "ends_on": clock.today() + dt.timedelta(days=90)}
    words = {"title": "De tuin", "form_reason": "Klein en helder.", "funding_reason": "Eén keer."}
    contract = contracts.draft_contract(lot=lot, by=cast.officer, **facts, **terms, **words)
    contracts.write_agreement(contract=contract, by=cast.officer, title="De tuin", text="De straat onderhoudt de tuin.")
    contract = contracts.offer_contract(contract=contract, by=cast.officer, version=1)
    for person, signer in ((cast.mandate, "municipality"), (cast.entrepreneur, cast.party.public_id)):
        contracts.sign_contract(contract=contract, by=person, signer=signer, content_sha256=contract.content_sha256)
    assert tender.lots.get().state == LotState.CONTRACTED
    tender = lifecycle.advance(tender, leaving=Step.CONTRACT, by=cast.officer, reason="Getekend")
    cast.fresh()
    with pytest.raises(GateClosed):
        lifecycle.advance(tender, leaving=Step.MONITORING, by=cast.officer, reason="Klaar")
    talk = actions.hold_reflection(tender=tender, by=cast.officer, title="Hoe ging het?", held_on=clock.today())
    actions.speak(reflection=talk, by=cast.entrepreneur, voice=Voice.PROVIDER, text="Er staat een boom.")
    actions.speak(reflection=talk, by=cast.officer, voice=Voice.MUNICIPALITY, text="Wij zagen het.")
    actions.close_reflection(reflection=talk, by=cast.officer, conclusion="Volgend jaar weer.")
    assert lifecycle.advance(tender, leaving=Step.MONITORING, by=cast.officer, reason="Klaar").completed_at
