"""The golden thread from a theme group or a pilot to the request: saying that a part of it comes from there, and what of it."""

from django.db import transaction
from django.utils.translation import gettext as _

from calls.actions.clauses import hold_clause
from calls.models import Clause, ClauseSource
from calls.sources import adopted_proposals, decided_pilots
from dialogues.models import Pilot, Proposal
from events import log
from tenders.refusal import Refused


@transaction.atomic
def link_proposal(*, clause: Clause, by, proposal: Proposal, reason: str) -> ClauseSource:
    """The golden thread: the council adopted what a theme group proposed, and `reason` says what of it stands in this part."""
    clause = hold_clause(clause)
    if not adopted_proposals(clause.call).filter(pk=proposal.pk).exists():
        raise Refused(
            _("Only a proposal of this tender that the council adopted, wholly or in part, can be linked."), code="tender"
        )
    if clause.sources.filter(proposal=proposal).exists():
        raise Refused(_("This proposal is linked to this part already."), code="twice")
    source = ClauseSource.objects.create(clause=clause, proposal=proposal, reason=reason.strip(), by=by)
    log.record("calls.proposal_linked", by=by, thing=source, public=True, reason=reason, clause=clause.pk, proposal=proposal.pk)
    return source


@transaction.atomic
def link_pilot(*, clause: Clause, by, pilot: Pilot, reason: str) -> ClauseSource:
    """The golden thread: what a pilot taught, go or no go, and `reason` says what of it stands in this part."""
    clause = hold_clause(clause)
    if not decided_pilots(clause.call).filter(pk=pilot.pk).exists():
        raise Refused(_("Only a pilot of which everybody can read what came out can be linked."), code="tender")
    if clause.sources.filter(pilot=pilot).exists():
        raise Refused(_("This pilot is linked to this part already."), code="twice")
    source = ClauseSource.objects.create(clause=clause, pilot=pilot, reason=reason.strip(), by=by)
    log.record("calls.pilot_linked", by=by, thing=source, public=True, reason=reason, clause=clause.pk, pilot=pilot.pk)
    return source
