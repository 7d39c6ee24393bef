"""Budgets of a municipality: the public page of each, making one, letting people divide it, closing it early."""

from django.contrib import messages
from django.core.exceptions import NON_FIELD_ERRORS
from django.core.paginator import Paginator
from django.forms import Form
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from accounts.permissions import allows
from budgets import actions
from budgets.budget_page import context_of
from budgets.fetch import budget_for, place_for
from budgets.forms import BudgetForm, WhyForm, see
from budgets.models import Budget
from events.etag import for_visitors
from tenders.forms import attempt
from tenders.gates import Gate, checklist

_PER_PAGE = 25


@for_visitors
def list_budgets(request, slug):
    """All budgets of a municipality, the newest first."""
    place = place_for(request, slug, "budgets.list_budgets")
    found = Budget.objects.visible_to(request.user).filter(municipality=place).for_list()
    context = {
        "municipality": place,
        "page_obj": Paginator(found, _PER_PAGE).get_page(request.GET.get("page")),
        "may_make": allows(request.user, "budgets.make_budget", place),
    }
    return render(request, "budgets/list_budgets.html", context)


@for_visitors
def show_budget(request, public_id):
    """What there is to divide and by whom; once all is counted, what residents divided; then what was decided, and why."""
    budget = budget_for(request, public_id)
    return render(request, "budgets/show_budget.html", context_of(budget, request.user))


def make_budget(request, slug):
    place = place_for(request, slug, "budgets.make_budget")
    form = BudgetForm(request.POST or None, municipality=place)
    if form.is_valid() and (made := attempt(form, actions.make_budget, municipality=place, by=request.user, **form.values())):
        messages.success(request, _("Only your colleagues see it. Now put lines and plans on it."))
        return redirect("budgets:list_entries", made.public_id)
    return render(request, "budgets/make_budget.html", {"form": form, "municipality": place})


def edit_budget(request, public_id):
    """When a colleague saved just before, with what was saved beside it."""
    budget, latest = budget_for(request, public_id, "budgets.edit_budget"), None
    form = BudgetForm(request.POST or None, instance=budget, municipality=budget.municipality)
    if form.is_valid():
        version = form.cleaned_data["version"] or 0
        if attempt(form, actions.edit_budget, budget=budget, by=request.user, version=version, **form.values()):
            return redirect("budgets:publish_budget", public_id)
        if form.has_error(NON_FIELD_ERRORS, code="changed"):
            latest = Budget.objects.for_page().get(pk=budget.pk)
            see(form, latest.version)
    return render(request, "budgets/edit_budget.html", {"form": form, "budget": budget, "latest": latest})


def publish_budget(request, public_id):
    budget = budget_for(request, public_id, "budgets.publish_budget")
    form = Form(request.POST or None)
    if form.is_valid() and attempt(form, actions.publish_budget, budget=budget, by=request.user):
        messages.success(request, _("Everybody sees it now. The makers of the plans on it got a message."))
        return redirect(budget)
    items = checklist(budget, Gate.PUBLISH_BUDGET)
    context = {"form": form, "budget": budget, "items": items, "ready": all(item.done or item.advice for item in items)}
    return render(request, "budgets/publish_budget.html", context)


def close_budget(request, public_id):
    budget = budget_for(request, public_id, "budgets.close_budget")
    form = WhyForm(request.POST or None)
    if form.is_valid() and attempt(form, actions.close_budget, budget=budget, by=request.user, **form.cleaned_data):
        return redirect(budget)
    return render(request, "budgets/close_budget.html", {"form": form, "budget": budget})
