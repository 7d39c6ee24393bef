from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from budgets.models.budget import Budget
from budgets.models.entry import Entry
from budgets.models.paper import Channel, Stack
from events import clock
from events.ids import new_public_id
from events.retention import TENDER
from tenders.money import MoneyField


class Aside(models.TextChoices):
    """Why a form on paper does not count; each is counted apart, for everybody to read."""

    TOO_MUCH = "too_much", _("above the amount")
    UNREADABLE = "unreadable", _("not readable")
    OTHERWISE = "otherwise", _("for another reason")


class DivisionQuerySet(models.QuerySet):
    def visible_to(self, user):
        """One's own, and nobody else's: not for officers either. Who has no account comes with a code."""
        return self.filter(by=user.pk) if user.is_authenticated and user.is_active else self.none()

    def counted(self):
        """Not taken back as a typing error, and not set aside."""
        return self.filter(withdrawn_at=None)

    def came_in(self):
        """What counts, and the forms that do not; not what was typed by mistake."""
        return self.filter(Q(withdrawn_at=None) | ~Q(set_aside=""))


class Division(models.Model):
    """How one person divides the money. Nobody knows who it was, unless with an account; then nobody else sees it.

    Of the moment only the day is kept, and the event names nobody.
    """

    public_id = models.CharField(max_length=10, unique=True, default=new_public_id, editable=False)
    budget = models.ForeignKey(Budget, models.PROTECT, related_name="divisions")
    channel = models.CharField(max_length=6, choices=Channel, default=Channel.ONLINE)
    by = models.ForeignKey("accounts.User", models.PROTECT, null=True, blank=True, related_name="+")
    code_hash = models.CharField(max_length=64, unique=True)
    divided_on = models.DateField(default=clock.today)
    version = models.PositiveIntegerField(default=1)
    # On paper: in which stack it was typed, and as which form of it.
    stack = models.ForeignKey(Stack, models.PROTECT, null=True, blank=True, related_name="forms")
    number = models.PositiveIntegerField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_because = models.TextField(blank=True)
    # A form that came in and does not count; empty for what was typed by mistake. Its code leads to why.
    set_aside = models.CharField(max_length=10, choices=Aside, blank=True)

    objects = DivisionQuerySet.as_manager()

    opened_with = ""  # the hash of the code that came along
    tender = None
    view_permission = "budgets.view_division"
    retention = TENDER
    personal = ("by",)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["budget", "by"], condition=Q(by__isnull=False), name="one_division_for_each_account"),
            models.UniqueConstraint(fields=["stack", "number"], name="form_number_once"),
            models.CheckConstraint(
                condition=Q(channel="online", stack=None, number=None)
                | (~Q(channel="online") & Q(stack__isnull=False, number__isnull=False, by=None)),
                name="what_is_not_online_was_typed_in",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at=None) | ~Q(withdrawn_because="") | Q(set_aside__in=["too_much", "unreadable"]),
                name="division_withdrawn_with_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(set_aside="") | Q(withdrawn_at__isnull=False, stack__isnull=False), name="set_aside_from_paper"
            ),
        ]

    @property
    def municipality(self):
        return self.budget.municipality


class Share(models.Model):
    """What one division gives to one entry."""

    division = models.ForeignKey(Division, models.PROTECT, related_name="shares")
    entry = models.ForeignKey(Entry, models.PROTECT, related_name="shares")
    amount = MoneyField()

    retention = TENDER
    personal = ()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["division", "entry"], name="one_share_for_each_entry"),
            models.CheckConstraint(condition=Q(amount__gte=0), name="share_not_below_zero"),
        ]
