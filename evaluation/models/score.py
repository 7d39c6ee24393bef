from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from events import clock
from events.retention import TENDER


class ScoreQuerySet(models.QuerySet):
    def visible_to(self, user):
        """One's own; those of the others only when one's own are in, or as secretary, chair or officer when all are in."""
        from evaluation.models.committee import Seat
        from tenders.models import InvolvementRole
        from tenders.models.involvement import involvements_of

        if not user.is_authenticated or not user.is_active:
            return self.none()
        mine = Seat.objects.sitting().filter(person=user)
        waiting = Seat.objects.sitting().filter(finished_at=None)
        leading = (InvolvementRole.SECRETARY, InvolvementRole.CHAIR, InvolvementRole.OFFICER)
        led = [i for i in involvements_of(user) if i.role in leading]
        by_role = Q(seat__lot_id__in=[i.lot_id for i in led if i.lot_id]) | Q(
            seat__lot__tender_id__in=[i.tender_id for i in led if not i.lot_id]
        )
        own_are_in = Q(seat__lot_id__in=mine.filter(finished_at__isnull=False).values("lot_id"))
        everyone_finished = ~Q(seat__lot_id__in=waiting.values("lot_id")) & Q(
            seat__finished_at__isnull=False, seat__recused_at=None
        )
        allowed = Q(seat__in=mine) | (everyone_finished & (own_are_in | by_role))
        return self.filter(allowed)


class Score(models.Model):
    """One member's grade for one bid on one criterion, with the reason. Names the published criterion and the opened bid.

    A draft until the seat is finished; never changed after, unless the secretary reopens it with a reason.
    """

    seat = models.ForeignKey("evaluation.Seat", models.PROTECT, related_name="scores")
    opened_bid = models.ForeignKey("bids.OpenedBid", models.PROTECT, related_name="+")
    criterion = models.ForeignKey("calls.FrozenCriterion", models.PROTECT, related_name="+")
    grade = models.ForeignKey("calls.FrozenGrade", models.PROTECT, null=True, related_name="+")
    reason = models.TextField(_("why"), blank=True)
    version = models.PositiveIntegerField(default=1)
    saved_at = models.DateTimeField(default=clock.now)

    objects = ScoreQuerySet.as_manager()

    view_permission = "evaluation.view_score"
    retention = TENDER
    personal = ("reason",)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["seat", "opened_bid", "criterion"], name="score_once")]
        indexes = [models.Index(fields=["opened_bid", "criterion"], name="score_of_bid")]

    @property
    def lot(self):
        return self.seat.lot

    @property
    def tender(self):
        return self.seat.lot.tender


class ConsensusQuerySet(models.QuerySet):
    def of_lot(self, lot):
        return self.filter(opened_bid__bid__round__lot=lot, opened_bid__set_aside_at=None)


class Consensus(models.Model):
    """What the committee agreed on for one bid and criterion, with the reason; dissent is kept."""

    opened_bid = models.ForeignKey("bids.OpenedBid", models.PROTECT, related_name="+")
    criterion = models.ForeignKey("calls.FrozenCriterion", models.PROTECT, related_name="+")
    grade = models.ForeignKey("calls.FrozenGrade", models.PROTECT, related_name="+")
    reason = models.TextField(_("reason"))
    dissent = models.TextField(_("who thinks otherwise, and why"), blank=True)
    by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)
    version = models.PositiveIntegerField(default=1)

    objects = ConsensusQuerySet.as_manager()

    retention = TENDER
    personal = ("by", "dissent")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["opened_bid", "criterion"], name="consensus_once")]

    @property
    def lot(self):
        return self.opened_bid.lot

    @property
    def tender(self):
        return self.opened_bid.tender
