"""Fetching is checking: the only ways for a view to get a round, a bid or what came out of one."""

from django.core.exceptions import PermissionDenied
from django.http import Http404

from accounts.permissions import check, fetch
from bids.models import Bid, BidPartner, OpenedBid, Opening, Round
from events.composed import composed_once


def round_for(user, slug: str, public_id: str, permission: str) -> Round:
    return fetch(Round.objects.for_page(), user, permission, public_id=public_id, lot__tender__slug=slug)


def bid_for(user, public_id: str, permission: str = "bids.view_bid") -> Bid:
    """A bid for one of its makers. Who is not signed in does that first, and keeps what was typed; to all others it is 404."""
    if not user.is_authenticated:
        raise PermissionDenied(permission)
    bid = next(iter(_bids_at(public_id, Bid.objects.reach_of(user))), None)
    if bid is None:
        raise Http404
    bid._partners = _partners_of(bid.pk)
    for partner in bid._partners:
        partner.bid = bid
    return check(user, permission, bid)


@composed_once
def _bids_at(public_id, party_ids):
    return Bid.objects.within(party_ids).with_round().filter(public_id=public_id)


@composed_once
def _partners_of(bid_id):
    return BidPartner.objects.filter(bid=bid_id, left_at=None).select_related("party")


def opening_for(user, slug: str, public_id: str) -> Opening:
    """The opening of a round."""
    return fetch(Opening.objects.for_page(), user, "bids.view_opening", round__public_id=public_id, round__lot__tender__slug=slug)


def opened_bid_for(user, slug: str, public_id: str, permission: str) -> OpenedBid:
    return fetch(OpenedBid.objects.for_page(), user, permission, public_id=public_id, bid__round__lot__tender__slug=slug)
