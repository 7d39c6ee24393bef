"""The page of a dialogue, and the pages on which the team writes, publishes and closes it."""

from functools import partial
from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import NON_FIELD_ERRORS
from django.forms import Form
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.permissions import allows
from dialogues import actions
from dialogues.fetch import dialogue_for, part_for, tender_of
from dialogues.forms import ContributionForm, DialogueForm, FactForm, OpenQuestionForm, catch_up
from dialogues.models import Dialogue, Fact, Ground, OpenQuestion, Verdict
from dialogues.overview import PER_PAGE, contributions_of, counts_of, found_contributions, meetings_of
from dialogues.texts import texts_of
from events.etag import for_visitors
from tenders.forms import attempt
from tenders.gates import Gate, checklist, missing, not_needed
from tenders.search import LONGEST_SEARCH, how_asked
from tenders.steps import Step

_RIGHTS = ("edit_dialogue", "publish_dialogue", "close_dialogue", "plan_meeting", "list_contributions", "enter_contribution")
_RIGHTS += ("set_pilot", "decide_pilot", "bring_in", "begin_stack", "print_sheets", "trust_organisation")
_RIGHTS += ("list_flags", "conclude_dialogue")


@for_visitors
def show_dialogue(request, slug):
    """What people know beforehand, what others say, and the form to say something."""
    dialogue = dialogue_for(request, slug)
    tender, theme, asked = dialogue.tender, request.GET.get("thema", ""), request.GET.get("zoek", "").strip()[:LONGEST_SEARCH]
    counts = counts_of(tender, theme)
    coming, held = meetings_of(tender)
    may_contribute = allows(request.user, "dialogues.contribute", dialogue)
    context = {
        "dialogue": dialogue,
        "tender": tender,
        "texts": (texts := texts_of(dialogue)),
        "counts": counts,
        "chips": _chips(counts, theme),
        "page_obj": _page_of(request, tender, counts, theme, asked),
        **how_asked(asked),
        "kept_filters": [("thema", theme)] if theme else [],
        "many": counts.total > PER_PAGE,
        "coming": coming,
        "held": held,
        "form": ContributionForm(tender=tender, user=request.user) if may_contribute else None,
        "is_over": dialogue.published_at is not None and not dialogue.is_open,
        "not_needed": not_needed(tender, Step.DIALOGUE),
        "may": _rights(request.user, dialogue, texts),
        "may_support": allows(request.user, "dialogues.support_here", tender),
        "may_file": allows(request.user, "initiatives.file_tender_plan", tender),
    }
    return render(request, "dialogues/show_dialogue.html", context)


def edit_dialogue(request, slug):
    tender = tender_of(request, slug, "dialogues.edit_dialogue")
    dialogue = _written(tender)
    form = DialogueForm(request.POST or None, dialogue=dialogue)
    if form.is_valid() and attempt(form, actions.edit_dialogue, tender=tender, by=request.user, **form.values()):
        messages.success(request, _("Saved."))
        return redirect("dialogues:edit_dialogue", slug)
    context = {
        "form": form,
        "tender": tender,
        "dialogue": dialogue,
        "latest": _latest(form, partial(_written, tender)),
        "facts": Fact.objects.filter(dialogue__tender=tender, removed_at=None),
        "grounds": Ground.objects.filter(dialogue__tender=tender, removed_at=None),
        "questions": OpenQuestion.objects.filter(dialogue__tender=tender, removed_at=None),
    }
    return render(request, "dialogues/edit_dialogue.html", context)


def publish_dialogue(request, slug):
    tender = tender_of(request, slug, "dialogues.publish_dialogue")
    dialogue = _written(tender)
    form = Form(request.POST or None)
    if form.is_valid() and attempt(form, actions.publish_dialogue, tender=tender, by=request.user):
        messages.success(request, _("The dialogue is open. Everybody can read it and contribute."))
        return redirect("dialogues:show_dialogue", slug)
    context = {"form": form, "tender": tender, "dialogue": dialogue, "items": checklist(tender, Gate.PUBLISH_TENDER)}
    return render(request, "dialogues/publish_dialogue.html", {**context, "ready": not missing(tender, Gate.PUBLISH_TENDER)})


