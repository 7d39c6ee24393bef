"""Deciding: an amount and a reason for each entry, saved as a draft, published at one moment; decided anew with a reason."""

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from accounts.models import User
from budgets.actions.budgets import hold
from budgets.models import Budget, Decision, DecisionLine
from budgets.result import Result
from events import clock, log
from tenders.money import euro_on_page
from tenders.refusal import Changed, Refused


@transaction.atomic
def draft_decision(
    *, budget: Budget, by: User, version: int, amounts: dict[int, int], reasons: dict[int, str], revised_because: str = ""
) -> Decision:
    """Save what the municipality means to give to each entry (by number), and why. Nobody else sees it yet.

    `version` is that of the draft that the person saw, 0 for none. Raises Changed when a colleague saved meanwhile, and
    Refused above the ceiling.
    """
    budget = hold(budget)
    _refuse_early(budget)
    if (total := sum(amounts.values())) > budget.ceiling:
        raise Refused(_above(total, budget.ceiling), code="above")
    decision = _draft(budget, by, version, revised_because.strip())
    lines = {line.entry.number: line for line in decision.lines.select_related("entry")}
    for entry in budget.entries.on_it().for_list():
        line = lines.get(entry.number) or DecisionLine(decision=decision, entry=entry)
        line.amount, line.reason = amounts.get(entry.number, 0), reasons.get(entry.number, "").strip()
        line.save()
    log.record("budgets.decision_drafted", by=by, thing=decision)
    return decision


@transaction.atomic
def publish_decision(*, decision: Decision, by: User, version: int) -> Decision:
    """Publish the draft as it was seen, at one moment: what residents gave is kept beside it, unless few divided.

    An earlier one is replaced.
    Raises Refused as long as an entry lacks its reason, Changed when a colleague saved or published meanwhile.
    """
    budget = hold(decision.budget)
    _refuse_early(budget)
    fresh = Decision.objects.draft().filter(pk=decision.pk, version=version).first()
    if fresh is None:
        raise Changed(_("A colleague saved or published this meanwhile. Look at it once more."), code="changed")
    result = Result(budget)
    lines = {line.entry_id: line for line in fresh.lines.all()}
    refuse_incomplete(budget, result, lines)
    now = clock.now()
    budget.decisions.standing().update(replaced_at=now)
    for entry in result.entries:
        lines[entry.pk].result = result.of(entry)
        lines[entry.pk].save(update_fields=["result"])
    fresh.published_at, fresh.published_by, fresh.people = now, by, result.people
    fresh.save(update_fields=["published_at", "published_by", "people"])
    fresh.budget = budget
    log.record("budgets.decision_published", by=by, thing=fresh, public=True, number=fresh.number)
    return fresh


def refuse_incomplete(budget: Budget, result: Result, lines: dict[int, DecisionLine]) -> None:
    """Raise Refused with a sentence for each entry that lacks a reason, or gets money that it cannot have."""
    wrong = [says for entry in result.entries if (says := _lacking(entry, lines.get(entry.pk), result, budget))]
    if (total := sum(line.amount for line in lines.values())) > budget.ceiling:
        wrong.append(_above(total, budget.ceiling))
    if wrong:
        raise Refused(wrong, code="incomplete")


def as_divided() -> str:
    """The reason that is written already where the municipality does what residents divided."""
    return _("We do what residents divided.")


def _lacking(entry, line: DecisionLine | None, result: Result, budget: Budget) -> str:
    if line is None:
        return _("“%(entry)s”: decide on an amount, also when it is nothing.") % {"entry": entry}
    if line.amount and not entry.stands:
        return _("“%(entry)s” was taken back, so it gets no money.") % {"entry": entry}
    if not line.reason:
        return _("“%(entry)s”: say why.") % {"entry": entry}
    if result.is_of_few:
        says = _("“%(entry)s”: say in your own words why. Nobody sees what so few people divided.")
        return says % {"entry": entry} if line.reason == as_divided() else ""
    if abs(line.amount - result.of(entry)) >= budget.step and line.reason == as_divided():
        says = _("“%(entry)s”: residents divided %(result)s and you give %(amount)s. Say why you do otherwise.")
        return says % {"entry": entry, "result": euro_on_page(result.of(entry)), "amount": euro_on_page(line.amount)}
    return ""


def _draft(budget: Budget, by: User, version: int, revised_because: str) -> Decision:
    """The draft in which this is saved: the one that stands, or a new one."""
    draft, before = budget.decisions.draft().first(), budget.decisions.standing().first()
    if before and not revised_because:
        raise Refused({"revised_because": _("Say why you decide anew. Everybody can read it, and the earlier decision too.")})
    if (draft.version if draft else 0) != version:
        raise Changed(
            _("Somebody else saved this while you were writing. What you wrote is still here; compare it first."), code="changed"
        )
    words = {"saved_by": by, "saved_at": clock.now(), "revised_because": revised_because}
    if draft is None:
        return Decision.objects.create(budget=budget, number=(before.number if before else 0) + 1, **words)
    Decision.objects.filter(pk=draft.pk).update(version=F("version") + 1, **words)
    return Decision.objects.select_related("budget__municipality").get(pk=draft.pk)


def _above(total: int, ceiling: int) -> str:
    return _("Together this is %(total)s. That is %(over)s above the ceiling of %(ceiling)s.") % {
        "total": euro_on_page(total),
        "over": euro_on_page(total - ceiling),
        "ceiling": euro_on_page(ceiling),
    }


def _refuse_early(budget: Budget) -> None:
    if not budget.is_counted:
        raise Refused(_("Not everything is counted yet. Nobody decides before."), code="early")
