"""What a journey may ask for: a site on real services or on the embedded default, and a browser for each person in it."""

import os

import pytest

from tests.journeys.people import Browsers
from tests.journeys.server import Site, fresh_database


@pytest.fixture(scope="session")
def browser_type_launch_args():
    """Debian's Chromium, without calls to anywhere."""
    flags = (
        "no-sandbox disable-gpu disable-quic no-first-run disable-background-networking disable-component-update "
        "disable-sync disable-dev-shm-usage"
    )
    return {"executable_path": os.environ.get("CHROMIUM", "/usr/bin/chromium"), "args": [f"--{flag}" for flag in flags.split()]}


@pytest.fixture
def site(tmp_path, worker_id):
    """A site on PostgreSQL and Redis with a real worker and beat."""
    database = fresh_database(os.environ["TEST_DATABASE_URL"], f"journey_{worker_id}_{os.getpid()}")
    running = Site(tmp_path, database=database, redis=os.environ["TEST_REDIS_URL"]).start()
    yield running
    running.stop()


@pytest.fixture
def embedded_site(tmp_path):
    """A site as `make run` makes it: SQLite, a file-system broker, files on disk."""
    running = Site(tmp_path).start()
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
