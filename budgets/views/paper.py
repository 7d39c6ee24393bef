"""Paper: printing blank forms, and typing in a stack of filled-in ones, or setting them aside, without opening the page again."""

from django.db.models import Count, Q, Sum
from django.shortcuts import redirect, render

from budgets import actions
from budgets.fetch import budget_for, stack_for
from budgets.forms import AsideForm, PrintForm, StackForm, TypedForm
from budgets.models import Stack
from budgets.papers import forms_of
from dialogues.views.paper import signed_out
from documents.serve import serve_paper
from events.etag import kept_by_nobody
from events.middleware import keeps_its_own_promise
from tenders.codes import address_of, code_for, code_of
from tenders.form_parts import once_token
from tenders.forms import attempt
from tenders.refusal import Refused

_SHOWN = 50  # forms of a stack beside the one that is being typed


@keeps_its_own_promise
def print_sheets(request, public_id):
    """The answer is the paper itself: nobody keeps the codes. The same form sent again gives the same paper."""
    budget = budget_for(request, public_id, "budgets.print_sheets")
    form = PrintForm(request.POST or None)
    if form.is_valid():
        asked = range(form.cleaned_data["number"])
        codes = [code_for(once_token(form), ["budget sheet", budget.pk, request.user.pk, place]) for place in asked]
        if sheets := attempt(form, actions.print_sheets, budget=budget, by=request.user, codes=codes):
            content = forms_of(budget, list(zip(sheets, codes, strict=False)), address_of(""))
            return serve_paper(content, f"formulieren-{sheets[0].number}-{sheets[-1].number}")
    return render(request, "budgets/print_sheets.html", {"form": form, "budget": budget})


def begin_stack(request, public_id):
    budget = budget_for(request, public_id, "budgets.begin_stack")
    form = StackForm(request.POST or None)
    if form.is_valid() and (stack := attempt(form, actions.begin_stack, budget=budget, by=request.user, **form.cleaned_data)):
        return redirect("budgets:type_form", public_id, stack.public_id)
    return render(request, "budgets/begin_stack.html", {"form": form, "budget": budget})


@keeps_its_own_promise
def type_form(request, public_id, stack):
    """One form after another; with htmx only the form and the list beside it are drawn anew, else the page."""
    if not request.user.is_authenticated:
        return signed_out(request, "budgets.type_form")
    found = stack_for(request, public_id, stack, "budgets.type_form")
    return _entered(request, found, TypedForm(request.POST or None, budget=found.budget), actions.type_form)


@keeps_its_own_promise
def set_form_aside(request, public_id, stack):
    """The same form as for typing, sent by another button; what was typed is kept with it."""
    if not request.user.is_authenticated:
        return signed_out(request, "budgets.type_form")
    found = stack_for(request, public_id, stack, "budgets.set_form_aside")
    if request.method != "POST":
        return redirect("budgets:type_form", public_id, stack)
    return _entered(request, found, AsideForm(request.POST, budget=found.budget), actions.set_form_aside)


@keeps_its_own_promise
def take_back_form(request, public_id, stack, number):
    """What stands half typed in the form comes along and stays; nothing is saved of it."""
    if not request.user.is_authenticated:
        return signed_out(request, "budgets.type_form")
    found = stack_for(request, public_id, stack, "budgets.take_back_form")
    if request.method != "POST":
        return redirect("budgets:type_form", public_id, stack)
    half = TypedForm(initial=request.POST.dict(), budget=found.budget)
    taken, refused = None, []
    try:
        taken = actions.take_back_form(stack=found, number=number, by=request.user)
    except Refused as refusal:
        refused = refusal.messages
    template = "budgets/_typed.html" if request.htmx else "budgets/type_form.html"
    said = {"taken": taken, "refused": refused, "said": bool(request.htmx)}
    return kept_by_nobody(render(request, template, _of(found, form=half, **said)))


def _entered(request, stack: Stack, form: TypedForm, action):
    """The next form, or this one with what is wrong, and beside it what was typed."""
    made = code = None
    if form.is_valid():
        code = code_of(form, "typed", stack.pk)
        if made := attempt(form, action, stack=stack, by=request.user, code=code, **form.values):
            code = "" if form.cleaned_data["sheet"] else code
            form = TypedForm(budget=stack.budget)
    template = "budgets/_typed_and_next.html" if request.htmx else "budgets/type_form.html"
    return kept_by_nobody(render(request, template, _of(stack, form=form, made=made, code=code)))


def _of(stack: Stack, **more) -> dict:
    rows = stack.forms.select_related("sheet").annotate(total=Sum("shares__amount")).order_by("-number")
    counts = stack.forms.aggregate(typed=Count("pk", filter=Q(withdrawn_at=None)), aside=Count("pk", filter=~Q(set_aside="")))
    return {"stack": stack, "budget": stack.budget, "rows": rows[:_SHOWN], **counts, **more}
