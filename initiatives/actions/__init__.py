"""Verbs of what people just begin, and of the plans that they hand to the municipality."""

from initiatives.actions.growth import end_help, help_initiative, join_initiative, take_name_off, tell_update
from initiatives.actions.initiatives import begin_initiative, change_initiative, hide_words, name_contact, stop_initiative
from initiatives.actions.plans import (
    answer_plan,
    end_period,
    file_plan,
    open_period,
    publish_knowledge,
    record_knowledge,
    remind_of_plan,
    withdraw_plan,
)

__all__ = [
    "answer_plan",
    "begin_initiative",
    "change_initiative",
    "end_help",
    "end_period",
    "file_plan",
    "help_initiative",
    "hide_words",
    "join_initiative",
    "name_contact",
    "open_period",
    "publish_knowledge",
    "record_knowledge",
    "remind_of_plan",
    "stop_initiative",
    "take_name_off",
    "tell_update",
    "withdraw_plan",
]
