"""What the team does with the map of who is there. The map itself shows to the team who else could stand on it, from floors
above, so it stands in portal/views/map.py.
"""

from django.contrib import messages
from django.core.exceptions import NON_FIELD_ERRORS
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from coalitions import actions
from coalitions.fetch import map_for, stakeholder_for
from coalitions.forms import AgreeForm, NothingForm, RemoveForm, StakeholderForm, TieForm, WaiveForm
from coalitions.models import NEEDED, Stakeholder, StakeholderKind, Tie, Waiver
from tenders.forms import attempt


def add_stakeholder(request, slug):
    tender = map_for(request, slug, "coalitions.add_stakeholder")
    form = StakeholderForm(request.POST or None, tender=tender, initial={"kind": request.GET.get("soort", "")})
    if form.is_valid() and attempt(form, actions.add_stakeholder, tender=tender, by=request.user, **form.cleaned_data):
        return redirect("portal:show_map", slug)
    return render(request, "coalitions/add_stakeholder.html", {"form": form, "tender": tender})


def edit_stakeholder(request, slug, public_id):
    row = stakeholder_for(request, slug, public_id, "coalitions.edit_stakeholder")
    form = StakeholderForm(request.POST or None, tender=row.tender, stakeholder=row)
    if form.is_valid() and attempt(form, actions.edit_stakeholder, stakeholder=row, by=request.user, **form.cleaned_data):
        return redirect("portal:show_map", slug)
    if form.is_bound and form.has_error(NON_FIELD_ERRORS, code="changed"):
        form.data = form.data.copy()
        form.data["version"] = str(Stakeholder.objects.get(pk=row.pk).version)
    return render(request, "coalitions/edit_stakeholder.html", _about(row, form))


def remove_stakeholder(request, slug, public_id):
    row = stakeholder_for(request, slug, public_id, "coalitions.remove_stakeholder")
    form = RemoveForm(request.POST or None)
    if form.is_valid():
        actions.remove_stakeholder(stakeholder=row, by=request.user, **form.cleaned_data)
        return redirect("portal:show_map", slug)
    return render(request, "coalitions/remove_stakeholder.html", _about(row, form))


def agree_to_show(request, slug, public_id):
    """For a member of the party: what the team wrote, and whether everybody may see it."""
    row = stakeholder_for(request, slug, public_id, "coalitions.agree_to_show")
    form = AgreeForm(request.POST or None, initial={"agrees": "yes" if row.shown_since else None})
    if form.is_valid() and attempt(form, actions.agree_to_show, stakeholder=row, by=request.user, **form.cleaned_data):
        messages.success(request, _("Saved. You can say otherwise later."))
        return redirect("portal:show_map", slug)
    return render(request, "coalitions/agree_to_show.html", _about(row, form))


def add_tie(request, slug, public_id):
    row = stakeholder_for(request, slug, public_id, "coalitions.add_tie")
    form = TieForm(request.POST or None, stakeholder=row)
    if form.is_valid() and attempt(form, actions.add_tie, stakeholder=row, by=request.user, **form.cleaned_data):
        return redirect("portal:show_map", slug)
    return render(request, "coalitions/add_tie.html", _about(row, form))


def end_tie(request, slug, public_id):
    tender = map_for(request, slug, "coalitions.end_tie")
    ties = Tie.objects.select_related("first__tender__municipality", "second")
    tie = get_object_or_404(ties, first__tender=tender, public_id=public_id, ended_at=None)
    form = NothingForm(request.POST or None)
    if form.is_valid():
        actions.end_tie(tie=tie, by=request.user)
        return redirect("portal:show_map", slug)
    return render(request, "coalitions/end_tie.html", {"form": form, "tie": tie, "tender": tender})


def waive_kind(request, slug, kind):
    tender = map_for(request, slug, "coalitions.waive_kind")
    if kind not in NEEDED:
        raise Http404
    now = Waiver.objects.filter(tender=tender, kind=kind, ended_at=None).first()
    form = WaiveForm(request.POST or None, initial={"reason": now.reason if now else ""})
    if form.is_valid():
        actions.waive_kind(tender=tender, by=request.user, kind=StakeholderKind(kind), **form.cleaned_data)
        return redirect("portal:show_map", slug)
    context = {"form": form, "tender": tender, "kind": StakeholderKind(kind), "waiver": now}
    return render(request, "coalitions/waive_kind.html", context)


def _about(row: Stakeholder, form) -> dict:
    return {"form": form, "stakeholder": row, "tender": row.tender}
