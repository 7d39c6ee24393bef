"""Drafting a contract from a decision, changing the draft, and recording one from before the platform."""

import datetime as dt

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import Municipality, Party, User
from bids.models import BidPartner, PartnerRole
from contracts.hold import STEPS, hold_contract, refuse_stale
from contracts.models import Contract, ContractForm, ContractParty, ContractState, FundingModel
from contracts.term import Term, term_of
from contracts.text import freeze
from evaluation.models import AwardDecision, AwardResult, DecisionKind
from events import log
from tenders.actions import involve
from tenders.locks import hold, one_at_a_time
from tenders.models import InvolvementRole, Lot, LotState
from tenders.refusal import Changed, Refused
from tenders.routes import Track
from tenders.steps import Step

FACTS = (
    "title",
    "form",
    "form_reason",
    "funding_model",
    "funding_reason",
    "amount",
    "amount_per",
    "vat",
    "begins_on",
    "ends_on",
    "term_reason",
)
MONEY = ("funding_model", "funding_reason", "amount", "amount_per", "vat")


@transaction.atomic
def draft_contract(*, lot: Lot, by: User, parties: list[Party] = (), signed_on_paper: dt.date | None = None, **facts) -> Contract:
    """The draft of a lot's contract, with the parties of the decision. Raises Refused when there is no decision to build on.

    When the decision was taken before the platform, `parties` names them; `signed_on_paper` when it was signed by then too.
    """
    tender = hold(lot.tender, *STEPS)
    one_at_a_time("contract of lot", lot.pk)
    lot = Lot.objects.get(pk=lot.pk)
    decision = decision_to_contract(lot)
    before = tender.began_after(Step.SELECTION) and decision is None
    if before and not parties:
        raise Refused({"parties": _("Choose at least one party.")})
    if (decision is None and not before) or lot.state == LotState.NOT_AWARDED:
        raise Refused(_("There is no decision yet that names a party. Send the decision first."), code="no_decision")
    if Contract.objects.filter(lot=lot).exists():
        raise Changed(_("A colleague began this contract just before you. Go on with that one."), code="exists")
    contract = Contract(
        municipality=tender.municipality,
        tender=tender,
        lot=lot,
        decision=decision,
        made_by=by,
        signed_on_paper=signed_on_paper if before else None,
        **_only_facts(facts),
    )
    _save_checked(contract)
    if before:
        _write_parties(contract, parties)
    else:
        for party, is_lead in _parties_of(decision):
            ContractParty.objects.create(contract=contract, party=party, is_lead=is_lead)
    log.record("contracts.contract_drafted", by=by, thing=contract)
    return contract


@transaction.atomic
def edit_contract(*, contract: Contract, by: User, version: int, **facts) -> Contract:
    """Change the facts of a draft. Raises Changed when somebody else saved it after this person read it."""
    fresh = hold_contract(contract, ContractState.DRAFT)
    refuse_stale(version, fresh)
    for name, value in _only_facts(facts).items():
        setattr(fresh, name, value)
    if "signed_on_paper" in facts:
        fresh.signed_on_paper = facts["signed_on_paper"]
    fresh.version += 1
    _save_checked(fresh)
    log.record("contracts.contract_edited", by=by, thing=fresh)
    return fresh


@transaction.atomic
def start_contract(*, municipality: Municipality, by: User, parties: list[Party], signed_on_paper: dt.date, **facts) -> Contract:
    """A contract from before the platform, without a tender: first a draft, in which its agreements are written down."""
    if not parties:
        raise Refused({"parties": _("Choose at least one party.")})
    contract = Contract(municipality=municipality, made_by=by, signed_on_paper=signed_on_paper, **_only_facts(facts))
    _save_checked(contract)
    _write_parties(contract, parties)
    log.record("contracts.contract_started", by=by, thing=contract)
    return contract


