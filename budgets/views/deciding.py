"""Deciding: an amount and a reason for each entry as a draft, then everything at one moment."""

from django.contrib import messages
from django.core.exceptions import NON_FIELD_ERRORS
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from budgets import actions
from budgets.actions.decisions import refuse_incomplete
from budgets.fetch import budget_for, decision_for
from budgets.forms import DecisionForm, PublishForm, see
from budgets.models import Budget
from budgets.result import Result
from events.etag import for_visitors
from tenders.forms import attempt
from tenders.refusal import Refused


def draft_decision(request, public_id):
    budget = budget_for(request, public_id, "budgets.draft_decision")
    draft, before = budget.decisions.draft().first(), budget.decisions.standing().first()
    result = Result(budget)
    form = DecisionForm(request.POST or None, result=result, draft=draft, before=before)
    if form.is_valid() and attempt(form, actions.draft_decision, budget=budget, by=request.user, **form.values()):
        return redirect("budgets:publish_decision", public_id)
    overtaken = form.is_bound and form.has_error(NON_FIELD_ERRORS, code="changed")
    if overtaken:
        see(form, draft.version if draft else 0)
    context = {"form": form, "budget": budget, "draft": draft, "overtaken": overtaken, "few": result.is_of_few}
    return render(request, "budgets/draft_decision.html", context)


def publish_decision(request, public_id):
    """The draft as everybody will read it, with what it still lacks."""
    budget = budget_for(request, public_id, "budgets.publish_decision")
    draft = budget.decisions.draft().first()
    if draft is None:
        return redirect(budget) if budget.decisions.exists() else redirect("budgets:draft_decision", public_id)
    draft.budget = budget
    form = PublishForm(request.POST or None, initial={"version": draft.version})
    if form.is_valid() and attempt(form, actions.publish_decision, decision=draft, by=request.user, **form.cleaned_data):
        messages.success(request, _("The decision is public. The makers of the plans got a message."))
        return redirect(budget)
    if form.is_bound and form.has_error(NON_FIELD_ERRORS, code="changed"):
        see(form, draft.version)  # which stands on this page
    lines = list(draft.lines.select_related("entry__line", "entry__plan").order_by("entry__number"))
    result = Result(budget)
    for line in lines:
        line.result = result.of(line.entry)
    context = {"form": form, "budget": budget, "draft": draft, "lines": lines, "total": sum(line.amount for line in lines)}
    return render(request, "budgets/publish_decision.html", context | {"lacking": _lacking(budget, result, lines)})


@for_visitors
def show_decision(request, public_id, number):
    """One decision as it was published, also when another took its place."""
    decision = decision_for(request, public_id, number)
    lines = decision.lines.select_related("entry__line", "entry__plan").order_by("entry__number")
    context = {"decision": decision, "budget": decision.budget, "lines": lines, "total": sum(line.amount for line in lines)}
    return render(request, "budgets/show_decision.html", context)


def _lacking(budget: Budget, result: Result, lines: list) -> list[str]:
    try:
        refuse_incomplete(budget, result, {line.entry_id: line for line in lines})
    except Refused as refusal:
        return refusal.messages
    return []
