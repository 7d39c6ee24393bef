"""Putting together what says the same, and taking it apart again: contributions with one another, and in a finding."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from dialogues import actions
from dialogues.fetch import contribution_for, finding_for
from dialogues.forms import AddToFindingForm, MergeForm, WhyForm
from dialogues.models import Contribution, FindingSource
from tenders.forms import attempt

_PER_PAGE = 25


def merge_contribution(request, slug, number):
    contribution = contribution_for(request, slug, number, "dialogues.merge_contribution")
    form = MergeForm(request.POST or None, contribution=contribution)
    given = {"contribution": contribution, "by": request.user}
    if form.is_valid() and attempt(form, actions.merge_contribution, **given, **form.cleaned_data):
        messages.success(request, _("They go on together. Each keeps its place and who said it."))
        return redirect(contribution)
    context = {"form": form, "tender": contribution.tender, "contribution": contribution}
    return render(request, "dialogues/merge_contribution.html", context)


def unmerge_contribution(request, slug, number):
    contribution = contribution_for(request, slug, number, "dialogues.unmerge_contribution")
    form = WhyForm(request.POST or None)
    given = {"contribution": contribution, "by": request.user}
    if form.is_valid() and attempt(form, actions.unmerge_contribution, **given, **form.cleaned_data):
        messages.success(request, _("It stands alone again."))
        return redirect(contribution)
    context = {"form": form, "tender": contribution.tender, "contribution": contribution}
    return render(request, "dialogues/unmerge_contribution.html", context)


def add_to_finding(request, slug, public_id):
    """From the contributions that do not stand in it yet: the newest first, found by a word, or any by its number."""
    finding = finding_for(request, slug, public_id, "dialogues.add_to_finding")
    inside = FindingSource.objects.filter(ended_at=None, finding=finding).values("contribution")
    offered = Contribution.objects.shown().filter(tender=finding.tender, withdrawn_at=None).exclude(pk__in=inside)
    sought = request.GET.get("zoek", "").strip()[:100]
    page = Paginator(offered.sought(sought).order_by("-number"), _PER_PAGE).get_page(request.GET.get("page"))
    form = AddToFindingForm(request.POST or None, rows=offered, shown=list(page))
    given = {"finding": finding, "by": request.user}
    if form.is_valid() and attempt(form, actions.add_to_finding, **given, **form.cleaned_data):
        return redirect("dialogues:show_finding", slug, public_id)
    context = {"form": form, "tender": finding.tender, "finding": finding, "page_obj": page, "sought": sought}
    return render(request, "dialogues/add_to_finding.html", context)


def take_from_finding(request, slug, public_id, number):
    finding = finding_for(request, slug, public_id, "dialogues.take_from_finding")
    inside = Contribution.objects.filter(findings__finding=finding, findings__ended_at=None, number=number)
    contribution = inside.for_list().select_related("tender__municipality").first()
    if contribution is None:
        raise Http404
    form = WhyForm(request.POST or None)
    given = {"finding": finding, "contribution": contribution, "by": request.user}
    if form.is_valid() and attempt(form, actions.take_from_finding, **given, **form.cleaned_data):
        messages.success(request, _("It is out of this finding. It keeps its place and who said it."))
        return redirect("dialogues:show_finding", slug, public_id)
    answered_here = contribution.answer is not None and contribution.answer.finding_id == finding.pk
    context = {"form": form, "tender": finding.tender, "finding": finding, "contribution": contribution}
    return render(request, "dialogues/take_from_finding.html", context | {"answered_here": answered_here})
