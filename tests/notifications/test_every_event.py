"""Every event of the platform is told to somebody, or it is written down why nobody is told."""

import ast
from collections import Counter
from pathlib import Path

from celery import current_app

from config.permissions import PERMISSIONS
from config.reactions import LATE, REACTIONS, TELL, THREAD
from notifications import news
from notifications.equal import LATECOMERS

ROOT = Path(__file__).resolve().parents[2]
APPS = (
    "accounts areas bids budgets calls coalitions contracts dialogues documents evaluation events "
    "golden_thread initiatives inventory monitoring notifications portal tenders"
)
# Where events are recorded: verbs, the moves of a tender, and tasks that finish what a verb began.
PLACES = ("actions.py", "actions/*.py", "lifecycle.py", "tasks.py", "log.py")


def _names_in(tree: ast.AST) -> set[str]:
    """Every text in it that reads as an event: an app of ours and one word."""
    apps, found = set(APPS.split()), set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            app, dot, word = node.value.partition(".")
            if dot and app in apps and word.replace("_", "").isalpha() and word.islower():
                found.add(node.value)
    return found


def events_of_the_code() -> set[str]:
    others = set(current_app.tasks) | set(PERMISSIONS)
    found: set[str] = set()
    for app in APPS.split():
        for place in PLACES:
            for path in (ROOT / app).glob(place):
                found |= _names_in(ast.parse(path.read_text()))
    return {name for name in found if name not in others and not name.endswith((".py", ".html", ".txt", ".toml"))}


def test_every_event_is_told_or_is_said_why_not():
    quiet = [name for names in news.NOBODY.values() for name in names]
    told = set(news.NEWS) | set(news.THREAD)
    assert [name for name, times in Counter(quiet).items() if times > 1] == []
    assert sorted(told & set(quiet)) == []
    assert sorted(events_of_the_code() - told - set(quiet)) == []
    assert sorted((told | set(quiet)) - events_of_the_code()) == []


def test_what_is_told_follows_from_its_event_and_nothing_else_is():
    assert {name for name, tasks in REACTIONS.items() if TELL in tasks} == set(news.NEWS)
    assert {name for name, tasks in REACTIONS.items() if THREAD in tasks} == set(news.THREAD)
    assert {name for name, tasks in REACTIONS.items() if LATE in tasks} == set(LATECOMERS)
