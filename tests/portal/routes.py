"""A tender walked by everybody: what each person is shown, by following every link and looking at every form."""

import re
from collections import Counter
from dataclasses import dataclass, field
from html.parser import HTMLParser

from django.test import Client
from django.urls import Resolver404, resolve

from accounts.fresh import mark

# Who walks along: the officer, a member of the party, a resident and a visitor.
WALKERS = ("officer", "entrepreneur", "resident", "visitor")
# Pages that every tender has, and pages about oneself: these belong to no route.
_EVERYWHERE = re.compile(
    r"^/(inloggen|en|demo|bouwstenen|hulp|privacy|toegankelijkheid|meedoen|gemeenten|mijn/.+|static|partijen)/"
)
_DOWNLOAD = ("download", "export")
_ENOUGH = 1


@dataclass
class Met:
    """What was met: the name of every page that a link or a form leads to, with who met it where; and every text."""

    pages: dict[str, set] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    broken: list[tuple] = field(default_factory=list)

    def said(self, words: str, *, except_for: tuple[str, ...], except_on: str) -> list[tuple[str, str]]:
        """(where, what with the words around it) for each text that holds one of the words; some sentences and pages may."""
        sought = re.compile(words, re.IGNORECASE)
        found = set()
        for where, text in self.texts.items():
            if re.search(except_on, where):
                continue
            for allowed in except_for:
                text = text.replace(allowed, "")
            found |= {(where, text[max(0, m.start() - 60) : m.end() + 40]) for m in sought.finditer(text)}
        return sorted(found)


class _Page(HTMLParser):
    """The links and forms of a page, and the text of what is not the frame around every page."""

    def __init__(self):
        super().__init__()
        self.links, self.actions, self.words, self._frame = [], [], [], 0

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if tag in ("header", "footer", "script", "style"):
            self._frame += 1
        if tag == "a" and given.get("href"):
            self.links.append(given["href"])
        if tag == "form":
            self.actions.append(given.get("action") or "")
        if given.get("placeholder") or given.get("aria-label"):
            self.words.append(given.get("placeholder") or given.get("aria-label"))

    def handle_endtag(self, tag):
        if tag in ("header", "footer", "script", "style"):
            self._frame -= 1

    def handle_data(self, data):
        if not self._frame:
            self.words.append(data)


def walk(cast, tender, met: Met, *, step: int, walkers=WALKERS) -> None:
    """Let everybody (or some of them) follow every link, from the pages that a tender begins with and the own work."""
    starts = ["", "beheer/", "beheer/verder/", "vragen/", "dialoog/", "procedure/", "selectie/", "contract/", "monitoring/"]
    for who in walkers:
        client, seen, of_a_kind = _client(cast.people()[who]), set(), Counter()
        todo = [("/mijn/", "")] if who != "visitor" else []
        todo += [(f"/trajecten/{tender.slug}/{path}", "") for path in (starts if who == "officer" else starts[:1])]
        while todo:
            path, came_from = todo.pop()
            if path in seen:
                continue
            seen.add(path)
            kind = _of_a_tender(path)
            of_a_kind[kind] += 1
            if kind and of_a_kind[kind] > _ENOUGH:  # the fifth clause is shown as the first
                continue
            todo += [(next_, path) for next_ in _read(client, path, came_from, who, step, met)]


def _read(client, path: str, came_from: str, who: str, step: int, met: Met) -> list[str]:
    response = client.get(path)
    if response.status_code == 302 and response["Location"].startswith("/mijn/bevestig/"):
        session = client.session
        mark(session, path)
        session.save()
        response = client.get(path)
    if response.status_code in (301, 302):
        return [response["Location"]] if _of_a_tender(response["Location"]) else []
    if response.status_code != 200:
        if came_from:
            met.broken.append((step, who, came_from, path, response.status_code))
        return []
    page = _Page()
    page.feed(response.content.decode())
    met.texts[f"{step} {who} {path}"] = " ".join(" ".join(page.words).split())
    shown = [_clean(link) for link in page.links if link.startswith("/")]
    for link in [*shown, *(_clean(action) or path for action in page.actions)]:
        if name := _of_a_tender(link):
            met.pages.setdefault(name, set()).add((step, who, path))
    return [link for link in shown if (name := _of_a_tender(link)) and not name.partition(":")[2].startswith(_DOWNLOAD)]


def _of_a_tender(path: str) -> str:
    """The name of the page at this address, when it is one of a tender."""
    path = _clean(path)
    if not path.startswith("/") or _EVERYWHERE.match(path) or path in ("/", "/trajecten/", "/mijn/"):
        return ""
    try:
        return resolve(path).view_name
    except Resolver404:
        return ""


def _clean(path: str) -> str:
    return path.partition("#")[0].partition("?")[0]


def _client(person) -> Client:
    client = Client(raise_request_exception=True)
    if person.is_authenticated:
        client.force_login(person, backend="accounts.permissions.TableBackend")
    return client
