"""Fetching is checking, for the pages of step 4: a lot with its standing, a seat, a score, a decision, a letter."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404

from accounts.permissions import allows, check, fetch
from bids.models import OpenedBid
from calls.models import FrozenCriterion
from evaluation.models import AwardDecision, Letter, Score, Seat
from evaluation.standing import Standing, bring_along, standing
from events.composed import composed_once
from tenders.models import Lot


def lot_for(user, slug: str, number: int, permission: str) -> Lot:
    """A lot with its standing; 404 when the person may not see its tender, 403 when the person may not do this with it."""
    lot = next(iter(_lots_at(slug, number)), None)
    if lot is None or not allows(user, "tenders.view_tender", lot.tender):
        raise Http404
    bring_along([lot])
    return check(user, permission, lot)


def own_seat(user, slug: str, number: int, permission: str) -> Seat:
    """The person's own seat in the committee of a lot; 404 for who has none there."""
    if not user.is_authenticated:  # the answer to that keeps what was typed
        raise PermissionDenied(permission)
    seat = next(iter(_seats_at(user.pk, slug, number)), None)
    if seat is None:
        raise Http404
    bring_along([seat.lot], seats=[seat])
    return check(user, permission, seat)


@composed_once
def _lots_at(slug, number):
    return Lot.objects.select_related("tender__municipality").filter(tender__slug=slug, number=number)


@composed_once
def _seats_at(person_id, slug, number):
    return Seat.objects.for_page().filter(person=person_id, lot__number=number, lot__tender__slug=slug)


def seat_for(user, slug: str, public_id: str, permission: str) -> Seat:
    """Any seat of a tender, with the standing of its lot."""
    seat = fetch(
        Seat.objects.for_page().select_related("person"),
        user,
        "evaluation.view_committee",
        public_id=public_id,
        lot__tender__slug=slug,
    )
    bring_along([seat.lot])
    return check(user, permission, seat)


def score_for(user, slug: str, number: int, position: int, letter: str) -> tuple[Seat, OpenedBid, FrozenCriterion]:
    """The person's seat, a bid by its letter and a criterion by its place: for saving one score.

    One statement when there is such a score already, since this happens while someone types.
    """
    if not user.is_authenticated:
        raise PermissionDenied("evaluation.score_bid")
    score = (
        Score.objects.select_related("seat__lot__tender__municipality", "opened_bid__bid__round", "criterion")
        .filter(seat__person=user, seat__lot__number=number, seat__lot__tender__slug=slug)
        .filter(opened_bid__letter=letter, opened_bid__set_aside_at=None, criterion__position=position)
        .order_by("-opened_bid__bid__round__number")
        .first()
    )
    if score is not None:
        seat, bid = score.seat, score.opened_bid
        seat.lot._standing = Standing([seat], [bid.bid.round])
        return check(user, "evaluation.score_bid", seat), bid, score.criterion
    seat = own_seat(user, slug, number, "evaluation.score_bid")
    round_ = standing(seat.lot).round
    bid = get_object_or_404(OpenedBid.objects.admitted().select_related("bid"), bid__round=round_, letter=letter)
    return seat, bid, get_object_or_404(round_.call_version.criteria, position=position)


def decision_for(user, slug: str, public_id: str, permission: str) -> AwardDecision:
    """A decision that the person may see; 403 when the person may not do this with it."""
    decision = fetch(
        AwardDecision.objects.for_page(), user, "evaluation.view_decision", public_id=public_id, lot__tender__slug=slug
    )
    return check(user, permission, decision)


def letter_for(user, slug: str, public_id: str) -> Letter:
    return fetch(Letter.objects.for_page(), user, "evaluation.view_letter", public_id=public_id, decision__lot__tender__slug=slug)
