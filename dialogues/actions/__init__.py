"""Verbs of the dialogue: writing and publishing it, meetings, contributions, findings and answers."""

from dialogues.actions.about import show_who_is_missing, tell_about_oneself
from dialogues.actions.contributions import contribute, enter_contribution, support_contribution, unveil_pseudonym
from dialogues.actions.dialogue import (
    add_fact,
    add_open_question,
    close_dialogue,
    edit_dialogue,
    edit_fact,
    edit_open_question,
    publish_dialogue,
    remind_of_promise,
    remove_fact,
    remove_open_question,
)
from dialogues.actions.findings import make_finding, respond, respond_to_finding
from dialogues.actions.meetings import cancel_meeting, edit_meeting, plan_meeting, record_attendance, remind_of_meeting
from dialogues.actions.minutes import correct_minutes, decide_correction, lock_minutes, report_meeting
from dialogues.actions.pilots import copy_pilot, decide_pilot, set_pilot
from dialogues.actions.registrations import cancel_registration, register

__all__ = [
    "add_fact",
    "add_open_question",
    "cancel_meeting",
    "cancel_registration",
    "close_dialogue",
    "contribute",
    "copy_pilot",
    "correct_minutes",
    "decide_correction",
    "decide_pilot",
    "edit_dialogue",
    "edit_fact",
    "edit_meeting",
    "edit_open_question",
    "enter_contribution",
    "lock_minutes",
    "make_finding",
    "plan_meeting",
    "publish_dialogue",
    "record_attendance",
    "register",
    "remind_of_meeting",
    "remind_of_promise",
    "remove_fact",
    "remove_open_question",
    "report_meeting",
    "respond",
    "respond_to_finding",
    "set_pilot",
    "show_who_is_missing",
    "support_contribution",
    "tell_about_oneself",
    "unveil_pseudonym",
]