def close_dialogue(request, slug):
    dialogue = dialogue_for(request, slug, "dialogues.close_dialogue")
    form = Form(request.POST or None)
    if form.is_valid() and attempt(form, actions.close_dialogue, dialogue=dialogue, by=request.user):
        if counts_of(dialogue.tender).waiting or not allows(request.user, "dialogues.conclude_dialogue", dialogue):
            messages.success(request, _("The dialogue is closed. Here you see what still waits for an answer."))
            return redirect("dialogues:list_contributions", slug)
        messages.success(request, _("The dialogue is closed, and each contribution has its answer. Now you can conclude it."))
        return redirect("dialogues:conclude_dialogue", slug)
    context = {"form": form, "dialogue": dialogue, "tender": dialogue.tender, "counts": counts_of(dialogue.tender)}
    return render(request, "dialogues/close_dialogue.html", context)


def add_fact(request, slug):
    return _add(request, slug, FactForm, actions.add_fact, "dialogues/add_fact.html")


def add_open_question(request, slug):
    return _add(request, slug, OpenQuestionForm, actions.add_open_question, "dialogues/add_open_question.html")


def edit_fact(request, slug, public_id):
    fact = part_for(request, slug, Fact, public_id)
    return _edit(request, slug, fact, FactForm, actions.edit_fact, "dialogues/edit_fact.html", fact=fact)


def edit_open_question(request, slug, public_id):
    question = part_for(request, slug, OpenQuestion, public_id)
    template = "dialogues/edit_open_question.html"
    return _edit(request, slug, question, OpenQuestionForm, actions.edit_open_question, template, question=question)


@require_POST
def remove_fact(request, slug, public_id):
    actions.remove_fact(fact=part_for(request, slug, Fact, public_id), by=request.user)
    return redirect("dialogues:edit_dialogue", slug)


@require_POST
def remove_open_question(request, slug, public_id):
    actions.remove_open_question(question=part_for(request, slug, OpenQuestion, public_id), by=request.user)
    return redirect("dialogues:edit_dialogue", slug)


def _add(request, slug, form_class, action, template):
    tender = tender_of(request, slug, "dialogues.edit_dialogue")
    form = form_class(request.POST or None)
    if form.is_valid() and attempt(form, action, tender=tender, by=request.user, **_without_version(form)):
        return redirect("dialogues:edit_dialogue", slug)
    return render(request, template, {"form": form, "tender": tender})


def _edit(request, slug, part, form_class, action, template, **named):
    form = form_class(request.POST or None, instance=part, initial={"version": part.version})
    values = form.cleaned_data if form.is_valid() else {}
    if values and attempt(form, action, by=request.user, **named, **values):
        return redirect("dialogues:edit_dialogue", slug)
    latest = _latest(form, partial(type(part).objects.get, pk=part.pk))
    return render(request, template, {"form": form, "tender": part.tender, "part": part, "latest": latest})


def _latest(form, read):
    """What somebody else saved meanwhile, when that is why the form came back; sending it again then replaces that."""
    if not (form.is_bound and form.has_error(NON_FIELD_ERRORS, code="changed")):
        return None
    row = read()
    catch_up(form, row.version)
    return row


def _written(tender) -> Dialogue:
    rows = Dialogue.objects.filter(tender=tender).prefetch_related("rules")
    dialogue = rows.first() or Dialogue()
    dialogue.tender = tender
    return dialogue


def _page_of(request, tender, counts, theme: str, asked: str):
    """The contributions of this page: all of them, or those that say what was asked for."""
    number = request.GET.get("page")
    if asked:
        return found_contributions(tender, request.user, asked, theme=theme, number=number)
    return contributions_of(tender, request.user, counts, theme=theme, number=number)


def _rights(user, dialogue, texts) -> dict:
    """What the team may do here; a visitor is not asked about, nor is about a next area before a pilot goes on."""
    names = (*_RIGHTS, "copy_pilot") if texts.pilot and texts.pilot["key"] == Verdict.GO else _RIGHTS
    return {name: allows(user, f"dialogues.{name}", dialogue) for name in names} if user.is_authenticated else {}


def _without_version(form) -> dict:
    return {name: value for name, value in form.cleaned_data.items() if name != "version"}


def _chips(counts, theme: str) -> list[tuple]:
    """All themes, and each theme with its count."""
    named = [(f"{name} ({total})", "?" + urlencode({"thema": name}) + "#inbreng", name == theme) for name, total in counts.themes]
    return [(_("All themes"), "?#inbreng", not theme), *named] if named else []
