"""What the makers of a plan knew before others could."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from events import clock
from events.ids import new_public_id
from events.retention import TENDER
from initiatives.models.plan import Plan


class KnowledgeQuerySet(models.QuerySet):
    def published(self):
        return self.filter(published_at__isnull=False)


class Knowledge(models.Model):
    """What the makers of a plan heard or saw before others could: written down, published, and only then may they bid."""

    public_id = models.CharField(max_length=10, unique=True, default=new_public_id, editable=False)
    plan = models.ForeignKey(Plan, models.PROTECT, related_name="knowledge")
    shared_on = models.DateField(_("on which day"))
    text = models.TextField(_("what they heard or saw"), max_length=4000)
    by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)
    published_at = models.DateTimeField(null=True, blank=True)

    objects = KnowledgeQuerySet.as_manager()

    retention = TENDER
    personal = ("by",)

    class Meta:
        ordering = ["shared_on", "id"]

    @property
    def tender(self):
        """What the plan touches now, or else the last that it was taken out of: the log tells it there."""
        return self.plan.tender or next(iter(self.plan.touched()), None)
