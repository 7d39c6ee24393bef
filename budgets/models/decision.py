from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from areas.small_cells import SMALLEST
from budgets.models.budget import Budget
from budgets.models.entry import Entry
from events import clock
from events.ids import new_public_id
from events.retention import THREAD
from tenders.models.involvement import OFFICER_KINDS
from tenders.money import MoneyField


class DecisionQuerySet(models.QuerySet):
    def visible_to(self, user):
        """What was published; for who leads tenders in the municipality the draft too."""
        shown = Q(published_at__isnull=False)
        if user.is_authenticated and user.is_active:
            places = {role.municipality_id for role in user.active_roles() if role.kind in OFFICER_KINDS}
            shown |= Q(budget__municipality__in=places)
        return self.filter(shown)

    def draft(self):
        return self.filter(published_at=None)

    def standing(self):
        """What holds now."""
        return self.filter(published_at__isnull=False, replaced_at=None)

    def for_page(self):
        return self.select_related("budget__municipality", "budget__area", "published_by", "saved_by")


class Decision(models.Model):
    """What the municipality gives to each entry, and why. A revised one takes its place; the earlier stays to be read."""

    public_id = models.CharField(max_length=10, unique=True, default=new_public_id, editable=False)
    budget = models.ForeignKey(Budget, models.PROTECT, related_name="decisions")
    number = models.PositiveSmallIntegerField(default=1)
    version = models.PositiveIntegerField(default=1)
    revised_because = models.TextField(_("why it is decided anew"), max_length=2000, blank=True)
    saved_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    saved_at = models.DateTimeField(default=clock.now)
    published_by = models.ForeignKey("accounts.User", models.PROTECT, null=True, blank=True, related_name="+")
    published_at = models.DateTimeField(null=True, blank=True)
    # How many divided, as it was counted when this was published.
    people = models.PositiveIntegerField(null=True, blank=True)
    replaced_at = models.DateTimeField(null=True, blank=True)

    objects = DecisionQuerySet.as_manager()

    tender = None
    view_permission = "budgets.view_decision"
    retention = THREAD
    personal = ("saved_by", "published_by")

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["budget", "number"], name="budget_decision_number_once"),
            models.UniqueConstraint(fields=["budget"], condition=Q(published_at=None), name="one_draft_decision"),
            models.UniqueConstraint(
                fields=["budget"], condition=Q(published_at__isnull=False, replaced_at=None), name="one_decision_holds"
            ),
            models.CheckConstraint(condition=Q(number=1) | ~Q(revised_because=""), name="decided_anew_with_a_reason"),
            models.CheckConstraint(
                condition=Q(published_at=None, published_by=None, people=None)
                | Q(published_at__isnull=False, published_by__isnull=False, people__isnull=False),
                name="decision_published_by_somebody",
            ),
        ]

    @property
    def municipality(self):
        return self.budget.municipality

    @property
    def is_of_few(self) -> bool:
        """Whether so few divided that nobody sees what they divided together; of a draft its result says so."""
        return self.people is not None and self.people < SMALLEST


class DecisionLine(models.Model):
    """What one entry gets, beside what residents gave it, and why."""

    decision = models.ForeignKey(Decision, models.PROTECT, related_name="lines")
    entry = models.ForeignKey(Entry, models.PROTECT, related_name="decided")
    amount = MoneyField(_("what you give"))
    reason = models.TextField(_("why"), max_length=1000, blank=True)
    # What residents gave it, as it was counted when this was published; nothing when few divided.
    result = MoneyField(null=True, blank=True)

    retention = THREAD
    personal = ()

    class Meta:
        ordering = ["entry__number"]
        constraints = [
            models.UniqueConstraint(fields=["decision", "entry"], name="one_line_for_each_entry"),
            models.CheckConstraint(condition=Q(amount__gte=0), name="decided_not_below_zero"),
        ]

    @property
    def by_residents(self) -> int | None:
        """What may be shown of what residents gave it: nothing when few divided, also where it was counted once."""
        return None if self.decision.is_of_few else self.result
