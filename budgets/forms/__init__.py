"""What people fill in around a neighbourhood budget."""

from budgets.forms.budgets import BudgetForm, EntryForm, WhyForm
from budgets.forms.decisions import DecisionForm, PublishForm
from budgets.forms.divisions import AsideForm, DivideForm, TypedForm
from budgets.forms.paper import PrintForm, StackForm
from budgets.forms.seen import see

__all__ = [
    "AsideForm",
    "BudgetForm",
    "DecisionForm",
    "DivideForm",
    "EntryForm",
    "PrintForm",
    "PublishForm",
    "StackForm",
    "TypedForm",
    "WhyForm",
    "see",
]
