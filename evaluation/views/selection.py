"""Step 4 for everybody: what happens in each lot, and who sits in its committee."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from accounts.permissions import allows
from evaluation import actions
from evaluation.fetch import lot_for
from evaluation.forms.committee import PublicWhyForm
from evaluation.overview import committees, lots_of
from events.etag import for_visitors
from tenders.fetch import tender_for
from tenders.forms import attempt
from tenders.gates import not_needed
from tenders.steps import Step


@for_visitors
def show_selection(request, slug):
    tender = tender_for(request.user, slug, "tenders.view_tender")
    request.municipality = tender.municipality
    context = {
        "tender": tender,
        "rows": lots_of(tender, request.user),
        "not_needed": not_needed(tender, Step.SELECTION),
        "may_manage": allows(request.user, "tenders.manage_tender", tender),
    }
    return render(request, "evaluation/show_selection.html", context)


@for_visitors
def show_committee(request, slug):
    tender = tender_for(request.user, slug, "evaluation.view_committee")
    request.municipality = tender.municipality
    context = {"tender": tender, **committees(tender, request.user)}
    return render(request, "evaluation/show_committee.html", context)


def suspend_lot(request, slug, number):
    lot = lot_for(request.user, slug, number, "evaluation.suspend_lot")
    request.municipality = lot.tender.municipality
    form = PublicWhyForm(request.POST or None)
    if form.is_valid() and attempt(form, actions.suspend_lot, lot=lot, by=request.user, **form.cleaned_data):
        messages.success(request, _("This lot is suspended now. Everybody can read why."))
        return redirect("evaluation:show_selection", slug)
    return render(request, "evaluation/suspend_lot.html", {"form": form, "lot": lot, "tender": lot.tender})


def lift_suspension(request, slug, number):
    lot = lot_for(request.user, slug, number, "evaluation.lift_suspension")
    request.municipality = lot.tender.municipality
    form = PublicWhyForm(request.POST or None)
    if form.is_valid() and attempt(form, actions.lift_suspension, lot=lot, by=request.user, **form.cleaned_data):
        messages.success(request, _("This lot goes on where it was."))
        return redirect("evaluation:show_selection", slug)
    return render(request, "evaluation/lift_suspension.html", {"form": form, "lot": lot, "tender": lot.tender})
