from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from events import clock
from events.ids import new_public_id
from events.retention import TENDER


class Programme(models.Model):
    """Several pilots of a municipality with one purpose."""

    municipality = models.ForeignKey("accounts.Municipality", models.PROTECT, related_name="+")
    name = models.CharField(_("name"), max_length=120)

    retention = TENDER
    personal = ()

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["municipality", "name"], name="programme_name_once")]

    def __str__(self) -> str:
        return self.name


class Verdict(models.TextChoices):
    GO = "go", _("we go on")
    NO_GO = "no_go", _("we stop")


class PilotQuerySet(models.QuerySet):
    def for_page(self):
        return self.select_related("tender__municipality", "programme", "copied_from__tender")

    def decided(self):
        """Those of which it was said whether they go on, and what they taught."""
        return self.exclude(verdict="")

    def undecided(self, day):
        """Those whose last day is over, without a word on whether it goes on."""
        return self.filter(verdict="", ends_on__lt=day)


class Pilot(models.Model):
    """A tender that is tried out (proef): what the municipality wants to learn, until when, and whether it goes on. Public.

    One that is copied to a next area is a tender of its own; `copied_from` is the link back, and is never cut.
    """

    public_id = models.CharField(max_length=10, unique=True, default=new_public_id, editable=False)
    tender = models.OneToOneField("tenders.Tender", models.PROTECT, related_name="+")
    programme = models.ForeignKey(
        Programme, models.PROTECT, null=True, blank=True, related_name="pilots", verbose_name=_("programme that it belongs to")
    )
    copied_from = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="copies")
    wants_to_learn = models.TextField(_("what we want to learn"), max_length=1000)
    ends_on = models.DateField(_("last day"))
    verdict = models.CharField(_("go or no go"), max_length=6, choices=Verdict, blank=True)
    verdict_reason = models.TextField(_("why"), blank=True, max_length=2000)
    learnt = models.TextField(_("what we learnt"), blank=True, max_length=2000)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey("accounts.User", models.PROTECT, null=True, blank=True, related_name="+")
    version = models.PositiveIntegerField(default=1)

    objects = PilotQuerySet.as_manager()

    retention = TENDER
    personal = ("decided_by",)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(verdict="", decided_at=None) | (~Q(verdict="") & ~Q(verdict_reason="") & Q(decided_at__isnull=False)),
                name="verdict_has_its_reason_and_moment",
            )
        ]

    @property
    def is_undecided(self) -> bool:
        """Its last day is over, and nobody said yet whether it goes on."""
        return not self.verdict and self.ends_on < clock.today()
