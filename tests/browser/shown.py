"""Pages as they were shown to somebody: fetched with the test client, to be looked at afterwards without a database."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.core.exceptions import ObjectDoesNotExist
from django.db import transaction
from django.http import HttpResponseBase
from django.test import Client
from django.utils import translation

from tests.cast import Cast
from tests.pages import PAGES
from tests.stages import things
from tests.test_pages import FILE
from tests.walk import address, client_for

# What differs from one request to the next without the page being another one.
_PASSING = re.compile(r'(<input type="hidden" name="(?:csrfmiddlewaretoken|once|version)" value=)"[^"]*"')
# A tag with its classes: with the same of them in the same order a page is laid out the same.
_TAG = re.compile(r'<(/?\w+)(?:[^>]*?\bclass="([^"]*)")?[^>]*>')
# A form in which nothing was filled in; a browser always sends the token.
_EMPTY = {"csrfmiddlewaretoken": "x"}


@dataclass(frozen=True)
class Shown:
    """One page as somebody saw it."""

    what: str  # "calls:show_call as officer, at 2"
    path: str
    status: int
    headers: dict[str, str]
    html: str
    templates: frozenset[str] = field(default_factory=frozenset)
    reader: str = ""  # the name of who saw it

    def form(self) -> str:
        """The page without what differs each time or by name: two people with the same page see the same."""
        page = _PASSING.sub(r"\1", self.html)
        return page.replace(self.reader, "") if self.reader else page

    def shape(self) -> tuple[tuple[str, str], ...]:
        """The page without its words: (tag, its classes) from top to bottom."""
        return tuple(_TAG.findall(self.html))


def keep(what: str, path: str, response: HttpResponseBase, reader: str = "") -> Shown | None:
    """The response as a page; None when it is no page, such as a redirect or a file."""
    if response.status_code in (301, 302, 303) or not response.headers.get("Content-Type", "").startswith("text/html"):
        return None
    headers = {name: value for name, value in response.headers.items() if name.lower() not in ("content-length", "set-cookie")}
    names = frozenset(template.name for template in response.templates if template.name)
    return Shown(what, path, response.status_code, headers, response.content.decode(), names, reader)


def seen_by(person, who: str, name: str, path: str, stage: str) -> list[Shown]:
    """The page for this person, and how it comes back when its form is sent empty; nothing when it is not for them."""
    client = client_for(person, path)
    client.raise_request_exception = False  # a page that breaks is one of those to find
    response = client.get(path)
    shown = keep(f"{name} as {who}, at {stage}", path, response, getattr(person, "name", ""))
    if shown is None or shown.status not in (200, 500):
        return []
    return [shown, *_sent_empty(client, shown, who, name, stage)]


def _sent_empty(client: Client, shown: Shown, who: str, name: str, stage: str) -> list[Shown]:
    if not re.search(r'<form[^>]*method="post"', shown.html):
        return []
    try:
        with transaction.atomic():
            answer = keep(f"{name} as {who}, at {stage}, sent empty", shown.path, client.post(shown.path, _EMPTY), shown.reader)
            raise _Undone
    except _Undone:
        return [answer] if answer and answer.status != 403 and answer.form() != shown.form() else []


class _Undone(Exception):
    """What an empty form did is not kept."""


def walk(cast: Cast, stage: str, readers: Iterable[str], *, elsewhere: bool = False, language: str = "nl") -> list[Shown]:
    """The pages whose row names this stage, for these readers; `elsewhere`: the other ones that can be shown at it."""
    found = things(cast, stage)
    people, may_see, pages = cast.people(), _who_may_see(cast), []
    for name in (name for name, (home, _arguments) in PAGES.items() if (home != stage) == elsewhere):
        try:
            with translation.override(language):
                path = address(name, found)
        except (KeyError, AttributeError, ObjectDoesNotExist):
            if not elsewhere:
                raise
            continue  # what this page is about does not exist at this stage
        for who in readers:
            if elsewhere or who in may_see.get(name, people):
                pages += seen_by(people[who], who, name, path, stage)
    return pages


def _who_may_see(cast: Cast) -> dict[str, set[str]]:
    """Who gets each page at its own stage, by the golden table: the others need not be asked, which takes half of the time."""
    found = {}
    for line in FILE.read_text().splitlines()[1:]:
        name, told = line[11:].split(maxsplit=1)
        groups = {words[0]: words[1:] for words in (group.split() for group in told.split(" | "))}
        named = {who for words in groups.values() for who in words}
        rest = set(cast.people()) - named if groups.get("200") == ["the", "others"] else set()
        found[name] = rest | set(groups.get("200", ()))
    return found


def distinct(pages: list[Shown]) -> list[Shown]:
    """One of each page that reads the same, whoever sees it: the first."""
    return list({(one.path, one.form()): one for one in reversed(pages)}.values())[::-1]


def shapes(pages: list[Shown]) -> list[Shown]:
    """One of each page that is laid out the same, whoever sees it: what eyes have to look at."""
    return list({(one.path, one.shape()): one for one in reversed(pages)}.values())[::-1]


def one_each(pages: list[Shown]) -> list[Shown]:
    """One of each page that is put together from the same templates."""
    return other_templates(pages, than=[])


def other_templates(pages: list[Shown], *, than: list[Shown]) -> list[Shown]:
    """Of these pages one of each that is put together from other templates than any of those."""
    known = {one.templates for one in than}
    return list({one.templates: one for one in pages if one.templates not in known}.values())


def cover(pages: list[Shown]) -> list[Shown]:
    """The fewest pages (nearly) in which every template that any of them uses is used."""
    missing = frozenset().union(*(one.templates for one in pages))
    chosen = []
    while missing:
        best = max(pages, key=lambda one: len(one.templates & missing))
        chosen.append(best)
        missing -= best.templates
    return chosen
