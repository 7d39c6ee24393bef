"""Telling something about oneself after contributing, and who is missing in the dialogue."""

import csv

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from areas.groups import Question
from dialogues import actions
from dialogues.fetch import dialogue_for
from dialogues.forms import AboutForm
from dialogues.missing import around_of, missing_of
from dialogues.tables import table_of
from events.etag import for_visitors
from events.middleware import keeps_its_own_promise
from tenders.forms import attempt


# Who sends it is not looked at, and its token is not kept: a ticket counts once (dialogues/tickets.py). It needs no token
# against forgery either: without a ticket of ours it does nothing.
@keeps_its_own_promise
@csrf_exempt
@require_POST
def tell_about_oneself(request, slug):
    dialogue = dialogue_for(request, slug, "dialogues.tell_about_oneself")
    form = AboutForm(request.POST, around=around_of(dialogue.tender))
    context = {"dialogue": dialogue, "tender": dialogue.tender, "form": form}
    if form.is_valid():
        ticket, answers = form.cleaned_data["ticket"], form.answers()
        attempt(form, actions.tell_about_oneself, dialogue=dialogue, ticket=ticket, answers=answers)
    return render(request, f"dialogues/{'tell' if form.errors else 'told'}_about_oneself.html", context)


@for_visitors
def show_missing(request, slug):
    """Who takes part beside who lives there, and which groups are missing: the same for the team and for everybody."""
    dialogue = dialogue_for(request, slug)
    found = missing_of(dialogue) if dialogue.pk else None
    tables = [table_of(part) for part in found.parts] if found else []
    context = {"dialogue": dialogue, "tender": dialogue.tender, "missing": found, "tables": tables}
    return render(request, "dialogues/show_missing.html", context)


@for_visitors
def export_missing(request, slug):
    """The same as CSV: what is not shown on the page is not in the file."""
    dialogue = dialogue_for(request, slug)
    found = missing_of(dialogue) if dialogue.pk else None
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="wie-ontbreekt-{slug}.csv"'
    rows = csv.writer(response)
    rows.writerow(
        [_("Question"), _("Group"), _("Took part"), _("Of so many"), _("Of every 100 here"), _("Of every 100 there"), _("Index")]
    )
    for part in found.parts if found else []:
        for name, one in part.rows:
            here, index = (f"{one.share_here:.0f}", f"{one.index:.0f}") if one.index is not None else ("", "")
            took_part = "" if one.took_part is None else one.took_part
            rows.writerow([Question(part.question).label, name, took_part, part.total, here, f"{one.share_there:.0f}", index])
    return response
