"""Pages on which the team says what a pilot wants to learn, whether it goes on, and takes it to a next area."""

from django.contrib import messages
from django.core.exceptions import NON_FIELD_ERRORS
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from dialogues import actions
from dialogues.fetch import tender_of
from dialogues.forms import CopyPilotForm, DecidePilotForm, PilotForm, catch_up
from dialogues.models import Pilot
from tenders.forms import attempt


def set_pilot(request, slug):
    tender = tender_of(request, slug, "dialogues.set_pilot")
    form = PilotForm(request.POST or None, pilot=_pilot_of(tender) or Pilot(tender=tender))
    if form.is_valid() and attempt(form, actions.set_pilot, tender=tender, by=request.user, **form.cleaned_data):
        messages.success(request, _("Saved. It stands on the page of the dialogue."))
        return redirect("dialogues:show_dialogue", slug)
    return _show(request, "dialogues/set_pilot.html", form, tender)


def decide_pilot(request, slug):
    tender = tender_of(request, slug, "dialogues.decide_pilot")
    pilot = _must_be(_pilot_of(tender))
    form = DecidePilotForm(request.POST or None, initial={"version": pilot.version})
    if form.is_valid() and attempt(form, actions.decide_pilot, tender=tender, by=request.user, **form.cleaned_data):
        messages.success(request, _("Everybody can read your decision now."))
        return redirect("dialogues:show_dialogue", slug)
    return _show(request, "dialogues/decide_pilot.html", form, tender, pilot=pilot)


def copy_pilot(request, slug):
    tender = tender_of(request, slug, "dialogues.copy_pilot")
    pilot = _must_be(_pilot_of(tender))
    form = CopyPilotForm(request.POST or None, tender=tender, initial={"title": tender.title})
    if form.is_valid() and (made := attempt(form, actions.copy_pilot, tender=tender, by=request.user, **form.cleaned_data)):
        messages.success(request, _("The next tender is there. Change what is different here, and publish it."))
        return redirect("dialogues:edit_dialogue", made.slug)
    return _show(request, "dialogues/copy_pilot.html", form, tender, pilot=pilot)


def _pilot_of(tender) -> Pilot | None:
    return Pilot.objects.for_page().filter(tender=tender).first()


def _must_be(pilot: Pilot | None) -> Pilot:
    if pilot is None:
        raise Http404
    return pilot


def _show(request, template: str, form, tender, **context):
    """The page; who was overtaken sees what the other saved and sends the own words again."""
    if form.is_bound and form.has_error(NON_FIELD_ERRORS, code="changed"):
        context["latest"] = _pilot_of(tender)
        catch_up(form, context["latest"].version)
    return render(request, template, {"form": form, "tender": tender, **context})
