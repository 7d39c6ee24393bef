import datetime as dt

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from budgets.models.budget import Budget
from events import clock
from events.ids import new_public_id
from events.retention import THREAD
from tenders.money import MoneyField


class EntryQuerySet(models.QuerySet):
    def on_it(self):
        """Not taken off by the municipality; what its makers took back is among them, since people gave to it."""
        return self.filter(dropped_at=None)

    def standing(self):
        """To which money can go: still on the budget, and still there itself."""
        line, plan = Q(line=None) | Q(line__ended_at=None), Q(plan=None) | Q(plan__withdrawn_at=None, plan__hidden_at=None)
        return self.on_it().filter(line, plan)

    def for_list(self):
        return self.select_related("line__municipality", "plan").order_by("number", "pk")


class Entry(models.Model):
    """What residents can give money to: a line of the inventory, or a plan that somebody filed. Exactly one of the two."""

    public_id = models.CharField(max_length=10, unique=True, default=new_public_id, editable=False)
    budget = models.ForeignKey(Budget, models.PROTECT, related_name="entries")
    # Its place on the form, given when the budget is published.
    number = models.PositiveSmallIntegerField(null=True, blank=True)
    line = models.ForeignKey("inventory.Line", models.PROTECT, null=True, blank=True, related_name="+")
    plan = models.ForeignKey("initiatives.Plan", models.PROTECT, null=True, blank=True, related_name="+")
    sentence = models.CharField(_("what it is, in one sentence"), max_length=300)
    # What it costs a year now, as the line said when it was put here; a later change of the line changes nothing.
    costs_now = MoneyField(_("what it costs now"), null=True, blank=True)
    least = MoneyField(_("needs at least"), null=True, blank=True)
    most = MoneyField(_("asks, or can use at most"), null=True, blank=True)
    added_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    added_at = models.DateTimeField(default=clock.now)
    dropped_at = models.DateTimeField(null=True, blank=True)
    dropped_because = models.TextField(_("why it no longer stands here"), blank=True)

    objects = EntryQuerySet.as_manager()

    tender = None
    retention = THREAD
    personal = ("added_by",)

    class Meta:
        ordering = ["number", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(line__isnull=False, plan=None) | Q(line=None, plan__isnull=False), name="entry_has_exactly_one_source"
            ),
            models.UniqueConstraint(fields=["budget", "number"], name="entry_number_once"),
            models.UniqueConstraint(fields=["budget", "line"], condition=Q(dropped_at=None), name="entry_line_once"),
            models.UniqueConstraint(fields=["budget", "plan"], condition=Q(dropped_at=None), name="entry_plan_once"),
            models.CheckConstraint(condition=Q(least=None) | Q(least__gt=0), name="entry_least_above_zero"),
            models.CheckConstraint(condition=Q(most=None) | Q(most__gt=0), name="entry_most_above_zero"),
            models.CheckConstraint(
                condition=Q(least=None) | Q(most=None) | Q(most__gte=F("least")),
                name="entry_most_not_below_least",
                violation_error_message=_("What it can use at most is less than what it needs."),
            ),
            models.CheckConstraint(condition=Q(dropped_at=None) | ~Q(dropped_because=""), name="entry_dropped_with_a_reason"),
        ]

    def __str__(self) -> str:
        return str(self.source)

    @property
    def source(self):
        """The line or the plan."""
        return self.line or self.plan

    @property
    def municipality(self):
        return self.budget.municipality

    @property
    def stands(self) -> bool:
        """Whether money can go to it."""
        return self.dropped_at is None and self.gone_because == ""

    def stood_at(self, moment: dt.datetime) -> bool:
        """Whether money could go to it at a moment that is over; what came later changes nothing of it."""
        ends = (self.line.ended_at,) if self.line else (self.plan.withdrawn_at, self.plan.hidden_at)
        return all(at is None or at > moment for at in (self.dropped_at, *ends))

    @property
    def gone_because(self) -> str:
        """Why it is not there any more, in the words of who took it back; "" as long as it is."""
        if self.dropped_at:
            return self.dropped_because
        if self.line:
            return self.line.ended_because if self.line.ended_at else ""
        return self.plan.hidden_because if self.plan.hidden_at else self.plan.withdrawn_because if self.plan.withdrawn_at else ""
