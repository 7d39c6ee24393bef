from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from dialogues.models.meeting import Meeting
from events import clock
from events.retention import TENDER
from tenders.money import MoneyField


class NamedAmountQuerySet(models.QuerySet):
    def due(self, day):
        """What would be said on this day or before, and was not said since; of tenders that go on."""
        running = Q(meeting__tender__completed_at=None, meeting__tender__withdrawn_at=None)
        later = NamedAmount.objects.filter(meeting=OuterRef("meeting"), pk__gt=OuterRef("pk"))
        return self.filter(running, ~Exists(later), known_on__lte=day, meeting__cancelled_at=None)


class NamedAmount(models.Model):
    """How much money a working day is about, said before it begins; or the day on which it is said. The newest counts."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="amounts")
    lowest = MoneyField(_("from"), null=True, blank=True)
    highest = MoneyField(_("at most"), null=True, blank=True)
    known_on = models.DateField(_("we say it on"), null=True, blank=True)
    purpose = models.CharField(_("what the money is for"), max_length=200)
    decided_by = models.CharField(_("who decides, and when"), max_length=200)
    reason = models.TextField(_("why it changes"), max_length=1000, blank=True)
    by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)
    reminded_at = models.DateTimeField(null=True, blank=True)

    objects = NamedAmountQuerySet.as_manager()

    retention = TENDER
    personal = ("by",)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(highest=None, known_on__isnull=False, lowest=None)
                | Q(highest__isnull=False, highest__gte=0, known_on=None),
                name="amount_or_the_day_on_which_it_is_said",
            ),
            models.CheckConstraint(
                condition=Q(lowest=None) | Q(lowest__gte=0, lowest__lte=F("highest")), name="amount_from_low_to_high"
            ),
        ]

    @property
    def tender(self):
        return self.meeting.tender
