"""Step 5 of the stories: Zwolle writes down what was agreed, lot by lot, and everybody signs in December 2024."""

import datetime as dt

from bids.models import OpenedPart
from calls.models import FrozenClause
from contracts import actions, tasks
from contracts.actions.contracts import chosen_result, decision_to_contract
from contracts.actions.signatures import Signer
from contracts.models import Contract, ContractForm, FundingModel, Side
from events.models import Event
from portal.demo.scenes import contract_texts as texts
from portal.demo.world import World
from tenders import lifecycle
from tenders.models import Lot
from tenders.steps import Step


def play(world: World) -> None:
    """Two contracts of four agreements each; then the tender goes on to step 6. Woensel has no decision yet."""
    world.notes["contracts"] = {}
    for lot in world.tender("zwolle").lots.all():
        world.notes["contracts"][lot.number] = _contract(world, lot)
    with world.at("2024-12-19 09:15"):
        reason = "Beide overeenkomsten zijn getekend. Op 1 januari begint het werk, en dan meten wij."
        lifecycle.advance(world.tender("zwolle"), leaving=Step.CONTRACT, by=world.person("marloes"), reason=reason)


def _contract(world: World, lot: Lot) -> Contract:
    with world.at(f"2024-11-{10 + lot.number} 10:00"):
        contract = _draft(world, lot)
    for hour, row in enumerate(texts.AGREEMENTS[lot.number], start=9):
        with world.at(f"2024-11-{17 + lot.number} {hour:02d}:30"):
            _agree(world, contract, *row)
    with world.at(f"2024-12-0{2 + lot.number} 13:20"):
        contract = _fresh(contract)
        actions.offer_contract(contract=contract, by=world.person("cora"), version=contract.version)
        tasks.render_contract(_last("contracts.contract_offered"))  # here nobody runs the reactions
    with world.at("2024-12-16 11:10"):
        _sign(world, contract, Signer(Side.MUNICIPALITY), world.person("wim"))
    for hour, row in enumerate(contract.parties.select_related("party"), start=14):
        with world.at(f"2024-12-18 {hour}:{20 + lot.number}"):
            signer = row.party.memberships.active().filter(may_sign=True).select_related("user").first().user
            signer.forget_roles()
            _sign(world, contract, Signer(Side.PARTY, row.party), signer)
    tasks.render_contract(_last("contracts.contract_signed"))
    return _fresh(contract)


def _draft(world: World, lot: Lot) -> Contract:
    decision = decision_to_contract(lot)
    amount = decision.amount or chosen_result(decision).opened_bid.amount
    return actions.draft_contract(
        lot=lot,
        by=world.person("marloes"),
        title=lot.name,
        form=ContractForm.SUBSIDY,
        form_reason=texts.FORM_REASON,
        funding_model=FundingModel.AVAILABILITY,
        funding_reason=texts.FUNDING_REASON,
        amount=amount,
        begins_on=dt.date(2025, 1, 1),
        ends_on=dt.date(2027, 12, 31),
    )


def _agree(world: World, contract: Contract, title: str, text: str, clause: str, place: int, reason: str) -> None:
    decision = contract.decision
    written = world.notes["request"]["zwolle"]["clauses"][clause]
    promises = OpenedPart.objects.filter(opened_bid=chosen_result(decision).opened_bid_id, key=f"criterion-{place}")
    actions.write_agreement(
        contract=_fresh(contract),
        by=world.person("cora"),
        title=title,
        text=text,
        clause=FrozenClause.objects.get(version=decision.call_version, clause=written),
        promise=promises.get(),
        reason=reason,
    )


def _sign(world: World, contract: Contract, signer: Signer, by) -> None:
    contract = _fresh(contract)
    actions.sign_contract(contract=contract, by=by, signer=signer.key, content_sha256=contract.content_sha256)


def _fresh(contract: Contract) -> Contract:
    return Contract.objects.for_page().get(pk=contract.pk)


def _last(name: str) -> int:
    return Event.objects.filter(name=name).order_by("-id").values_list("pk", flat=True).first()
