"""Step 4, first half: rounds, bids in the vault, the opening by two, and what was opened."""

from bids.models.bid import Bid, BidAttachment, BidPart, BidPartner, BidPreview, BidState, PartnerRole, Submission
from bids.models.opening import OpenedAttachment, OpenedBid, OpenedPart, Opening
from bids.models.round import Round, RoundKind

__all__ = [
    "Bid",
    "BidAttachment",
    "BidPart",
    "BidPartner",
    "BidPreview",
    "BidState",
    "OpenedAttachment",
    "OpenedBid",
    "OpenedPart",
    "Opening",
    "PartnerRole",
    "Round",
    "RoundKind",
    "Submission",
]
