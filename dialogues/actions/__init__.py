"""Verbs of the dialogue: writing and publishing it, meetings, contributions, findings and answers."""

from dialogues.actions.contributions import bring_in, contribute, enter_contribution, support_contribution, unveil_pseudonym
from dialogues.actions.dialogue import (
    add_fact,
    add_open_question,
    close_dialogue,
    edit_dialogue,
    edit_fact,
    edit_open_question,
    publish_dialogue,
    remove_fact,
    remove_open_question,
)
from dialogues.actions.findings import make_finding, respond, respond_to_finding
from dialogues.actions.meetings import cancel_meeting, edit_meeting, plan_meeting, record_attendance, remind_of_meeting
from dialogues.actions.minutes import correct_minutes, decide_correction, lock_minutes, report_meeting
from dialogues.actions.paper import begin_stack, print_sheets, take_back_form, type_form
from dialogues.actions.registrations import cancel_registration, register
from dialogues.actions.trust import end_trust, trust_organisation

__all__ = [
    "add_fact",
    "add_open_question",
    "begin_stack",
    "bring_in",
    "cancel_meeting",
    "cancel_registration",
    "close_dialogue",
    "contribute",
    "correct_minutes",
    "decide_correction",
    "edit_dialogue",
    "edit_fact",
    "edit_meeting",
    "edit_open_question",
    "end_trust",
    "enter_contribution",
    "lock_minutes",
    "make_finding",
    "plan_meeting",
    "print_sheets",
    "publish_dialogue",
    "record_attendance",
    "register",
    "remind_of_meeting",
    "remove_fact",
    "remove_open_question",
    "report_meeting",
    "respond",
    "respond_to_finding",
    "support_contribution",
    "take_back_form",
    "trust_organisation",
    "type_form",
    "unveil_pseudonym",
]
