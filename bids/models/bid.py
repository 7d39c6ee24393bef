from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from events import clock
from events.composed import composed_once
from events.ids import new_public_id
from events.retention import NOT_CHOSEN


class BidState(models.TextChoices):
    DRAFT = "draft", _("draft")
    SUBMITTED = "submitted", _("handed in")
    WITHDRAWN = "withdrawn", _("withdrawn")


class BidQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Before the opening a bid exists for its makers alone: not for officers, not for the committee, not in a count."""
        return self.within(self.reach_of(user))

    @staticmethod
    def reach_of(user) -> list[int]:
        """The parties whose bids this person makes; for `within`."""
        return user.party_ids() if user.is_authenticated and user.is_active else []

    def within(self, party_ids):
        """Bids in which one of these parties takes part."""
        mine = BidPartner.objects.taking_part().filter(party_id__in=party_ids)
        return self.filter(pk__in=mine.values("bid_id"))

    def for_page(self):
        """With its round, lot, tender and partners: what every page of a bid asks, in two queries."""
        partners = models.Prefetch("partners", queryset=BidPartner.objects.filter(left_at=None).select_related("party"))
        return self.with_round().prefetch_related(partners)

    def with_round(self):
        related = self.select_related("round__lot__tender__municipality", "round__call_version", "party")
        return related.defer("round__call_version__content")

    def for_list(self):
        return self.for_page()


class Bid(models.Model):
    """What a party or consortium offers, in an envelope: encrypted from the first draft, sealed until the opening.

    `key_for_round` is the bid's own key for the opening; `key_for_makers` is the same key for who writes it. Only
    bids/vault.py touches them.
    """

    public_id = models.CharField(max_length=10, unique=True, default=new_public_id, editable=False)
    round = models.ForeignKey("bids.Round", models.PROTECT, related_name="bids")
    party = models.ForeignKey("accounts.Party", models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=BidState, default=BidState.DRAFT)
    key_for_round = models.BinaryField()
    key_for_makers = models.BinaryField()
    begun_at = models.DateTimeField(default=clock.now)
    # By the database's clock, in the statement that compared it with the deadline.
    submitted_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)

    objects = BidQuerySet.as_manager()

    view_permission = "bids.view_bid"
    retention = NOT_CHOSEN
    personal = ()

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["round", "party"], name="one_bid_per_party_and_round")]

    @property
    def lot(self):
        return self.round.lot

    @property
    def tender(self):
        return self.round.lot.tender

    def current_partners(self) -> list["BidPartner"]:
        """The parties in it now, the lead first; for_page brings them along, and so does bid_for."""
        rows = self.__dict__.get("_partners") or self.partners.all()
        return sorted((p for p in rows if p.left_at is None), key=lambda p: (p.role != PartnerRole.LEAD, p.pk))

    def read_again(self) -> "Bid":
        """The same bid as it is now, with its partners and the number of its last submission as `last`, in one query."""
        rows = _partners_again(self.pk)
        fresh = rows[0].bid
        fresh.round, fresh.party, fresh.last, fresh._partners = self.round, self.party, rows[0].last, rows
        return fresh


@composed_once
def _partners_again(bid_id):
    """The partners of a bid with the bid itself, each with the number of its last submission."""
    before = Submission.objects.filter(bid=models.OuterRef("bid")).order_by("-number").values("number")[:1]
    partners = BidPartner.objects.filter(bid=bid_id, left_at=None).select_related("party", "bid")
    return partners.annotate(last=models.Subquery(before))


class PartnerRole(models.TextChoices):
    LEAD = "lead", _("lead partner")
    PARTNER = "partner", _("partner")
    SUBCONTRACTOR = "subcontractor", _("subcontractor")


class BidPartnerQuerySet(models.QuerySet):
    def taking_part(self):
        """Who confirmed and did not leave: they make the bid and may read it."""
        return self.filter(left_at=None, confirmed_at__isnull=False)

    def invited(self):
        """Who was asked and has not answered; they see the invitation, not the bid."""
        return self.filter(left_at=None, confirmed_at=None)

    def visible_to(self, user):
        """An invitation is for the party that is invited."""
        if not user.is_authenticated or not user.is_active:
            return self.none()
        return self.filter(left_at=None, party_id__in=user.party_ids())

    def for_page(self):
        return self.select_related("party", "bid__party", "bid__round__lot__tender__municipality", "bid__round__call_version")


class BidPartner(models.Model):
    """A party in the bid, which confirms that itself. Until then it sees the invitation only."""

    public_id = models.CharField(max_length=10, unique=True, default=new_public_id, editable=False)
    bid = models.ForeignKey(Bid, models.PROTECT, related_name="partners")
    party = models.ForeignKey("accounts.Party", models.PROTECT, related_name="+")
    role = models.CharField(_("role"), max_length=15, choices=PartnerRole, default=PartnerRole.PARTNER)
    invited_at = models.DateTimeField(default=clock.now)
    confirmed_at = models.DateTimeField(null=True)
    confirmed_by = models.ForeignKey("accounts.User", models.PROTECT, null=True, related_name="+")
    left_at = models.DateTimeField(null=True)

    objects = BidPartnerQuerySet.as_manager()

    view_permission = "bids.view_invitation"
    retention = NOT_CHOSEN
    personal = ("confirmed_by",)

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["bid", "party"], condition=Q(left_at=None), name="partner_once")]

    @property
    def round(self):
        return self.bid.round

    @property
    def lot(self):
        return self.bid.round.lot

    @property
    def tender(self):
        return self.bid.round.lot.tender


class BidPart(models.Model):
    """One part of the draft, encrypted, with a version of its own: several people write at once and nobody overwrites another."""

    bid = models.ForeignKey(Bid, models.PROTECT, related_name="parts")
    key = models.CharField(max_length=40)
    sealed = models.BinaryField()
    version = models.PositiveIntegerField(default=1)
    saved_at = models.DateTimeField(default=clock.now)
    saved_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")

    retention = NOT_CHOSEN
    personal = ("saved_by",)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["bid", "key"], name="bid_part_once")]


class BidAttachment(models.Model):
    """A file with the bid, encrypted before it is stored; its name and fingerprint are in the sealed part."""

    public_id = models.CharField(max_length=10, unique=True, default=new_public_id, editable=False)
    bid = models.ForeignKey(Bid, models.PROTECT, related_name="attachments")
    file = models.FileField(max_length=200)
    sealed_facts = models.BinaryField()
    size = models.PositiveIntegerField()
    added_at = models.DateTimeField(default=clock.now)
    added_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    removed_at = models.DateTimeField(null=True)

    retention = NOT_CHOSEN
    personal = ("added_by",)

    class Meta:
        ordering = ["id"]


class Submission(models.Model):
    """The bid as it was handed in, sealed. The last one that was not withdrawn is opened. Its fingerprint stands in the receipt."""

    public_id = models.CharField(max_length=10, unique=True, default=new_public_id, editable=False)
    bid = models.ForeignKey(Bid, models.PROTECT, related_name="submissions")
    number = models.PositiveSmallIntegerField()
    sealed = models.BinaryField()
    content_sha256 = models.CharField(max_length=64)
    submitted_at = models.DateTimeField()
    submitted_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)
    receipt = models.ForeignKey("documents.Document", models.PROTECT, null=True, related_name="+")

    retention = NOT_CHOSEN
    personal = ("submitted_by",)

    class Meta:
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["bid", "number"], name="submission_number_once")]


class BidPreview(models.Model):
    """The draft as a PDF, made by a task for its makers. Encrypted like the draft itself, so no Document in the archive."""

    bid = models.ForeignKey(Bid, models.PROTECT, related_name="previews")
    file = models.FileField(max_length=200, blank=True)
    asked_at = models.DateTimeField(default=clock.now)
    asked_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    ready_at = models.DateTimeField(null=True)

    retention = NOT_CHOSEN
    personal = ("asked_by",)

    class Meta:
        ordering = ["-id"]
