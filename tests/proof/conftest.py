"""A site as in production, with a mail server of our own."""

import base64
import os
import secrets
import time

import pytest
from aiosmtpd.controller import Controller

from tests.journeys.databases import fresh_database
from tests.journeys.server import Site, free_port, fresh_queue


class PostOffice:
    """A mail server on this computer, that remembers for whom the letters were."""

    def __init__(self):
        self.got: list[str] = []
        self.port = free_port()
        self._controller = Controller(self, hostname="127.0.0.1", port=self.port)
        self._controller.start()

    async def handle_DATA(self, server, session, envelope):
        self.got += envelope.rcpt_tos
        return "250 taken"

    def wait(self, number: int, *, seconds: int) -> None:
        """Until so many different people got theirs."""
        until = time.monotonic() + seconds
        while len(set(self.got)) < number:
            assert time.monotonic() < until, f"{len(set(self.got))} of {number} after {seconds} s"
            time.sleep(0.02)

    def close(self) -> None:
        self._controller.stop()


@pytest.fixture
def post():
    office = PostOffice()
    yield office
    office.close()


@pytest.fixture
def site(tmp_path, worker_id, static, post):
    """Not the demo: three web processes on PostgreSQL and Redis behind a proxy that speaks https, a worker, a beat, SMTP."""
    database = fresh_database(os.environ["TEST_DATABASE_URL"], f"proof_{worker_id}_{os.getpid()}")
    queue = fresh_queue(os.environ["TEST_REDIS_URL"])
    running = Site(tmp_path, static=static, database=database, redis=queue)
    running.environment |= {
        "DEMO": "0",
        "SECRET_KEY": secrets.token_urlsafe(48),
        "VAULT_KEYS": f"proof:{base64.b64encode(secrets.token_bytes(32)).decode()}",
        "ALLOWED_HOSTS": "127.0.0.1",
        "EMAIL_URL": f"smtp://127.0.0.1:{post.port}",
    }
    running.start(people=False, workers=3)
    running.address = running.address.replace("http:", "https:")
    yield running
    running.stop()
