"""Every page of everybody, at both widths: what `make proof` holds above test_pages_in_the_browser.py."""

from dataclasses import fields

import pytest
from django.contrib.auth.models import AnonymousUser

from accounts.models import User
from tests.browser.gather import gather, gather_in_english
from tests.browser.shown import distinct, other_templates
from tests.browser.valid import invalid
from tests.browser.words import dutch_left, english_left
from tests.cast import Cast

pytestmark = [pytest.mark.proof, pytest.mark.long]

PEOPLE = tuple(one.name for one in fields(Cast) if one.type in (User, AnonymousUser))
FEW = ("visitor", "officer", "entrepreneur", "assessor", "mandate")


@pytest.fixture
def pages(db, cached):
    """Each row of tests/pages.py as everybody who sees it differently, and elsewhere when it is put together in another way."""

    def fetch():
        own = distinct(gather(PEOPLE))
        return own + other_templates(gather(FEW, every_stage=True), than=own)

    return cached("dutch, everybody", fetch)


@pytest.fixture
def english_pages(db, cached):
    return cached("english, everybody", lambda: distinct(gather_in_english(PEOPLE)))


def test_every_page_is_good_in_the_browser(pages, eyes):
    found = {page.what: wrong for page in pages if (wrong := eyes.look_at(page))}
    assert found == {}


def test_every_page_is_valid_html_and_dutch(pages):
    assert (invalid(pages), english_left(pages)) == ({}, {})


def test_every_english_page_is_good_in_the_browser(english_pages, eyes):
    found = {page.what: wrong for page in english_pages if (wrong := eyes.look_at(page))}
    assert (found, dutch_left(english_pages)) == ({}, {})
