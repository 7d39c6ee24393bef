"""Paper: blank forms that were printed with a code, and stacks of filled-in ones that somebody types in."""

import datetime as dt

from django.db import models
from django.utils.translation import gettext_lazy as _

from dialogues.models.contribution import Channel, Contribution
from dialogues.models.meeting import Meeting
from events import clock
from events.ids import new_public_id
from events.retention import TENDER

SITTING = dt.timedelta(hours=12)


class Sheet(models.Model):
    """A blank form that was printed, with the code on the slip that its writer keeps. The code itself is nowhere but there."""

    tender = models.ForeignKey("tenders.Tender", models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    code_hash = models.CharField(max_length=64, unique=True)
    meeting = models.ForeignKey(Meeting, models.PROTECT, null=True, blank=True, related_name="+")
    printed_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    printed_on = models.DateField(default=clock.today)
    contribution = models.OneToOneField(Contribution, models.PROTECT, null=True, blank=True, related_name="sheet")

    retention = TENDER
    personal = ("printed_by",)

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["tender", "number"], name="sheet_number_once")]

    def __str__(self) -> str:
        return f"{self.number}"


class StackQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Somebody's own: what was typed at one sitting, by one person."""
        return self.filter(by=user.pk) if user.is_authenticated and user.is_active else self.none()

    def for_page(self):
        return self.select_related("tender__municipality", "meeting")


class Stack(models.Model):
    """Paper forms that one person types in at one sitting; what they have in common is asked once."""

    public_id = models.CharField(max_length=10, unique=True, default=new_public_id, editable=False)
    tender = models.ForeignKey("tenders.Tender", models.PROTECT, related_name="+")
    by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    channel = models.CharField(_("how it came in"), max_length=12, choices=Channel, default=Channel.PAPER)
    meeting = models.ForeignKey(Meeting, models.PROTECT, null=True, blank=True, related_name="+")
    said_on = models.DateField(_("On which day was it said?"), default=clock.today)
    begun_at = models.DateTimeField(default=clock.now)

    objects = StackQuerySet.as_manager()

    view_permission = "dialogues.view_stack"
    retention = TENDER
    personal = ("by",)

    def __str__(self) -> str:
        return self.public_id

    @property
    def is_open(self) -> bool:
        """The sitting goes on: what was typed by mistake can still be taken back."""
        return clock.now() < self.begun_at + SITTING
