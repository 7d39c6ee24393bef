"""The demo as its people see it: real texts, several lots and municipalities, every page that a link leads to."""

import pytest
from django.contrib.auth.models import AnonymousUser

from portal.demo.accounts import ACCOUNTS
from portal.demo.load import load
from tests.browser.shown import distinct
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
    found = {page.what: wrong for page in pages if (wrong := eyes.look_at(page))}
    assert len(pages) > 200
    assert (dead, found, invalid(pages), english_left(pages)) == ([], {}, {}, {})
