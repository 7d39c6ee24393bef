"""Walking every page as everybody: what the crawl needs besides its table."""

from collections import Counter

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import get_resolver, reverse

from accounts.fresh import mark
from tests.pages import PAGES


def named_urls(patterns=None, space: str = "") -> set[str]:
    """The name of every address that the platform has."""
    found = set()
    for entry in get_resolver().url_patterns if patterns is None else patterns:
        if hasattr(entry, "url_patterns"):
            found |= named_urls(entry.url_patterns, f"{entry.namespace}:" if entry.namespace else space)
        elif entry.name:
            found.add(space + entry.name)
    return found


def address(name: str, things: dict) -> str:
    return reverse(name, args=[part(things) if callable(part) else part for part in PAGES[name][1]])


def client_for(person, path: str) -> Client:
    """Signed in as the person, and again for this very address."""
    client = Client(raise_request_exception=True)
    if person.is_authenticated:
        client.force_login(person, backend="accounts.permissions.TableBackend")
        session = client.session
        mark(session, path)
        session.save()
    return client


def line_of(cast, name: str, things: dict) -> str:
    """One line of the golden table: the page, and who gets which status; the largest group is called the others."""
    path = address(name, things)
    groups: dict[int, list[str]] = {}
    for who, person in cast.people().items():
        groups.setdefault(client_for(person, path).get(path).status_code, []).append(who)
    largest = max(groups, key=lambda status: (len(groups[status]), -status))
    told = [f"{status} {' '.join(who)}" for status, who in sorted(groups.items()) if status != largest]
    return f"{PAGES[name][0]:<10} {name:<38} {' | '.join([*told, f'{largest} the others'])}"


def statements_of(person, path: str) -> tuple[int, int]:
    """How many statements the page takes for the person, and how often its most repeated one is sent."""
    client = client_for(person, path)
    connection.queries_log.clear()  # it holds 9000: a long walk would count nothing after that
    with CaptureQueriesContext(connection) as sent:
        response = client.get(path)
        b"".join(response) if response.streaming else response.content
    if response.status_code != 200:
        return (0, 0)
    told = [
        query["sql"] for query in sent.captured_queries if not query["sql"].startswith(("SAVEPOINT", "RELEASE", "BEGIN", "COMMIT"))
    ]
    return len(told), max(Counter(told).values(), default=0)
