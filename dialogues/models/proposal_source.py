"""On which contributions a proposal of a theme group rests: here the golden thread goes from what people said to the council."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from dialogues.models.proposal import Proposal
from events import clock
from events.ids import new_public_id
from events.retention import THREAD


class ProposalSourceQuerySet(models.QuerySet):
    def current(self):
        """What a proposal rests on now, and can be read."""
        return self.filter(ended_at=None, contribution__hidden_at=None)


class ProposalSource(models.Model):
    """A proposal rests on a contribution, or did; whoever tied it says what of it stands in the proposal."""

    public_id = models.CharField(max_length=10, unique=True, default=new_public_id, editable=False)
    proposal = models.ForeignKey(Proposal, models.PROTECT, related_name="sources")
    contribution = models.ForeignKey("dialogues.Contribution", models.PROTECT, related_name="proposals")
    reason = models.TextField(_("what of it stands in the proposal"), max_length=2000)
    by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey("accounts.User", models.PROTECT, null=True, blank=True, related_name="+")
    ended_because = models.TextField(blank=True)

    objects = ProposalSourceQuerySet.as_manager()

    retention = THREAD
    personal = ("by", "ended_by")

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["proposal", "contribution"], condition=Q(ended_at=None), name="contribution_once_in_proposal"
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None, ended_because="") | Q(ended_at__isnull=False) & ~Q(ended_because=""),
                name="taken_from_proposal_with_a_reason",
            ),
        ]

    @property
    def tender(self):
        return self.proposal.tender
