"""What the committee agrees on, bid by bid and criterion by criterion, once everybody's own scores are in."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from bids.models import OpenedBid
from calls.models import FrozenCriterion, FrozenGrade
from evaluation.actions.lots import hold_lot
from evaluation.models import AwardDecision, Consensus
from evaluation.standing import standing
from events import clock, log
from tenders.models import Lot, LotState
from tenders.refusal import Changed, Refused
from tenders.steps import Step


@transaction.atomic
def record_consensus(
    *,
    lot: Lot,
    opened_bid: OpenedBid,
    criterion: FrozenCriterion,
    grade: FrozenGrade,
    reason: str,
    by: User,
    dissent: str = "",
    version: int = 0,
) -> Consensus:
    """Record grade and reason for one bid on one criterion, and who thinks otherwise. `version` is what the page showed."""
    lot = hold_lot(lot, Step.SELECTION, states=(LotState.IN_ASSESSMENT,))
    _refuse_too_early_or_late(lot)
    _refuse_strange(lot, opened_bid, criterion, grade)
    found = Consensus.objects.filter(opened_bid=opened_bid, criterion=criterion).first()
    consensus = found or Consensus(opened_bid=opened_bid, criterion=criterion, version=0)
    if consensus.version != version:
        raise Changed(_("Somebody else recorded this just before you. Look what it says now."), code="version")
    if not reason.strip():
        raise ValidationError({"reason": _("Write why the committee finds this.")}, code="reason")
    consensus.grade, consensus.reason, consensus.dissent = grade, reason.strip(), dissent.strip()
    consensus.by, consensus.at, consensus.version = by, clock.now(), version + 1
    consensus.save()
    log.record("evaluation.consensus_recorded", by=by, thing=consensus, reason=reason, lot=lot.pk, criterion=criterion.pk)
    return consensus


def _refuse_too_early_or_late(lot: Lot) -> None:
    if not standing(lot).all_scores_in:
        raise Refused(_("The talk begins when every member has handed in the own scores."), code="waiting")
    if AwardDecision.objects.filter(lot=lot, prepared_at__isnull=False, sent_at=None).exists():
        raise Changed(_("The letters are ready with what was agreed. Change the decision first, then this."), code="prepared")


def _refuse_strange(lot: Lot, opened_bid: OpenedBid, criterion: FrozenCriterion, grade: FrozenGrade) -> None:
    round_ = standing(lot).round
    version = round_.call_version_id
    fits = opened_bid.bid.round_id == round_.pk and opened_bid.set_aside_at is None
    if not fits or criterion.version_id != version or grade.version_id != version:
        raise Refused(_("This bid is not judged in this lot."), code="strange")
