"""Who is concerned by a neighbourhood budget: the makers of the plans on it, and who divided it with an account."""

from django.db.models import Q

from accounts.models import User
from budgets.models import Budget, Decision
from events.models import Event
from initiatives.models import Plan


def budget_address(event: Event) -> list:
    """The arguments of the page of a budget, of an event about it or about a decision on it."""
    return list(_budgets(event).values_list("public_id", flat=True))


def who_made_its_plans(event: Event):
    """Who filed a plan on it with an account, and the members of their party."""
    plans = _plans(event)
    members = Q(memberships__party__in=plans.values("party"), memberships__left_at=None)
    return User.objects.filter(Q(pk__in=plans.values("filed_by")) | members, is_active=True).distinct()


def who_hears_decision(event: Event):
    """The makers, and who divided it with an account: of them nobody else hears that they did."""
    divided = Budget.objects.filter(pk__in=_budgets(event), divisions__by__isnull=False).values("divisions__by")
    makers = who_made_its_plans(event).values("pk")
    return User.objects.filter(Q(pk__in=divided) | Q(pk__in=makers), is_active=True)


def addresses_of_makers(event: Event) -> list[str]:
    """Of who filed a plan without an account."""
    return list(_plans(event).filter(filed_by=None).exclude(email="").values_list("email", flat=True))


def _budgets(event: Event):
    if event.thing_kind == Decision._meta.label_lower:
        return Budget.objects.filter(decisions=event.thing_id)
    return Budget.objects.filter(pk=event.thing_id)


def _plans(event: Event):
    on_it = Budget.objects.filter(pk__in=_budgets(event), entries__dropped_at=None).values("entries__plan")
    return Plan.objects.filter(pk__in=on_it)
