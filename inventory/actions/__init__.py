"""Verbs about what is there already: the lines of an inventory, lists, questions, periods, and what may stop."""

from inventory.actions.lines import add_line, edit_line, end_line, judge_line
from inventory.actions.may_stop import confirm_read, file_friction, has_account, say_may_stop, take_back, tell_incumbent
from inventory.actions.parties import link_party
from inventory.actions.planning import change_settings, close_period, open_period, settings_of, signal_ends
from inventory.actions.questions import ask_about_line, publish_line_answers
from inventory.actions.taking_in import import_lines, read_list
from inventory.actions.tenders import start_from_line

__all__ = [
    "add_line",
    "ask_about_line",
    "change_settings",
    "close_period",
    "confirm_read",
    "edit_line",
    "end_line",
    "file_friction",
    "has_account",
    "import_lines",
    "judge_line",
    "link_party",
    "open_period",
    "publish_line_answers",
    "read_list",
    "say_may_stop",
    "settings_of",
    "signal_ends",
    "start_from_line",
    "take_back",
    "tell_incumbent",
]
