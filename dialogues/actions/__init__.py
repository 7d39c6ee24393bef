"""Verbs of the dialogue: writing and publishing it, meetings, contributions, findings and answers."""

from dialogues.actions.about import show_who_is_missing, tell_about_oneself
from dialogues.actions.conclusion import conclude_dialogue, remind_of_rest
from dialogues.actions.contributions import bring_in, contribute, enter_contribution, support_contribution, unveil_pseudonym
from dialogues.actions.dialogue import (
    add_fact,
    add_ground,
    add_open_question,
    close_dialogue,
    edit_dialogue,
    edit_fact,
    edit_open_question,
    publish_dialogue,
    remind_of_promise,
    remove_fact,
    remove_ground,
    remove_open_question,
    tell_it_is_over,
)
from dialogues.actions.expert_groups import (
    add_budget_item,
    edit_group,
    edit_own_seat,
    end_seat,
    form_group,
    invite_expert,
    set_goal,
)
from dialogues.actions.findings import add_to_finding, make_finding, respond, respond_to_finding, take_from_finding
from dialogues.actions.live import close_live, keep_back, let_through, open_live, send_in, support_message
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
from dialogues.actions.network import ask_network
from dialogues.actions.paper import begin_stack, print_sheets, take_back_form, type_form
from dialogues.actions.pilots import copy_pilot, decide_pilot, set_pilot
from dialogues.actions.proposal_sources import link_contribution, unlink_contribution
from dialogues.actions.proposals import (
    edit_proposal,
    hand_in_proposal,
    record_council_decision,
    settle_overlap,
    withdraw_proposal,
    write_proposal,
)
from dialogues.actions.registrations import cancel_registration, register
from dialogues.actions.themes import choose_theme
from dialogues.actions.translations import take_back_translation, translate_contribution
from dialogues.actions.trust import end_trust, trust_organisation
from dialogues.actions.working_day import name_amount, remind_of_amount

__all__ = [
    "add_budget_item",
    "add_fact",
    "add_ground",
    "add_open_question",
    "add_to_finding",
    "appeal_hiding",
    "ask_network",
    "begin_stack",
    "bring_in",
    "cancel_meeting",
    "cancel_registration",
    "choose_theme",
    "close_dialogue",
    "close_live",
    "conclude_dialogue",
    "contribute",
    "copy_pilot",
    "correct_minutes",
    "decide_appeal",
    "decide_correction",
    "decide_flag",
    "decide_pilot",
    "edit_dialogue",
    "edit_fact",
    "edit_group",
    "edit_meeting",
    "edit_open_question",
    "edit_own_seat",
    "edit_proposal",
    "end_seat",
    "end_trust",
    "enter_contribution",
    "flag_contribution",
    "form_group",
    "hand_in_proposal",
    "hide_contribution",
    "invite_expert",
    "keep_back",
    "let_through",
    "link_contribution",
    "lock_minutes",
    "make_finding",
    "merge_contribution",
    "name_amount",
    "open_live",
    "plan_meeting",
    "print_sheets",
    "publish_dialogue",
    "record_attendance",
    "record_council_decision",
    "register",
    "remind_of_amount",
    "remind_of_meeting",
    "remind_of_promise",
    "remind_of_rest",
    "remove_fact",
    "remove_ground",
    "remove_open_question",
    "report_meeting",
    "respond",
    "respond_to_finding",
    "restore_contribution",
    "send_in",
    "set_goal",
    "set_pilot",
    "settle_overlap",
    "show_who_is_missing",
    "support_contribution",
    "support_message",
    "take_back_form",
    "take_back_translation",
    "take_from_finding",
    "tell_about_oneself",
    "tell_it_is_over",
    "translate_contribution",
    "trust_organisation",
    "type_form",
    "unlink_contribution",
    "unmerge_contribution",
    "unveil_pseudonym",
    "withdraw_proposal",
    "write_proposal",
]
