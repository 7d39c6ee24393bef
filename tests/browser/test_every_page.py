"""Every page of everybody, at both widths: what `make proof` holds above test_pages_in_the_browser.py."""

import pytest

from tests.browser.gather import everybody, gather
from tests.browser.shown import distinct, shapes
from tests.browser.valid import invalid
from tests.browser.words import english_left

pytestmark = [pytest.mark.proof, pytest.mark.long]


@pytest.fixture
def pages(db, cached):
    """Each row of tests/pages.py as everybody who sees it differently."""
    return cached("dutch, everybody", lambda: distinct(gather(everybody())))


def test_every_page_is_good_in_the_browser(pages, eyes):
    assert eyes.faults(shapes(pages)) == {}


def test_every_page_is_valid_html(pages):
    assert invalid(pages) == {}


def test_every_page_is_in_dutch(pages):
    assert english_left(pages) == {}
