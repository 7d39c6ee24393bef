from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from accounts.models import RoleKind
from events import clock
from events.ids import new_public_id
from events.retention import CONTRACT
from tenders.money import MoneyField, Vat


class ContractForm(models.TextChoices):
    CLASSIC = "classic", _("classical agreement")
    NEO_CLASSIC = "neo_classic", _("neo-classical agreement")
    RELATIONAL = "relational", _("relational agreement")
    SUBSIDY = "subsidy", _("subsidy decision with a grant agreement")


class FundingModel(models.TextChoices):
    AVAILABILITY = "availability", _("availability funding")
    POPULATION = "population", _("population-based funding")
    PERFORMANCE = "performance", _("performance funding")
    OUTCOME = "outcome", _("outcome funding")
    COMBINATION = "combination", _("a combination")
    NONE = "none", _("no public money")


class AmountPer(models.TextChoices):
    YEAR = "year", _("per year")
    WHOLE = "whole", _("for the whole term")


class ContractState(models.TextChoices):
    DRAFT = "draft", _("draft")
    TO_SIGN = "to_sign", _("waits for signatures")
    SIGNED = "signed", _("signed")
    ENDED = "ended", _("ended")


class ContractQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Signed ones are public with their tender; before that they are for the municipality's team and the parties."""
        from tenders.models import InvolvementRole, Tender
        from tenders.models.involvement import involvements_of

        public = Q(signed_at__isnull=False) & (Q(tender=None) | Q(tender__published_at__isnull=False))
        if not user.is_authenticated or not user.is_active:
            return self.filter(public)
        teams = {i.tender_id for i in involvements_of(user) if i.role == InvolvementRole.OFFICER}
        parties = ContractParty.objects.filter(party_id__in=user.party_ids())
        working = (RoleKind.CONTRACT_MANAGER, RoleKind.MANDATE_HOLDER)
        municipalities = [role.municipality_id for role in user.active_roles() if role.kind in working]
        allowed = public | Q(tender_id__in=teams) | Q(pk__in=parties.values("contract_id"))
        if municipalities:
            allowed |= Q(municipality_id__in=municipalities) | Q(tender__in=Tender.objects.led_by(municipalities))
        return self.filter(allowed)

    def for_page(self):
        parties = models.Prefetch("parties", queryset=ContractParty.objects.select_related("party"))
        return self.select_related(
            "tender__municipality", "municipality", "lot", "decision", "document", "signed_document"
        ).prefetch_related(parties)


class Contract(models.Model):
    """What was agreed: after a decision on a lot, or on its own for a contract from before the platform."""

    public_id = models.CharField(max_length=10, unique=True, default=new_public_id, editable=False)
    municipality = models.ForeignKey("accounts.Municipality", models.PROTECT, related_name="+")
    tender = models.ForeignKey("tenders.Tender", models.PROTECT, null=True, related_name="+")
    lot = models.ForeignKey("tenders.Lot", models.PROTECT, null=True, related_name="+")
    decision = models.ForeignKey("evaluation.AwardDecision", models.PROTECT, null=True, related_name="+")
    title = models.CharField(_("title"), max_length=160)
    form = models.CharField(_("form"), max_length=15, choices=ContractForm)
    form_reason = models.TextField(_("why this form"))
    funding_model = models.CharField(_("how it is paid"), max_length=15, choices=FundingModel)
    funding_reason = models.TextField(_("why it is paid in this way"))
    amount = MoneyField(_("amount"), null=True, blank=True, help_text=_("In euros. Leave it empty when no public money is paid."))
    amount_per = models.CharField(_("the amount is"), max_length=5, choices=AmountPer, default=AmountPer.YEAR)
    vat = models.CharField(_("VAT"), max_length=4, choices=Vat, default=Vat.NOT_DUE)
    begins_on = models.DateField(_("begins on"))
    ends_on = models.DateField(_("ends on"))
    term_reason = models.TextField(_("why it is shorter than two years"), blank=True)
    # Of a contract from before the platform: the day on which it was signed on paper.
    signed_on_paper = models.DateField(_("signed on paper on"), null=True, blank=True)
    state = models.CharField(max_length=10, choices=ContractState, default=ContractState.DRAFT)
    content = models.JSONField(default=dict)
    content_sha256 = models.CharField(max_length=64, blank=True)
    frozen_at = models.DateTimeField(null=True)
    signed_at = models.DateTimeField(null=True)
    # What is read before signing, and the same with the signatures under it.
    document = models.ForeignKey("documents.Document", models.PROTECT, null=True, related_name="+")
    signed_document = models.ForeignKey("documents.Document", models.PROTECT, null=True, related_name="+")
    made_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=clock.now)
    version = models.PositiveIntegerField(default=1)

    objects = ContractQuerySet.as_manager()

    view_permission = "contracts.view_contract"
    retention = CONTRACT
    personal = ("made_by",)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["lot"],
                condition=Q(lot__isnull=False),
                name="one_contract_per_lot",
                violation_error_message=_("This lot has its contract already."),
            ),
            models.CheckConstraint(
                condition=Q(ends_on__gt=F("begins_on")),
                name="contract_ends_after_it_begins",
                violation_error_message=_("The contract ends before it begins."),
            ),
            models.CheckConstraint(
                condition=Q(amount=None) | Q(amount__gte=0),
                name="contract_amount_not_below_zero",
                violation_error_message=_("An amount cannot be below zero."),
            ),
            models.CheckConstraint(
                condition=Q(funding_model="none", amount=None) | (~Q(funding_model="none") & Q(amount__isnull=False)),
                name="contract_with_money_names_it",
                violation_error_message=_("Fill in the amount. Is no public money paid? Choose that, and leave the amount empty."),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        from django.urls import reverse  # only pages ask

        return reverse("contracts:show_contract", args=[self.public_id])

    @property
    def contract(self) -> "Contract":
        return self

    def current_agreements(self) -> list:
        """The agreements that hold, with what they come from; read once."""
        if not hasattr(self, "_agreements"):
            self._agreements = list(self.agreements.current().select_related("clause__version", "promise", "plan_answer__plan"))
        return self._agreements

    @property
    def is_from_before(self) -> bool:
        """Whether it was signed on paper before the platform, and is recorded here instead of offered."""
        return self.tender_id is None or self.signed_on_paper is not None

    @property
    def folder(self) -> str:
        """Where its documents stand in the archive."""
        return self.tender.folder() if self.tender else f"{self.municipality_id}/contracts"

    @property
    def best_document(self):
        """The document with the signatures when it is there, else the one that waits for them."""
        return self.signed_document or self.document


class TakenBack(models.Model):
    """An offer that was taken back before anybody signed: who did it, when and why, and what had been offered."""

    contract = models.ForeignKey(Contract, models.PROTECT, related_name="taken_back")
    by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)
    reason = models.TextField()
    content_sha256 = models.CharField(max_length=64)

    retention = CONTRACT
    personal = ("by", "reason")

    class Meta:
        ordering = ["-id"]


class ContractParty(models.Model):
    """A party to the contract. Each party signs by itself; the lead partner is the one to call."""

    contract = models.ForeignKey(Contract, models.PROTECT, related_name="parties")
    party = models.ForeignKey("accounts.Party", models.PROTECT, related_name="+")
    is_lead = models.BooleanField(default=False)

    retention = CONTRACT
    personal = ()

    class Meta:
        ordering = ["-is_lead", "id"]
        constraints = [models.UniqueConstraint(fields=["contract", "party"], name="contract_party_once")]
