"""What may stop by a tender: for its team, and for the party that does the work now."""

from django.contrib import messages
from django.core.exceptions import NON_FIELD_ERRORS
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.permissions import allows
from documents.serve import serve, serve_upload
from inventory import actions
from inventory.fetch import may_stop_for, tender_of
from inventory.forms import FrictionForm, MayStopForm, TakeBackForm, TellForm
from inventory.models import Friction, MayStop
from inventory.transition import ENOUGH, transition_of
from tenders.forms import attempt

_RIGHTS = ("tell_incumbent", "take_back", "confirm_read", "file_friction", "list_may_stop")


def list_may_stop(request, slug):
    """Every contract that may stop by this tender: was it told, when is its term over, what does stopping ask."""
    tender = tender_of(request, slug, "inventory.list_may_stop")
    rows = MayStop.objects.filter(tender=tender).select_related("line__party", "party", "friction")
    for row in rows:
        row.tender = tender
    context = {
        "tender": tender,
        "rows": rows,
        "transition": transition_of(tender),
        "enough": ENOUGH,
        "may_say": allows(request.user, "inventory.say_may_stop", tender),
        "may_ask_plans": allows(request.user, "inventory.open_period", tender.municipality),
    }
    return render(request, "inventory/list_may_stop.html", context)


def say_may_stop(request, slug):
    tender = tender_of(request, slug, "inventory.say_may_stop")
    form = MayStopForm(request.POST or None, tender=tender)
    if form.is_valid() and (row := attempt(form, actions.say_may_stop, tender=tender, by=request.user, **form.cleaned_data)):
        messages.success(request, _("Now tell them. Nobody outside the team sees it before that."))
        return redirect("inventory:tell_incumbent", slug, row.public_id)
    return render(request, "inventory/say_may_stop.html", {"form": form, "tender": tender})


def show_may_stop(request, slug, public_id):
    """For the party: what may stop, when, and what we ask of you. For the team: the proof, and what the party answered."""
    row = may_stop_for(request, slug, public_id, "inventory.view_may_stop")
    may = {name: allows(request.user, f"inventory.{name}", row) for name in _RIGHTS}
    context = {
        "row": row,
        "tender": row.tender,
        "line": row.line,
        "friction": Friction.objects.filter(may_stop=row).select_related("filed_by").first(),
        "may": may,
        # Who was told may fill in what it asks, until the request is published: then the page says so.
        "too_late": may["confirm_read"] and row.tender.is_running and not may["file_friction"],
        "may_ask_plans": allows(request.user, "inventory.open_period", row.line.municipality),
    }
    return render(request, "inventory/show_may_stop.html", context)


def tell_incumbent(request, slug, public_id):
    row = may_stop_for(request, slug, public_id, "inventory.tell_incumbent")
    known = actions.has_account(row.line)
    form = TellForm(request.POST or None, request.FILES or None, has_account=known)
    if form.is_valid() and attempt(form, actions.tell_incumbent, may_stop=row, by=request.user, **form.cleaned_data):
        messages.success(request, _("They were told. The notice term counts from that day."))
        return redirect(row)
    return _page(request, "inventory/tell_incumbent.html", row, form, known=known)


def take_back(request, slug, public_id):
    row = may_stop_for(request, slug, public_id, "inventory.take_back")
    form = TakeBackForm(request.POST or None, is_public=row.tender.published_at is not None)
    if form.is_valid() and attempt(form, actions.take_back, may_stop=row, by=request.user, **form.cleaned_data):
        return redirect("inventory:list_may_stop", slug)
    return _page(request, "inventory/take_back.html", row, form)


@require_POST
def confirm_read(request, slug, public_id):
    row = may_stop_for(request, slug, public_id, "inventory.confirm_read")
    actions.confirm_read(may_stop=row, by=request.user)
    messages.success(request, _("Noted. The municipality sees that you read it."))
    return redirect(row)


def file_friction(request, slug, public_id):
    row = may_stop_for(request, slug, public_id, "inventory.file_friction")
    friction = Friction.objects.filter(may_stop=row).first() or Friction(may_stop=row)
    form = FrictionForm(request.POST or None, instance=friction)
    if form.is_valid() and attempt(form, actions.file_friction, may_stop=row, by=request.user, **form.cleaned_data):
        messages.success(request, _("Saved. The team of the tender can read it."))
        return redirect(row)
    latest = None
    if form.is_bound and form.has_error(NON_FIELD_ERRORS, code="changed"):
        latest = Friction.objects.filter(may_stop=row).first()
        form.data = form.data.copy()
        form.data["version"] = str(latest.version)
    return _page(request, "inventory/file_friction.html", row, form, latest=latest)


def download_telling(request, slug, public_id):
    """The proof: our letter, or the file that the officer kept."""
    row = may_stop_for(request, slug, public_id, "inventory.view_may_stop")
    if row.proof:
        return serve_upload(row.proof)
    if row.letter is None:
        raise Http404
    return serve(row.letter)


def _page(request, template: str, row: MayStop, form, **more):
    return render(request, template, {"form": form, "row": row, "line": row.line, "tender": row.tender, **more})
