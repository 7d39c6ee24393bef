"""Minutes of a meeting: writing them, saying what is wrong, and deciding on that."""

from django.contrib import messages
from django.core.exceptions import NON_FIELD_ERRORS
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from accounts.permissions import allows, check
from dialogues import actions
from dialogues.actions.minutes import was_there
from dialogues.fetch import meeting_for
from dialogues.forms import CorrectionForm, DecideCorrectionForm, ReportForm, catch_up
from dialogues.models import Correction, Meeting
from dialogues.views.meetings import form_page
from events.middleware import keeps_its_own_promise
from tenders.codes import count_wrong, refuse_guessing
from tenders.forms import attempt
from tenders.refusal import Refused


def report_meeting(request, slug, public_id):
    meeting = meeting_for(request, slug, public_id, "dialogues.report_meeting")
    form = ReportForm(request.POST or None, instance=meeting)
    if form.is_valid() and attempt(form, actions.report_meeting, meeting=meeting, by=request.user, **form.cleaned_data):
        messages.success(request, _("The report is public. Who was there can correct it."))
        return redirect(meeting)
    return form_page(request, "dialogues/report_meeting.html", form, meeting)


@keeps_its_own_promise
@csrf_exempt
def correct_minutes(request, slug, public_id):
    """For who was there. For why this form has no token against forgery: views/contributions.py."""
    meeting = meeting_for(request, slug, public_id, "dialogues.view_meeting")
    ended = request.method == "POST" and meeting.reported_at and not meeting.tender.is_running
    if meeting.corrections_over or ended:  # who typed for a quarter of an hour must read why nothing happened
        typed = CorrectionForm(request.POST, asks_code=False)
        return render(request, "dialogues/corrections_over.html", _about(meeting, form=typed))
    if not allows(request.user, "dialogues.correct_minutes", meeting):  # no report yet, or its tender has ended
        return redirect(meeting)
    # Who came with a name and a code, or filled in a form there, may be signed in by now.
    form = CorrectionForm(request.POST or None, asks_code=not (request.user.is_authenticated and was_there(meeting, request.user)))
    if form.is_valid() and (made := attempt(form, _correct, request=request, meeting=meeting, **form.cleaned_data)):
        return render(request, "dialogues/minutes_corrected.html", _about(meeting, correction=made))
    return render(request, "dialogues/correct_minutes.html", _about(meeting, form=form))


def decide_correction(request, slug, public_id, correction):
    meeting = meeting_for(request, slug, public_id, "dialogues.view_meeting")
    found = get_object_or_404(Correction.objects.select_related("meeting__tender"), meeting=meeting, public_id=correction)
    found.meeting = meeting
    check(request.user, "dialogues.decide_correction", found)
    form = DecideCorrectionForm(request.POST or None, meeting=meeting)
    if form.is_valid() and attempt(form, actions.decide_correction, correction=found, by=request.user, **form.cleaned_data):
        return redirect(meeting)
    if form.is_bound and form.has_error(NON_FIELD_ERRORS, code="changed"):
        catch_up(form, Meeting.objects.get(pk=meeting.pk).version)
    return render(request, "dialogues/decide_correction.html", _about(meeting, form=form, correction=found))


def _correct(*, request, meeting: Meeting, text: str, code: str = "") -> Correction:
    by = request.user if request.user.is_authenticated else None
    if code:
        refuse_guessing(request)
    try:
        return actions.correct_minutes(meeting=meeting, by=by, text=text, code=code)
    except Refused as refused:
        if "code" in getattr(refused, "message_dict", {}):
            count_wrong(request)
        raise


def _about(meeting: Meeting, **more) -> dict:
    return {"meeting": meeting, "tender": meeting.tender, **more}
