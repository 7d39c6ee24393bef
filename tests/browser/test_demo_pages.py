"""The demo as its people see it: real texts, several lots and municipalities, every page that a link leads to."""

import hashlib

import pytest
from django.apps import apps
from django.contrib.auth.models import AnonymousUser
from django.db import models

from events.models import Event
from portal.demo.accounts import ACCOUNTS
from portal.demo.load import load
from tests.browser.shown import distinct, shapes
from tests.browser.stroll import stroll
from tests.browser.valid import invalid
from tests.browser.words import english_left

pytestmark = pytest.mark.proof


@pytest.mark.django_db(transaction=True)
def test_every_page_that_a_link_of_the_demo_leads_to_is_good(eyes):
    world = load()
    people = {"visitor": AnonymousUser()} | {account.key: world.people[account.key] for account in ACCOUNTS}
    pages = distinct([page for who, person in people.items() for page in stroll(person, who)])
    dead = [page.what for page in pages if page.status != 200]
    found = eyes.faults(shapes(pages))
    assert len(pages) > 200
    assert (dead, found, invalid(pages), english_left(pages)) == ([], {}, {}, {})
    assert reasons_that_stand_nowhere() == set()


def reasons_that_stand_nowhere() -> set[str]:
    """The names of events with a reason of which the words are in no row: the log has only their fingerprint."""
    texts = {text.strip() for rows in _columns_of_text() for text in rows if text}
    given = Event.objects.filter(data__has_key="reason").values_list("name", "data__reason")
    assert given
    return {name for name, sealed in given if not _is_one_of(texts, *sealed.split(":"))}


def _columns_of_text():
    for model in apps.get_models():
        for column in model._meta.concrete_fields:
            if isinstance(column, models.CharField | models.TextField):
                yield model._base_manager.values_list(column.name, flat=True)


def _is_one_of(texts: set[str], salt: str, digest: str) -> bool:
    return any(hashlib.sha256((salt + text).encode()).hexdigest() == digest for text in texts)
