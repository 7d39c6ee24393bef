"""Words about rounds and bids for config/permissions."""

import rules

from bids.models import BidState, OpenedBid, PartnerRole
from tenders.models import InvolvementRole
from tenders.predicates import involved


def _bid_of(thing):
    return getattr(thing, "bid", thing)


def _taking_part(user, thing, *roles) -> bool:
    if not user.is_authenticated:
        return False
    mine = [p for p in _bid_of(thing).current_partners() if p.confirmed_at and p.party_id in user.party_ids()]
    return any(not roles or p.role in roles for p in mine)


@rules.predicate
def maker(user, thing) -> bool:
    """Acts for a party that takes part in this bid, and confirmed that."""
    return _taking_part(user, thing)


@rules.predicate
def lead_maker(user, thing) -> bool:
    """Acts for the lead partner of this bid."""
    return _taking_part(user, thing, PartnerRole.LEAD)


@rules.predicate
def invited_partner(user, partner) -> bool:
    """Acts for the party that this invitation to a bid is for."""
    return user.is_authenticated and partner.left_at is None and partner.party_id in user.party_ids()


@rules.predicate
def not_confirmed(user, partner) -> bool:
    return partner.confirmed_at is None


@rules.predicate
def bid_not_withdrawn(user, thing) -> bool:
    return _bid_of(thing).state != BidState.WITHDRAWN


@rules.predicate
def bid_submitted(user, thing) -> bool:
    return _bid_of(thing).state == BidState.SUBMITTED


@rules.predicate
def round_open(user, thing) -> bool:
    """Its deadline has not passed. A thing is a round or has `.round`."""
    return getattr(thing, "round", thing).is_open


@rules.predicate
def round_closed(user, thing) -> bool:
    """Its deadline has passed and it was not opened yet."""
    round_ = getattr(thing, "round", thing)
    return round_.deadline_passed and round_.opened_at is None


@rules.predicate
def round_published(user, thing) -> bool:
    return getattr(thing, "round", thing).call_version.published_at is not None


@rules.predicate
def opening_done(user, opening) -> bool:
    """Both officials opened."""
    return opening.second_at is not None


@rules.predicate
def bid_was_opened(user, opening) -> bool:
    """Acts for a party whose bid came out of this round."""
    return user.is_authenticated and OpenedBid.objects.of_parties(user.party_ids()).filter(bid__round_id=opening.round_id).exists()


@rules.predicate
def admitted_to_round(user, thing) -> bool:
    """The round is open to all, or one of the person's parties was invited."""
    round_ = getattr(thing, "round", thing)
    return not round_.invited_only or involved(user, round_, InvolvementRole.INVITED)
