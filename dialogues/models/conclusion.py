from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from events import clock
from events.ids import new_public_id
from events.retention import TENDER, THREAD
from tenders.models import Tender
from tenders.steps import Step


class Ending(models.TextChoices):
    """How a dialogue ends well: with a request, or without one."""

    REQUEST = "request", _("We write a request together")
    RESIDENTS = "residents", _("Residents do it themselves")
    MUNICIPALITY = "municipality", _("The municipality just does it well")
    POLICY = "policy", _("It becomes policy")
    NOT_NEEDED = "not_needed", _("It is not needed")
    NOT_YET = "not_yet", _("Not yet")


# With these the tender is completed in its first step: there is nothing to write or to choose.
LAST = (Ending.RESIDENTS, Ending.MUNICIPALITY, Ending.POLICY, Ending.NOT_NEEDED)


class ConclusionQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(tender__in=Tender.objects.visible_to(user))

    def for_page(self):
        return self.select_related("tender__municipality", "by", "document")

    def resting(self):
        """Those that wait for the day on which one looks again. A tender that went on waits for it no more."""
        running = Q(tender__step=Step.DIALOGUE, tender__completed_at=None, tender__withdrawn_at=None)
        return self.filter(running, rests_until__isnull=False, reopened_at=None)


class Conclusion(models.Model):
    """How a dialogue was concluded and why, with the report that answers everybody. A dialogue that opened again has several."""

    public_id = models.CharField(max_length=10, unique=True, default=new_public_id, editable=False)
    tender = models.ForeignKey("tenders.Tender", models.PROTECT, related_name="+")
    ending = models.CharField(_("how does it go on?"), max_length=12, choices=Ending)
    reason = models.TextField(_("why"), max_length=4000)
    rests_until = models.DateField(_("until"), null=True, blank=True)
    last_number = models.PositiveIntegerField(default=0)
    by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)
    document = models.ForeignKey("documents.Document", models.PROTECT, null=True, blank=True, related_name="+")
    reminded_at = models.DateTimeField(null=True, blank=True)
    reopened_at = models.DateTimeField(null=True, blank=True)

    objects = ConclusionQuerySet.as_manager()

    view_permission = "dialogues.view_conclusion"
    retention = THREAD
    personal = ("by",)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ending="not_yet", rests_until__isnull=False) | ~Q(ending="not_yet") & Q(rests_until=None),
                name="only_not_yet_has_a_day",
            ),
            models.UniqueConstraint(fields=["tender"], condition=Q(reopened_at=None), name="one_conclusion_holds"),
        ]

    @property
    def is_last(self) -> bool:
        """The tender ended with it."""
        return self.ending in LAST

    @property
    def day_is_to_come(self) -> bool:
        """It waits for the day on which one looks again, and that day is not there yet."""
        return self.rests_until is not None and self.reopened_at is None and clock.today() < self.rests_until


class Edition(models.Model):
    """One edition of the report of a dialogue. When something in it is hidden or can be read again, a next one takes its place:
    the earlier one keeps its fingerprint, and is handed out no more."""

    conclusion = models.ForeignKey(Conclusion, models.PROTECT, related_name="editions")
    number = models.PositiveSmallIntegerField()
    content = models.JSONField()
    content_sha256 = models.CharField(max_length=64)
    document = models.ForeignKey("documents.Document", models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)

    retention = TENDER
    personal = ("content",)

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["conclusion", "number"], name="edition_number_once")]

    @property
    def tender(self) -> Tender:
        return self.conclusion.tender
