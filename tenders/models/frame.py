from django.db import models
from django.utils.translation import gettext_lazy as _

from events import clock
from events.retention import TENDER
from tenders.money import MoneyField


class FrameKind(models.TextChoices):
    BUDGET = "budget", _("budget")
    MUST = "must", _("must")
    MUST_NOT = "must_not", _("must not")


class Frame(models.Model):
    """A limit that the council set: a bandwidth of money, something that must be, something that must not."""

    tender = models.ForeignKey("tenders.Tender", models.PROTECT, related_name="frames")
    kind = models.CharField(_("kind"), max_length=10, choices=FrameKind)
    text = models.TextField(_("in words"))
    lowest = MoneyField(_("at least"), null=True, blank=True)
    highest = MoneyField(_("at most"), null=True, blank=True)
    decided_on = models.DateField(_("decided by the council on"), null=True, blank=True)
    added_at = models.DateTimeField(default=clock.now)

    retention = TENDER
    personal = ()

    class Meta:
        ordering = ["kind", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(lowest=None) | models.Q(highest=None) | models.Q(highest__gte=models.F("lowest")),
                name="frame_highest_not_below_lowest",
                violation_error_message=_("The highest amount is below the lowest."),
            )
        ]
