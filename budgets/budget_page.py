"""What the page of a budget shows: what is known before, the result once all is counted, and what was decided."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from accounts.permissions import allows
from areas.small_cells import SMALLEST
from budgets.entries import facts_of
from budgets.models import Aside, Budget, Channel, Decision, DecisionLine, Entry
from budgets.result import Result
from tenders.money import euro_on_page

_RIGHTS = ("edit_budget", "list_entries", "publish_budget", "close_budget", "print_sheets", "begin_stack", "draft_decision")


@dataclass(frozen=True)
class Row:
    """An entry as the page shows it: its facts; what residents gave it, in words too; and what was decided.

    Once that was decided nothing of it changes any more, whatever becomes of the line or the plan itself.
    """

    entry: Entry
    facts: list[str]
    result: int | None = None
    spread: str = ""
    stood: bool = True
    fell: str = ""
    line: DecisionLine | None = None

    @property
    def is_otherwise(self) -> bool:
        """Whether the municipality gives another amount than residents did, by a step or more."""
        line = self.line
        return line is not None and self.result is not None and abs(line.amount - self.result) >= self.entry.budget.step

    @property
    def sentence(self) -> str:
        """What it is; of a plan whose words are hidden nothing."""
        is_hidden = self.entry.plan is not None and self.entry.plan.hidden_at is not None
        return self.entry.sentence if self.stood and not is_hidden else ""


def context_of(budget: Budget, user) -> dict:
    """Six statements at most, whatever stands on it."""
    result = Result(budget)
    decisions = (
        list(budget.decisions.filter(published_at__isnull=False).select_related("published_by")) if budget.is_counted else []
    )
    holds = next((one for one in decisions if one.replaced_at is None), None)
    lines = {line.entry_id: line for line in holds.lines.all()} if holds else {}
    entries = result.entries if budget.is_counted else budget.entries.on_it().for_list()  # nothing is added up before
    rows = [_row(entry, budget, result, holds, lines.get(entry.pk)) for entry in entries]
    may = {name: allows(user, f"budgets.{name}", budget) for name in _RIGHTS} if user.is_authenticated else {}
    context = {
        "budget": budget,
        "municipality": budget.municipality,
        "rows": rows,
        "people": result.people if budget.published_at else 0,
        "channels": channels_of(result),
        "decision": holds,
        "earlier": [one for one in decisions if one.replaced_at],
        "may": may,
        "keeps": any(may.values()),
    }
    return context | (_counted(budget, result, rows) if budget.is_counted else {})


def channels_of(result: Result) -> str:
    """How many divided, and how: "12 online, 8 op papier, 5 aan tafel"."""
    return ", ".join(f"{count} {Channel(channel).label}" for channel, count in result.channels.items() if count)


def aside_of(result: Result) -> str:
    """How many forms do not count, and why: "2 boven het bedrag, 1 onleesbaar"; of one form why."""
    if sum(result.aside.values()) == 1:
        return str(Aside(*result.aside).label)
    return ", ".join(f"{count} {Aside(kind).label}" for kind, count in result.aside.items())


def _row(entry: Entry, budget: Budget, result: Result, holds: Decision | None, line: DecisionLine | None) -> Row:
    entry.budget = budget
    if not budget.is_counted:
        return Row(entry, facts_of(entry))
    gave = line.by_residents if line else result.of(entry)
    stood = entry.stood_at(holds.published_at) if holds else entry.stands
    fell = _fell(entry, result, gave, stood=stood, decided=holds is not None)
    return Row(entry, facts_of(entry), gave, _spread(entry, result), stood, fell, line)


def _spread(entry: Entry, result: Result) -> str:
    """How many gave it money, and how far that lies apart; of few people nothing, since one could tell who gave what.

    The most that one gave is what one person gave: it is said where many gave, and not where a few of many did.
    """
    if result.is_of_few:
        return ""
    people = result.people
    if not entry.givers:
        return _("Nobody gave it money.")
    if entry.givers < SMALLEST:
        return _("Fewer than ten people gave it money.")
    amounts = {"n": entry.givers, "people": people, "highest": euro_on_page(entry.highest)}
    if entry.givers == people:
        return _("All %(people)d people gave it money, %(highest)s at most.") % amounts
    return _("%(n)d of %(people)d people gave it money, %(highest)s at most.") % amounts


def _fell(entry: Entry, result: Result, gave: int | None, *, stood: bool, decided: bool) -> str:
    """Why its money went to the others; of what was decided why it did then."""
    if result.is_of_few:
        return "" if stood else _("No longer there: %(reason)s") % {"reason": entry.gone_because}
    if not stood:
        return _("It was taken back. Its money went to the others.")
    fell_short = not gave and entry.given and entry.least if decided else entry.pk in result.divided.fallen
    return _("It got less than it needs. Its money went to the others.") if fell_short else ""


def _counted(budget: Budget, result: Result, rows: list[Row]) -> dict:
    """What came in and what was decided; and unless few divided the chart and its table."""
    counted = {
        "few": result.is_of_few,
        "given": sum(row.line.amount for row in rows if row.line),
        "aside": sum(result.aside.values()),
        "aside_because": aside_of(result),
    }
    if result.is_of_few:
        few = _("Fewer than 10 people took part, so nobody sees what they divided.")
        return counted | {"finding": few if result.people else _("Nobody divided this money.")}
    return counted | _chart(budget, rows)


def _chart(budget: Budget, rows: list[Row]) -> dict:
    """What was decided on is shown as it was counted then."""
    shown = sorted(rows, key=lambda row: (-(row.result or 0), row.entry.number))
    unspent = budget.ceiling - sum(row.result or 0 for row in rows)
    bars = [(str(row.entry), row.result or 0, euro_on_page(row.result or 0)) for row in shown]
    if unspent:
        bars.append((_("Not spent"), unspent, euro_on_page(unspent)))
    return {
        "finding": _finding(shown, budget),
        "bars": bars,
        "columns": [_("Line or plan"), (_("Residents divided"), "n"), (_("People who gave"), "n")],
        "table_rows": [
            [str(row.entry), euro_on_page(row.result or 0), str(row.entry.givers) if row.entry.givers >= SMALLEST else "–"]
            for row in shown
        ]
        + ([[_("Not spent"), euro_on_page(unspent), ""]] if unspent else []),
    }


def _finding(shown: list[Row], budget: Budget) -> str:
    top = shown[0]
    if not top.result:
        return _("Nothing was divided: everything is left.")
    unspent = budget.ceiling - sum(row.result or 0 for row in shown)
    if unspent > top.result:
        return _("Most is not spent: %(share)d of every 100 euros.") % {"share": round(100 * unspent / budget.ceiling)}
    share = round(100 * top.result / budget.ceiling)
    return _("Most goes to “%(name)s”: %(share)d of every 100 euros.") % {"name": top.entry, "share": share}
