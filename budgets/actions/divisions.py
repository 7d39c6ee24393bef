"""Dividing: once for each code or account, changed as often as somebody likes until it closes, never above the ceiling."""

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from accounts.models import User
from budgets.actions.budgets import hold
from budgets.models import Budget, Division, Entry, Share
from events import clock, log
from tenders.codes import hash_code
from tenders.money import euro_on_page
from tenders.refusal import Changed, Refused


@transaction.atomic
def divide(*, budget: Budget, by: User | None, code: str, amounts: dict[int, int]) -> Division:
    """Somebody's division, by entry number and in cents. The same `code` twice makes one; so does the same account."""
    budget = hold(budget)
    if found := Division.objects.filter(budget=budget, code_hash=hash_code(code)).first():
        return found
    _refuse_closed(budget)
    if by and Division.objects.filter(budget=budget, by=by).exists():
        raise Refused(_("You divided this money already. Open your division to change it."), code="twice")
    made = Division.objects.create(budget=budget, by=by, code_hash=hash_code(code), divided_on=clock.today())
    write_shares(made, budget, amounts)
    _record("budgets.divided", budget)
    return made


@transaction.atomic
def change_division(*, division: Division, version: int, amounts: dict[int, int]) -> Division:
    """Change a division that nobody changed meanwhile (in another tab, say); raises Changed."""
    budget = hold(division.budget)
    _refuse_closed(budget)
    if not budget.divisions.counted().filter(pk=division.pk).exists():
        raise Refused(_("This division does not count any more, so it stays as it is."), code="withdrawn")
    if not division_of(division, version).update(version=F("version") + 1):
        raise Changed(_("This was saved in another tab or on another telephone. What you typed is still here."), code="changed")
    division.version = version + 1
    write_shares(division, budget, amounts)
    _record("budgets.division_changed", budget)
    return division


def division_of(division: Division, version: int):
    """This division as long as it has this version."""
    return Division.objects.filter(pk=division.pk, version=version)


def write_shares(division: Division, budget: Budget, amounts: dict[int, int]) -> None:
    """Write what it gives to each entry, and to nothing else: what was taken back since keeps no part of this money.

    Raises Refused above the ceiling, and for what nobody can give.
    """
    entries = {entry.number: entry for entry in budget.entries.standing().for_list()}
    errors = {}
    for number, amount in amounts.items():
        entry = entries.get(number)
        if entry is None and amount:
            errors[f"entry_{number}"] = _("This was taken back, so nobody can give it money.")
        elif entry is not None and (wrong := wrong_with(entry, budget, amount)):
            errors[f"entry_{number}"] = wrong
    if errors:
        raise Refused(errors)
    kept = {share.entry_id: share for share in division.shares.all()}
    gone = kept.keys() - {entry.pk for entry in entries.values()}
    given = {number: amounts.get(number, 0) for number in entries}  # with nothing for what is gone, this is all that is stored
    if (total := sum(given.values())) > budget.ceiling:
        raise Refused(too_much(total, budget.ceiling), code="above")
    if gone:
        division.shares.filter(entry__in=gone).update(amount=0)
    for number, entry in entries.items():
        _write(division, entry, given[number], kept.get(entry.pk))


def keep_as_written(division: Division, budget: Budget, amounts: dict[int, int]) -> None:
    """Write what stands on a form that does not count, also what nobody can give; raises Refused below zero."""
    if any(amount < 0 for amount in amounts.values()):
        raise Refused(_("An amount cannot be below zero."))
    for entry in budget.entries.on_it().for_list():
        _write(division, entry, amounts.get(entry.number, 0), None)


def wrong_with(entry: Entry, budget: Budget, amount: int) -> str:
    """What is wrong with giving this amount to this entry; "" when nothing is."""
    if amount < 0:
        return _("An amount cannot be below zero.")
    if amount % budget.step:
        return _("Give in steps of %(step)s.") % {"step": euro_on_page(budget.step)}
    if entry.most is not None and amount > entry.most:
        return _("It can use %(most)s at most.") % {"most": euro_on_page(entry.most)}
    return ""


def too_much(total: int, ceiling: int) -> str:
    """How much too much it is, and what somebody can do."""
    return _("You divided %(total)s. That is %(over)s too much: there is %(ceiling)s. Take something off.") % {
        "total": euro_on_page(total),
        "over": euro_on_page(total - ceiling),
        "ceiling": euro_on_page(ceiling),
    }


def _write(division: Division, entry: Entry, amount: int, kept: Share | None) -> None:
    if kept is not None:
        kept.amount = amount
        kept.save(update_fields=["amount"])
    elif amount:
        Share.objects.create(division=division, entry=entry, amount=amount)


def _refuse_closed(budget: Budget) -> None:
    if not budget.is_open:
        raise Refused(_("This budget is closed. Nothing changes in it any more."), code="closed")


def _record(name: str, budget: Budget) -> None:
    """That somebody divided, and on which day: not who, and not which division it was."""
    log.record(name, by=None, thing=budget, public=True, day_only=True)
