"""Pages on which a theme group says on which contributions its proposal rests."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Case, IntegerField, Value, When
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from dialogues import actions
from dialogues.fetch import proposal_for
from dialogues.forms import ProposalSourceForm, WhyForm
from dialogues.models import Contribution, Proposal
from tenders.forms import attempt


def choose_contribution(request, slug, number):
    """What was said, first about the theme of the group; found by a word or by its number."""
    proposal = proposal_for(request, slug, number, "dialogues.link_contribution")
    sought = request.GET.get("zoek", "").strip()[:100]
    found = _linkable(proposal, request.user).sought(sought)
    context = _about(proposal, page_obj=Paginator(found, 25).get_page(request.GET.get("page")), sought=sought)
    return render(request, "dialogues/choose_contribution.html", context)


def link_contribution(request, slug, number, contribution):
    proposal = proposal_for(request, slug, number, "dialogues.link_contribution")
    said = get_object_or_404(_linkable(proposal, request.user), number=contribution)
    form = ProposalSourceForm(request.POST or None)
    link = {"proposal": proposal, "contribution": said, "by": request.user}
    if form.is_valid() and attempt(form, actions.link_contribution, **link, **form.cleaned_data):
        messages.success(request, _("Linked. Who said it can follow what becomes of it."))
        return redirect(proposal)
    return render(request, "dialogues/link_contribution.html", _about(proposal, form=form, said=said))


def unlink_contribution(request, slug, number, public_id):
    proposal = proposal_for(request, slug, number, "dialogues.unlink_contribution")
    source = get_object_or_404(proposal.sources.current().select_related("contribution"), public_id=public_id)
    source.proposal = proposal
    form = WhyForm(request.POST or None)
    if form.is_valid() and attempt(form, actions.unlink_contribution, source=source, by=request.user, **form.cleaned_data):
        return redirect(proposal)
    return render(request, "dialogues/unlink_contribution.html", _about(proposal, form=form, source=source))


def _linkable(proposal: Proposal, user):
    """Contributions of the tender on which the proposal does not rest yet; those about the theme of the group first."""
    linked = proposal.sources.filter(ended_at=None).values("contribution")
    about_it = Case(When(theme=proposal.group.theme_id, then=Value(0)), default=Value(1), output_field=IntegerField())
    said = Contribution.objects.visible_to(user).shown().filter(tender=proposal.tender_id, withdrawn_at=None, merged_into=None)
    return said.exclude(pk__in=linked).select_related("theme").order_by(about_it, "-number")


def _about(proposal: Proposal, **more) -> dict:
    return {"proposal": proposal, "tender": proposal.tender, "group": proposal.group, **more}
