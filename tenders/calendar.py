"""Calendar files, in the time of Amsterdam with the rules of summer and winter time. The only import of icalendar."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

import icalendar
from django.conf import settings
from django.utils import timezone

from events import clock

CONTENT_TYPE = "text/calendar; charset=utf-8"
_AGAIN = dt.timedelta(hours=6)  # how often who subscribed looks for news
_DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class Entry:
    """One thing in a calendar: at a moment, or all day when `begins` is a day. A higher `sequence` replaces the earlier."""

    key: str
    title: str
    url: str
    begins: dt.datetime | dt.date
    ends: dt.datetime | dt.date | None = None
    place: str = ""
    text: str = ""
    sequence: int = 1
    is_cancelled: bool = False


def calendar_file(entry: Entry) -> bytes:
    """One entry; a changed one replaces the earlier in somebody's calendar."""
    calendar = _calendar([entry])
    calendar.add("method", "CANCEL" if entry.is_cancelled else "PUBLISH")
    return calendar.to_ical()


def calendar_feed(entries: Iterable[Entry], name: str) -> bytes:
    """All of these, under a name, to subscribe to: what is planned, moved or called off later follows by itself."""
    calendar = _calendar(entries)
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", _AGAIN, parameters={"VALUE": "DURATION"})
    return calendar.to_ical()


def _calendar(entries: Iterable[Entry]) -> icalendar.Calendar:
    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//Meerwaarde//NL")
    calendar.add("version", "2.0")
    for entry in entries:
        calendar.add_component(_event(entry))
    calendar.add_missing_timezones()
    return calendar


def _event(entry: Entry) -> icalendar.Event:
    event = icalendar.Event()
    event.add("uid", f"{entry.key}@meerwaarde")
    event.add("sequence", entry.sequence)
    # The same all day, so that who looks again does not get the same file anew.
    event.add("dtstamp", clock.now().replace(hour=0, minute=0, second=0, microsecond=0))
    event.add("dtstart", _in_amsterdam(entry.begins))
    event.add("dtend", _end(entry))
    event.add("summary", entry.title)
    event.add("location", entry.place)
    event.add("description", entry.text)
    event.add("url", settings.SITE_ADDRESS + entry.url)
    event.add("status", "CANCELLED" if entry.is_cancelled else "CONFIRMED")
    return event


def _end(entry: Entry):
    """Its end; of a day, as calendars count, the day after: a day on which the clock changes stays one day."""
    ends = entry.ends or entry.begins
    return _in_amsterdam(ends) if isinstance(ends, dt.datetime) else ends + _DAY


def _in_amsterdam(value):
    return timezone.localtime(value) if isinstance(value, dt.datetime) else value
