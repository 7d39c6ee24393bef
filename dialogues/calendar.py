"""Meetings as calendar files."""

from collections.abc import Iterable

from dialogues.models import Meeting
from tenders import calendar
from tenders.calendar import CONTENT_TYPE, Entry

__all__ = ["CONTENT_TYPE", "calendar_feed", "calendar_file"]


def calendar_file(meeting: Meeting) -> bytes:
    """One meeting; a changed one replaces the earlier in somebody's calendar."""
    return calendar.calendar_file(_entry(meeting))


def calendar_feed(meetings: Iterable[Meeting], name: str) -> bytes:
    """All of these, under a name, to subscribe to: what is planned, moved or called off later follows by itself."""
    return calendar.calendar_feed(map(_entry, meetings), name)


def _entry(meeting: Meeting) -> Entry:
    return Entry(
        key=meeting.public_id,
        title=meeting.title,
        url=meeting.get_absolute_url(),
        begins=meeting.begins_at,
        ends=meeting.ends_at,
        place=meeting.place,
        text=meeting.agenda,
        sequence=meeting.version,
        is_cancelled=bool(meeting.cancelled_at),
    )
