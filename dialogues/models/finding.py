from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from events import clock
from events.ids import new_public_id
from events.retention import THREAD
from tenders.models import Tender


class FindingQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(tender__in=Tender.objects.visible_to(user))

    def for_page(self):
        return self.select_related("tender__municipality")


class Finding(models.Model):
    """What several contributions say together."""

    public_id = models.CharField(max_length=10, unique=True, default=new_public_id, editable=False)
    tender = models.ForeignKey("tenders.Tender", models.PROTECT, related_name="+")
    title = models.CharField(_("finding in one sentence"), max_length=200)
    text = models.TextField(_("explanation"), blank=True, max_length=4000)
    by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)

    objects = FindingQuerySet.as_manager()

    view_permission = "dialogues.view_finding"
    retention = THREAD
    personal = ("by",)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.title


class FindingSourceQuerySet(models.QuerySet):
    def current(self):
        """What stands in a finding now, and can be read."""
        return self.filter(ended_at=None, contribution__hidden_at=None)


class FindingSource(models.Model):
    """A contribution belongs to a finding, or did; the original keeps its author, its page and its place."""

    finding = models.ForeignKey(Finding, models.PROTECT, related_name="sources")
    contribution = models.ForeignKey("dialogues.Contribution", models.PROTECT, related_name="findings")
    by = models.ForeignKey("accounts.User", models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=clock.now)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey("accounts.User", models.PROTECT, null=True, blank=True, related_name="+")
    ended_because = models.TextField(blank=True)

    objects = FindingSourceQuerySet.as_manager()

    retention = THREAD
    personal = ("by", "ended_by")

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["finding", "contribution"], condition=Q(ended_at=None), name="contribution_once_in_finding"
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None, ended_because="") | Q(ended_at__isnull=False) & ~Q(ended_because=""),
                name="taken_from_finding_with_a_reason",
            ),
        ]


class Merging(models.Model):
    """A contribution was put together with another that says the same, and perhaps taken apart again; each with a reason."""

    contribution = models.ForeignKey("dialogues.Contribution", models.PROTECT, related_name="mergings")
    into = models.ForeignKey("dialogues.Contribution", models.PROTECT, related_name="+")
    reason = models.TextField()
    by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey("accounts.User", models.PROTECT, null=True, blank=True, related_name="+")
    ended_because = models.TextField(blank=True)

    retention = THREAD
    personal = ("by", "ended_by")

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["contribution"], condition=Q(ended_at=None), name="merged_once_at_a_time"),
            models.CheckConstraint(
                condition=Q(ended_at=None, ended_because="") | Q(ended_at__isnull=False) & ~Q(ended_because=""),
                name="unmerged_with_a_reason",
            ),
        ]
