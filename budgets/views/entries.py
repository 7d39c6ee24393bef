"""What stands on a budget: choosing lines and plans, describing them, taking them off again."""

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render

from budgets import actions
from budgets.fetch import budget_for, entry_for
from budgets.forms import EntryForm, WhyForm
from budgets.models import Budget
from initiatives.models import Plan
from inventory.models import Line
from tenders.forms import attempt

_OFFERED = 20  # of each kind; who looks for another one searches


def list_entries(request, public_id):
    """What stands on it, and what can be put on it: of its neighbourhood first, or what has the words that somebody asks."""
    budget = budget_for(request, public_id, "budgets.list_entries")
    words = request.GET.get("q", "").strip()[:100]
    entries = list(budget.entries.on_it().for_list())
    lines = _lines(budget, words).exclude(pk__in=[one.line_id for one in entries if one.line_id])
    plans = _plans(budget, words).exclude(pk__in=[one.plan_id for one in entries if one.plan_id])
    context = {"budget": budget, "entries": entries, "words": words}
    return render(request, "budgets/list_entries.html", context | {"lines": lines[:_OFFERED], "plans": plans[:_OFFERED]})


def add_entry(request, public_id, kind, source):
    budget = budget_for(request, public_id, "budgets.add_entry")
    found = _source(budget, kind, source)
    form = EntryForm(request.POST or None, initial={"most": getattr(found, "cost", None)})
    if form.is_valid():
        about = {"line" if isinstance(found, Line) else "plan": found}
        if attempt(form, actions.add_entry, budget=budget, by=request.user, **about, **form.cleaned_data):
            return redirect("budgets:list_entries", public_id)
    return render(request, "budgets/add_entry.html", {"form": form, "budget": budget, "source": found, "kind": kind})


def edit_entry(request, public_id, entry):
    found = entry_for(request, public_id, entry, "budgets.edit_entry")
    form = EntryForm(request.POST or None, instance=found)
    if form.is_valid() and attempt(form, actions.edit_entry, entry=found, by=request.user, **form.cleaned_data):
        return redirect("budgets:list_entries", public_id)
    return render(request, "budgets/edit_entry.html", {"form": form, "budget": found.budget, "entry": found})


def drop_entry(request, public_id, entry):
    found = entry_for(request, public_id, entry, "budgets.drop_entry")
    form = WhyForm(request.POST or None)
    if form.is_valid() and attempt(form, actions.drop_entry, entry=found, by=request.user, **form.cleaned_data):
        return redirect("budgets:list_entries", public_id)
    return render(request, "budgets/drop_entry.html", {"form": form, "budget": found.budget, "entry": found})


def _source(budget: Budget, kind: str, public_id: str):
    """The line or plan of the same municipality that the address names."""
    found = {"regel": Line.objects.current(), "plan": Plan.objects.standing()}.get(kind)
    if found is None:
        raise Http404
    return get_object_or_404(found, municipality=budget.municipality_id, public_id=public_id)


def _lines(budget: Budget, words: str):
    lines = Line.objects.current().filter(municipality=budget.municipality_id).select_related("area")
    return _that_say(lines, budget, words).order_by("title", "pk")


def _plans(budget: Budget, words: str):
    plans = Plan.objects.standing().filter(municipality=budget.municipality_id).select_related("area")
    return _that_say(plans, budget, words).order_by("-filed_at", "-pk")


def _that_say(rows, budget: Budget, words: str):
    """With these words in their title; without words those of the neighbourhood."""
    for word in words.split()[:6]:
        rows = rows.filter(title__icontains=word)
    return rows if words or budget.area_id is None else rows.filter(area=budget.area_id)
