"""Public pages for visitors: one number says whether anything public changed, and as long as it did not a page is kept.

What visitors see changes only by an action with a public event, and by the hour (deadlines pass). So the same number is
the ETag of the page in their browser, and the name under which the page is kept here for the next visitor.
"""

import functools
import hashlib
import re
import time

from django.conf import settings
from django.contrib.messages.storage.cookie import CookieStorage
from django.core.cache import caches
from django.db import connection
from django.http import HttpResponse
from django.utils import translation
from django.utils.cache import patch_cache_control
from django.views.decorators.http import condition
from redis.exceptions import RedisError

from events import clock
from events.middleware import new_token
from events.models import Event

RELEASE = "1"
_TOKEN = re.compile(rb'(name="once" value=")([^"]*)(")')
_away_until = 0.0
_SECONDS = 60  # long enough for a rush; an event that was recorded first and came in last is not missed for longer


def for_visitors(view):
    """Of a public page: who has it already gets 304, another visitor the page as it was drawn for the one before.

    Who is signed in, or asks not to get a kept page (Cache-Control: no-cache, as browsers do at a forced reload), gets
    it drawn anew. Never kept: an answer other than 200, and one with a cookie. A form that is sent once is kept without its
    token, and each visitor gets one that nobody else has.
    """

    @functools.wraps(view)
    def kept(request, *args, **kwargs):
        etag = getattr(request, "visitor_etag", None)
        if etag is None:
            return view(request, *args, **kwargs)
        page = None if "no-cache" in request.headers.get("Cache-Control", "") else _ask(lambda pages: pages.get(etag))
        if page is not None:
            return HttpResponse(_TOKEN.sub(_with_new_token, page), headers={"X-Kept": "1"})
        response = view(request, *args, **kwargs)
        if _may_be_kept(request, response):
            _ask(lambda pages: pages.set(etag, _TOKEN.sub(rb"\1\3", response.content), _SECONDS))
        return response

    return condition(etag_func=visitor_etag)(kept)


def kept_by_nobody(response):
    """A page or paper with something on it that is for one person, at one moment: not kept by the browser either."""
    patch_cache_control(response, no_store=True, private=True)
    return response


def _with_new_token(found: re.Match) -> bytes:
    return found[1] + new_token().encode() + found[3]


def _ask(question):
    """Something of the kept pages; a cache that is away costs one visitor in ten seconds a moment, and nobody the page."""
    global _away_until
    if time.monotonic() < _away_until:
        return None
    try:
        return question(caches["pages"])
    except (RedisError, OSError):
        _away_until = time.monotonic() + 10
        return None


def _may_be_kept(request, response) -> bool:
    plain = response.status_code == 200 and not response.streaming and response["Content-Type"].startswith("text/html")
    own = response.cookies or request.META.get("CSRF_COOKIE_NEEDS_UPDATE") or "no-store" in response.get("Cache-Control", "")
    return plain and not own and not _says_something(request)


def _says_something(request) -> bool:
    """Something on the page, or on the next one, is for this visitor alone ("you have signed out")."""
    messages = getattr(request, "_messages", None)
    return messages is not None and (messages.used or messages.added_new)


def visitor_etag(request, *args, **kwargs) -> str | None:
    """The ETag of a public page for a visitor without a session; None for who is signed in, or gets a message with it."""
    own = {settings.SESSION_COOKIE_NAME, CookieStorage.cookie_name}
    if own & request.COOKIES.keys() or request.method not in ("GET", "HEAD"):
        return None
    last = _last_public_event()
    hour, language, path = f"{clock.now():%Y%m%d%H}", translation.get_language(), request.get_full_path()
    text = f"{RELEASE}:{last}:{hour}:{language}:{path}:{request.headers.get('HX-Request')}"
    request.visitor_etag = f'"{hashlib.sha256(text.encode()).hexdigest()[:24]}"'
    return request.visitor_etag


def _last_public_event() -> int | None:
    """The id of the newest public event; in plain SQL, because every public page asks it and composing it cost more than asking."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT id FROM {Event._meta.db_table} WHERE is_public ORDER BY id DESC LIMIT 1")  # noqa: S608 - no input
        row = cursor.fetchone()
    return row[0] if row else None
