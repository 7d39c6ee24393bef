"""Words about neighbourhood budgets for config/permissions. A thing is a budget, or has one."""

import rules

from accounts.predicates import holds
from budgets.models import Budget
from tenders.models.involvement import OFFICER_KINDS

# Who keeps the budgets of a municipality: those who can lead a tender there.
keeper = holds(*OFFICER_KINDS)


def _budget(thing) -> Budget:
    return thing if isinstance(thing, Budget) else thing.budget


@rules.predicate
def budget_published(user, thing) -> bool:
    return _budget(thing).published_at is not None


@rules.predicate
def open_to_all(user, thing) -> bool:
    """Today people can divide."""
    return _budget(thing).is_open


@rules.predicate
def not_over(user, thing) -> bool:
    """People can divide, or can soon."""
    return _budget(thing).state in ("coming", "open")


@rules.predicate
def takes_paper(user, thing) -> bool:
    """People can divide, or it closed and forms on paper are still typed in."""
    return _budget(thing).takes_paper


@rules.predicate
def counted(user, thing) -> bool:
    """It closed, and all that came in on paper was typed in."""
    return _budget(thing).is_counted


@rules.predicate
def own_division(user, division) -> bool:
    """Divided it with an account, or has the code that was given for it."""
    with_account = user.is_authenticated and division.by_id == user.pk
    return with_account or (division.opened_with != "" and division.opened_with == division.code_hash)


@rules.predicate
def still_counts(user, division) -> bool:
    """Neither set aside nor taken back."""
    return division.withdrawn_at is None


@rules.predicate
def own_stack(user, stack) -> bool:
    return user.is_authenticated and stack.by_id == user.pk


@rules.predicate
def decision_out(user, decision) -> bool:
    return decision.published_at is not None
