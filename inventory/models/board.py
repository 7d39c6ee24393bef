"""The sorting board: tasks of the inventory that a neighbourhood sorts, and what the municipality chose for each."""

import datetime as dt

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from events import clock
from events.ids import new_public_id
from events.retention import TENDER, THREAD
from inventory.models.line import Line
from tenders import dates

# Paper and tables may be typed in so long after the last day; then the result is there by itself.
COUNTING = dt.timedelta(days=7)


class Sort(models.TextChoices):
    """Who takes up a task, in the order of a bar: from the neighbourhood to the town hall."""

    RESIDENTS = "residents", _("The residents")
    TOGETHER = "together", _("Together")
    MUNICIPALITY = "municipality", _("Municipality")


class Group(models.TextChoices):
    """Who sorts. Their votes are counted apart, because the difference is what people must talk about."""

    RESIDENTS = "residents", _("People who live here")
    ORGANISATIONS = "organisations", _("Organisations in the neighbourhood")
    ENTREPRENEURS = "entrepreneurs", _("Entrepreneurs")
    MUNICIPALITY = "municipality", _("People of the municipality")


class BoardQuerySet(models.QuerySet):
    def visible_to(self, user):
        """A board is public from the moment that it is made."""
        return self

    def open(self, at=None):
        """On which people can sort today."""
        day = at or clock.today()
        return self.filter(begins_on__lte=day, ends_on__gte=day, closed_at=None)

    def undecided(self, at=None):
        """Nobody sorts any more, and the municipality did not say what it chooses."""
        day = at or clock.today()
        return self.filter(Q(ends_on__lt=day) | Q(closed_at__isnull=False), decided_at=None)

    def counted(self, ended_before=None):
        """Of which everybody may see the votes."""
        return self.filter(Q(result_at__isnull=False) | Q(closed_at=None, ends_on__lt=ended_before or clock.today() - COUNTING))

    def result_due(self):
        """Of which everybody sees the votes because the day has come, and nobody was told. Who heard the choices knows more."""
        return self.filter(ends_on__lt=clock.today() - COUNTING, closed_at=None, result_at=None, decided_at=None)

    def for_page(self):
        return self.select_related("municipality", "area")


