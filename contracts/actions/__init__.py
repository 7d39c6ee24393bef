"""Verbs about contracts: drafting and freezing them, their agreements, and the signatures."""

from contracts.actions.agreements import withdraw_agreement, write_agreement
from contracts.actions.contracts import draft_contract, edit_contract, record_contract, start_contract
from contracts.actions.offer import offer_contract, take_back_contract
from contracts.actions.signatures import sign_contract

__all__ = [
    "draft_contract",
    "edit_contract",
    "offer_contract",
    "record_contract",
    "sign_contract",
    "start_contract",
    "take_back_contract",
    "withdraw_agreement",
    "write_agreement",
]
