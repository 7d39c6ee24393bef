"""How a dialogue ends: concluding it, its report as a page, and the same as a PDF."""

from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import NON_FIELD_ERRORS
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from dialogues import actions
from dialogues.fetch import conclusion_for, dialogue_for
from dialogues.forms import ConcludeForm, catch_up
from dialogues.left_open import left_open
from dialogues.models import Conclusion, Contribution, Dialogue, Ending
from dialogues.report import NAMED, findings_of, first_held, grounds_of, numbers_of, recognised_in
from dialogues.report_rows import rows_of
from documents.serve import serve
from events.etag import for_visitors
from tenders.forms import attempt
from tenders.gates import Gate, checklist, missing

_MOST = 25  # meetings and findings on the page; the PDF has all
_WAITING = 50  # of what waits, by number; the list of contributions has the rest


def conclude_dialogue(request, slug):
    """What is missing, named and linked; or how it goes on."""
    dialogue = dialogue_for(request, slug, "dialogues.conclude_dialogue")
    tender = dialogue.tender
    form = ConcludeForm(request.POST or None, initial={"version": Conclusion.objects.filter(tender=tender).count()})
    if form.is_valid() and (made := _conclude(form, dialogue, request.user)):
        messages.success(request, _("The dialogue is concluded. Everybody can read the report, and its PDF is being made."))
        return redirect("tenders:advance" if made.ending == Ending.REQUEST else "dialogues:show_conclusion", slug)
    latest = None
    if form.is_bound and form.has_error(NON_FIELD_ERRORS, code="changed"):
        latest = Conclusion.objects.filter(tender=tender).last()
        catch_up(form, Conclusion.objects.filter(tender=tender).count())
    waiting = Contribution.objects.unanswered().filter(tender=tender).order_by("number")
    context = {
        "form": form,
        "dialogue": dialogue,
        "tender": tender,
        "items": checklist(tender, Gate.CONCLUDE_DIALOGUE),
        "ready": not missing(tender, Gate.CONCLUDE_DIALOGUE),
        "latest": latest,
        "left_open": left_open(tender),
        "waiting": list(waiting.values_list("number", flat=True)[:_WAITING]),
    }
    return render(request, "dialogues/conclude_dialogue.html", context)


@for_visitors
def show_conclusion(request, slug):
    """The report, for everybody: how it goes on and why, what was found, and each contribution with its answer."""
    conclusion = conclusion_for(request, slug)
    tender, theme = conclusion.tender, request.GET.get("thema", "")
    numbers = numbers_of(tender.pk, conclusion.last_number, theme)
    findings = findings_of(tender.pk)
    meetings, number_of_meetings = first_held(tender.pk, conclusion.at, _MOST)
    context = {
        "conclusion": conclusion,
        "tender": tender,
        "numbers": numbers,
        "grounds": grounds_of(tender.pk),
        "findings": findings,
        "meetings": meetings,
        "number_of_meetings": number_of_meetings,
        "most": f":{_MOST}",
        "named": f":{NAMED}",
        "more_findings": len(findings) > _MOST,
        "more_meetings": number_of_meetings > _MOST,
        "recognised": recognised_in(tender.pk),
        "chips": _chips(numbers, theme),
        "page_obj": rows_of(conclusion, numbers.of_theme, theme, request.GET.get("page")),
    }
    return render(request, "dialogues/show_conclusion.html", context)


@for_visitors
def download_conclusion(request, slug):
    """The newest edition of the report as PDF; 404 while it is being made."""
    return serve(conclusion_for(request, slug).document)


def _conclude(form: ConcludeForm, dialogue: Dialogue, by) -> Conclusion | None:
    values = {**form.cleaned_data, "version": form.cleaned_data["version"] or 0}
    return attempt(form, actions.conclude_dialogue, dialogue=dialogue, by=by, **values)


def _chips(numbers, theme: str) -> list[tuple]:
    named = [
        (f"{name} ({total})", "?" + urlencode({"thema": name}) + "#antwoorden", name == theme)
        for name, total in sorted(numbers.themes.items())
    ]
    return [(_("All themes"), "?#antwoorden", not theme), *named] if named else []