class Board(models.Model):
    """Tasks that people sort: residents take it up, the municipality does, or both together.

    Votes are shown to nobody before the result is there, also not to officers: people would follow each other, and who looks
    before and after a neighbour sorts would see that neighbour's vote. For the same reason nothing is typed in after it.
    """

    public_id = models.CharField(max_length=10, unique=True, default=new_public_id, editable=False)
    municipality = models.ForeignKey("accounts.Municipality", models.PROTECT, related_name="+")
    area = models.ForeignKey("areas.Area", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("area"))
    title = models.CharField(_("what is sorted"), max_length=160)
    reason = models.TextField(_("why we ask it"), max_length=2000)
    begins_on = models.DateField(_("from"))
    ends_on = models.DateField(_("until and including"))
    # Residents always sort; who else does is chosen when the board is made.
    asks_organisations = models.BooleanField(Group.ORGANISATIONS.label, default=True)
    asks_entrepreneurs = models.BooleanField(Group.ENTREPRENEURS.label, default=True)
    asks_municipality = models.BooleanField(Group.MUNICIPALITY.label, default=True)
    made_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=clock.now)
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_because = models.TextField(_("why it closed early"), blank=True)
    result_at = models.DateTimeField(null=True, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    objects = BoardQuerySet.as_manager()

    view_permission = "inventory.view_board"
    retention = TENDER
    personal = ("made_by",)

    class Meta:
        ordering = ["-ends_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("begins_on")),
                name="board_ends_after_it_begins",
                violation_error_message=_("The last day lies before the first."),
            ),
            models.CheckConstraint(condition=Q(closed_at=None) | ~Q(closed_because=""), name="board_closed_with_a_reason"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("inventory:show_board", args=[self.municipality.slug, self.public_id])

    @property
    def groups(self) -> list[Group]:
        """Who sorts on this board, residents first."""
        asked = {
            Group.ORGANISATIONS: self.asks_organisations,
            Group.ENTREPRENEURS: self.asks_entrepreneurs,
            Group.MUNICIPALITY: self.asks_municipality,
        }
        return [group for group in Group if asked.get(group, True)]

    @property
    def has_begun(self) -> bool:
        return self.begins_on <= clock.today()

    @property
    def is_over(self) -> bool:
        """Nobody can sort any more."""
        return self.closed_at is not None or self.ends_on < clock.today()

    @property
    def is_open(self) -> bool:
        return self.has_begun and not self.is_over

    @property
    def last_day(self) -> dt.date:
        """On which people could sort, or can."""
        return clock.day_of(self.closed_at) if self.closed_at else self.ends_on

    @property
    def why_not_now(self) -> str:
        """For who may do something with it, and not today."""
        if self.is_over:
            return _("This board closed on %(day)s.") % {"day": dates.day(self.last_day)}
        return "" if self.has_begun else _("People can sort from %(day)s.") % {"day": dates.day(self.begins_on)}

    @property
    def result_on(self) -> dt.date | None:
        """From which day everybody sees the votes without anybody doing something; None when it was closed early."""
        return None if self.closed_at else self.ends_on + COUNTING + dt.timedelta(days=1)

    @property
    def is_counted(self) -> bool:
        """Everybody sees the votes, and nothing can be added to them."""
        return self.result_at is not None or (self.result_on is not None and self.result_on <= clock.today())

    @property
    def is_counting(self) -> bool:
        """Over, and what was put on paper is still typed in."""
        return self.is_over and not self.is_counted


class BoardTaskQuerySet(models.QuerySet):
    def standing(self):
        """Not taken off the board."""
        return self.filter(withdrawn_at=None)

    def for_page(self):
        return self.select_related("line__area", "line__theme", "line__municipality")


class BoardTask(models.Model):
    """A task of the inventory on a board. Taken off, it stays readable with the reason, and its votes count no more."""

    board = models.ForeignKey(Board, models.PROTECT, related_name="tasks")
    line = models.ForeignKey(Line, models.PROTECT, related_name="board_tasks")
    place = models.PositiveSmallIntegerField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_because = models.TextField(_("why it was taken off"), blank=True)

    objects = BoardTaskQuerySet.as_manager()

    retention = THREAD
    personal = ()

    class Meta:
        ordering = ["place", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["board", "line"], name="task_once_on_a_board"),
            models.CheckConstraint(condition=Q(withdrawn_at=None) | ~Q(withdrawn_because=""), name="task_taken_off_with_a_reason"),
        ]

    def __str__(self) -> str:
        return self.line.title


class ChoiceQuerySet(models.QuerySet):
    def latest_first(self):
        return self.order_by("task", "-number")


class BoardChoice(models.Model):
    """What the municipality chose for a task, and why. Another choice later is another row; the earlier stays to be read."""

    task = models.ForeignKey(BoardTask, models.PROTECT, related_name="choices")
    number = models.PositiveSmallIntegerField()
    sort = models.CharField(_("who takes this up"), max_length=12, choices=Sort)
    reason = models.TextField(_("why"), max_length=2000)
    # Where most residents chose something else: what weighs heavier than that.
    against_because = models.TextField(_("why not what most residents chose"), max_length=2000, blank=True)
    changed_because = models.TextField(_("why it became something else"), max_length=2000, blank=True)
    chosen_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    chosen_at = models.DateTimeField(default=clock.now)
    published_at = models.DateTimeField(null=True, blank=True)

    objects = ChoiceQuerySet.as_manager()

    retention = THREAD
    personal = ("chosen_by",)

    class Meta:
        ordering = ["task", "number"]
        constraints = [
            models.UniqueConstraint(fields=["task", "number"], name="board_choice_number_once"),
            models.CheckConstraint(condition=~Q(reason=""), name="board_choice_with_a_reason"),
        ]
