"""Pages of the request and its parts: reading, writing, where they come from."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from accounts.permissions import allows
from calls import actions, differences, plain_dutch
from calls.conditions.request import draft_of
from calls.fetch import call_for, clause_for
from calls.forms.request import CallForm, ClauseForm, DecisionForm, NewClauseForm, ReasonForm, SourceForm
from calls.overview import clauses_of, overview, source_row, visible_sources
from calls.sources import adopted_proposals, decided_pilots, loose_plans, other_sources, plans_for
from dialogues.models import Contribution, Outcome
from events.etag import for_visitors
from tenders.forms import attempt
from tenders.gates import Gate, checklist, not_needed
from tenders.models import Frame, Involvement, InvolvementRole
from tenders.models.frame import FrameKind
from tenders.steps import Step

AMENDMENTS_SHOWN = 3  # in the editor; the others stand in their list


@for_visitors
def show_call(request, slug):
    """The request as it stands, for everybody."""
    call = call_for(request.user, slug, "calls.view_call")
    may_propose = allows(request.user, "calls.propose_amendment", call)
    context = {
        "overview": overview(call, request.user, may_propose=may_propose),
        "not_needed": not_needed(call.tender, Step.REQUEST),
        "may_write": allows(request.user, "calls.edit_call", call),
        "may_propose": may_propose,
        "may_reopen": allows(request.user, "calls.reopen_call", call),
    }
    return page(request, "calls/show_call.html", call, **context)


def edit_call(request, slug):
    """Where the request stands for who writes it: the short version, what is still to do, and the way to every part."""
    call = call_for(request.user, slug, "calls.edit_call")
    tender = call.tender
    lots = list(tender.lots.all())
    form = CallForm(request.POST or None, call=call, several_lots=len(lots) > 1)
    if form.is_valid() and attempt(form, actions.edit_call, tender=tender, by=request.user, **form.cleaned_data):
        messages.success(request, _("Saved."))
        return redirect("calls:edit_call", slug)
    if form.is_stale:
        call.refresh_from_db(fields=["short_version", "version"])
        form.see(call.version)
    context = {
        "form": form,
        "draft": draft_of(tender, call),
        "items": checklist(tender, Gate.ADOPT_CALL),
        "loose_plans": list(loose_plans(call)),
        "may_adopt": allows(request.user, "calls.adopt_call", call),
        **beside(call, lots),
    }
    return page(request, "calls/edit_call.html", call, **context)


def add_clause(request, slug):
    call = call_for(request.user, slug, "calls.add_clause")
    form = NewClauseForm(request.POST or None, tender=call.tender)
    preview = form.is_valid() and "preview" in request.POST
    if form.is_valid() and not preview:
        clause = attempt(form, actions.add_clause, tender=call.tender, by=request.user, **form.cleaned_data)
        if clause:
            messages.success(request, _("Saved as a new part of the request."))
            return redirect("calls:write_clause", slug, clause.number)
    return page(request, "calls/add_clause.html", call, form=form, preview=preview)


def write_clause(request, slug, number):
    """The editor of one part: its text, the amendments on it, and beside it where it comes from."""
    clause = clause_for(request.user, slug, number, "calls.write_clause")
    form = ClauseForm(request.POST or None, clause=clause)
    preview = form.is_valid() and "preview" in request.POST
    if form.is_valid() and not preview:
        written = attempt(form, actions.write_clause, clause=clause, by=request.user, **form.cleaned_data)
        if written:
            messages.success(request, _("Saved. This part is now version %(number)d.") % {"number": written.number})
            return redirect("calls:write_clause", slug, number)
    if form.is_stale:
        clause = clause_for(request.user, slug, number, "calls.write_clause")
        form.see(clause.newest_number)
    return page(request, "calls/write_clause.html", clause.call, **_editor(request, clause, form, preview))


def _editor(request, clause, form, preview) -> dict:
    text = form["text"].value() or ""
    waiting = clause.amendments.open().for_list().order_by("at")[:AMENDMENTS_SHOWN] if clause.open_amendments else []
    for amendment in waiting:
        amendment.clause = clause
        if allows(request.user, "calls.decide_amendment", amendment):
            amendment.form = DecisionForm(amendment=amendment, clause=clause)
    return {
        "clause": clause,
        "form": form,
        "newest": clause.versions.select_related("author").first(),
        "preview": preview,
        "typed": text,
        "theirs_to_mine": differences.difference(clause.newest_text, text) if form.is_stale else "",
        "reading": plain_dutch.read(text),
        "clauses": clauses_of(clause.call),
        "sources": [source_row(clause.tender, one)._replace(reason="") for one in _sources(clause, request.user)[:5]],
        "others": other_sources(clause),
        "amendments": waiting,
        **beside(clause.call, form.lots),
    }


def withdraw_clause(request, slug, number):
    clause = clause_for(request.user, slug, number, "calls.withdraw_clause")
    form = ReasonForm(request.POST or None)
    if form.is_valid() and attempt(form, actions.withdraw_clause, clause=clause, by=request.user, **form.cleaned_data):
        messages.success(request, _("This part is withdrawn. Its page stays, with your reason."))
        return redirect("calls:edit_call", slug)
    return page(request, "calls/withdraw_clause.html", clause.call, clause=clause, form=form)


@for_visitors
def show_clause(request, slug, number):
    """One part with its sources and its history: what changed, by whom and why."""
    clause = clause_for(request.user, slug, number, "calls.view_call")
    versions = Paginator(clause.versions.select_related("author", "amendment"), 25).get_page(request.GET.get("versie"))
    sources = Paginator(_sources(clause, request.user), 25).get_page(request.GET.get("bron"))
    sources.object_list = [source_row(clause.tender, source) for source in sources]
    context = {
        "clause": clause,
        "versions": versions,
        "changes": _changes(clause, versions),
        "sources": sources,
        "others": other_sources(clause),
        "may_write": not clause.withdrawn_at and allows(request.user, "calls.write_clause", clause),
        "may_propose": not clause.withdrawn_at and allows(request.user, "calls.propose_amendment", clause),
    }
    return page(request, "calls/show_clause.html", clause.call, **context)


def choose_source(request, slug, number):
    """Answered contributions that this part can come from; found by a word or by their number."""
    clause = clause_for(request.user, slug, number, "calls.link_source")
    sought = request.GET.get("zoek", "").strip()[:100]
    found = _linkable(clause, request.user).order_by("-number")
    if sought:
        found = found.filter(number=int(sought)) if sought.isdecimal() and len(sought) < 9 else found.filter(text__icontains=sought)
    page_obj = Paginator(found, 25).get_page(request.GET.get("page"))
    context = {"clause": clause, "page_obj": page_obj, "sought": sought, **_others_for(clause)}
    return page(request, "calls/choose_source.html", clause.call, **context)


def link_source(request, slug, number, contribution):
    clause = clause_for(request.user, slug, number, "calls.link_source")
    source = get_object_or_404(_linkable(clause, request.user), number=contribution)
    form = SourceForm(request.POST or None)
    if form.is_valid() and attempt(
        form, actions.link_source, clause=clause, by=request.user, response=source.response, **form.cleaned_data
    ):
        messages.success(request, _("Linked. This part now stands on the golden thread of this contribution."))
        return redirect("calls:write_clause", slug, number)
    return page(request, "calls/link_source.html", clause.call, clause=clause, contribution=source, form=form)


def page(request, template: str, call, **context):
    """Render a page of the request, in the house of its municipality."""
    request.municipality = call.tender.municipality
    return render(request, template, {"call": call, "tender": call.tender, **context})


def beside(call, lots) -> dict:
    """What stands in the margin of who writes: the limits of the council, and who writes along."""
    roles = (InvolvementRole.OFFICER, InvolvementRole.CO_AUTHOR)
    writers = Involvement.objects.active().filter(tender=call.tender, role__in=roles)
    return {
        "frames": limits(call.tender, lots),
        "writers": writers.select_related("person", "party").order_by("-role", "since", "pk")[:50],
    }


def limits(tender, lots) -> list[Frame]:
    """The limits of the council; of those on money also whether the budgets of all lots together fit."""
    frames = list(tender.frames.all()[:12])
    total = sum(lot.budget or 0 for lot in lots)
    for frame in frames:
        frame.total, frame.fits = total, None
        if frame.kind == FrameKind.BUDGET and total and not (frame.lowest is None and frame.highest is None):
            frame.fits = (frame.lowest or 0) <= total <= (total if frame.highest is None else frame.highest)
    return frames


def _sources(clause, user):
    return visible_sources(user).filter(clause=clause).order_by("pk")


def _others_for(clause) -> dict:
    """What it can come from beside what one person said, as far as it is not linked yet."""
    linked = clause.sources.filter(response=None)
    return {
        "plans": plans_for(clause.call).exclude(pk__in=linked.filter(plan_answer__isnull=False).values("plan_answer"))[:25],
        "proposals": adopted_proposals(clause.call).exclude(pk__in=linked.filter(proposal__isnull=False).values("proposal"))[:25],
        "pilots": decided_pilots(clause.call).exclude(pk__in=linked.filter(pilot__isnull=False).values("pilot"))[:25],
    }


def _linkable(clause, user):
    """Contributions that were taken over (partly) or kept for later, and are not a source of this clause yet."""
    linked = clause.sources.filter(response__isnull=False).values("response__contribution")  # an empty one would exclude all
    outcomes = (Outcome.TAKEN_OVER, Outcome.PARTLY, Outcome.LATER)
    said = Contribution.objects.visible_to(user).shown().filter(tender=clause.call.tender)
    answered = said.filter(response__outcome__in=outcomes, response__withdrawn_at=None)
    return answered.exclude(pk__in=linked).select_related("response")


def _changes(clause, versions) -> list[tuple]:
    """Each version of this page with what differs from the one before it, the newest first."""
    shown = list(versions)
    oldest = shown[-1].number if shown else 1
    before = {version.number: version for version in shown}
    if oldest > 1:
        before[oldest - 1] = clause.versions.get(number=oldest - 1)
    return [(v, differences.difference(before[v.number - 1].text, v.text) if v.number > 1 else None) for v in shown]
