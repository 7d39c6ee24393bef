"""Making the decision on a lot, saying to each loser what the chosen one does better, and the committee's own words."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from accounts.models import Party, User
from bids.models import OpenedBid
from evaluation.actions.lots import hold_lot
from evaluation.models import AwardDecision, AwardReason, AwardResult, DecisionKind, Letter
from evaluation.outcome import Findings, Outcome
from evaluation.standing import standing
from events import clock, log
from tenders.models import Lot, LotState
from tenders.refusal import Changed, Refused
from tenders.routes import Track
from tenders.steps import Step

_DECIDING = (LotState.OPEN, LotState.IN_ASSESSMENT)


@transaction.atomic
def make_decision(
    *,
    lot: Lot,
    by: User,
    kind: DecisionKind,
    reason: str,
    party: Party | None = None,
    chosen: OpenedBid | None = None,
    amount: int | None = None,
    conditions: str = "",
    legal_basis: str = "",
    version: int = 0,
) -> AwardDecision:
    """The decision on a lot, or a change of the one that was not sent; what was prepared or approved is undone by that.

    With competition it follows from the consensus by the published weights; `chosen` says who, only where the first are equal.
    """
    lot = hold_lot(lot, Step.SELECTION, states=_DECIDING)
    decision = _in_the_making(lot, version)
    _refuse_kind(lot, kind)
    findings = Findings(lot)
    found = _outcomes_for(findings, kind)
    winner = _winner(findings, chosen) if kind == DecisionKind.AWARD else None
    decision.kind, decision.reason, decision.conditions = kind, _need(reason), conditions.strip()
    decision.party = winner.bid.bid.party if winner else _direct_party(kind, party, by)
    decision.amount = amount if lot.tender.traits.public_money and kind != DecisionKind.NONE else None
    decision.legal_basis = legal_basis.strip() if lot.tender.traits.track == Track.SUBSIDY else ""
    decision.call_version = standing(lot).round.call_version if found else None
    decision.made_by, decision.made_at, decision.version = by, clock.now(), version + 1
    decision.ranking = [[one.bid.letter, one.place, one.points] for one in found]
    advantages = _advantages(decision)
    take_back(decision)
    _write_results(decision, found, winner, advantages)
    log.record("evaluation.decision_made", by=by, thing=decision, reason=reason, kind=str(kind))
    return decision


@transaction.atomic
def write_advantages(*, result: AwardResult, by: User, text: str) -> AwardResult:
    """What the chosen one does better than this one: the law asks it for each letter. Letters that were ready are undone."""
    decision = result.decision
    hold_lot(decision.lot, Step.SELECTION, states=_DECIDING)
    decision = AwardDecision.objects.select_for_update(of=("self",)).select_related("lot__tender").get(pk=decision.pk)
    if decision.is_sent or result.chosen:
        raise Changed(_("This decision was sent. Its letters stay as they are."), code="sent")
    if not text.strip():
        raise ValidationError({"text": _("Say what the chosen one does better.")}, code="text")
    result.advantages = text.strip()
    result.save(update_fields=["advantages"])
    take_back(decision)
    log.record("evaluation.advantages_written", by=by, thing=decision, result=result.pk)
    return result


@transaction.atomic
def explain_decision(*, decision: AwardDecision, by: User, **words: str) -> AwardDecision:
    """The committee tells residents in its own words why it chose. May be written before and after sending; read after it."""
    decision = AwardDecision.objects.select_for_update(of=("self",)).select_related("lot__tender").get(pk=decision.pk)
    for name in ("explanation", "found_hard", "quote", "quote_by", "what_changes", "talk_about_it"):
        setattr(decision, name, words.get(name, getattr(decision, name)).strip())
    decision.explained_at = clock.now()
    decision.save()
    log.record("evaluation.decision_explained", by=by, thing=decision, public=decision.is_sent)
    return decision


def take_back(decision: AwardDecision) -> None:
    """Undo what was prepared and approved: letters must be made ready again, and somebody must approve them again."""
    decision.prepared_at = decision.approved_at = decision.approved_by = decision.send_on = None
    decision.term_begins_on = decision.term_ends_on = decision.document = decision.record = None
    decision.content, decision.record_content, decision.content_sha256 = {}, {}, ""
    decision.save()
    Letter.objects.filter(decision=decision).delete()


def _in_the_making(lot: Lot, version: int) -> AwardDecision:
    decision = AwardDecision.objects.select_for_update(of=("self",)).filter(lot=lot, sent_at=None).first()
    if decision is None:
        last = AwardDecision.objects.filter(lot=lot).aggregate(last=Max("number"))["last"] or 0
        decision = AwardDecision(lot=lot, number=last + 1, version=0)
    if decision.version != version:
        raise Changed(_("Somebody else changed this decision just before you. Look what it says now."), code="version")
    decision.lot = lot
    return decision


def _need(reason: str) -> str:
    if not reason.strip():
        raise ValidationError({"reason": _("Say why, in plain words.")}, code="reason")
    return reason.strip()


def _refuse_kind(lot: Lot, kind: DecisionKind) -> None:
    allowed = (DecisionKind.AWARD if lot.tender.competes_here else DecisionKind.DIRECT, DecisionKind.NONE)
    if kind not in allowed:
        raise Refused(_("This route does not know such a decision."), code="kind")
    if kind == DecisionKind.AWARD and lot.state != LotState.IN_ASSESSMENT:
        raise Refused(_("The bids of this lot have not been opened."), code="lot")


def _outcomes_for(findings: Findings, kind: DecisionKind) -> list[Outcome]:
    """Also when nobody is chosen everybody hears the own scores, as far as the committee has them."""
    if kind == DecisionKind.DIRECT or (kind == DecisionKind.NONE and findings.missing):
        return []
    return findings.outcomes


def _winner(findings: Findings, chosen: OpenedBid | None) -> Outcome:
    best = findings.first
    if not best:
        raise Refused(_("Nobody reaches the lowest total of the request. Decide that nobody is chosen."), code="nobody")
    if len(best) == 1:
        return best[0]
    for one in best:
        if chosen is not None and one.bid.pk == chosen.pk:
            return one
    raise ValidationError({"chosen": _("The first are equal. Choose by what the request says about that.")}, code="tie")


def _direct_party(kind: DecisionKind, party: Party | None, by: User) -> Party | None:
    if kind != DecisionKind.DIRECT:
        return None
    if party is None:
        raise ValidationError({"party": _("Say which party it is for.")}, code="party")
    if party.pk in by.party_ids():
        raise ValidationError({"party": _("You are a member of this party. A colleague must decide.")}, code="own")
    return party


def _advantages(decision: AwardDecision) -> dict[int, str]:
    return dict(decision.results.values_list("opened_bid_id", "advantages")) if decision.pk else {}


def _write_results(decision: AwardDecision, found: list[Outcome], winner: Outcome | None, advantages: dict[int, str]) -> None:
    AwardReason.objects.filter(result__decision=decision).delete()
    decision.results.all().delete()
    results = AwardResult.objects.bulk_create(
        AwardResult(
            decision=decision,
            opened_bid=one.bid,
            rank=one.place,
            points=one.points,
            chosen=one is winner,
            advantages="" if one is winner else advantages.get(one.bid.pk, ""),
        )
        for one in found
    )
    AwardReason.objects.bulk_create(
        AwardReason(result=result, criterion=row.criterion, grade=row.grade, text=row.reason)
        for result, one in zip(results, found, strict=True)
        for row in one.agreed
    )
