import datetime as dt

from django.db import models
from django.utils.translation import gettext_lazy as _

from events import clock
from events.ids import new_public_id
from events.retention import TENDER

# A deadline is inclusive: 12.00.00 counts to the end of that second, 12.00.01 is late.
ONE_SECOND = dt.timedelta(seconds=1)


class RoundKind(models.TextChoices):
    PARTICIPATION = "participation", _("requests to participate")
    DIALOGUE = "dialogue", _("dialogue")
    BID = "bid", _("bids")
    FINAL_BID = "final_bid", _("final bids")


class RoundQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Rounds of a published request. Who is invited to one is not secret; who bids is."""
        from tenders.models import Tender  # a floor below

        return self.filter(call_version__published_at__isnull=False, lot__tender__in=Tender.objects.visible_to(user))

    def for_page(self):
        return self.select_related("lot__tender__municipality", "call_version")

    def open_for_bids(self):
        """Compared with the database's own clock; the deadline itself still counts, its whole second."""
        return self.filter(deadline__gt=clock.Now() - ONE_SECOND, opened_at=None)

    def past_deadline(self):
        """Where no bid can come in any more, by the database's own clock."""
        return self.filter(deadline__lte=clock.Now() - ONE_SECOND)

    def for_list(self):
        """With the number of bids, which is known after the opening only."""
        return self.select_related("lot__tender__municipality").annotate(opened_count=models.Count("bids__opened"))


class Round(models.Model):
    """One sitting of a lot: its deadline, who may come, and the key of its vault."""

    public_id = models.CharField(max_length=10, unique=True, default=new_public_id, editable=False)
    lot = models.ForeignKey("tenders.Lot", models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField(default=1)
    kind = models.CharField(max_length=15, choices=RoundKind)
    call_version = models.ForeignKey("calls.CallVersion", models.PROTECT, related_name="+")
    begins_at = models.DateTimeField(default=clock.now)
    deadline = models.DateTimeField()
    invited_only = models.BooleanField(default=False)
    # The vault: bids are encrypted for this key; its private half is sealed with VAULT_KEYS and used at the opening only.
    public_key = models.BinaryField()
    sealed_private_key = models.BinaryField()
    opened_at = models.DateTimeField(null=True)

    objects = RoundQuerySet.as_manager()

    view_permission = "bids.view_round"
    retention = TENDER
    personal = ()

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["lot", "number"], name="round_number_once")]

    @property
    def tender(self):
        return self.lot.tender

    @property
    def short_name(self) -> str:
        """The name of its lot; of the only lot, which nobody sees, simply "round"."""
        return str(_("Round")) if self.lot.name == self.lot.tender.title else self.lot.name

    @property
    def is_open(self) -> bool:
        """Whether a bid can still come in. A deadline is inclusive: on the second is in time, one second later is late."""
        return self.opened_at is None and not self.deadline_passed

    @property
    def deadline_passed(self) -> bool:
        return clock.now() >= self.deadline + ONE_SECOND

    @property
    def municipality(self):
        return self.lot.tender.municipality
