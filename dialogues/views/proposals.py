"""Proposals of theme groups, what they share, and what the council decided."""

from django.contrib import messages
from django.core.exceptions import NON_FIELD_ERRORS
from django.forms import Form
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from accounts.permissions import allows
from dialogues import actions
from dialogues.fetch import group_for, proposal_for
from dialogues.forms import CouncilDecisionForm, OverlapForm, ProposalForm, ReasonForm, catch_up
from dialogues.models import Overlap, Proposal
from events import clock
from events.etag import for_visitors
from tenders.forms import attempt

_RIGHTS = ("edit_proposal", "hand_in_proposal", "withdraw_proposal", "record_council_decision", "link_contribution")

_SOURCES = 50


@for_visitors
def show_proposal(request, slug, number):
    proposal = proposal_for(request, slug, number, "dialogues.view_proposal")
    context = _about(
        proposal,
        decisions=proposal.decisions.all(),
        overlaps=Overlap.objects.of(proposal),
        sources=proposal.sources.current().select_related("contribution")[:_SOURCES],
        may={name: allows(request.user, f"dialogues.{name}", proposal) for name in _RIGHTS},
    )
    return render(request, "dialogues/show_proposal.html", context)


def write_proposal(request, slug, public_id):
    group = group_for(request, slug, public_id, "dialogues.write_proposal")
    form = ProposalForm(request.POST or None, group=group)
    if form.is_valid() and (made := attempt(form, actions.write_proposal, group=group, by=request.user, **form.cleaned_data)):
        messages.success(request, _("Saved as a draft. Only your group reads it, until you hand it in."))
        return redirect(made)
    return render(request, "dialogues/write_proposal.html", {"form": form, "tender": group.tender, "group": group})


def edit_proposal(request, slug, number):
    proposal = proposal_for(request, slug, number, "dialogues.edit_proposal")
    form = ProposalForm(request.POST or None, instance=proposal, group=proposal.group)
    if form.is_valid() and attempt(form, actions.edit_proposal, proposal=proposal, by=request.user, **form.cleaned_data):
        return redirect(proposal)
    latest = None
    if form.is_bound and form.has_error(NON_FIELD_ERRORS, code="changed"):
        latest = Proposal.objects.get(pk=proposal.pk)
        catch_up(form, latest.version)
    return render(request, "dialogues/edit_proposal.html", _about(proposal, form=form, latest=latest))


def hand_in_proposal(request, slug, number):
    proposal = proposal_for(request, slug, number, "dialogues.hand_in_proposal")
    form = Form(request.POST or None)
    if form.is_valid() and attempt(form, actions.hand_in_proposal, proposal=proposal, by=request.user):
        messages.success(request, _("Your proposal is public. The council decides on it."))
        return redirect(proposal)
    return render(request, "dialogues/hand_in_proposal.html", _about(proposal, form=form))


def withdraw_proposal(request, slug, number):
    proposal = proposal_for(request, slug, number, "dialogues.withdraw_proposal")
    form = ReasonForm(request.POST or None)
    if form.is_valid() and attempt(form, actions.withdraw_proposal, proposal=proposal, by=request.user, **form.cleaned_data):
        return redirect(proposal)
    return render(request, "dialogues/withdraw_proposal.html", _about(proposal, form=form))


def settle_overlap(request, slug, number, other):
    """Two proposals beside each other: do they count the same euros?"""
    first = proposal_for(request, slug, number, "dialogues.settle_overlap")
    second = proposal_for(request, slug, other, "dialogues.settle_overlap")
    pair = {"first": first, "second": second}
    form = OverlapForm(request.POST or None)
    if form.is_valid() and attempt(form, actions.settle_overlap, by=request.user, **pair, **form.cleaned_data):
        return redirect("dialogues:list_groups", slug)
    return render(request, "dialogues/settle_overlap.html", _about(first, form=form, pair=(first, second)))


def record_council_decision(request, slug, number):
    proposal = proposal_for(request, slug, number, "dialogues.record_council_decision")
    seen = {"decided_on": clock.today(), "version": proposal.decisions.count()}
    form = CouncilDecisionForm(request.POST or None, initial=seen)
    record = actions.record_council_decision
    if form.is_valid():
        values = {**form.cleaned_data, "version": form.cleaned_data["version"] or 0}
        if attempt(form, record, proposal=proposal, by=request.user, **values):
            return redirect(proposal)
    latest = None
    if form.is_bound and form.has_error(NON_FIELD_ERRORS, code="changed"):
        latest = proposal.decisions.first()
        catch_up(form, proposal.decisions.count())
    return render(request, "dialogues/record_council_decision.html", _about(proposal, form=form, latest=latest))


def _about(proposal: Proposal, **more) -> dict:
    return {"proposal": proposal, "tender": proposal.tender, "group": proposal.group, **more}
