"""What looking at pages needs: eyes, and a memory so that they are fetched once."""

import pytest

from tests.browser.look import Eyes
from tests.browser.site import StoredSite


@pytest.fixture
def eyes(browser):
    """A browser that looks: `eyes.look_at(shown)` says what is wrong."""
    with StoredSite() as site:
        looking = Eyes(browser, site)
        yield looking
        looking.close()


@pytest.fixture(scope="session")
def cached():
    """`cached("dutch", fetch)`: fetch once, in the database of the first test that asks; a page needs none afterwards.

    For the session, as pytest puts the tests with a browser of all files together.
    """
    kept = {}

    def of(name, fetch):
        if name not in kept:
            kept[name] = []  # what cannot be fetched is not tried again by each test
            kept[name] = fetch()
        assert kept[name], "could not be fetched, see the first failure"
        return kept[name]

    return of
