"""What a journey may ask for: a site on real services or on the embedded default, and a browser for each person in it."""

import os

import pytest

from tests.journeys.databases import fresh_database
from tests.journeys.people import Browsers
from tests.journeys.server import Site, fresh_queue


@pytest.fixture
def site(tmp_path, worker_id, static):
    """A site on PostgreSQL and Redis with a real worker and beat."""
    database = fresh_database(os.environ["TEST_DATABASE_URL"], f"journey_{worker_id}_{os.getpid()}")
    queue = fresh_queue(os.environ["TEST_REDIS_URL"])
    running = Site(tmp_path, static=static, database=database, redis=queue).start()
    yield running
    running.stop()


@pytest.fixture
def embedded_site(tmp_path, static):
    """A site as `make run` makes it: SQLite, a file-system broker, files on disk."""
    running = Site(tmp_path, static=static).start()
    yield running
    running.stop()


@pytest.fixture
def people(browser, site):
    """A browser for each person: `people("marloes").go("/mijn/")`."""
    browsers = Browsers(browser, site)
    yield browsers
    browsers.close()


@pytest.fixture
def embedded_people(browser, embedded_site):
    browsers = Browsers(browser, embedded_site)
    yield browsers
    browsers.close()
