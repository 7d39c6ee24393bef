"""Starting and managing a tender."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from accounts.models import Municipality
from accounts.permissions import check
from documents.serve import serve_upload
from events import clock
from events.composed import composed_once
from tenders import actions
from tenders.fetch import lot_for, tender_for
from tenders.forms import (
    EndRoleForm,
    FrameForm,
    LotForm,
    OfficerForm,
    PlanForm,
    PriorDocumentForm,
    ProcessGuideForm,
    ReasonForm,
    StartForm,
    TenderForm,
    attempt,
)
from tenders.gates import Gate, checklist, leaving, not_needed, pages_of
from tenders.models import Frame, Involvement, InvolvementRole, Lot, StepPlan
from tenders.steps import STEP_PAGES, Step

_TEAM = (InvolvementRole.OFFICER, InvolvementRole.GUIDE)


def start_tender(request, municipality):
    place = check(request.user, "tenders.start_tender", get_object_or_404(Municipality, slug=municipality))
    form = StartForm(request.POST or None, municipality=place)
    values = {"municipality": place, "by": request.user, **form.cleaned_data} if form.is_valid() else {}
    if values and (tender := attempt(form, actions.start_tender, **values)):
        return redirect("tenders:manage_tender", tender.slug)
    return render(request, "tenders/start_tender.html", {"form": form, "municipality": place})


@composed_once
def _lots_of(tender_id):
    return Lot.objects.filter(tender=tender_id).select_related("area")


@composed_once
def _team_of(tender_id):
    """Who is in the team, and who was."""
    team = Involvement.objects.filter(tender=tender_id, role__in=_TEAM)
    return team.select_related("person").order_by("since", "pk")


@composed_once
def _frames_of(tender_id):
    return Frame.objects.filter(tender=tender_id)


def manage_tender(request, slug):
    """Where the tender stands, what is missing for the next step, and the moves."""
    tender = tender_for(request.user, slug, "tenders.manage_tender")
    request.municipality = tender.municipality
    team, now = _team_of(tender.pk), clock.now()
    left = [one for one in team if one.until and one.until <= now]
    context = {
        "tender": tender,
        "items": checklist(tender, leaving(tender.step)) if tender.is_running else [],
        "publish_items": [] if tender.published_at else checklist(tender, Gate.PUBLISH_TENDER),
        "not_needed": not_needed(tender, Step(tender.step)),
        "lots": _lots_of(tender.pk),
        "team": [one for one in team if one not in left],
        "left": left,
        "frames": _frames_of(tender.pk),
        "step_pages": [(step, STEP_PAGES[step]) for step in pages_of(tender)],
    }
    return render(request, "tenders/manage_tender.html", context)


def edit_tender(request, slug):
    tender = tender_for(request.user, slug, "tenders.edit_tender")
    form = TenderForm(request.POST or None, instance=tender)
    if form.is_valid() and attempt(form, actions.edit_tender, tender=tender, by=request.user, **form.cleaned_data):
        messages.success(request, _("Saved."))
        return redirect("tenders:manage_tender", slug)
    return render(request, "tenders/edit_tender.html", {"form": form, "tender": tender})


def plan_steps(request, slug):
    tender = tender_for(request.user, slug, "tenders.edit_tender")
    rows = {plan.step: plan for plan in tender.plans.all()}
    plans = {step: rows.get(step) or StepPlan(tender=tender, step=step) for step in Step}
    forms = [(step, PlanForm(request.POST or None, prefix=f"step{step.value}", instance=plan)) for step, plan in plans.items()]
    if request.method == "POST" and sum(form.is_valid() for _step, form in forms) == len(forms):
        plans = {step: (form.cleaned_data["begins_on"], form.cleaned_data["ends_on"]) for step, form in forms}
        actions.plan_steps(tender=tender, by=request.user, plans=plans)
        return redirect("tenders:manage_tender", slug)
    return render(request, "tenders/plan_steps.html", {"forms": forms, "sent": [form for _step, form in forms], "tender": tender})


def add_lot(request, slug):
    tender = tender_for(request.user, slug, "tenders.add_lot")
    form = LotForm(request.POST or None, tender=tender)
    if form.is_valid() and attempt(form, actions.add_lot, tender=tender, by=request.user, **form.cleaned_data):
        return redirect("tenders:manage_tender", slug)
    return render(request, "tenders/add_lot.html", {"form": form, "tender": tender})


def edit_lot(request, slug, number):
    lot = lot_for(request.user, slug, number, "tenders.edit_tender")
    form = LotForm(request.POST or None, tender=lot.tender, instance=lot)
    if form.is_valid() and attempt(form, actions.edit_lot, lot=lot, by=request.user, **form.cleaned_data):
        return redirect("tenders:manage_tender", slug)
    return render(request, "tenders/edit_lot.html", {"form": form, "tender": lot.tender, "lot": lot})


def appoint_officer(request, slug):
    tender = tender_for(request.user, slug, "tenders.appoint_officer")
    form = OfficerForm(request.POST or None, tender=tender)
    if form.is_valid() and attempt(form, actions.appoint_officer, tender=tender, by=request.user, **form.cleaned_data):
        return redirect("tenders:manage_tender", slug)
    return render(request, "tenders/appoint_officer.html", {"form": form, "tender": tender})


def appoint_guide(request, slug):
    tender = tender_for(request.user, slug, "tenders.appoint_guide")
    form = ProcessGuideForm(request.POST or None, tender=tender)
    if form.is_valid() and attempt(form, actions.appoint_guide, tender=tender, by=request.user, **form.cleaned_data):
        return redirect("tenders:manage_tender", slug)
    return render(request, "tenders/appoint_guide.html", {"form": form, "tender": tender})


def end_team_role(request, slug, public_id):
    tender = tender_for(request.user, slug, "tenders.end_team_role")
    one = get_object_or_404(Involvement.objects.active(), tender=tender, role__in=_TEAM, public_id=public_id)
    form = EndRoleForm(request.POST or None)
    if form.is_valid() and attempt(form, actions.end_team_role, involvement=one, by=request.user, **form.cleaned_data):
        messages.success(request, _("%(name)s is no longer in the team.") % {"name": one.person.name})
        return redirect("tenders:manage_tender" if one.person != request.user else "portal:show_tender", slug)
    return render(request, "tenders/end_team_role.html", {"form": form, "tender": tender, "one": one})


def set_frame(request, slug):
    tender = tender_for(request.user, slug, "tenders.edit_tender")
    form = FrameForm(request.POST or None, tender=tender)
    if form.is_valid() and attempt(form, actions.set_frame, tender=tender, by=request.user, **form.cleaned_data):
        return redirect("tenders:manage_tender", slug)
    return render(request, "tenders/set_frame.html", {"form": form, "tender": tender})


def add_prior_document(request, slug):
    tender = tender_for(request.user, slug, "tenders.edit_tender")
    form = PriorDocumentForm(request.POST or None, request.FILES or None)
    if form.is_valid() and attempt(form, actions.add_prior_document, tender=tender, by=request.user, **form.cleaned_data):
        return redirect("tenders:manage_tender", slug)
    documents = tender.prior_documents.select_related("upload")
    return render(request, "tenders/add_prior_document.html", {"form": form, "tender": tender, "documents": documents})


def download_prior_document(request, slug, public_id):
    tender = tender_for(request.user, slug, "tenders.view_tender")
    document = get_object_or_404(tender.prior_documents.select_related("upload"), upload__public_id=public_id)
    return serve_upload(document.upload)


def publish_tender(request, slug):
    tender = tender_for(request.user, slug, "tenders.publish_tender")
    form = ReasonForm(request.POST or None, initial={"leaving": tender.step})
    del form.fields["reason"]
    if form.is_valid() and attempt(form, actions.publish_tender, tender=tender, by=request.user):
        messages.success(request, _("The tender is public now."))
        return redirect("tenders:manage_tender", slug)
    items = checklist(tender, Gate.PUBLISH_TENDER)
    return render(request, "tenders/publish_tender.html", {"form": form, "tender": tender, "items": items})
