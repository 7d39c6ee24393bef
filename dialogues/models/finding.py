from django.db import models
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


class FindingSource(models.Model):
    """A contribution belongs to a finding; the original keeps its author, its page and its place."""

    finding = models.ForeignKey(Finding, models.PROTECT, related_name="sources")
    contribution = models.ForeignKey("dialogues.Contribution", models.PROTECT, related_name="findings")

    retention = THREAD
    personal = ()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["finding", "contribution"], name="contribution_once_in_finding")]
