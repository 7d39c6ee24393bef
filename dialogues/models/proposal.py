"""What a theme group proposes, what it is worth, and what the council decided (product.md D6)."""

from django.db import models
from django.db.models import F, OuterRef, Q, Subquery
from django.utils.translation import gettext_lazy as _

from dialogues.models.expert_group import BudgetItem, Expert, ExpertGroup
from events import clock
from events.ids import new_public_id
from events.retention import THREAD
from tenders.models import Tender
from tenders.models.involvement import InvolvementRole, involvements_of
from tenders.money import MoneyField


class ProposalQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Handed in ones of tenders that one sees; drafts for their group, and for who leads or guides the tender."""
        public = Q(handed_in_at__isnull=False, tender__in=Tender.objects.visible_to(user))
        if not user.is_authenticated:
            return self.filter(public)
        teams = {i.tender_id for i in involvements_of(user) if i.role in (InvolvementRole.OFFICER, InvolvementRole.GUIDE)}
        own = Expert.objects.sitting().filter(person=user).values("group")
        return self.filter(public | Q(tender_id__in=teams) | Q(group__in=own))

    def handed_in(self):
        return self.filter(handed_in_at__isnull=False, withdrawn_at=None)

    def for_page(self):
        return self.select_related("tender__municipality", "group__theme", "budget_item", "by")

    def for_list(self):
        """With the theme, the post, and the newest decision of the council as `newest`."""
        newest = CouncilDecision.objects.filter(proposal=OuterRef("pk")).order_by("-id")[:1]
        said = {f"_{name}": Subquery(newest.values(name)) for name in ("outcome", "amount")}
        return self.select_related("group__theme", "budget_item").annotate(**said).order_by("number")


class Proposal(models.Model):
    """What a theme group proposes (voorstel), with what it is worth a year. A draft until it is handed in."""

    tender = models.ForeignKey("tenders.Tender", models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    group = models.ForeignKey(ExpertGroup, models.PROTECT, related_name="proposals")
    title = models.CharField(_("your proposal in one sentence"), max_length=200)
    text = models.TextField(_("what do you propose, and what changes by it?"), max_length=6000)
    amount = MoneyField(_("what is it worth a year?"))
    budget_item = models.ForeignKey(
        BudgetItem,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("which post of the budget does it touch?"),
    )
    by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)
    handed_in_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_because = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)

    objects = ProposalQuerySet.as_manager()

    view_permission = "dialogues.view_proposal"
    retention = THREAD
    personal = ("by",)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["tender", "number"], name="proposal_number_once"),
            models.CheckConstraint(
                condition=Q(withdrawn_at=None) | ~Q(withdrawn_because=""), name="proposal_withdrawn_with_a_reason"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        from django.urls import reverse  # only pages ask

        return reverse("dialogues:show_proposal", args=[self.tender.slug, self.number])

    @property
    def newest(self) -> "CouncilDecision | None":
        """What the council decided last, as far as a list needs it; of a proposal from `for_list`."""
        return CouncilDecision(outcome=self._outcome, amount=self._amount) if self._outcome else None


class ProposalChange(models.Model):
    """A proposal was written anew: what it was before."""

    proposal = models.ForeignKey(Proposal, models.PROTECT, related_name="changes")
    title = models.CharField(max_length=200)
    text = models.TextField()
    amount = MoneyField()
    by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    at = models.DateTimeField()

    retention = THREAD
    personal = ("by",)

    class Meta:
        ordering = ["-at", "-id"]


class CouncilOutcome(models.TextChoices):
    ADOPTED = "adopted", _("adopted")
    PARTLY = "partly", _("adopted in part")
    REFUSED = "refused", _("not adopted")
    LATER = "later", _("not now, later")


class CouncilDecision(models.Model):
    """What the council decided on a proposal. A later decision stands beside the earlier one; the newest counts."""

    proposal = models.ForeignKey(Proposal, models.PROTECT, related_name="decisions")
    outcome = models.CharField(_("what did the council decide?"), max_length=10, choices=CouncilOutcome)
    amount = MoneyField(_("for how much a year?"), default=0)
    reason = models.TextField(_("why?"), max_length=4000)
    decided_on = models.DateField(_("on which day?"))
    by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)

    retention = THREAD
    personal = ("by",)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(outcome__in=["adopted", "partly"]) | Q(amount=0), name="only_what_is_adopted_has_an_amount"
            )
        ]


class OverlapQuerySet(models.QuerySet):
    def standing(self):
        return self.filter(replaced_at=None)

    def of(self, proposal: Proposal):
        """Those that one proposal has part in, with both proposals and their themes."""
        both = self.standing().filter(Q(first=proposal) | Q(second=proposal))
        return both.select_related("first__group__theme", "second__group__theme")


class Overlap(models.Model):
    """Two proposals count the same euros for this amount, or were held beside each other and do not (0)."""

    public_id = models.CharField(max_length=10, unique=True, default=new_public_id, editable=False)
    first = models.ForeignKey(Proposal, models.PROTECT, related_name="+")
    second = models.ForeignKey(Proposal, models.PROTECT, related_name="+")
    amount = MoneyField(_("how much is counted double, a year?"))
    reason = models.TextField(_("how do you know?"), max_length=600)
    by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)
    replaced_at = models.DateTimeField(null=True, blank=True)

    objects = OverlapQuerySet.as_manager()

    retention = THREAD
    personal = ("by",)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(first__lt=F("second")), name="overlap_in_order"),
            models.UniqueConstraint(fields=["first", "second"], condition=Q(replaced_at=None), name="overlap_once"),
        ]
