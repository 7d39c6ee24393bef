"""Pages at the stages that are not their own, where they are put together in another way."""

import pytest

from tests.browser.gather import gather, gather_elsewhere
from tests.browser.shown import other_templates
from tests.browser.valid import invalid
from tests.browser.words import english_left

pytestmark = [pytest.mark.proof, pytest.mark.long]

READERS = ("visitor", "officer", "entrepreneur", "assessor", "mandate")


@pytest.fixture
def pages(db, cached):
    return cached("elsewhere", lambda: other_templates(gather_elsewhere(READERS), than=gather(READERS)))


def test_every_page_is_good_at_every_stage(pages, eyes):
    assert eyes.faults(pages) == {}


def test_every_page_is_valid_html_and_dutch_at_every_stage(pages):
    assert (invalid(pages), english_left(pages)) == ({}, {})
