"""What the page of step 5 shows of each lot: the decision it follows, its contract, and what waits for whom."""

from dataclasses import dataclass

from django.db.models import Prefetch

from accounts.permissions import allows
from contracts.models import Contract, ContractParty
from evaluation.models import AwardDecision, DecisionKind
from tenders.models import Lot, LotState
from tenders.steps import Step


@dataclass(frozen=True)
class LotRow:
    """One lot; `contract` is there only for who may see it."""

    lot: Lot
    decision: AwardDecision | None
    contract: Contract | None
    may_draft: bool

    @property
    def party_name(self) -> str:
        if self.contract:
            return ", ".join(row.party.name for row in self.contract.parties.all())
        return self.decision.party.name if self.decision and self.decision.party else ""


def lot_rows(tender, user) -> list[LotRow]:
    """The lots of a tender in order, in a fixed number of statements."""
    lots = list(tender.lots.all())
    decisions = {}
    sent = AwardDecision.objects.filter(lot__in=lots, sent_at__isnull=False).exclude(kind=DecisionKind.NONE).select_related("party")
    for decision in sent.order_by("number"):
        decisions[decision.lot_id] = decision
    contracts = {}
    for contract in (
        Contract.objects.visible_to(user)
        .filter(tender=tender)
        .prefetch_related(Prefetch("parties", queryset=ContractParty.objects.select_related("party")))
    ):
        contract.tender = tender
        contracts[contract.lot_id] = contract
    rows = []
    for lot in lots:
        lot.tender = tender
        decision, contract = decisions.get(lot.pk), contracts.get(lot.pk)
        works = allows(user, "contracts.draft_contract", lot)
        if contract:
            contract.lot, contract.decision = lot, decision
        can_be_drafted = decision is not None or tender.began_after(Step.SELECTION)
        may_draft = works and can_be_drafted and contract is None and lot.state != LotState.NOT_AWARDED
        rows.append(LotRow(lot, decision, contract, may_draft))
    return rows
