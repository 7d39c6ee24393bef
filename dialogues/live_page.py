"""What the big screen and the phones of a room show."""

import hashlib
from typing import NamedTuple

from django.conf import settings
from django.db.models import Count, F, Max, Q, Sum
from django.urls import reverse

from dialogues.models import Live, Meeting, Message, MessageState


class Row(NamedTuple):
    """A message on the screen. `number` is that of its contribution."""

    number: int
    text: str
    name: str
    supports: int
    theme: str = ""


def rows_of(live: Live, most: int) -> list[Row]:
    """What was let through and not hidden since, the newest first. One statement."""
    shown = Message.objects.filter(live=live, state=MessageState.SHOWN, contribution__hidden_at=None)
    counted = shown.annotate(hands=Count("supports")).values_list(
        "contribution__number", "contribution__text", "shown_name", "hands", "contribution__theme__name"
    )
    return [Row(*row[:4], row[4] or "") for row in counted.order_by("-id")[:most]]


def themes_of(live: Live) -> list[tuple[str, int]]:
    """The themes that the team gave to what came in, the most first. One statement."""
    rows = Message.objects.filter(
        live=live, state=MessageState.SHOWN, contribution__hidden_at=None, contribution__theme__isnull=False
    )
    counted = rows.order_by().values_list("contribution__theme__name").annotate(total=Count("pk"))
    return sorted(counted, key=lambda pair: (-pair[1], pair[0]))


def waiting_of(live: Live) -> list[Message]:
    """What waits for the team, the oldest first."""
    return list(Message.objects.waiting().filter(live=live).select_related("theme").order_by("id"))


def lives_of(meeting: Meeting) -> list[Live]:
    """What was asked at a meeting, the newest first, each with how much waits for the team."""
    return list(meeting.lives.for_list())


def link_of(live: Live) -> str:
    """The address that a phone opens."""
    return f"{settings.SITE_ADDRESS.rstrip('/')}{reverse('dialogues:show_live', args=[live.public_id])}"


def etag_of(request, public_id: str) -> str | None:
    """Of the screen: the same as long as nothing came in, waits, was supported, was hidden or got a theme. One statement."""
    found = Live.objects.filter(public_id=public_id).annotate(
        last=Max("messages__contribution"),
        shown=Count(
            "messages", filter=Q(messages__state=MessageState.SHOWN, messages__contribution__hidden_at=None), distinct=True
        ),
        hands=Count("messages__supports", distinct=True),
        # Which theme stands at which message, in one number.
        themed=Sum(F("messages__contribution__theme") * F("messages__id"), distinct=True),
        waiting=Count("messages", filter=Q(messages__state=MessageState.WAITING), distinct=True),
    )
    row = found.values_list("closed_at", "last", "shown", "hands", "themed", "waiting").first()
    if row is None:
        return None
    asked = (public_id, *row, request.user.pk, bool(request.htmx), request.LANGUAGE_CODE)
    return '"' + hashlib.sha256(repr(asked).encode()).hexdigest()[:32] + '"'
