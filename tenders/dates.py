"""Dates in words, as people say them, in the language of the page and always in the time of Amsterdam."""

import datetime as dt
import functools

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext as _

from events import clock


def _format(value, name: str) -> str:
    """A local day or moment, in a format of the language or one of Django's own."""
    return _formatted(value, name, get_language())


# Kept: a page of a list says the same days again and again, and formatting one takes as long as fetching its row.
@functools.lru_cache(maxsize=8192, typed=True)
def _formatted(value, name: str, language: str | None) -> str:
    return date_format(value, name)


def local(value):
    """A moment in the time of Amsterdam; a day as it is."""
    return timezone.localtime(value) if isinstance(value, dt.datetime) and timezone.is_aware(value) else value


def day(value) -> str:
    """'21 november 2026'."""
    return _format(local(value), "DATE_FORMAT") if value else ""


def iso_day(text: str) -> str:
    """'21 november 2026' from "2026-11-21": a day as it stands in what was frozen."""
    return day(dt.date.fromisoformat(text)) if text else ""


def short_day(value) -> str:
    """'21 november', with the year when it is not this one."""
    if not value:
        return ""
    value = local(value)
    return _format(value, "MONTH_DAY_FORMAT" if value.year == clock.today().year else "DATE_FORMAT")


def moment(value) -> str:
    """'21 november 2026, 14.00 uur'; of a day without a time only the day."""
    if not isinstance(value, dt.datetime):
        return day(value)
    return _format(local(value), "DATETIME_FORMAT")


def clock_time(value) -> str:
    """'14.00 uur'."""
    return _format(local(value), "TIME_FORMAT") if value else ""


def weekday(value) -> str:
    """'woensdag 2 december', with the year when it is not this one."""
    if not value:
        return ""
    value = local(value)
    return _format(value, "l j F" if value.year == clock.today().year else "l j F Y")


def weekday_moment(value) -> str:
    """'woensdag 2 december, 19.30 uur'."""
    if not value:
        return ""
    return f"{weekday(value)}, {clock_time(value)}" if isinstance(value, dt.datetime) else weekday(value)


_SHORT_MONTHS = (
    pgettext_lazy("short month", "Jan"),
    pgettext_lazy("short month", "Feb"),
    pgettext_lazy("short month", "Mar"),
    pgettext_lazy("short month", "Apr"),
    pgettext_lazy("short month", "May"),
    pgettext_lazy("short month", "June"),
    pgettext_lazy("short month", "July"),
    pgettext_lazy("short month", "Aug"),
    pgettext_lazy("short month", "Sept"),
    pgettext_lazy("short month", "Oct"),
    pgettext_lazy("short month", "Nov"),
    pgettext_lazy("short month", "Dec"),
)


def short_month(value) -> str:
    """'jan', 'mrt', 'juni', 'sept': as written in Dutch, which differs from what Django has."""
    return str(_SHORT_MONTHS[value.month - 1])


def period(begins: dt.date | None, ends: dt.date | None) -> str:
    """'mrt 2026', 'jan to mrt 2026' with a dash, 'vanaf 1 april 2027', 'tot en met 12 januari 2027', or nothing."""
    if begins and ends:
        if begins == ends:
            return day(begins)
        if (begins.year, begins.month) == (ends.year, ends.month):
            return f"{short_month(begins)} {begins.year}"
        first = short_month(begins) if begins.year == ends.year else f"{short_month(begins)} {begins.year}"
        return f"{first} – {short_month(ends)} {ends.year}"
    if begins:
        return _("from %(day)s") % {"day": day(begins)}
    if ends:
        return _("until %(day)s") % {"day": day(ends)}
    return ""


def end_of_day(day: dt.date) -> dt.datetime:
    """The last second of a day in Amsterdam."""
    return timezone.make_aware(dt.datetime.combine(day, dt.time(23, 59, 59)))