@transaction.atomic
def record_contract(*, contract: Contract, by: User) -> Contract:
    """Record a contract that was signed on paper before the platform: it is frozen, and public from now on."""
    fresh = hold_contract(contract, ContractState.DRAFT)
    if fresh.signed_on_paper is None:
        raise Refused(_("Fill in on which day it was signed on paper."), code="signed_on_paper")
    if not fresh.current_agreements():
        raise Refused(_("Write down at least one agreement first."), code="no_agreements")
    freeze(fresh)
    fresh.signed_at = timezone.make_aware(dt.datetime.combine(fresh.signed_on_paper, dt.time(12)))
    fresh.state = ContractState.SIGNED
    fresh.save(update_fields=["state", "content", "content_sha256", "frozen_at", "signed_at", "document"])
    if fresh.tender:
        settle_lot(fresh, by)
    log.record("contracts.contract_recorded", by=by, thing=fresh, public=True, content=fresh.content_sha256)
    return fresh


def _write_parties(contract: Contract, parties: list[Party]) -> None:
    """The parties by name, the first one leads."""
    for place, party in enumerate(parties):
        if party.pk is None:  # a party that nobody here acts for yet
            party.save()
        ContractParty.objects.create(contract=contract, party=party, is_lead=place == 0)


def settle_lot(contract: Contract, by: User) -> None:
    """The lot has its contract, and the parties may report measurements."""
    contract.lot.state = LotState.CONTRACTED
    contract.lot.save(update_fields=["state"])
    for row in contract.parties.all():
        for role in (InvolvementRole.CONTRACTOR, InvolvementRole.REPORTER):
            involve(tender=contract.tender, lot=contract.lot, party=row.party, role=role, by=by)


def decision_to_contract(lot: Lot) -> AwardDecision | None:
    """The newest decision on the lot that was sent, when it names a party."""
    newest = AwardDecision.objects.filter(lot=lot, sent_at__isnull=False).order_by("-number").first()
    return newest if newest and newest.kind != DecisionKind.NONE else None


def chosen_result(decision: AwardDecision) -> AwardResult | None:
    """The result that was chosen; None for a decision without competition."""
    return decision.results.filter(chosen=True).select_related("opened_bid__bid__party").first()


def forms_for(tender) -> list[tuple[str, str]]:
    """The forms that fit the track: a subsidy has one of its own, other tracks have the three of the seeds."""
    if tender is not None and tender.track == Track.SUBSIDY:
        return [(ContractForm.SUBSIDY.value, ContractForm.SUBSIDY.label)]
    return [(form.value, form.label) for form in ContractForm if tender is None or form != ContractForm.SUBSIDY]


def _parties_of(decision: AwardDecision) -> list[tuple[Party, bool]]:
    """The parties with whether each leads: who leads the chosen bid and its confirmed partners, or the one party named."""
    result = chosen_result(decision)
    if result is None:
        return [(decision.party, True)]
    bid = result.opened_bid.bid
    partners = BidPartner.objects.filter(bid=bid, left_at=None, confirmed_at__isnull=False, role=PartnerRole.PARTNER)
    others = [partner.party for partner in partners.select_related("party") if partner.party_id != bid.party_id]
    return [(bid.party, True), *((party, False) for party in others)]


def _only_facts(facts: dict) -> dict:
    return {name: facts[name] for name in FACTS if name in facts}


def _save_checked(contract: Contract) -> None:
    """Save a draft whose facts hold together; raises ValidationError by field."""
    paid = contract.tender is None or contract.tender.traits.public_money
    if not paid:  # nobody was asked, and nothing else can be true
        contract.funding_model, contract.funding_reason, contract.amount = FundingModel.NONE, "", None
    asked = FACTS if paid else [name for name in FACTS if name not in MONEY]
    contract.full_clean(exclude=[field.name for field in Contract._meta.fields if field.name not in asked])
    if contract.form not in dict(forms_for(contract.tender)):
        raise Refused({"form": _("This form does not fit the route of this tender.")})
    competes = contract.tender is not None and contract.tender.traits.competition and not contract.is_from_before
    if competes and not contract.term_reason and term_of(contract.begins_on, contract.ends_on) == Term.VERY_SHORT:
        raise Refused({"term_reason": _("The contract is shorter than two years. Say why.")})
    contract.save()
