"""Meetings as calendar files, in the time of Amsterdam with the rules of summer and winter time. The only import of icalendar."""

import datetime as dt
from collections.abc import Iterable

import icalendar
from django.conf import settings
from django.utils import timezone

from dialogues.models import Meeting
from events import clock

CONTENT_TYPE = "text/calendar; charset=utf-8"
_AGAIN = dt.timedelta(hours=6)  # how often who subscribed looks for news


def calendar_file(meeting: Meeting) -> bytes:
    """One meeting; a changed one replaces the earlier in somebody's calendar."""
    calendar = _calendar([meeting])
    calendar.add("method", "CANCEL" if meeting.cancelled_at else "PUBLISH")
    return calendar.to_ical()


def calendar_feed(meetings: Iterable[Meeting], name: str) -> bytes:
    """All of these, under a name, to subscribe to: what is planned, moved or called off later follows by itself."""
    calendar = _calendar(meetings)
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", _AGAIN, parameters={"VALUE": "DURATION"})
    return calendar.to_ical()


def _calendar(meetings: Iterable[Meeting]) -> icalendar.Calendar:
    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//Meerwaarde//NL")
    calendar.add("version", "2.0")
    for meeting in meetings:
        calendar.add_component(_event(meeting))
    calendar.add_missing_timezones()
    return calendar


def _event(meeting: Meeting) -> icalendar.Event:
    event = icalendar.Event()
    event.add("uid", f"{meeting.public_id}@meerwaarde")
    event.add("sequence", meeting.version)
    # The same all day, so that who looks again does not get the same file anew.
    event.add("dtstamp", clock.now().replace(hour=0, minute=0, second=0, microsecond=0))
    event.add("dtstart", timezone.localtime(meeting.begins_at))
    event.add("dtend", timezone.localtime(meeting.ends_at))
    event.add("summary", meeting.title)
    event.add("location", meeting.place)
    event.add("description", meeting.agenda)
    event.add("url", settings.SITE_ADDRESS + meeting.get_absolute_url())
    event.add("status", "CANCELLED" if meeting.cancelled_at else "CONFIRMED")
    return event
