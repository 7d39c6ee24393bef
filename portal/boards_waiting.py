"""Sorting boards that wait for who keeps them: first the paper is typed in and the votes are shown, then there is a choice."""

import datetime as dt

from django.db.models import Case, Count, DateField, F, Min, Value, When
from django.db.models.functions import Cast, Coalesce, Concat
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from inventory.models import Board
from inventory.models.board import COUNTING


def over(places, today, counted):
    """How many wait for which step in each municipality; the votes of what ended before `counted` can be seen by everybody."""
    boards = Board.objects.undecided(today).filter(municipality__in=places).order_by()
    shown = When(pk__in=Board.objects.counted(counted).order_by().values("pk"), then=Value("board "))
    last = Coalesce(Cast("closed_at", DateField()), F("ends_on"))
    steps = boards.annotate(at=Case(shown, default=Value("count "))).values("at", "municipality__name", "municipality__slug")
    first = Cast(Min(last), DateField())
    return steps.annotate(waits=Concat("at", Min("public_id")), count=Count("pk"), first=first)  # of one board its own page


def said_of(step: str, waiting: int) -> tuple[str, str]:
    """What waits, and the verb."""
    if step == "board":
        title = ngettext("%(n)d sorting board waits for your choice", "%(n)d sorting boards wait for your choice", waiting)
        return title, _("Choose")
    title = ngettext(
        "%(n)d sorting board: type in the paper, then show the votes",
        "%(n)d sorting boards: type in the paper, then show the votes",
        waiting,
    )
    return title, _("Type it in")


def due_on(last: dt.date) -> dt.date:
    """From when the votes can be seen by themselves: before that day nobody is late."""
    return last + COUNTING + dt.timedelta(days=1)
