"""The one clock. `now()` for code, `Now()` for queries; both move together, and only in the demo and in tests.

Production refuses to start with a moved clock (`refuse_moved_clock`). Stored in UTC, counted and shown in Europe/Amsterdam.
"""

import datetime as dt

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import models
from django.db.utils import DatabaseError
from django.utils import timezone

_offset = dt.timedelta(0)


def now() -> dt.datetime:
    """This moment, aware, in UTC."""
    return dt.datetime.now(dt.UTC) + offset()


def today() -> dt.date:
    """This day in Europe/Amsterdam."""
    return timezone.localtime(now()).date()


def day_of(moment: dt.datetime) -> dt.date:
    """The day of a moment in Europe/Amsterdam."""
    return timezone.localtime(moment).date()


def beginning_of(day: dt.date) -> dt.datetime:
    """The first moment of a day in Europe/Amsterdam: what is kept of a moment that may say no more than its day."""
    return timezone.make_aware(dt.datetime.combine(day, dt.time()))


def is_a_day(moment: dt.datetime) -> bool:
    """Whether it says a day and no more, as `beginning_of` gives it; then nothing beside it may tell more."""
    return moment == beginning_of(day_of(moment))


def offset() -> dt.timedelta:
    """How far the clock was moved; always nothing in production."""
    return _offset if settings.CLOCK_MOVES else dt.timedelta(0)


class Now(models.Func):
    """The database's own clock, as an expression for queries and defaults; moved with `now()`."""

    template = "CURRENT_TIMESTAMP"
    output_field = models.DateTimeField()

    def as_postgresql(self, compiler, connection, **context):
        seconds = offset().total_seconds()
        template = "STATEMENT_TIMESTAMP()"
        if seconds:
            template = f"(STATEMENT_TIMESTAMP() + INTERVAL '{seconds} seconds')"
        return self.as_sql(compiler, connection, template=template, **context)

    def as_sqlite(self, compiler, connection, **context):
        seconds = offset().total_seconds()
        template = f"STRFTIME('%%%%Y-%%%%m-%%%%d %%%%H:%%%%M:%%%%f', 'NOW', '{seconds:+.3f} seconds')"
        return self.as_sql(compiler, connection, template=template, **context)


def set_offset(value: dt.timedelta) -> None:
    """Move the clock of this process. Demo and tests only: elsewhere it has no effect."""
    global _offset
    _offset = value


def read_offset() -> None:
    """Take over the offset that the demo keeps in the database, so that web, worker and beat agree."""
    from events.models import ClockOffset  # the model needs this module

    row = ClockOffset.objects.first()
    set_offset(dt.timedelta(seconds=row.seconds) if row else dt.timedelta(0))


def move(by: dt.timedelta) -> None:
    """Move the clock of the demo forward, for every process. Raises ValueError when time would go back."""
    from events.models import ClockOffset  # the model needs this module

    if not settings.CLOCK_MOVES:
        raise ImproperlyConfigured("The clock moves in the demo only.")
    if by < dt.timedelta(0):
        raise ValueError("Time only goes forward.")
    row = ClockOffset.objects.first() or ClockOffset(seconds=0)
    row.seconds += int(by.total_seconds())
    row.save()
    set_offset(dt.timedelta(seconds=row.seconds))


def refuse_moved_clock() -> None:
    """Stop a production process whose database says that the clock was moved."""
    if settings.CLOCK_MOVES:
        return
    from events.models import ClockOffset  # the model needs this module

    try:
        moved = ClockOffset.objects.exclude(seconds=0).exists()
    except DatabaseError:  # not migrated yet, or the database is away: there is nothing to refuse
        return
    if moved:
        raise ImproperlyConfigured("The clock of this database was moved in a demo. Use a database of its own.")
