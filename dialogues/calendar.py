"""A meeting as a calendar file. The only import of icalendar."""

import icalendar
from django.conf import settings
from django.utils import timezone

from dialogues.models import Meeting
from events import clock

CONTENT_TYPE = "text/calendar; charset=utf-8"


def calendar_file(meeting: Meeting) -> bytes:
    """One event, in the time of Amsterdam with the rules of summer and winter time; a changed one replaces the earlier."""
    event = icalendar.Event()
    event.add("uid", f"{meeting.public_id}@meerwaarde")
    event.add("sequence", meeting.version)
    event.add("dtstamp", clock.now())
    event.add("dtstart", timezone.localtime(meeting.begins_at))
    event.add("dtend", timezone.localtime(meeting.ends_at))
    event.add("summary", meeting.title)
    event.add("location", meeting.place)
    event.add("description", meeting.agenda)
    event.add("url", settings.SITE_ADDRESS + meeting.get_absolute_url())
    event.add("status", "CANCELLED" if meeting.cancelled_at else "CONFIRMED")
    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//Meerwaarde//NL")
    calendar.add("version", "2.0")
    calendar.add("method", "CANCEL" if meeting.cancelled_at else "PUBLISH")
    calendar.add_component(event)
    calendar.add_missing_timezones()
    return calendar.to_ical()
