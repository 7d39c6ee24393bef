"""Every page of everybody in English, which is longer here and shorter there."""

import pytest

from tests.browser.gather import everybody, gather_in_english
from tests.browser.shown import distinct, one_each
from tests.browser.words import dutch_left

pytestmark = [pytest.mark.proof, pytest.mark.long]


@pytest.fixture
def pages(db, cached):
    return cached("english, everybody", lambda: distinct(gather_in_english(everybody())))


def test_every_english_page_is_good_in_the_browser(pages, eyes):
    assert eyes.faults(one_each(pages)) == {}


def test_every_page_is_in_english(pages):
    assert dutch_left(pages) == {}
