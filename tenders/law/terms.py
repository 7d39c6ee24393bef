"""Terms of law: how days are counted, and when a term ends. Days are days in Europe/Amsterdam.

The day of the event is not counted. A term that would end on a Saturday, a Sunday or a recognised holiday ends on the
next working day, and a short term holds at least two working days.
"""

import datetime as dt
from dataclasses import dataclass
from functools import cache

import holidays
from django.utils import timezone

from tenders.law.values import value

_DAY = dt.timedelta(days=1)
_NOON = dt.time(12)


@dataclass(frozen=True)
class Counting:
    """A way of counting: terms of `two_from` days or more hold two working days; those over `longest` days are not moved."""

    source: str
    two_from: int
    longest: int | None = None


EU = Counting("Verordening (EEG, Euratom) 1182/71", two_from=2)
# Article 4: a term of more than ninety days or twelve weeks ends on its own day, whatever day that is.
AWB = Counting("Algemene termijnenwet", two_from=3, longest=90)


@cache
def _holidays_of(year: int) -> dict[dt.date, str]:
    # "optional" brings 5 May of every year, as the Algemene termijnenwet names it; the two Sundays do no harm.
    return dict(holidays.NL(years=year, categories=("public", "optional"), language="nl").items())


def holiday(day: dt.date) -> str:
    """The Dutch name of a holiday of the Algemene termijnenwet; empty on any other day."""
    return _holidays_of(day.year).get(day, "")


def is_working_day(day: dt.date) -> bool:
    return day.weekday() < 5 and not holiday(day)


def next_working_day(day: dt.date) -> dt.date:
    """The day itself when it is a working day, else the first one after it."""
    while not is_working_day(day):
        day += _DAY
    return day


def working_day_before(day: dt.date) -> dt.date:
    """The day itself when it is a working day, else the last one before it."""
    while not is_working_day(day):
        day -= _DAY
    return day


def working_days(first: dt.date, last: dt.date) -> int:
    """How many working days there are from `first` to `last`, both included."""
    return sum(is_working_day(first + _DAY * i) for i in range((last - first).days + 1))


def local(moment: dt.datetime) -> dt.datetime:
    """A moment as the clocks in Amsterdam show it."""
    return timezone.localtime(moment)


def day_of(moment: dt.date | dt.datetime) -> dt.date:
    """The day in Amsterdam on which a moment falls; a day as it is."""
    return local(moment).date() if isinstance(moment, dt.datetime) else moment


def ends_on(event: dt.date | dt.datetime, days: int, counting: Counting = EU) -> dt.date:
    """The last day of a term of `days` that an event sets running."""
    if days < 1:
        raise ValueError("a term is at least one day")
    first = day_of(event) + _DAY
    last = first + _DAY * (days - 1)
    if counting.longest is not None and days > counting.longest:
        return last
    last = next_working_day(last)
    while days >= counting.two_from and working_days(first, last) < 2:
        last = next_working_day(last + _DAY)
    return last


def first_moment(day: dt.date) -> dt.datetime:
    """Midnight in Amsterdam with which a day begins."""
    return timezone.make_aware(dt.datetime.combine(day, dt.time()))


def last_moment(day: dt.date) -> dt.datetime:
    """The last second of a day in Amsterdam: a term runs through its last day."""
    return first_moment(day + _DAY) - dt.timedelta(seconds=1)


def noon(day: dt.date) -> dt.datetime:
    return timezone.make_aware(dt.datetime.combine(day, _NOON))


def earliest_closing(published: dt.date | dt.datetime, days: int) -> dt.date:
    """The first working day on which a round may close that must be open for `days`.

    Each day of the term counts whole: a closing at noon of its last day would take half a day away.
    """
    return next_working_day(ends_on(published, days) + _DAY)


def latest_before(day: dt.date, days: int) -> dt.date:
    """The last working day that lies at least `days` whole days before a day."""
    return working_day_before(day - _DAY * days)


def standstill_end(sent: dt.date | dt.datetime) -> dt.date:
    """The last day on which no contract may be signed yet, after an award decision went to everybody (Aw 2.127)."""
    return ends_on(sent, value("standstill_days", on=day_of(sent)).number, EU)


def objection_end(sent: dt.date | dt.datetime) -> dt.date:
    """The last day for an objection, after a decision was sent (Awb 6:7 and 6:8)."""
    return ends_on(sent, 7 * value("objection_weeks", on=day_of(sent)).number, AWB)


@cache
def school_holidays(year: int) -> dict[dt.date, str]:
    """Days of the summer and Christmas holidays of schools in any region, with their name; empty when not known yet."""
    found: dict[dt.date, str] = {}
    for region in holidays.NL.subdivisions:
        days = holidays.NL(subdiv=region, years=year, categories=("school",), language="nl")
        found |= {day: name for day, name in days.items() if name in ("Zomervakantie", "Kerstvakantie")}
    return found


def school_holiday_days(first: dt.date, last: dt.date) -> dict[str, int]:
    """How many days from `first` to `last` fall in which school holiday: {"Zomervakantie": 21}."""
    counted: dict[str, int] = {}
    for i in range((last - first).days + 1):
        day = first + _DAY * i
        if name := school_holidays(day.year).get(day):
            counted[name] = counted.get(name, 0) + 1
    return counted
