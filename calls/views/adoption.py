"""Pages of the request as a whole: who writes along, adopting it, opening it again."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from calls import actions
from calls.conditions.request import draft_of
from calls.fetch import call_for
from calls.forms.request import CoAuthorForm, ReasonForm
from calls.sources import loose_plans
from calls.views.clauses import page
from events import clock
from tenders.forms import EndRoleForm, attempt
from tenders.gates import Gate, checklist
from tenders.models import Involvement, InvolvementRole


def invite_co_author(request, slug):
    """Who writes along, and a form to invite one more."""
    call = call_for(request.user, slug, "calls.invite_co_author")
    form = CoAuthorForm(request.POST or None)
    if form.is_valid() and attempt(form, actions.invite_co_author, tender=call.tender, by=request.user, **form.someone()):
        messages.success(request, _("Invited to write along."))
        return redirect("calls:invite_co_author", slug)
    now = clock.now()
    authors = _co_authors(call).select_related("person", "party").order_by("since", "pk")
    ended = authors.filter(until__lte=now)[:100]
    return page(request, "calls/invite_co_author.html", call, form=form, authors=authors.active(now)[:100], ended=ended)


def end_co_author(request, slug, public_id):
    call = call_for(request.user, slug, "calls.end_co_author")
    involvement = get_object_or_404(_co_authors(call).active().select_related("person", "party"), public_id=public_id)
    form = EndRoleForm(request.POST or None)
    if form.is_valid():
        actions.end_co_author(involvement=involvement, by=request.user, **form.cleaned_data)
        return redirect("calls:invite_co_author", slug)
    return page(request, "calls/end_co_author.html", call, form=form, involvement=involvement)


def adopt_call(request, slug):
    """What must be there first, and the reason with which the request is adopted."""
    call = call_for(request.user, slug, "calls.adopt_call")
    form = ReasonForm(request.POST or None)
    if form.is_valid() and attempt(form, actions.adopt_call, tender=call.tender, by=request.user, **form.cleaned_data):
        messages.success(request, _("The request is adopted. Nothing in it changes any more."))
        return redirect("calls:show_call", slug)
    context = {"items": checklist(call.tender, Gate.ADOPT_CALL), "draft": draft_of(call.tender, call)}
    return page(request, "calls/adopt_call.html", call, form=form, loose_plans=list(loose_plans(call)), **context)


def reopen_call(request, slug):
    call = call_for(request.user, slug, "calls.reopen_call")
    form = ReasonForm(request.POST or None)
    if form.is_valid() and attempt(form, actions.reopen_call, tender=call.tender, by=request.user, **form.cleaned_data):
        messages.success(request, _("The request is open again. You can change it."))
        return redirect("calls:edit_call", slug)
    return page(request, "calls/reopen_call.html", call, form=form)


def _co_authors(call):
    return Involvement.objects.filter(tender=call.tender, role=InvolvementRole.CO_AUTHOR)
