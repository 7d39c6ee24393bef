"""A member's own scores: saved as one types, handed in once, reopened only by the secretary with a reason."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import User
from bids.models import OpenedBid
from calls.models import FrozenCriterion, FrozenGrade
from documents.fingerprint import fingerprint
from evaluation.actions.lots import hold_lot, refuse_state
from evaluation.models import Consensus, Score, Seat
from evaluation.standing import standing
from events import clock, log
from tenders.locks import hold
from tenders.models import LotState
from tenders.refusal import Changed, Refused
from tenders.steps import Step


@transaction.atomic
def score_bid(
    *,
    seat: Seat,
    opened_bid: OpenedBid,
    criterion: FrozenCriterion,
    by: User,
    grade: FrozenGrade | None = None,
    reason: str = "",
    version: int = 0,
) -> Score:
    """Save a draft of one score; `version` is what the page showed, 0 for none yet.

    A draft makes no event: it says nothing to anybody. What was handed in does (`finish_scores`), with a fingerprint of it all.
    """
    hold(seat.tender, Step.SELECTION)
    held = Score.objects.select_for_update(of=("self", "seat")).select_related("seat__lot__tender")
    held = held.filter(seat=seat, opened_bid=opened_bid, criterion=criterion)
    score = held.first()
    if score is None:  # the first time: hold the seat, and look again whether another tab was just before
        seat = _own_open_seat(seat, by)
        score = held.first()
    else:
        seat = _refuse_closed(score.seat, by)
    if score is None or (grade and grade.version_id != criterion.version_id):
        _refuse_strange(seat, opened_bid, criterion, grade)
    if score is None:
        score = Score(seat=seat, opened_bid=opened_bid, criterion=criterion, version=0)
    if score.version != version:
        raise Changed(
            _("You saved this elsewhere in the meantime. That is kept: look, and save again what you want."), code="version"
        )
    score.grade, score.reason, score.version, score.saved_at = grade, reason.strip(), version + 1, clock.now()
    score.save()
    return score


@transaction.atomic
def finish_scores(*, seat: Seat, by: User) -> Seat:
    """Hand in one's own scores: each bid on each criterion has a grade and a reason. After this they stand."""
    lot = hold_lot(seat.lot, Step.SELECTION, states=(LotState.IN_ASSESSMENT,))
    seat = _own_open_seat(seat, by)
    missing = missing_scores(seat)
    if missing:
        raise Refused(
            ngettext("%(count)d score has no grade or no reason yet.", "%(count)d scores have no grade or no reason yet.", missing)
            % {"count": missing},
            code="missing",
        )
    seat.finished_at = clock.now()
    seat.save(update_fields=["finished_at"])
    log.record(
        "evaluation.scores_finished",
        by=by,
        thing=seat,
        content_sha256=fingerprint(_content(seat)),
        waiting=len(standing(lot).waiting),
    )
    return seat


@transaction.atomic
def reopen_scores(*, seat: Seat, by: User, reason: str) -> Seat:
    """Let a member change the own scores again, with a reason; not once the committee has begun its talk."""
    lot = hold_lot(seat.lot, Step.SELECTION, states=(LotState.IN_ASSESSMENT,))
    if Consensus.objects.of_lot(lot).exists():
        raise Refused(_("The committee has begun its talk. Own scores stay as they were."), code="begun")
    seat = Seat.objects.select_for_update(of=("self",)).get(pk=seat.pk)
    seat.lot = lot
    if not reason.strip():
        raise ValidationError({"reason": _("Say why.")}, code="reason")
    if seat.finished_at is None or not seat.is_sitting:
        raise Changed(_("These scores are open already."), code="open")
    seat.finished_at, seat.reopened_at, seat.reopened_because = None, clock.now(), reason.strip()
    seat.save(update_fields=["finished_at", "reopened_at", "reopened_because"])
    log.record("evaluation.scores_reopened", by=by, thing=seat, reason=reason, person=seat.person_id)
    return seat


def bids_to_score(seat: Seat):
    """The bids that this seat judges: opened in its lot's round, and not set aside."""
    return OpenedBid.objects.admitted().filter(bid__round=standing(seat.lot).round)


def missing_scores(seat: Seat) -> int:
    """How many scores still lack a grade or a reason."""
    round_ = standing(seat.lot).round
    if round_ is None:
        return 0
    bids = OpenedBid.objects.admitted().filter(bid__round=round_)
    wanted = bids.count() * round_.number_of_criteria
    return wanted - Score.objects.filter(seat=seat, opened_bid__in=bids, grade__isnull=False).exclude(reason="").count()


def _own_open_seat(seat: Seat, by: User) -> Seat:
    """The seat, locked: who saves and who hands in do it one after the other."""
    fresh = Seat.objects.select_for_update(of=("self",)).select_related("lot__tender").get(pk=seat.pk)
    return _refuse_closed(fresh, by)


def _refuse_closed(fresh: Seat, by: User) -> Seat:
    """The same seat, when this person may still change its scores."""
    if fresh.person_id != by.pk or not fresh.is_sitting:
        raise Refused(_("You do not judge this lot."), code="not_you")
    if fresh.declared_at is None:
        raise Refused(_("First declare that you are impartial."), code="declare")
    if fresh.finished_at is not None:
        raise Changed(_("Your scores are in and stand. Ask the secretary when something must change."), code="finished")
    refuse_state(fresh.lot, (LotState.IN_ASSESSMENT,))
    return fresh


def _refuse_strange(seat: Seat, opened_bid: OpenedBid, criterion: FrozenCriterion, grade: FrozenGrade | None) -> None:
    """Bid, criterion and grade belong to the round that this seat judges."""
    round_ = standing(seat.lot).round
    fits = (
        round_ is not None
        and opened_bid.bid.round_id == round_.pk
        and opened_bid.set_aside_at is None
        and criterion.version_id == round_.call_version_id
        and (grade is None or grade.version_id == round_.call_version_id)
    )
    if not fits:
        raise Refused(_("This bid is not judged in this lot."), code="strange")


def _content(seat: Seat) -> list:
    scores = Score.objects.filter(seat=seat).select_related("grade", "criterion", "opened_bid").order_by("opened_bid", "criterion")
    return [[s.opened_bid.public_id, s.criterion.position, s.grade.points if s.grade else None, s.reason] for s in scores]
