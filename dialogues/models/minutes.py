from django.db import models
from django.utils.translation import gettext_lazy as _

from dialogues.models.meeting import Meeting
from events import clock
from events.ids import new_public_id
from events.retention import TENDER
from tenders.models import Tender


class CorrectionOutcome(models.TextChoices):
    ACCEPTED = "accepted", _("taken over")
    REFUSED = "refused", _("not taken over")


class CorrectionQuerySet(models.QuerySet):
    def undecided(self):
        return self.filter(outcome="")


class Correction(models.Model):
    """What somebody who was there says is wrong in the draft minutes, and what became of that. It stays, also when refused."""

    public_id = models.CharField(max_length=10, unique=True, default=new_public_id, editable=False)
    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="corrections")
    # As on the list of who came; who came without an account has only this name.
    person = models.ForeignKey("accounts.User", models.PROTECT, null=True, blank=True, related_name="+")
    name = models.CharField(_("name"), max_length=120)
    # Theirs leads to the address that they perhaps left, to tell them what became of it.
    registration = models.ForeignKey("dialogues.Registration", models.PROTECT, null=True, blank=True, related_name="+")
    text = models.TextField(_("what must be different"))
    at = models.DateTimeField(default=clock.now)
    outcome = models.CharField(_("what you do with it"), max_length=10, choices=CorrectionOutcome, blank=True)
    reason = models.TextField(_("why"), blank=True)
    decided_by = models.ForeignKey("accounts.User", models.PROTECT, null=True, blank=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)

    objects = CorrectionQuerySet.as_manager()

    retention = TENDER
    personal = ("person", "name", "decided_by")

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(outcome="", decided_at=None) | (~models.Q(outcome="") & models.Q(decided_at__isnull=False)),
                name="correction_decided_with_outcome",
            )
        ]

    @property
    def tender(self) -> Tender:
        return self.meeting.tender
