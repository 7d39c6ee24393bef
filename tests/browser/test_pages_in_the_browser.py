"""Every template once: in the browser at both widths, its HTML, its language. `make proof` has every page of everybody."""

from pathlib import Path

import pytest

from tests.browser.gather import gather, gather_in_english
from tests.browser.shown import cover, distinct
from tests.browser.valid import invalid
from tests.browser.words import dutch_left, english_left

pytestmark = [pytest.mark.browser, pytest.mark.long]

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
# Together they see nearly every page; what only others see is in `make proof`.
READERS = (
    *("visitor", "resident", "entrepreneur", "partner", "officer", "assessor", "secretary"),
    *("mandate", "administrator", "operator", "contract_manager"),
)
HEAVIEST = 100 * 1024  # bytes of HTML, as performance.md has it
# allauth asks for these under settings that we do not have; without them it would show a page that is not ours.
NOT_REACHED = {
    "account/confirm_password_reset_code.html",
    "account/email_confirm.html",
    "account/signup_closed.html",
    "account/verification_sent.html",
    "account/verified_email_required.html",
}


@pytest.fixture
def pages(db, cached):
    """Every page of these readers, in Dutch."""
    return cached("dutch", lambda: distinct(gather(READERS)))


@pytest.fixture
def english_pages(db, cached):
    return cached("english", lambda: gather_in_english(("visitor", "officer", "entrepreneur", "assessor")))


def test_every_page_that_we_have_a_template_for_is_looked_at(pages):
    ours = {file.relative_to(TEMPLATES).as_posix() for file in TEMPLATES.rglob("*.html") if "{% extends" in file.read_text()}
    bases = {name for name in ours if "base" in name} | {"form_page.html"}
    documents = {name for name in ours if name.startswith("documents/")}  # PDFs; tests of their own
    seen = frozenset().union(*(page.templates for page in pages))
    assert ours - bases - documents - seen == NOT_REACHED


def test_no_page_breaks(pages):
    assert [page.what for page in pages if page.status == 500 and page.path != "/"] == []


def test_every_template_is_good_in_the_browser(pages, eyes):
    assert eyes.faults(cover(pages)) == {}


def test_the_html_is_what_the_standard_allows(pages):
    assert invalid(cover(pages)) == {}


def test_a_dutch_page_says_nothing_in_english(pages):
    assert english_left(pages) == {}


def test_no_page_is_too_heavy(pages):
    assert {page.what: len(page.html) for page in pages if len(page.html.encode()) > HEAVIEST} == {}


def test_every_page_is_there_in_english_and_says_so_first(pages, english_pages):
    names = {page.what for page in english_pages}
    found = {page.what: page.html.strip()[:60] for page in english_pages if '<html lang="en"' not in page.html[:60]}
    assert (len(names) > 150, found) == (True, {})


def test_an_english_page_says_nothing_of_ours_in_dutch(english_pages):
    assert dutch_left(english_pages) == {}
