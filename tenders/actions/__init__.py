"""Verbs about a tender: starting it, its lots and frame, who is involved, making it public, questions and answers."""

from tenders.actions.involvement import OFFICER_KINDS, appoint_guide, appoint_officer, end_involvement, end_team_role, involve
from tenders.actions.questions import answer_question, answer_unasked, ask_question, publish_answers
from tenders.actions.tender import (
    add_lot,
    add_prior_document,
    edit_lot,
    edit_tender,
    plan_steps,
    publish_tender,
    set_frame,
    start_tender,
)

__all__ = [
    "OFFICER_KINDS",
    "add_lot",
    "add_prior_document",
    "answer_question",
    "answer_unasked",
    "appoint_guide",
    "appoint_officer",
    "ask_question",
    "edit_lot",
    "edit_tender",
    "end_involvement",
    "end_team_role",
    "involve",
    "plan_steps",
    "publish_answers",
    "publish_tender",
    "set_frame",
    "start_tender",
]
