"""Paper: blank forms that were printed with a code, and stacks of filled-in ones that somebody types in."""

import datetime as dt

from django.db import models
from django.utils.translation import gettext_lazy as _

from budgets.models.budget import Budget
from events import clock
from events.ids import new_public_id
from events.retention import TENDER
from tenders import dates


class Channel(models.TextChoices):
    """How a division came in; each is counted apart."""

    ONLINE = "online", _("online")
    PAPER = "paper", _("on paper")
    TABLE = "table", _("at a table")


SITTING = dt.timedelta(hours=12)


class StackQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Somebody's own: what was typed at one sitting, by one person."""
        return self.filter(by=user.pk) if user.is_authenticated and user.is_active else self.none()

    def for_page(self):
        return self.select_related("budget__municipality", "budget__area")


class Stack(models.Model):
    """Forms that one person types in at one sitting; what they have in common is asked once."""

    public_id = models.CharField(max_length=10, unique=True, default=new_public_id, editable=False)
    budget = models.ForeignKey(Budget, models.PROTECT, related_name="stacks")
    by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    channel = models.CharField(max_length=6, choices=Channel)
    divided_on = models.DateField(_("On which day were they filled in?"), default=clock.today)
    begun_at = models.DateTimeField(default=clock.now)

    objects = StackQuerySet.as_manager()

    tender = None
    view_permission = "budgets.view_stack"
    retention = TENDER
    personal = ("by",)

    @property
    def municipality(self):
        return self.budget.municipality

    @property
    def why_not_now(self) -> str:
        """For who typed in at this sitting, and cannot today."""
        if not self.budget.is_counted:
            return self.budget.why_not_now
        return _("Forms on paper could be typed in until and including %(day)s.") % {"day": dates.day(self.budget.paper_until)}

    @property
    def is_open(self) -> bool:
        """The sitting goes on: what was typed by mistake can still be taken back."""
        return clock.now() < self.begun_at + SITTING


class Sheet(models.Model):
    """A blank form that was printed, with the code on the slip that its writer keeps. The code itself is nowhere but there."""

    budget = models.ForeignKey(Budget, models.PROTECT, related_name="sheets")
    number = models.PositiveIntegerField()
    code_hash = models.CharField(max_length=64, unique=True)
    printed_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    printed_on = models.DateField(default=clock.today)
    division = models.OneToOneField("budgets.Division", models.PROTECT, null=True, blank=True, related_name="sheet")

    retention = TENDER
    personal = ("printed_by",)

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["budget", "number"], name="budget_sheet_number_once")]
