from django.db import models
from django.db.models import Count, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from events import clock
from events.ids import new_public_id
from events.retention import THREAD
from tenders.money import MoneyField


class DecisionKind(models.TextChoices):
    AWARD = "award", _("award")
    DIRECT = "direct", _("decision without competition")
    NONE = "none", _("no award")


class AwardDecisionQuerySet(models.QuerySet):
    def visible_to(self, user):
        """What was sent is public; before that it is for the team, the committee's secretary and who has the mandate."""
        from accounts.models import RoleKind
        from tenders.models import InvolvementRole, Tender
        from tenders.models.involvement import involvements_of

        public = Q(sent_at__isnull=False)
        if not user.is_authenticated or not user.is_active:
            return self.filter(public)
        working = (InvolvementRole.OFFICER, InvolvementRole.SECRETARY, InvolvementRole.CHAIR)
        mine = [i for i in involvements_of(user) if i.role in working]
        mandated = [role.municipality_id for role in user.active_roles() if role.kind == RoleKind.MANDATE_HOLDER]
        return self.filter(
            public
            | Q(lot__tender_id__in=[i.tender_id for i in mine if i.lot_id is None])
            | Q(lot_id__in=[i.lot_id for i in mine if i.lot_id])
            | Q(lot__tender__in=Tender.objects.led_by(mandated))
        )

    def for_page(self):
        """With all that its page shows, and how many letters still wait for their PDF."""
        waiting = Letter.objects.filter(decision=OuterRef("pk"), document__rendered_at=None).order_by().values("decision")
        number = Subquery(waiting.annotate(number=Count("pk")).values("number"), output_field=models.IntegerField())
        found = self.select_related("lot__tender__municipality", "party", "document", "record", "made_by")
        return found.annotate(letters_waiting=Coalesce(number, 0)).prefetch_related("lot__tender__others")

    def sent(self):
        return self.filter(sent_at__isnull=False)


class AwardDecision(models.Model):
    """The decision on a lot: gunningsbeslissing or beschikking, by the words of the track.

    Made, prepared, approved by another, then sent to all at once.
    """

    public_id = models.CharField(max_length=10, unique=True, default=new_public_id, editable=False)
    lot = models.ForeignKey("tenders.Lot", models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField(default=1)
    kind = models.CharField(max_length=10, choices=DecisionKind)
    call_version = models.ForeignKey("calls.CallVersion", models.PROTECT, null=True, related_name="+")
    party = models.ForeignKey("accounts.Party", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("party"))
    amount = MoneyField(_("amount"), null=True, blank=True)
    reason = models.TextField(_("the decision and its reason, in plain words"))
    conditions = models.TextField(_("conditions"), blank=True)
    legal_basis = models.CharField(_("legal basis"), max_length=200, blank=True)
    ranking = models.JSONField(default=list)
    # In the committee's own words, for residents; no part of what is frozen, so that it may be written before or after.
    explanation = models.TextField(_("what you chose for, in short"), blank=True)
    found_hard = models.TextField(_("what you found hard"), blank=True)
    quote = models.TextField(_("one sentence of one of you"), blank=True)
    quote_by = models.CharField(_("who said it"), max_length=80, blank=True)
    what_changes = models.TextField(_("what changes for residents"), blank=True)
    talk_about_it = models.TextField(_("where people can talk to you about it"), blank=True)
    explained_at = models.DateTimeField(null=True)
    # Frozen by prepare_decision: all that the decision and its letters say, with the dates of the term in it.
    content = models.JSONField(default=dict)
    record_content = models.JSONField(default=dict)
    content_sha256 = models.CharField(max_length=64, blank=True)
    send_on = models.DateField(_("day on which it is sent"), null=True)
    document = models.ForeignKey("documents.Document", models.PROTECT, null=True, related_name="+")
    record = models.ForeignKey("documents.Document", models.PROTECT, null=True, related_name="+")
    made_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=clock.now)
    prepared_at = models.DateTimeField(null=True)
    approved_by = models.ForeignKey("accounts.User", models.PROTECT, null=True, related_name="+")
    approved_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    term_begins_on = models.DateField(null=True)
    term_ends_on = models.DateField(null=True)
    version = models.PositiveIntegerField(default=1)

    objects = AwardDecisionQuerySet.as_manager()

    view_permission = "evaluation.view_decision"
    retention = THREAD
    personal = ("made_by", "approved_by", "quote", "quote_by")

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["lot", "number"], name="decision_number_once"),
            models.UniqueConstraint(fields=["lot"], condition=Q(sent_at=None), name="one_decision_in_the_making"),
            models.CheckConstraint(condition=~Q(kind="direct") | Q(party__isnull=False), name="direct_decision_names_a_party"),
            models.CheckConstraint(condition=Q(sent_at=None) | Q(approved_at__isnull=False), name="only_what_is_approved_is_sent"),
            models.CheckConstraint(
                condition=Q(approved_by=None) | ~Q(approved_by=models.F("made_by")),
                name="decision_made_and_approved_by_two",
                violation_error_message=_("Somebody else must approve what you made."),
            ),
        ]

    @property
    def tender(self):
        return self.lot.tender

    @property
    def is_sent(self) -> bool:
        return self.sent_at is not None


