from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from events import clock
from events.ids import new_public_id
from events.retention import LOG, TENDER
from inventory.models.line import Line


class PeriodKind(models.TextChoices):
    """What makes that a municipality asks for plans now."""

    CLOSING = "closing", _("something closes")
    CONTRACT_ENDS = "contract_ends", _("a contract ends")
    OTHER = "other", _("another reason")


class PeriodQuerySet(models.QuerySet):
    def open(self, at=None):
        """In which plans can be handed in today."""
        day = at or clock.today()
        return self.filter(begins_on__lte=day, ends_on__gte=day, closed_at=None)

    def open_first(self):
        """Open now, then still to come, then over; of each the nearest day first."""
        day = clock.today()
        when = models.Case(
            models.When(Q(closed_at__isnull=False) | Q(ends_on__lt=day), then=2),
            models.When(begins_on__gt=day, then=1),
            default=0,
            output_field=models.IntegerField(),
        )
        return self.annotate(place=when).order_by("place", "ends_on", "pk")

    def for_page(self):
        return self.select_related("municipality", "area", "line__municipality", "line__area", "line__party")


class Period(models.Model):
    """A period in which everybody can bring a plan: opened because a contract ends, or because something closes."""

    public_id = models.CharField(max_length=10, unique=True, default=new_public_id, editable=False)
    municipality = models.ForeignKey("accounts.Municipality", models.PROTECT, related_name="+")
    area = models.ForeignKey("areas.Area", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("neighbourhood"))
    line = models.ForeignKey(Line, models.PROTECT, null=True, blank=True, related_name="periods")
    kind = models.CharField(_("what happens"), max_length=14, choices=PeriodKind, default=PeriodKind.OTHER)
    title = models.CharField(_("what plans can be about"), max_length=160)
    begins_on = models.DateField(_("from"))
    ends_on = models.DateField(_("until and including"))
    reason = models.TextField(_("why now"), max_length=2000)
    must_know = models.TextField(_("what people must know"), max_length=2000, blank=True)
    opened_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    opened_at = models.DateTimeField(default=clock.now)
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_because = models.TextField(_("why it closed early"), blank=True)

    objects = PeriodQuerySet.as_manager()

    retention = TENDER
    personal = ("opened_by",)

    class Meta:
        ordering = ["begins_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("begins_on")),
                name="period_ends_after_it_begins",
                violation_error_message=_("The period ends before it begins."),
            ),
            models.CheckConstraint(condition=Q(closed_at=None) | ~Q(closed_because=""), name="period_closed_with_a_reason"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("initiatives:show_period", args=[self.public_id])

    @property
    def is_open(self) -> bool:
        return self.closed_at is None and self.begins_on <= clock.today() <= self.ends_on

    @property
    def state(self) -> str:
        """How it stands, as a page shows it."""
        if self.closed_at or self.ends_on < clock.today():
            return "closed" if self.closed_at else "over"
        return "open" if self.is_open else "coming"


class SignalKind(models.TextChoices):
    AHEAD = "ahead", _("the end comes in sight")
    NOTICE = "notice", _("the last day to give notice")


class Signal(models.Model):
    """That officers were told of a contract's end: once for each day, however often somebody looks."""

    line = models.ForeignKey(Line, models.PROTECT, related_name="signals")
    kind = models.CharField(max_length=10, choices=SignalKind)
    day = models.DateField()  # of a changed contract it is another day, and another signal
    at = models.DateTimeField(default=clock.now)

    retention = TENDER
    personal = ()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["line", "kind", "day"], name="signal_once")]


class InventorySettings(models.Model):
    """The settings of a municipality on this floor, with history: the newest row holds."""

    municipality = models.ForeignKey("accounts.Municipality", models.PROTECT, related_name="+")
    signal_months = models.PositiveSmallIntegerField(_("months ahead in which the end of a contract is told"), default=12)
    since = models.DateTimeField(default=clock.now)
    set_by = models.ForeignKey("accounts.User", models.PROTECT, null=True, blank=True, related_name="+")
    reason = models.TextField(_("reason"), blank=True)

    retention = LOG
    personal = ("set_by",)

    class Meta:
        ordering = ["-since", "-id"]
