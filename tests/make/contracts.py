"""Decisions that a contract builds on, and contracts in any state. No gate is passed here; freezing is the real one."""

import datetime as dt

from bids.models import OpenedBid
from calls.models import FrozenClause
from contracts.models import Agreement, Contract, ContractForm, ContractParty, ContractSignature, ContractState, FundingModel, Side
from contracts.text import freeze, new_document
from evaluation.models import AwardDecision, AwardReason, AwardResult, DecisionKind
from events import clock
from tenders.models import InvolvementRole, LotState
from tests.make.bids import opened_bids
from tests.make.tenders import involve


def awarded_lot(
    cast, tender, *, lot=None, kind=DecisionKind.AWARD, party=None, partners=(), days_ago=60, term_days=42
) -> AwardDecision:
    """A sent decision on a lot (the first), for the entrepreneur's party; its term began `days_ago`.

    AWARD has a published request, an opened bid with promises, and a reason on each criterion; DIRECT has only the party.
    """
    lot = lot or tender.lots.first()
    party = party or cast.party
    opened = None
    if kind == DecisionKind.AWARD:
        opened = opened_bids(cast, tender, lot=lot, parties=[party], partners=partners)[0]
    sent = clock.now() - dt.timedelta(days=days_ago)
    sent_on = clock.today() - dt.timedelta(days=days_ago)
    decision = AwardDecision.objects.create(
        lot=lot,
        kind=kind,
        party=party if kind != DecisionKind.NONE else None,
        call_version=opened.bid.round.call_version if opened else None,
        reason="Dit plan past het best bij de mensen.",
        content_sha256="d" * 64,
        made_by=cast.officer,
        approved_by=cast.mandate,
        approved_at=sent,
        sent_at=sent,
        term_begins_on=sent_on + dt.timedelta(days=1),
        term_ends_on=sent_on + dt.timedelta(days=term_days),
    )
    if opened:
        _choose(decision, opened)
    lot.state = LotState.NOT_AWARDED if kind == DecisionKind.NONE else LotState.DECIDED
    lot.save(update_fields=["state"])
    return decision


def _choose(decision: AwardDecision, opened: OpenedBid) -> None:
    result = AwardResult.objects.create(decision=decision, opened_bid=opened, rank=1, points=80_000, chosen=True)
    version = decision.call_version
    grade = version.grades.get(points=8)
    for criterion in version.criteria.all():
        AwardReason.objects.create(result=result, criterion=criterion, grade=grade, text=f"Sterk op {criterion.name}.")


def contract(cast, tender=None, *, decision=None, state=ContractState.DRAFT, parties=None, agreements=1, **fields) -> Contract:
    """A contract of a tender's lot (awarded when it was not), or one that stands alone; with agreements tied when it can be."""
    if tender and decision is None:
        decision = awarded_lot(cast, tender)
    values = {
        "municipality": tender.municipality if tender else cast.municipality,
        "tender": tender,
        "lot": decision.lot if decision else None,
        "decision": decision,
        "title": decision.lot.name if decision else "Beheer van het buurthuis",
        "form": ContractForm.RELATIONAL,
        "form_reason": "Wij leren samen.",
        "funding_model": FundingModel.AVAILABILITY,
        "funding_reason": "De plek is er elke dag.",
        "amount": 41_000_000,
        "begins_on": dt.date(2025, 1, 1),
        "ends_on": dt.date(2028, 12, 31),
        "signed_on_paper": None if tender else dt.date(2024, 12, 18),
        "made_by": cast.officer,
    }
    made = Contract.objects.create(**(values | fields))
    for place, party in enumerate(parties or [cast.party]):
        ContractParty.objects.create(contract=made, party=party, is_lead=place == 0)
    for number in range(1, agreements + 1):
        agreement(made, title=f"Afspraak {number}")
    return in_state(cast, Contract.objects.for_page().get(pk=made.pk), state)


def in_state(cast, made: Contract, state: ContractState) -> Contract:
    """The contract frozen, and signed by everybody when asked."""
    if state != ContractState.DRAFT:
        freeze(made)
        made.state = state
    if state == ContractState.SIGNED:
        made.signed_at, made.signed_document = clock.now(), new_document(made)
        signature(made, by=cast.mandate)
        for row in made.parties.all():
            signature(made, party=row.party, by=row.party.memberships.first().user)
            if made.tender:
                for role in (InvolvementRole.CONTRACTOR, InvolvementRole.REPORTER):
                    involve(made.tender, role, party=row.party, lot=made.lot)
        if made.lot:
            made.lot.state = LotState.CONTRACTED
            made.lot.save(update_fields=["state"])
    made.save()
    return Contract.objects.for_page().get(pk=made.pk)


def signature(made: Contract, *, by, party=None) -> ContractSignature:
    return ContractSignature.objects.create(
        contract=made,
        side=Side.PARTY if party else Side.MUNICIPALITY,
        party=party,
        by=by,
        content_sha256=made.content_sha256,
    )


def agreement(made: Contract, *, clause=None, **fields) -> Agreement:
    """An agreement tied to `clause` (a FrozenClause), or to the first clause about the outcome when there is one."""
    version = made.decision.call_version if made.decision else None
    if clause is None and version:
        clause = FrozenClause.objects.filter(version=version, section__contains="outcome").first()
    values = {
        "number": made.agreements.count() + 1,
        "title": "De werkplaats is open",
        "text": "De werkplaats is elke werkdag open.",
        "clause": clause,
        "reason": "Zo staat het in de uitvraag." if clause else "",
    }
    return Agreement.objects.create(contract=made, **(values | fields))
