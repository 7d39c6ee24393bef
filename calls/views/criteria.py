"""Pages of how will be chosen and measured: criteria, scale, indicators."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from calls import actions
from calls.fetch import call_for
from calls.forms.criteria import (
    CriteriaForm,
    CriterionFormSet,
    GradeFormSet,
    IndicatorForm,
    ScaleForm,
    criteria_initial,
    default_grades,
)
from calls.forms.request import ReasonForm
from calls.models import Clause, Criterion, ProposedIndicator
from calls.views.clauses import page
from events.fields import whole
from tenders.forms import attempt


def set_criteria(request, slug):
    """All criteria in one form: their weights are one whole."""
    call = call_for(request.user, slug, "calls.set_criteria")
    criteria = list(Criterion.objects.current().filter(call_id=call.pk).prefetch_related("sources"))
    form = CriteriaForm(request.POST or None, initial={"version": call.version})
    clauses = Clause.objects.current().filter(call_id=call.pk)
    asked = {"form_kwargs": {"clauses": clauses, "public_money": call.tender.traits.public_money}, "prefix": "criteria"}
    if request.method == "POST":
        formset = CriterionFormSet(with_row(request.POST, "criteria"), **asked)
        if "more" not in request.POST and all([form.is_valid(), formset.is_valid()]):
            drafts = [row.draft() for row in formset if row.counts]
            values = {**form.cleaned_data, "criteria": drafts}
            if attempt(form, actions.set_criteria, tender=call.tender, by=request.user, **values) is not None:
                messages.success(request, _("Saved."))
                return redirect("calls:edit_call", slug)
        if form.is_stale:
            form.see(call.version)
    else:
        formset = CriterionFormSet(initial=criteria_initial(criteria), **asked)
    return page(request, "calls/set_criteria.html", call, form=form, formset=formset, criteria=criteria)


def set_scale(request, slug):
    """The grades in words with their points, and how the committee works."""
    call = call_for(request.user, slug, "calls.set_scale")
    form = ScaleForm(request.POST or None, call=call)
    grades = list(call.grades.all()) if call.pk else []
    if request.method == "POST":
        formset = GradeFormSet(with_row(request.POST, "grades"), prefix="grades")
        if "more" not in request.POST and all([form.is_valid(), formset.is_valid()]):
            rows = [row.cleaned_data for row in formset if row.cleaned_data.get("label")]
            values = {**form.cleaned_data, "grades": [(row["label"], row["points"], row["meaning"]) for row in rows]}
            if attempt(form, actions.set_scale, tender=call.tender, by=request.user, **values):
                messages.success(request, _("Saved."))
                return redirect("calls:edit_call", slug)
        if form.is_stale:
            form.see(call.version)
    else:
        rows = [(grade.label, grade.points, grade.meaning) for grade in grades] or default_grades()
        initial = [dict(zip(("label", "points", "meaning"), row, strict=True)) for row in rows]
        formset = GradeFormSet(initial=initial, prefix="grades")
    return page(request, "calls/set_scale.html", call, form=form, formset=formset, grades=grades)


def propose_indicator(request, slug, public_id=None):
    """A new indicator, or other wording of one that is there."""
    call = call_for(request.user, slug, "calls.propose_indicator")
    indicator = _indicator(call, public_id) if public_id else None
    clauses = Clause.objects.current().filter(call_id=call.pk)
    form = IndicatorForm(request.POST or None, instance=indicator, call=call, clauses=clauses)
    if form.is_valid():
        kwargs = {"tender": call.tender, "by": request.user, "indicator": indicator, **form.cleaned_data}
        if attempt(form, actions.propose_indicator, **kwargs):
            messages.success(request, _("Saved."))
            return redirect("calls:edit_call", slug)
    if form.is_stale:
        form.see(call.version)
    return page(request, "calls/propose_indicator.html", call, form=form, indicator=indicator)


def withdraw_indicator(request, slug, public_id):
    call = call_for(request.user, slug, "calls.withdraw_indicator")
    indicator = _indicator(call, public_id)
    form = ReasonForm(request.POST or None)
    if form.is_valid() and attempt(form, actions.withdraw_indicator, indicator=indicator, by=request.user, **form.cleaned_data):
        messages.success(request, _("This indicator is withdrawn."))
        return redirect("calls:edit_call", slug)
    return page(request, "calls/withdraw_indicator.html", call, form=form, indicator=indicator)


def with_row(data, prefix: str):
    """The posted rows; with an empty one more when somebody asked for it."""
    if "more" not in data:
        return data
    data = data.copy()
    total = whole(data.get(f"{prefix}-TOTAL_FORMS", ""))
    if total is not None:
        data[f"{prefix}-TOTAL_FORMS"] = str(total + 1)
    return data


def _indicator(call, public_id) -> ProposedIndicator:
    indicator = get_object_or_404(ProposedIndicator.objects.current(), call_id=call.pk, public_id=public_id)
    indicator.call = call
    return indicator
