"""Verbs of the coalition market: to offer and seek, to meet, to form a coalition, to agree on its terms."""

from coalitions.actions.coalitions import begin_coalition, invite_member, join_coalition, leave_coalition
from coalitions.actions.introductions import answer_introduction, ask_introduction, take_back_introduction
from coalitions.actions.listings import edit_listing, place_listing, withdraw_listing
from coalitions.actions.stakeholders import (
    add_stakeholder,
    add_tie,
    agree_to_show,
    edit_stakeholder,
    end_tie,
    remove_stakeholder,
    waive_kind,
)
from coalitions.actions.terms import sign_terms, write_terms

__all__ = [
    "add_stakeholder",
    "add_tie",
    "agree_to_show",
    "answer_introduction",
    "ask_introduction",
    "begin_coalition",
    "edit_listing",
    "edit_stakeholder",
    "end_tie",
    "invite_member",
    "join_coalition",
    "leave_coalition",
    "place_listing",
    "remove_stakeholder",
    "sign_terms",
    "take_back_introduction",
    "waive_kind",
    "withdraw_listing",
    "write_terms",
]
