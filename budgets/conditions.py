"""Finished facts about a neighbourhood budget, for config/gates.py. A thing is a budget."""

from django.utils.translation import gettext_lazy as _

from events import clock
from tenders.gates import fact

_EDIT = "budgets:edit_budget"
_ENTRIES = "budgets:list_entries"
_LEAST = 2


@fact(_("Say why you ask residents to divide this money."), page=f"{_EDIT}#id_why")
def why_said(budget) -> bool:
    return bool(budget.why.strip())


@fact(_("Say who may take part."), page=f"{_EDIT}#id_who")
def who_said(budget) -> bool:
    return bool(budget.who.strip())


@fact(_("Choose the first and the last day. The last day is still to come."), page=f"{_EDIT}#id_closes_on")
def days_set(budget) -> bool:
    days = budget.opens_on, budget.closes_on, budget.paper_until
    return None not in days and budget.closes_on >= clock.today()


@fact(_("Say what you do with the division of residents, and why."), page=f"{_EDIT}#id_weight_0")
def weight_said(budget) -> bool:
    return bool(budget.weight and budget.weight_because.strip())


@fact(_("Put at least two lines or plans on it: with one there is nothing to choose."), page=_ENTRIES)
def something_to_choose(budget) -> bool:
    return budget.entries.standing().count() >= _LEAST


@fact(_("Take off what is no longer there: a line that ended, or a plan that was taken back."), page=_ENTRIES)
def entries_still_there(budget) -> bool:
    return budget.entries.standing().count() == budget.entries.on_it().count()