class AwardResult(models.Model):
    """What the decision means for one bid: its place, its points (hundredths), and what the winner did better."""

    decision = models.ForeignKey(AwardDecision, models.PROTECT, related_name="results")
    opened_bid = models.ForeignKey("bids.OpenedBid", models.PROTECT, related_name="+")
    rank = models.PositiveSmallIntegerField()
    points = models.PositiveIntegerField()
    chosen = models.BooleanField(default=False)
    advantages = models.TextField(_("what the chosen one does better"), blank=True)

    retention = THREAD
    personal = ()

    class Meta:
        ordering = ["rank"]
        constraints = [models.UniqueConstraint(fields=["decision", "opened_bid"], name="result_once")]


class AwardReason(models.Model):
    """The golden thread: why a bid got its grade on one published criterion."""

    result = models.ForeignKey(AwardResult, models.PROTECT, related_name="reasons")
    criterion = models.ForeignKey("calls.FrozenCriterion", models.PROTECT, related_name="+")
    grade = models.ForeignKey("calls.FrozenGrade", models.PROTECT, related_name="+")
    text = models.TextField()

    retention = THREAD
    personal = ()

    class Meta:
        ordering = ["criterion__position"]
        constraints = [models.UniqueConstraint(fields=["result", "criterion"], name="reason_once")]


class LetterQuerySet(models.QuerySet):
    def visible_to(self, user):
        """A letter is for the party it is sent to, when it is sent; for the team already when it is prepared."""
        from tenders.models import InvolvementRole
        from tenders.models.involvement import involvements_of

        if not user.is_authenticated or not user.is_active:
            return self.none()
        teams = {i.tender_id for i in involvements_of(user) if i.role == InvolvementRole.OFFICER}
        sent = Q(decision__sent_at__isnull=False, party_id__in=user.party_ids())
        return self.filter(sent | Q(decision__lot__tender_id__in=teams))

    def for_page(self):
        return self.select_related("decision__lot__tender__municipality", "document").prefetch_related(
            "decision__lot__tender__others"
        )


class Letter(models.Model):
    """The letter to one party, prepared unreadable to others and sent to all at the same moment."""

    public_id = models.CharField(max_length=10, unique=True, default=new_public_id, editable=False)
    decision = models.ForeignKey(AwardDecision, models.PROTECT, related_name="letters")
    party = models.ForeignKey("accounts.Party", models.PROTECT, related_name="+")
    # None for a bid that was set aside, and for a party without a bid.
    result = models.ForeignKey(AwardResult, models.PROTECT, null=True, related_name="+")
    # All that the letter says, as it was frozen; its document holds the fingerprint of it.
    content = models.JSONField(default=dict)
    document = models.ForeignKey("documents.Document", models.PROTECT, null=True, related_name="+")

    objects = LetterQuerySet.as_manager()

    view_permission = "evaluation.view_letter"
    retention = THREAD
    personal = ()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["decision", "party"], name="letter_once")]

    @property
    def lot(self):
        return self.decision.lot

    @property
    def tender(self):
        return self.decision.lot.tender


class Suspension(models.Model):
    """A complaint, summary proceedings or an objection that stops one lot for a while."""

    lot = models.ForeignKey("tenders.Lot", models.PROTECT, related_name="+")
    reason = models.TextField(_("reason"))
    since = models.DateTimeField(default=clock.now)
    by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    lifted_at = models.DateTimeField(null=True)
    lifted_because = models.TextField(_("why it goes on"), blank=True)

    retention = THREAD
    personal = ("by",)

    class Meta:
        ordering = ["-since"]

    @property
    def tender(self):
        return self.lot.tender
