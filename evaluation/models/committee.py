from django.db import models
from django.utils.translation import gettext_lazy as _

from events import clock
from events.ids import new_public_id
from events.retention import TENDER


class Capacity(models.TextChoices):
    """On whose behalf someone sits in the committee."""

    RESIDENT = "resident", _("resident")
    TARGET_GROUP = "target_group", _("target group")
    OFFICER = "officer", _("municipality")
    EXPERT = "expert", _("expert")


# Whose voice must be the majority.
RESIDENTS = (Capacity.RESIDENT, Capacity.TARGET_GROUP)


class SeatQuerySet(models.QuerySet):
    def sitting(self):
        return self.filter(recused_at=None)

    def voices_of_residents(self):
        return self.sitting().filter(capacity__in=RESIDENTS)

    def visible_to(self, user):
        """That somebody sits is public with the tender; by which name is the member's own choice (`public_name`)."""
        from tenders.models import Tender  # a floor below

        return self.filter(lot__tender__in=Tender.objects.visible_to(user))

    def for_page(self):
        """With all that a page about one seat shows and asks."""
        return self.select_related("lot__tender__municipality")

    def for_list(self):
        return self.select_related("person", "lot")


class Seat(models.Model):
    """Someone's seat in the committee of a lot. A conflict of interest ends it for that lot only."""

    public_id = models.CharField(max_length=10, unique=True, default=new_public_id, editable=False)
    lot = models.ForeignKey("tenders.Lot", models.PROTECT, related_name="+")
    person = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    capacity = models.CharField(_("sits for"), max_length=15, choices=Capacity)
    shown_as = models.CharField(_("name that the public sees"), max_length=80, blank=True)
    appointed_at = models.DateTimeField(default=clock.now)
    appointed_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    declared_at = models.DateTimeField(null=True)  # impartial, and will keep the secret
    declaration = models.TextField(blank=True)  # the text as it was agreed to
    finished_at = models.DateTimeField(null=True)  # own scores are in
    reopened_at = models.DateTimeField(null=True)
    reopened_because = models.TextField(_("reason"), blank=True)
    recused_at = models.DateTimeField(null=True)
    recused_because = models.TextField(_("reason"), blank=True)

    objects = SeatQuerySet.as_manager()

    view_permission = "evaluation.view_committee"
    retention = TENDER
    personal = ("person", "shown_as", "recused_because", "reopened_because")

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["lot", "person"], name="one_seat_per_lot")]

    @property
    def tender(self):
        return self.lot.tender

    @property
    def is_sitting(self) -> bool:
        return self.recused_at is None

    @property
    def is_of_residents(self) -> bool:
        return self.capacity in RESIDENTS
