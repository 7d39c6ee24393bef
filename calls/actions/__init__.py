"""Verbs of steps 2 and 3. One module a topic; here are the names by which others call them."""

from calls.actions.adoption import adopt_call, end_co_author, invite_co_author, reopen_call
from calls.actions.amendments import PartDecision, decide_amendment, propose_amendment, support_amendment, withdraw_amendment
from calls.actions.choice import ask_guide, choose_route, sign_choice
from calls.actions.clauses import add_clause, edit_call, link_plan, link_source, withdraw_clause, write_clause
from calls.actions.criteria import CriterionDraft, propose_indicator, set_criteria, set_scale, withdraw_indicator
from calls.actions.holding import hold_call, hold_draft
from calls.actions.initiatives import answer_initiative
from calls.actions.publication import prepare_publication, publish_call
from calls.actions.sources import link_pilot, link_proposal
from calls.actions.timetable import set_timetable

__all__ = [
    "CriterionDraft",
    "PartDecision",
    "add_clause",
    "adopt_call",
    "answer_initiative",
    "ask_guide",
    "choose_route",
    "decide_amendment",
    "edit_call",
    "end_co_author",
    "hold_call",
    "hold_draft",
    "invite_co_author",
    "link_pilot",
    "link_plan",
    "link_proposal",
    "link_source",
    "prepare_publication",
    "propose_amendment",
    "propose_indicator",
    "publish_call",
    "reopen_call",
    "set_criteria",
    "set_scale",
    "set_timetable",
    "sign_choice",
    "support_amendment",
    "withdraw_amendment",
    "withdraw_clause",
    "withdraw_indicator",
    "write_clause",
]
