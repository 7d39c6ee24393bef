"""What stands on a budget, in words; and what became of one plan on the budgets on which it stood."""

from typing import NamedTuple

from django.db.models import Q
from django.utils.translation import gettext as _

from budgets.models import Budget, DecisionLine, Entry
from budgets.result import Result
from events.composed import composed_once
from initiatives.models import Plan
from tenders.money import euro_on_page


def facts_of(entry: Entry) -> list[str]:
    """What it costs now, asks and needs, as short sentences; only what is known."""
    asks = _("Asks %(amount)s.") if entry.plan_id else _("Can use %(amount)s at most.")
    known = (
        (entry.costs_now, _("Now %(amount)s a year.")),
        (entry.most, asks),
        (entry.least, _("Needs %(amount)s at least.")),
    )
    return [says % {"amount": euro_on_page(amount)} for amount, says in known if amount]


class OnBudget(NamedTuple):
    """A plan on one budget: what it asked, what residents gave it, what was decided and why.

    None for what is not known yet, and for what residents gave when few divided.
    """

    budget: Budget
    asked: int | None
    result: int | None
    decided: int | None
    reason: str


def budgets_of(plan: Plan) -> list[OnBudget]:
    """The published budgets on which a plan stands, the newest first; before a decision the newest alone is counted."""
    lines = {line.entry_id: line for line in _decided(plan.pk)}
    return [_on(entry, lines.get(entry.pk), newest=place == 0) for place, entry in enumerate(_entries(plan.pk))]


def _on(entry: Entry, line: DecisionLine | None, *, newest: bool) -> OnBudget:
    if line:
        return OnBudget(entry.budget, entry.most, line.by_residents, line.amount, line.reason)
    gave = Result(entry.budget).of(entry) if newest and entry.budget.is_counted else None
    return OnBudget(entry.budget, entry.most, gave, None, "")


@composed_once
def _entries(plan_id):
    shown = Q(budget__published_at__isnull=False, dropped_at=None)
    return Entry.objects.filter(shown, plan=plan_id).select_related("budget__municipality").order_by("-budget_id")[:5]


@composed_once
def _decided(plan_id):
    holds = Q(decision__published_at__isnull=False, decision__replaced_at=None)
    return DecisionLine.objects.filter(holds, entry__plan=plan_id).select_related("decision").order_by()
