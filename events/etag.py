"""ETags for what a visitor sees: one number says whether anything public changed."""

import hashlib

from django.conf import settings
from django.db import connection
from django.utils import translation

from events import clock
from events.models import Event

RELEASE = "1"


def visitor_etag(request, *args, **kwargs) -> str | None:
    """The ETag of a public page for a visitor without a session; None for who is signed in.

    What visitors see changes only by an action with an event, and by the hour (deadlines pass).
    """
    if settings.SESSION_COOKIE_NAME in request.COOKIES or request.method not in ("GET", "HEAD"):
        return None
    last = _last_public_event()
    hour, language, path = f"{clock.now():%Y%m%d%H}", translation.get_language(), request.get_full_path()
    text = f"{RELEASE}:{last}:{hour}:{language}:{path}:{request.headers.get('HX-Request')}"
    return f'"{hashlib.sha256(text.encode()).hexdigest()[:24]}"'


def _last_public_event() -> int | None:
    """The id of the newest public event; in plain SQL, because every public page asks it and composing it cost more than asking."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT id FROM {Event._meta.db_table} WHERE is_public ORDER BY id DESC LIMIT 1")  # noqa: S608 - no input
        row = cursor.fetchone()
    return row[0] if row else None
