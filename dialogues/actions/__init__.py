"""Verbs of the dialogue: writing and publishing it, meetings, contributions, findings and answers."""

from dialogues.actions.conclusion import conclude_dialogue, remind_of_rest
from dialogues.actions.contributions import contribute, enter_contribution, support_contribution, unveil_pseudonym
from dialogues.actions.dialogue import (
    add_fact,
    add_ground,
    add_open_question,
    close_dialogue,
    edit_dialogue,
    edit_fact,
    edit_open_question,
    publish_dialogue,
    remove_fact,
    remove_ground,
    remove_open_question,
)
from dialogues.actions.findings import add_to_finding, make_finding, respond, respond_to_finding, take_from_finding
from dialogues.actions.meetings import cancel_meeting, edit_meeting, plan_meeting, record_attendance, remind_of_meeting
from dialogues.actions.mergings import merge_contribution, unmerge_contribution
from dialogues.actions.minutes import correct_minutes, decide_correction, lock_minutes, report_meeting
from dialogues.actions.moderation import (
    appeal_hiding,
    decide_appeal,
    decide_flag,
    flag_contribution,
    hide_contribution,
    restore_contribution,
)
from dialogues.actions.registrations import cancel_registration, register

__all__ = [
    "add_fact",
    "add_ground",
    "add_open_question",
    "add_to_finding",
    "appeal_hiding",
    "cancel_meeting",
    "cancel_registration",
    "close_dialogue",
    "conclude_dialogue",
    "contribute",
    "correct_minutes",
    "decide_appeal",
    "decide_correction",
    "decide_flag",
    "edit_dialogue",
    "edit_fact",
    "edit_meeting",
    "edit_open_question",
    "enter_contribution",
    "flag_contribution",
    "hide_contribution",
    "lock_minutes",
    "make_finding",
    "merge_contribution",
    "plan_meeting",
    "publish_dialogue",
    "record_attendance",
    "register",
    "remind_of_meeting",
    "remind_of_rest",
    "remove_fact",
    "remove_ground",
    "remove_open_question",
    "report_meeting",
    "respond",
    "respond_to_finding",
    "restore_contribution",
    "support_contribution",
    "take_from_finding",
    "unmerge_contribution",
    "unveil_pseudonym",
]
