"""What several contributions say together, and one answer to all of them."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.permissions import allows
from dialogues import actions
from dialogues.fetch import finding_for, tender_of
from dialogues.forms import FindingForm, ResponseForm
from dialogues.models import Contribution, FindingSource
from dialogues.rows import row_of
from events.etag import for_visitors
from tenders.forms import attempt

_OFFERED = 100


def make_finding(request, slug):
    """From the contributions that were chosen in the list; without a choice from those that wait for an answer.

    Any other of the tender comes along by its number: a list has pages, and what says the same stands on more than one.
    """
    tender = tender_of(request, slug, "dialogues.make_finding")
    rows = Contribution.objects.shown().filter(tender=tender).order_by("number")
    numbers = [int(number) for number in request.GET.getlist("inbreng") if number.isdecimal() and len(number) < 10]
    waiting = rows.unanswered().values_list("number", flat=True)[:_OFFERED]
    shown = list(rows.filter(number__in=numbers or list(waiting)))
    form = FindingForm(request.POST or None, rows=rows, shown=shown, initial={"contributions": numbers})
    if form.is_valid() and (finding := attempt(form, actions.make_finding, tender=tender, by=request.user, **form.cleaned_data)):
        messages.success(request, _("The finding is public. You can answer all its contributions at once."))
        return redirect("dialogues:respond_to_finding", slug, finding.public_id)
    return render(request, "dialogues/make_finding.html", {"form": form, "tender": tender})


@for_visitors
def show_finding(request, slug, public_id):
    finding = finding_for(request, slug, public_id, "dialogues.view_finding")
    context = {"finding": finding, "tender": finding.tender, "rows": _sources(finding, request.user)}
    context["may_respond"] = allows(request.user, "dialogues.respond", finding) and any(row.waits for row in context["rows"])
    context["may_change"] = allows(request.user, "dialogues.take_from_finding", finding)
    context["may_support"] = allows(request.user, "dialogues.support_here", finding)
    context["gone"] = gone_from(finding)
    return render(request, "dialogues/show_finding.html", context)


def respond_to_finding(request, slug, public_id):
    finding = finding_for(request, slug, public_id, "dialogues.respond")
    form = ResponseForm(request.POST or None)
    if form.is_valid():
        values = {name: form.cleaned_data[name] for name in ("outcome", "reason")}
        if given := attempt(form, actions.respond_to_finding, finding=finding, by=request.user, **values):
            total = len(given)
            done = ngettext("%(total)d contribution has its answer.", "%(total)d contributions have their answer.", total)
            messages.success(request, done % {"total": total})
            return redirect("dialogues:show_finding", slug, public_id)
    context = {"form": form, "finding": finding, "tender": finding.tender, "rows": _sources(finding, request.user)}
    return render(request, "dialogues/respond_to_finding.html", context)


def gone_from(finding) -> list[FindingSource]:
    """What was taken out of a finding, with the reason."""
    rows = FindingSource.objects.filter(finding=finding, ended_at__isnull=False).select_related("contribution", "ended_by")
    return list(rows.only("ended_at", "ended_because", "ended_by__name", "contribution__number").order_by("-ended_at"))


def _sources(finding, user) -> list[Contribution]:
    inside = FindingSource.objects.filter(finding=finding, ended_at=None).values("contribution")
    rows = list(Contribution.objects.filter(pk__in=inside).for_list(user).order_by("number"))
    for row in rows:
        row.tender = finding.tender
        row.row = row_of(row, finding.tender)
    return rows
