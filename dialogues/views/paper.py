"""Paper: printing blank forms, and typing in a stack of filled-in ones."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect, render

from dialogues import actions
from dialogues.fetch import stack_for, tender_of
from dialogues.forms import PrintForm, StackForm, TypedForm
from dialogues.models import Stack
from dialogues.slips import forms_of
from documents.serve import serve_paper
from events.etag import kept_by_nobody
from events.middleware import keeps_its_own_promise
from tenders.codes import address_of, code_for, code_of
from tenders.form_parts import once_token
from tenders.forms import attempt
from tenders.refusal import Refused

_SHOWN = 50  # forms of a stack below the one that is being typed


@keeps_its_own_promise
def print_sheets(request, slug):
    """The answer is the paper itself: nobody keeps the codes. The same form sent again gives the same paper."""
    tender = tender_of(request, slug, "dialogues.print_sheets")
    form = PrintForm(request.POST or None, tender=tender)
    if form.is_valid():
        asked = form.cleaned_data
        codes = [code_for(once_token(form), ["sheet", tender.pk, request.user.pk, place]) for place in range(asked["number"])]
        sheets = attempt(form, actions.print_sheets, tender=tender, by=request.user, codes=codes, meeting=asked.get("meeting"))
        if sheets:
            content = forms_of(tender, asked["question"], list(zip(sheets, codes, strict=False)), address_of(""))
            return serve_paper(content, f"formulieren-{sheets[0].number}-{sheets[-1].number}")
    return render(request, "dialogues/print_sheets.html", {"form": form, "tender": tender})


def begin_stack(request, slug):
    tender = tender_of(request, slug, "dialogues.begin_stack")
    form = StackForm(request.POST or None, tender=tender)
    if form.is_valid() and (stack := attempt(form, actions.begin_stack, tender=tender, by=request.user, **form.cleaned_data)):
        return redirect("dialogues:type_form", slug, stack.public_id)
    return render(request, "dialogues/begin_stack.html", {"form": form, "tender": tender})


@keeps_its_own_promise
def type_form(request, slug, public_id):
    """One form after another; with htmx only the form and the list below it are drawn anew, else the page."""
    if not request.user.is_authenticated:
        return signed_out(request, "dialogues.type_form")
    stack = stack_for(request, slug, public_id, "dialogues.type_form")
    form = TypedForm(request.POST or None, tender=stack.tender)
    made = code = None
    if form.is_valid():
        code = code_of(form, "typed", stack.pk)
        if made := attempt(form, actions.type_form, stack=stack, by=request.user, code=code, **form.cleaned_data):
            code = "" if form.cleaned_data["sheet"] else code
            form = TypedForm(tender=stack.tender)
    template = "dialogues/_typed_and_next.html" if request.htmx else "dialogues/type_form.html"
    return kept_by_nobody(render(request, template, _of(stack, form=form, made=made, code=code)))


@keeps_its_own_promise
def take_back_form(request, slug, public_id, number):
    """What stands half typed in the form comes along and stays; nothing is saved of it."""
    if not request.user.is_authenticated:
        return signed_out(request, "dialogues.type_form")
    stack = stack_for(request, slug, public_id, "dialogues.take_back_form")
    if request.method != "POST":
        return redirect("dialogues:type_form", slug, public_id)
    half = TypedForm(initial=request.POST.dict(), tender=stack.tender)
    taken, refused = None, []
    try:
        taken = actions.take_back_form(stack=stack, number=number, by=request.user)
    except Refused as refusal:
        refused = refusal.messages
    template = "dialogues/_typed.html" if request.htmx else "dialogues/type_form.html"
    said = {"taken": taken, "refused": refused, "said": bool(request.htmx)}
    return kept_by_nobody(render(request, template, _of(stack, form=half, **said)))


def _of(stack: Stack, **more) -> dict:
    typed = stack.forms.filter(withdrawn_at=None)
    rows = stack.forms.select_related("theme").order_by("-number")[:_SHOWN]
    return {"stack": stack, "tender": stack.tender, "typed": typed.count(), "rows": rows, **more}


def signed_out(request, permission: str):
    """htmx puts it above the form, which stays as it is; without it the page that gives back what was typed."""
    if not request.htmx:
        raise PermissionDenied(permission)
    response = render(request, "dialogues/_signed_out.html")
    response.headers["HX-Retarget"], response.headers["HX-Reswap"] = "#melding", "innerHTML"
    return response
