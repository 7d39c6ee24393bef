"""The amount that a working day is about: naming it beforehand, or the day on which it is named."""

from django.contrib import messages
from django.core.exceptions import NON_FIELD_ERRORS
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from dialogues import actions
from dialogues.fetch import meeting_for
from dialogues.forms import AmountForm
from tenders.forms import attempt


def name_amount(request, slug, public_id):
    """For who leads the tender, and for the clerk."""
    meeting = meeting_for(request, slug, public_id, "dialogues.name_amount")
    before = meeting.amount
    form = AmountForm(request.POST or None, before=before)
    if form.is_valid() and attempt(form, actions.name_amount, meeting=meeting, by=request.user, **form.cleaned_data):
        messages.success(request, _("It is on the page of the working day. Who comes hears it."))
        return redirect(meeting)
    latest = before if form.is_bound and form.has_error(NON_FIELD_ERRORS, code="changed") else None
    if latest:
        form.see(latest)
    context = {"form": form, "meeting": meeting, "tender": meeting.tender, "before": before, "latest": latest}
    return render(request, "dialogues/name_amount.html", context)
