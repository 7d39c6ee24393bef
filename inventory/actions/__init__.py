"""Verbs about what is there already: the lines of an inventory, lists, questions, periods, what may stop, and boards."""

from inventory.actions.boards import (
    close_board,
    edit_board,
    follow_board,
    let_result_come,
    make_board,
    publish_result,
    withdraw_task,
)
from inventory.actions.choices import choose_sort, publish_choices
from inventory.actions.lines import add_line, edit_line, end_line, judge_line
from inventory.actions.may_stop import confirm_read, file_friction, has_account, say_may_stop, take_back, tell_incumbent
from inventory.actions.parties import link_party
from inventory.actions.planning import change_settings, close_period, open_period, settings_of, signal_ends
from inventory.actions.questions import ask_about_line, publish_line_answers
from inventory.actions.sortings import change_sorting, enter_form, enter_table, groups_for, mark_of, sort_tasks, take_back_entry
from inventory.actions.taking_in import import_lines, read_list
from inventory.actions.tenders import start_from_line

__all__ = [
    "add_line",
    "ask_about_line",
    "change_settings",
    "change_sorting",
    "choose_sort",
    "close_board",
    "close_period",
    "confirm_read",
    "edit_board",
    "edit_line",
    "end_line",
    "enter_form",
    "enter_table",
    "file_friction",
    "follow_board",
    "groups_for",
    "has_account",
    "import_lines",
    "judge_line",
    "let_result_come",
    "link_party",
    "make_board",
    "mark_of",
    "open_period",
    "publish_choices",
    "publish_line_answers",
    "publish_result",
    "read_list",
    "say_may_stop",
    "settings_of",
    "signal_ends",
    "sort_tasks",
    "start_from_line",
    "take_back",
    "take_back_entry",
    "tell_incumbent",
    "withdraw_task",
]
