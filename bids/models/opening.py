from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from accounts.models import RoleKind
from bids.models.bid import BidPartner
from events.ids import new_public_id
from events.retention import NOT_CHOSEN, TENDER
from tenders.money import MoneyField


class OpeningQuerySet(models.QuerySet):
    def visible_to(self, user):
        """For the team from the first of the two on; for the committee and the bidders of that lot when it is done."""
        from tenders.models import InvolvementRole
        from tenders.models.involvement import involvements_of

        if not user.is_authenticated or not user.is_active:
            return self.none()
        reading = (InvolvementRole.ASSESSOR, InvolvementRole.SECRETARY, InvolvementRole.CHAIR)
        held = involvements_of(user)
        team = [i for i in held if i.role == InvolvementRole.OFFICER]
        committee = [i for i in held if i.role in reading]
        theirs = OpenedBid.objects.of_parties(user.party_ids())
        done = _in_lots(*_lots_of(committee), "round__lot") | Q(round__in=theirs.values("bid__round_id"))
        return self.filter(_in_lots(*_lots_of(team), "round__lot") | (Q(second_at__isnull=False) & done))

    def for_page(self):
        return self.select_related("round__lot__tender__municipality", "round__call_version", "first_by", "second_by", "document")


def _lots_of(involvements) -> tuple[list[int], list[int]]:
    """The whole tenders and the lots of these involvements."""
    return [i.tender_id for i in involvements if i.lot_id is None], [i.lot_id for i in involvements if i.lot_id]


def _in_lots(tender_ids, lot_ids, lot: str) -> Q:
    """Things in these tenders and lots; `lot` is the path to the lot."""
    return Q(**{f"{lot}__tender_id__in": tender_ids}) | Q(**{f"{lot}_id__in": lot_ids})


class Opening(models.Model):
    """Two officials of different roles open together; the record of it is a document with fingerprints."""

    round = models.OneToOneField("bids.Round", models.PROTECT, related_name="opening")
    first_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    first_kind = models.CharField(max_length=30, choices=RoleKind)
    first_at = models.DateTimeField()
    second_by = models.ForeignKey("accounts.User", models.PROTECT, null=True, related_name="+")
    second_kind = models.CharField(max_length=30, choices=RoleKind, blank=True)
    second_at = models.DateTimeField(null=True)
    content = models.JSONField(default=dict)
    content_sha256 = models.CharField(max_length=64, blank=True)
    document = models.ForeignKey("documents.Document", models.PROTECT, null=True, related_name="+")

    objects = OpeningQuerySet.as_manager()

    view_permission = "bids.view_opening"
    retention = TENDER
    personal = ("first_by", "second_by")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(second_by=None) | (~Q(second_by=F("first_by")) & ~Q(second_kind=F("first_kind"))),
                name="opened_by_two_of_different_roles",
                violation_error_message=_("Two people with different roles open together."),
            )
        ]

    @property
    def lot(self):
        return self.round.lot

    @property
    def tender(self):
        return self.round.lot.tender


class OpenedBidQuerySet(models.QuerySet):
    def visible_to(self, user):
        """After the opening: for its makers, the team, and the committee of that lot; after a decision no wider."""
        return self.within(*self.reach_of(user))

    @staticmethod
    def reach_of(user) -> tuple[list[int], list[int], list[int]]:
        """The whole tenders and the lots whose bids this person reads, and the parties the person is of; for `within`."""
        from tenders.models import InvolvementRole
        from tenders.models.involvement import involvements_of

        if not user.is_authenticated or not user.is_active:
            return [], [], []
        reading = (InvolvementRole.OFFICER, InvolvementRole.ASSESSOR, InvolvementRole.SECRETARY, InvolvementRole.CHAIR)
        return *_lots_of([i for i in involvements_of(user) if i.role in reading]), user.party_ids()

    def within(self, tender_ids, lot_ids, party_ids):
        """What was handed in for these tenders and lots, or by these parties."""
        reachable = _in_lots(tender_ids, lot_ids, "bid__round__lot")
        if party_ids:  # most who judge are in none, and the database need not look for them
            reachable |= Q(pk__in=self.model.objects.of_parties(party_ids).values("pk"))
        return self.filter(reachable)

    def of_parties(self, party_ids):
        """Bids in which one of these parties takes part."""
        partners = BidPartner.objects.taking_part().filter(party_id__in=party_ids)
        return self.filter(bid__in=partners.values("bid_id"))

    def for_page(self):
        return self.select_related("bid__party", "bid__round__lot__tender__municipality", "bid__round__call_version")

    def for_list(self):
        return self.select_related("bid__party")

    def admitted(self):
        """What is judged: not set aside."""
        return self.filter(set_aside_at=None)


class OpenedBid(models.Model):
    """A bid after the opening, in the clear, under a letter ("A")."""

    public_id = models.CharField(max_length=10, unique=True, default=new_public_id, editable=False)
    bid = models.OneToOneField("bids.Bid", models.PROTECT, related_name="opened")
    submission = models.ForeignKey("bids.Submission", models.PROTECT, related_name="+")
    letter = models.CharField(max_length=4)
    title = models.CharField(max_length=160)
    # What is asked per year, from the budget of the bid; empty when no money is paid.
    amount = MoneyField(null=True)
    opened_at = models.DateTimeField()
    set_aside_at = models.DateTimeField(null=True)
    set_aside_because = models.TextField(_("why it is not judged"), blank=True)

    objects = OpenedBidQuerySet.as_manager()

    view_permission = "bids.view_opened_bid"
    retention = NOT_CHOSEN
    personal = ()

    class Meta:
        ordering = ["letter"]

    @property
    def round(self):
        return self.bid.round

    @property
    def lot(self):
        return self.bid.round.lot

    @property
    def tender(self):
        return self.bid.round.lot.tender


class OpenedPart(models.Model):
    """A part of an opened bid. What a party writes to a criterion is its promise; agreements point to it."""

    opened_bid = models.ForeignKey(OpenedBid, models.PROTECT, related_name="parts")
    key = models.CharField(max_length=40)
    criterion = models.ForeignKey("calls.FrozenCriterion", models.PROTECT, null=True, related_name="+")
    position = models.PositiveSmallIntegerField()
    heading = models.CharField(max_length=160)
    text = models.TextField(blank=True)

    retention = NOT_CHOSEN
    personal = ("text",)

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["opened_bid", "key"], name="opened_part_once")]


class OpenedAttachment(models.Model):
    opened_bid = models.ForeignKey(OpenedBid, models.PROTECT, related_name="attachments")
    upload = models.ForeignKey("documents.Upload", models.PROTECT, related_name="+")

    retention = NOT_CHOSEN
    personal = ()
