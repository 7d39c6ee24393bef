"""Pages on which who writes the request says that a part comes from a proposal of a theme group, or from a pilot."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from calls import actions
from calls.fetch import clause_for
from calls.forms.request import SourceForm
from calls.sources import adopted_proposals, decided_pilots
from calls.views.clauses import page
from tenders.forms import attempt


def link_proposal(request, slug, number, proposal):
    clause = clause_for(request.user, slug, number, "calls.link_proposal")
    proposal = get_object_or_404(adopted_proposals(clause.call), number=proposal)
    form = SourceForm(request.POST or None)
    form.fields["reason"].help_text = _("The theme group reads this, and who said what it rests on.")
    link = {"clause": clause, "by": request.user, "proposal": proposal}
    if form.is_valid() and attempt(form, actions.link_proposal, **link, **form.cleaned_data):
        messages.success(request, _("Linked. This part now stands on the golden thread of this proposal."))
        return redirect("calls:write_clause", slug, number)
    return page(request, "calls/link_proposal.html", clause.call, clause=clause, proposal=proposal, form=form)


def link_pilot(request, slug, number, public_id):
    clause = clause_for(request.user, slug, number, "calls.link_pilot")
    pilot = get_object_or_404(decided_pilots(clause.call), public_id=public_id)
    form = SourceForm(request.POST or None)
    form.fields["reason"].help_text = _("Everybody reads this on the golden thread of the pilot.")
    link = {"clause": clause, "by": request.user, "pilot": pilot}
    if form.is_valid() and attempt(form, actions.link_pilot, **link, **form.cleaned_data):
        messages.success(request, _("Linked. This part now stands on the golden thread of this pilot."))
        return redirect("calls:write_clause", slug, number)
    return page(request, "calls/link_pilot.html", clause.call, clause=clause, pilot=pilot, form=form)
