"""Verbs of what people just begin, and of the plans that they hand to the municipality."""

from initiatives.actions.answers import answer_plan, carry_plans
from initiatives.actions.growth import end_help, help_initiative, join_initiative, take_name_off, tell_update
from initiatives.actions.hiding import hide_words, restore_words
from initiatives.actions.initiatives import begin_initiative, change_initiative, name_contact, stop_initiative
from initiatives.actions.plans import (
    file_plan,
    publish_knowledge,
    record_knowledge,
    remind_of_plan,
    tie_plans,
    withdraw_plan,
)

__all__ = [
    "answer_plan",
    "begin_initiative",
    "carry_plans",
    "change_initiative",
    "end_help",
    "file_plan",
    "help_initiative",
    "hide_words",
    "join_initiative",
    "name_contact",
    "publish_knowledge",
    "record_knowledge",
    "remind_of_plan",
    "restore_words",
    "stop_initiative",
    "take_name_off",
    "tell_update",
    "tie_plans",
    "withdraw_plan",
]
