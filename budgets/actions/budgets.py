"""Verbs of the budget itself: making it, what stands on it, letting people divide it, closing it early."""

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from accounts.models import Municipality, User
from budgets.models import Budget, Entry
from events import clock, log
from initiatives.models import Plan
from inventory.models import Line
from tenders.gates import Gate, pass_gate
from tenders.locks import one_at_a_time
from tenders.money import euro_on_page
from tenders.refusal import Changed, Refused


def hold(budget: Budget) -> Budget:
    """The budget, fresh, with the lock under which it opens, closes and is divided."""
    one_at_a_time("budget", budget.pk)
    return Budget.objects.for_page().get(pk=budget.pk)


@transaction.atomic
def make_budget(*, municipality: Municipality, by: User, **fields) -> Budget:
    """A draft, that only who leads tenders in the municipality sees."""
    budget = Budget(municipality=municipality, made_by=by, made_at=clock.now(), **fields)
    budget.full_clean(exclude=["municipality", "area", "made_by"])
    budget.save()
    log.record("budgets.budget_made", by=by, thing=budget)
    return budget


@transaction.atomic
def edit_budget(*, budget: Budget, by: User, version: int, **fields) -> Budget:
    """Change a draft that nobody changed meanwhile; raises Changed."""
    budget = _hold_draft(budget)
    for name, value in fields.items():
        setattr(budget, name, value)
    budget.full_clean(exclude=["municipality", "area", "made_by"])
    _refuse_above_ceiling(budget)
    if not Budget.objects.filter(pk=budget.pk, version=version).update(version=F("version") + 1, **fields):
        raise Changed(
            _("Somebody else saved this while you were writing. What you wrote is still here; compare it first."), code="changed"
        )
    budget.version = version + 1
    log.record("budgets.budget_edited", by=by, thing=budget)
    return budget


@transaction.atomic
def add_entry(*, budget: Budget, by: User, line: Line | None = None, plan: Plan | None = None, **fields) -> Entry:
    """Put a line of the inventory or a plan on the budget; it keeps what the line costs now."""
    budget = _hold_draft(budget)
    field, source = ("line", line) if line else ("plan", plan)
    if source.municipality_id != budget.municipality_id:
        raise Refused({field: _("This is of another municipality.")})
    if not (source.ended_at is None if line else source.stands):
        raise Refused({field: _("This is no longer there, so nobody can give it money.")})
    if budget.entries.on_it().filter(**{field: source}).exists():
        raise Refused({field: _("This stands on the budget already.")})
    entry = Entry(budget=budget, line=line, plan=plan, added_by=by, added_at=clock.now(), **fields)
    entry.costs_now = line.amount if line else None
    _look(entry)
    entry.save()
    log.record("budgets.entry_added", by=by, thing=entry)
    return entry


@transaction.atomic
def edit_entry(*, entry: Entry, by: User, **fields) -> Entry:
    """Change how an entry is described and what it needs, in a draft."""
    _hold_draft(entry.budget)
    for name, value in fields.items():
        setattr(entry, name, value)
    _look(entry)
    entry.save(update_fields=list(fields))
    log.record("budgets.entry_edited", by=by, thing=entry)
    return entry


@transaction.atomic
def drop_entry(*, entry: Entry, by: User, reason: str) -> Entry:
    """Take an entry off a draft; done twice, it changes nothing."""
    _hold_draft(entry.budget)
    entry.refresh_from_db(fields=["dropped_at", "dropped_because"])
    if entry.dropped_at is None:
        entry.dropped_at, entry.dropped_because = clock.now(), reason.strip()
        entry.save(update_fields=["dropped_at", "dropped_because"])
        log.record("budgets.entry_dropped", by=by, thing=entry, reason=reason)
    return entry


@transaction.atomic
def publish_budget(*, budget: Budget, by: User) -> Budget:
    """Let everybody see it, and divide it from its first day on. The entries get their number on the form."""
    budget = _hold_draft(budget)
    pass_gate(budget, Gate.PUBLISH_BUDGET, by=by)
    for number, entry in enumerate(budget.entries.standing().order_by("pk"), start=1):
        entry.number = number
        entry.save(update_fields=["number"])
    budget.published_at, budget.published_by = clock.now(), by
    budget.save(update_fields=["published_at", "published_by"])
    log.record("budgets.budget_published", by=by, thing=budget, public=True)
    return budget


@transaction.atomic
def close_budget(*, budget: Budget, by: User, reason: str) -> Budget:
    """Close it before its last day, with the reason. For paper there are as many days left as were promised."""
    budget = hold(budget)
    if budget.state not in ("coming", "open"):
        raise Changed(_("This budget is closed already."), code="closed")
    for_paper = budget.paper_until - budget.closes_on
    budget.closed_at, budget.closed_because = clock.now(), reason.strip()
    budget.paper_until = clock.today() + for_paper
    budget.save(update_fields=["closed_at", "closed_because", "paper_until"])
    log.record("budgets.budget_closed", by=by, thing=budget, public=True, reason=reason)
    return budget


def _hold_draft(budget: Budget) -> Budget:
    budget = hold(budget)
    if budget.published_at:
        raise Refused(_("This budget is public. What people divide by does not change any more."), code="published")
    return budget


def _look(entry: Entry) -> None:
    """What is wrong with its amounts is said beside the field."""
    ceiling = entry.budget.ceiling
    for name in ("least", "most"):
        if (getattr(entry, name) or 0) > ceiling:
            raise Refused({name: _("There is %(ceiling)s to divide. This is more.") % {"ceiling": euro_on_page(ceiling)}})
    if entry.least and entry.most and entry.most < entry.least:
        raise Refused({"most": _("What it can use at most is less than what it needs.")})
    entry.full_clean(exclude=["budget", "line", "plan", "added_by"])


def _refuse_above_ceiling(budget: Budget) -> None:
    """The ceiling does not go below what stands on the budget already needs."""
    for entry in budget.entries.on_it().for_list():
        if max(entry.least or 0, entry.most or 0) > budget.ceiling:
            says = _("“%(entry)s” asks more than this. Change that first.")
            raise Refused({"ceiling": says % {"entry": entry}})
