"""Verbs of the coalition market: to offer and seek, to meet, to form a coalition, to agree on its terms."""

from coalitions.actions.coalitions import begin_coalition, invite_member, join_coalition, leave_coalition
from coalitions.actions.introductions import answer_introduction, ask_introduction, take_back_introduction
from coalitions.actions.listings import edit_listing, place_listing, withdraw_listing
from coalitions.actions.terms import sign_terms, write_terms

__all__ = [
    "answer_introduction",
    "ask_introduction",
    "begin_coalition",
    "edit_listing",
    "invite_member",
    "join_coalition",
    "leave_coalition",
    "place_listing",
    "sign_terms",
    "take_back_introduction",
    "withdraw_listing",
    "write_terms",
]
