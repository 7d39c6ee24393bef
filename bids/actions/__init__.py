"""Verbs about rounds, bids and their opening."""

from bids.actions.bid import add_attachment, ask_preview, begin_bid, remove_attachment, write_bid
from bids.actions.coalition import take_over_coalition
from bids.actions.opening import open_bids, set_aside_bid
from bids.actions.partner import confirm_partner, invite_partner, remove_partner
from bids.actions.round import invite_party, open_rounds
from bids.actions.submission import submit_bid, withdraw_bid

__all__ = [
    "add_attachment",
    "ask_preview",
    "begin_bid",
    "confirm_partner",
    "invite_partner",
    "invite_party",
    "open_bids",
    "open_rounds",
    "remove_attachment",
    "remove_partner",
    "set_aside_bid",
    "submit_bid",
    "take_over_coalition",
    "withdraw_bid",
    "write_bid",
]
