"""Fetching is checking: the only ways for a view to get something of a neighbourhood budget."""

from django.shortcuts import get_object_or_404

from accounts.models import Municipality
from accounts.permissions import check, fetch
from budgets.models import Budget, Decision, Division, Entry, Stack
from tenders.codes import count_wrong, hash_code, refuse_guessing
from tenders.refusal import Refused

VIEW = "budgets.view_budget"


def place_for(request, slug: str, permission: str) -> Municipality:
    request.municipality = check(request.user, permission, get_object_or_404(Municipality, slug=slug))
    return request.municipality


def budget_for(request, public_id: str, permission: str = VIEW) -> Budget:
    """A budget that the person may see; 403 when the person may not do this with it."""
    budget = fetch(Budget.objects.for_page(), request.user, VIEW, public_id=public_id)
    request.municipality = budget.municipality
    return check(request.user, permission, budget)


def entry_for(request, public_id: str, entry: str, permission: str) -> Entry:
    """What stands on a budget that the person may change."""
    budget = budget_for(request, public_id, permission)
    found = get_object_or_404(budget.entries.on_it().for_list(), public_id=entry)
    found.budget = budget
    return found


def stack_for(request, public_id: str, stack: str, permission: str) -> Stack:
    """One's own stack."""
    found = fetch(Stack.objects.for_page(), request.user, permission, budget__public_id=public_id, public_id=stack)
    request.municipality = found.municipality
    return found


def decision_for(request, public_id: str, number: int) -> Decision:
    """A decision that was published, or a draft for who decides."""
    permission = "budgets.view_decision"
    found = fetch(Decision.objects.for_page(), request.user, permission, budget__public_id=public_id, number=number)
    request.municipality = found.municipality
    return found


def own_division(request, budget: Budget) -> Division | None:
    """Somebody's own division: by the code that came along in the form, else by account."""
    if code := request.POST.get("code", ""):
        return by_code(request, code, budget.divisions)
    if not request.user.is_authenticated:
        return None
    return _with_budget(budget.divisions.visible_to(request.user).first(), budget)


def by_code(request, code: str, divisions) -> Division | None:
    """The division to which a code leads; who guesses many is told nothing any more."""
    try:
        refuse_guessing(request)
    except Refused:
        return None
    found = divisions.filter(code_hash=hash_code(code)).select_related("budget__municipality", "budget__area").first()
    if found is None:
        count_wrong(request)
        return None
    found.opened_with = found.code_hash
    return found


def _with_budget(division: Division | None, budget: Budget) -> Division | None:
    if division is not None:
        division.budget = budget
    return division
