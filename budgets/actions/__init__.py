"""Verbs of a neighbourhood budget: making it, dividing it online and on paper, and deciding on it."""

from budgets.actions.budgets import (
    add_entry,
    close_budget,
    drop_entry,
    edit_budget,
    edit_entry,
    make_budget,
    publish_budget,
)
from budgets.actions.decisions import draft_decision, publish_decision
from budgets.actions.divisions import change_division, divide
from budgets.actions.paper import begin_stack, print_sheets, set_form_aside, take_back_form, type_form

__all__ = [
    "add_entry",
    "begin_stack",
    "change_division",
    "close_budget",
    "divide",
    "draft_decision",
    "drop_entry",
    "edit_budget",
    "edit_entry",
    "make_budget",
    "print_sheets",
    "publish_budget",
    "publish_decision",
    "set_form_aside",
    "take_back_form",
    "type_form",
]
