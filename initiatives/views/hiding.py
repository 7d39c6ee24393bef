"""Hiding and putting back by who answers for the page: of an initiative its words, what was told or a photo; and a plan.

Two can be at it at once: who comes second reads that, and keeps what was typed.
"""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from initiatives import actions
from initiatives.fetch import initiative_for, part_for, plan_for
from initiatives.forms import WhyForm
from initiatives.models import Initiative, Photo
from tenders.forms import attempt


def hide_words(request, public_id, kind, part):
    """By who works in the neighbourhood, with a reason that everybody can read."""
    initiative = initiative_for(request, public_id, "initiatives.hide_words")
    thing = part_for(request, initiative, _parts(initiative, kind), part)
    return _hide(request, "initiatives/hide_words.html", thing, initiative, initiative=initiative, kind=kind)


def restore_words(request, public_id, kind, part):
    """By who may hide it: everybody can read it again, and why."""
    initiative = initiative_for(request, public_id, "initiatives.restore_words")
    thing = part_for(request, initiative, _parts(initiative, kind), part)
    return _restore(request, "initiatives/restore_words.html", thing, initiative, initiative=initiative, kind=kind)


def hide_plan(request, public_id):
    """By who answers it, also when its makers took it back: everybody can read its words."""
    plan = plan_for(request, public_id, "initiatives.hide_plan")
    return _hide(request, "initiatives/hide_plan.html", plan, plan, plan=plan)


def restore_plan(request, public_id):
    """By who may hide it: everybody can read it again, and why."""
    plan = plan_for(request, public_id, "initiatives.restore_plan")
    return _restore(request, "initiatives/restore_plan.html", plan, plan, plan=plan)


def _hide(request, template: str, thing, page, **context):
    if thing.hidden_at and request.method != "POST":
        return redirect(page)
    form = WhyForm(request.POST or None)
    if form.is_valid() and attempt(form, actions.hide_words, thing=thing, by=request.user, **form.cleaned_data):
        messages.success(request, _("Hidden. Everybody can read why."))
        return redirect(page)
    return render(request, template, {"thing": thing, "form": form, "back": page.get_absolute_url(), **context})


def _restore(request, template: str, thing, page, **context):
    if not thing.hidden_at and request.method != "POST":
        return redirect(page)
    form = WhyForm(request.POST or None)
    if form.is_valid() and attempt(form, actions.restore_words, thing=thing, by=request.user, **form.cleaned_data):
        messages.success(request, _seen_again(thing) if isinstance(thing, Photo) else _("Everybody can read it again."))
        return redirect(page)
    return render(request, template, {"thing": thing, "form": form, "back": page.get_absolute_url(), **context})


def _seen_again(photo: Photo) -> str:
    """A photo that goes with something hidden waits for that."""
    if photo.is_shown:
        return _("Everybody can see it again.")
    return _("The photo is put back. Everybody sees it when what it goes with can be read again too.")


def _parts(initiative, kind: str):
    """What can be hidden of an initiative: its own words, what was told on a day, or a photo."""
    parts = {"tekst": Initiative.objects.filter(pk=initiative.pk), "bericht": initiative.updates, "foto": initiative.photos}
    if kind not in parts:
        raise Http404
    return parts[kind].all()
