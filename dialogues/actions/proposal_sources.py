"""Saying on which contributions a proposal of a theme group rests, and that it does not after all."""

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from dialogues.models import Contribution, Proposal, ProposalSource
from events import clock, log
from tenders.locks import hold, one_at_a_time
from tenders.refusal import Changed, Refused


@transaction.atomic
def link_contribution(*, proposal: Proposal, contribution: Contribution, by: User, reason: str) -> ProposalSource:
    """The golden thread: a proposal rests on what somebody said, and `reason` says what of it stands in the proposal.

    Also after it was handed in: its words stand, and who said it first may read that it was heard.
    """
    tender = hold(proposal.tender)
    one_at_a_time("proposal", proposal.pk)
    if Proposal.objects.filter(pk=proposal.pk, withdrawn_at__isnull=False).exists():
        raise Changed(_("This proposal was withdrawn."), code="withdrawn")
    if contribution.tender_id != tender.pk:
        raise Refused(_("This contribution belongs to another tender."), code="tender")
    if Contribution.objects.filter(pk=contribution.pk, hidden_at__isnull=False).exists():
        raise Refused(_("This contribution is hidden. A proposal cannot rest on what nobody can read."), code="hidden")
    if ProposalSource.objects.filter(proposal=proposal, contribution=contribution, ended_at=None).exists():
        raise Refused(_("The proposal rests on this contribution already."), code="twice")
    source = ProposalSource.objects.create(
        proposal=proposal, contribution=contribution, reason=reason.strip(), by=by, at=clock.now()
    )
    public = proposal.handed_in_at is not None
    log.record("dialogues.contribution_linked", by=by, thing=source, public=public, reason=reason, out=public)
    return source


@transaction.atomic
def unlink_contribution(*, source: ProposalSource, by: User, reason: str) -> ProposalSource:
    """The proposal does not rest on this contribution after all. That it did, and why no more, can still be read."""
    hold(source.tender)
    one_at_a_time("proposal", source.proposal_id)
    fresh = ProposalSource.objects.get(pk=source.pk)
    if fresh.ended_at:
        raise Changed(_("Somebody took it from this proposal just before you."), code="changed")
    source.ended_at, source.ended_by, source.ended_because = clock.now(), by, reason.strip()
    source.save(update_fields=["ended_at", "ended_by", "ended_because"])
    public = source.proposal.handed_in_at is not None
    log.record("dialogues.contribution_unlinked", by=by, thing=source, public=public, reason=reason)
    return source
