"""Strolling through the platform as somebody: every page that a link leads to, from home on."""

import re
from collections import deque
from html import unescape

from django.test import Client
from django.urls import reverse

from tests.browser.shown import Shown, keep

_LINK = re.compile(r'<a\b[^>]*\bhref="(/[^"#]*)')
_ELSEWHERE = ("/demo/", "/static/", "/en/", "/inloggen/")


def stroll(person, who: str, *, at_most: int = 400) -> list[Shown]:
    """The pages that this person comes across; `at_most` keeps a page that links to itself for ever from doing so."""
    client = Client()
    if person.is_authenticated:
        client.force_login(person, backend="accounts.permissions.TableBackend")
    pages, seen = [], {"/", reverse("portal:my_work")}
    to_see = deque(sorted(seen))
    while to_see and len(seen) < at_most:
        path = to_see.popleft()
        shown = keep(f"{path} as {who}", path, client.get(path), getattr(person, "name", ""))
        if shown is None:
            continue
        pages.append(shown)
        links = {unescape(link) for link in _LINK.findall(shown.html)} - seen
        found = sorted(link for link in links if not link.startswith(_ELSEWHERE))
        seen.update(found)
        to_see.extend(found)
    return pages
