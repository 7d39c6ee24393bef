"""What every test may ask for: the cast, a moved clock, a signed-in client, the number of statements."""

import datetime as dt
import os

import pytest
from celery import current_app
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from events import clock
from tests.cast import Cast, make_cast
from tests.journeys.databases import template
from tests.journeys.server import collect_static

# Playwright keeps an event loop in the thread of the tests, and Django then takes every query for one of async code.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")


def pytest_collection_modifyitems(items):
    """Files with a long test begin first."""
    long = {item.path for item in items if item.get_closest_marker("long")}
    items.sort(key=lambda item: item.path not in long)


@pytest.fixture(scope="session")
def browser_type_launch_args():
    """Debian's Chromium, without calls to anywhere."""
    flags = (
        "no-sandbox disable-gpu disable-quic no-first-run disable-background-networking disable-component-update "
        "disable-sync disable-dev-shm-usage"
    )
    return {"executable_path": os.environ.get("CHROMIUM", "/usr/bin/chromium"), "args": [f"--{flag}" for flag in flags.split()]}


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings, django_db_use_migrations):
    """On PostgreSQL the tests' own database is a copy too, of the one that every site is a copy of."""
    if connection.vendor == "postgresql" and django_db_use_migrations:
        connection.settings_dict["TEST"]["TEMPLATE"] = template(os.environ["DATABASE_URL"])


@pytest.fixture(autouse=True, scope="session")
def _tasks_are_known():
    """A worker loads the tasks when it starts; in a test, where tasks run at once, nobody else would."""
    current_app.loader.import_default_modules()


@pytest.fixture(autouse=True)
def _clock_stands_right():
    yield
    clock.set_offset(dt.timedelta(0))


@pytest.fixture(autouse=True)
def _language_is_dutch():
    """A page in English leaves its language behind in the thread of the test."""
    yield
    translation.activate(settings.LANGUAGE_CODE)


@pytest.fixture(autouse=True)
def _files_in_a_folder_of_their_own(settings, tmp_path):
    storages = {**settings.STORAGES}
    for name in ("default", "archive"):
        storages[name] = {**storages[name], "OPTIONS": {"location": tmp_path / name}}
    settings.STORAGES = storages
    own = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": str(tmp_path)}
    settings.CACHES = {**settings.CACHES, "default": own}


@pytest.fixture
def move_clock():
    """Move the one clock: `move_clock(days=7)` from now, `move_clock(to=deadline)` to a moment."""

    def move(*, to: dt.datetime | None = None, **span) -> None:
        target = (to - dt.datetime.now(dt.UTC)) if to else clock.offset() + dt.timedelta(**span)  # noqa: TID251 - the real time is meant
        clock.set_offset(target)

    return move


@pytest.fixture
def cast(db) -> Cast:
    return make_cast()


@pytest.fixture
def client_of():
    """A test client signed in as a member of the cast; a visitor's is not signed in."""

    def of(person) -> Client:
        client = Client()
        if person.is_authenticated:
            client.force_login(person, backend="accounts.permissions.TableBackend")
        return client

    return of


@pytest.fixture
def statements():
    """Count what is sent to the database: `with statements() as sent: …; len(sent)`."""
    return lambda: CaptureQueriesContext(connection)


@pytest.fixture
def commit(django_capture_on_commit_callbacks):
    """Run what follows from an action, as after the commit: `with commit(): advance(...)`."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


@pytest.fixture(scope="session")
def static(tmp_path_factory, worker_id):
    """The static files of every site of this run: collecting them takes longer than all else."""
    base = tmp_path_factory.getbasetemp()
    return collect_static((base if worker_id == "master" else base.parent) / "collected")
