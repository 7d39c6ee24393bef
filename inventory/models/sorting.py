"""What people sorted: one person on the website or on paper, or a whole table at once. The votes lead to nobody."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from events import clock
from events.retention import SHORT, TENDER
from inventory.models.board import Board, BoardTask, Group


class SortedBy(models.TextChoices):
    """How it came in; counted apart."""

    WEBSITE = "website", _("on the website")
    PAPER = "paper", _("on paper")
    TABLE = "table", _("at a table")


class SortingQuerySet(models.QuerySet):
    def counting(self):
        """Not taken back."""
        return self.filter(taken_back_at=None)

    def entered(self):
        """Typed in by somebody else, of paper or of a table; the newest first."""
        return self.filter(number__isnull=False).select_related("entered_by").order_by("-number")

    def for_code(self):
        return self.counting().select_related("board__municipality", "board__area")


class Sorting(models.Model):
    """One person's sorting, or what a table of so many people sorted.

    Of a person it keeps a day, a group and votes: no account, no address, no moment. Who comes back is known by the hash of a
    code, and with an account by a mark that only our own key can make of it, so that nobody counts twice.
    """

    board = models.ForeignKey(Board, models.PROTECT, related_name="sortings")
    group = models.CharField(_("for whom you sort"), max_length=14, choices=Group)
    channel = models.CharField(max_length=8, choices=SortedBy)
    people = models.PositiveSmallIntegerField(_("how many people sorted"), default=1)
    sorted_on = models.DateField(_("on which day"), default=clock.today)
    code_hash = models.CharField(max_length=64, blank=True)
    owner_mark = models.CharField(max_length=64, blank=True)
    version = models.PositiveIntegerField(default=1)
    # Of paper and tables: which one it was, who typed it, and that it was a mistake.
    number = models.PositiveIntegerField(null=True, blank=True)
    label = models.CharField(_("which table"), max_length=80, blank=True)
    entered_by = models.ForeignKey("accounts.User", models.PROTECT, null=True, blank=True, related_name="+")
    entered_at = models.DateTimeField(null=True, blank=True)
    taken_back_at = models.DateTimeField(null=True, blank=True)

    objects = SortingQuerySet.as_manager()

    retention = TENDER
    personal = ("owner_mark", "entered_by", "label")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["code_hash"], condition=~Q(code_hash=""), name="sorting_code_once"),
            models.UniqueConstraint(fields=["board", "owner_mark"], condition=~Q(owner_mark=""), name="account_sorts_once"),
            models.UniqueConstraint(fields=["board", "number"], name="sorting_number_once"),
            models.CheckConstraint(condition=Q(people__gte=1), name="sorting_of_somebody"),
            models.CheckConstraint(
                condition=(Q(channel="website", people=1, number=None, entered_by=None, entered_at=None) & ~Q(code_hash=""))
                | Q(channel="paper", people=1, number__isnull=False, entered_by__isnull=False, code_hash="", owner_mark="")
                | Q(channel="table", number__isnull=False, entered_by__isnull=False, code_hash="", owner_mark=""),
                name="sorting_typed_in_or_own",
            ),
        ]


class Vote(models.Model):
    """How many of a sorting chose what for one task; of one person a single 1, or nothing when there was no opinion."""

    sorting = models.ForeignKey(Sorting, models.PROTECT, related_name="votes")
    task = models.ForeignKey(BoardTask, models.PROTECT, related_name="votes")
    residents = models.PositiveSmallIntegerField(default=0)
    together = models.PositiveSmallIntegerField(default=0)
    municipality = models.PositiveSmallIntegerField(default=0)

    retention = TENDER
    personal = ()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["sorting", "task"], name="vote_once")]


class BoardFollower(models.Model):
    """Who wants to hear what the municipality chooses. It stands apart from what anybody sorted, and leads to none of it."""

    board = models.ForeignKey(Board, models.PROTECT, related_name="followers")
    user = models.ForeignKey("accounts.User", models.PROTECT, null=True, blank=True, related_name="+")
    email = models.EmailField(_("e-mail address"), blank=True)

    retention = SHORT
    personal = ("user", "email")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["board", "user"], name="board_followed_once"),
            models.UniqueConstraint(fields=["board", "email"], condition=~Q(email=""), name="board_address_once"),
            models.CheckConstraint(
                condition=Q(user__isnull=False, email="") | (Q(user=None) & ~Q(email="")), name="follower_by_account_or_address"
            ),
        ]
