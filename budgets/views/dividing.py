"""Dividing: by everybody, without an account; what one divided is changed with a code, or with one's account."""

from django.core.exceptions import NON_FIELD_ERRORS
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csrf import csrf_exempt

from accounts.permissions import allows
from budgets import actions
from budgets.fetch import budget_for, own_division
from budgets.forms import DivideForm, see
from budgets.models import Budget, Division
from events.etag import for_visitors, kept_by_nobody
from events.middleware import FIELD, keeps_its_own_promise
from tenders.codes import code_of, tidy
from tenders.forms import attempt
from tenders.pace import Pace

# So many may share a computer in a library, or a tablet at a table.
_DIVIDING = Pace(
    "divide",
    at_most=20,
    seconds=900,
    sentence=_("Many people divided from here in a short time. Wait a quarter of an hour, or hand in a form on paper."),
)


# For why this form has no token against forgery: dialogues/views/contributions.py.
@keeps_its_own_promise
@csrf_exempt
@for_visitors
def divide(request, public_id):
    """The server adds up. With htmx it says after every amount what is left; nothing is saved by that."""
    budget = budget_for(request, public_id)
    form = DivideForm(request.POST or None, budget=budget)
    if request.htmx:
        return _rest(request, form)
    if request.method == "GET" and (own := own_division(request, budget)):
        return show_own(request, own)
    if not allows(request.user, "budgets.divide", budget):  # signing in would not help: say so, and lose no amount
        return render(request, "budgets/too_late.html", {"form": form, "budget": budget}, status=403)
    if form.is_valid():
        code = code_of(form, "division", budget.pk)
        if made := attempt(form, _divide, request=request, budget=budget, code=code, amounts=form.amounts):
            return _saved(request, made, code)
    return render(request, "budgets/divide.html", {"form": form, "budget": budget})


@keeps_its_own_promise
@csrf_exempt
def change_division(request, public_id):
    """By who has the code from the paper or the screen, or divided with an account."""
    budget = budget_for(request, public_id)
    own = own_division(request, budget)
    if own is None:
        return redirect(budget)
    code = tidy(request.POST.get("code", ""))
    form = DivideForm(request.POST if request.POST.get(FIELD) else None, budget=budget, division=own)
    if request.htmx:
        return _rest(request, form)
    if not allows(request.user, "budgets.change_division", own):
        return show_own(request, own, code)
    if form.is_valid():
        values = {"version": form.cleaned_data["version"], "amounts": form.amounts}
        if attempt(form, actions.change_division, division=own, **values):
            return _saved(request, own, code, changed=True)
        if form.has_error(NON_FIELD_ERRORS, code="changed"):
            see(form, Division.objects.get(pk=own.pk).version)
    return kept_by_nobody(render(request, "budgets/change_division.html", {"form": form, "budget": budget, "code": code}))


def show_own(request, division: Division, code: str = ""):
    """How somebody divided, for that person only."""
    budget = division.budget
    request.municipality = budget.municipality
    shares = {share.entry_id: share.amount for share in division.shares.all()}
    entries = [(entry, shares.get(entry.pk, 0)) for entry in budget.entries.on_it().for_list()]
    context = {
        "budget": budget,
        "division": division,
        "entries": entries,
        "total": sum(shares.values()),
        "rest": budget.ceiling - sum(amount for entry, amount in entries if entry.stands),
        "code": code,
        "may_change": allows(request.user, "budgets.change_division", division),
    }
    return kept_by_nobody(render(request, "budgets/show_division.html", context))


def _rest(request, form: DivideForm):
    form.is_valid()
    return kept_by_nobody(render(request, "budgets/_rest.html", {"rest": form.rest}))


def _saved(request, division: Division, code: str, *, changed: bool = False):
    """The page with the code: shown now, kept by nobody, not by the browser either."""
    budget = division.budget
    total = sum(share.amount for share in division.shares.all())
    context = {"budget": budget, "code": code, "changed": changed}
    context |= {"total": total, "left": budget.ceiling - total}
    return kept_by_nobody(render(request, "budgets/divided.html", context))


def _divide(*, request, budget: Budget, **values) -> Division:
    by = request.user if request.user.is_authenticated else None
    if by is None:
        _DIVIDING.refuse(request)
    made = actions.divide(budget=budget, by=by, **values)
    _DIVIDING.count(request)
    return made
