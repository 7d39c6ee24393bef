"""A neighbourhood budget: what there is to divide, who divided it how, on paper too, and what was decided."""

from budgets.models.budget import Budget, Weight
from budgets.models.decision import Decision, DecisionLine
from budgets.models.division import Aside, Division, Share
from budgets.models.entry import Entry
from budgets.models.paper import Channel, Sheet, Stack

__all__ = ["Aside", "Budget", "Channel", "Decision", "DecisionLine", "Division", "Entry", "Share", "Sheet", "Stack", "Weight"]
