"""What people fill in around a neighbourhood budget."""

from budgets.forms.budgets import BudgetForm, EntryForm, WhyForm
from budgets.forms.decisions import DecisionForm, PublishForm
from budgets.forms.divisions import DivideForm, TypedForm
from budgets.forms.paper import PrintForm, StackForm

__all__ = [
    "BudgetForm",
    "DecisionForm",
    "DivideForm",
    "EntryForm",
    "PrintForm",
    "PublishForm",
    "StackForm",
    "TypedForm",
    "WhyForm",
]
