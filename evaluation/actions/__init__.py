"""Verbs of the committee, its scores, the consensus, the decision and the letters."""

from evaluation.actions.committee import appoint_lead, appoint_member, declare_impartial, recuse
from evaluation.actions.consensus import record_consensus
from evaluation.actions.decisions import explain_decision, make_decision, write_advantages
from evaluation.actions.scores import finish_scores, reopen_scores, score_bid
from evaluation.actions.sending import approve_decision, prepare_decision, send_decision
from evaluation.actions.suspension import lift_suspension, suspend_lot

__all__ = [
    "appoint_lead",
    "appoint_member",
    "approve_decision",
    "declare_impartial",
    "explain_decision",
    "finish_scores",
    "lift_suspension",
    "make_decision",
    "prepare_decision",
    "record_consensus",
    "recuse",
    "reopen_scores",
    "score_bid",
    "send_decision",
    "suspend_lot",
    "write_advantages",
]
