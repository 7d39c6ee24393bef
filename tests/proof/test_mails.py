"""Two thousand letters, and a worker that is killed while it sends them: everybody gets theirs."""

import base64
import os
import secrets
import time
from collections import Counter

import pytest
from aiosmtpd.controller import Controller

from tests.journeys.server import Site, free_port, fresh_database, fresh_queue

pytestmark = pytest.mark.proof

LETTERS, KILLS = 2000, 2


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
    """As in production: not the demo, mail by SMTP."""
    database = fresh_database(os.environ["TEST_DATABASE_URL"], f"mails_{worker_id}_{os.getpid()}")
    queue = fresh_queue(os.environ["TEST_REDIS_URL"])
    running = Site(tmp_path, static=static, database=database, redis=queue)
    running.environment |= {
        "DEMO": "0",
        "SECRET_KEY": secrets.token_urlsafe(48),
        "VAULT_KEYS": f"proof:{base64.b64encode(secrets.token_bytes(32)).decode()}",
        "ALLOWED_HOSTS": "127.0.0.1",
        "EMAIL_URL": f"smtp://127.0.0.1:{post.port}",
    }
    running.start(people=False)
    yield running
    running.stop()


def test_a_worker_that_is_killed_while_it_sends_loses_no_letter_and_doubles_none_but_the_one_in_its_hand(
    site, post, record_property
):
    """Whoever is killed after the mail server said yes and before it could write that down, sends that one letter again."""
    began = time.monotonic()
    site.run("tests.proof.letters", str(LETTERS))
    for kill in range(KILLS):
        post.wait((kill + 1) * LETTERS // (KILLS + 2), seconds=120)
        site.kill_worker()
        site.start_worker()
    post.wait(LETTERS, seconds=240)
    took = time.monotonic() - began
    time.sleep(25)  # one more sweep: nothing comes after the last
    twice = {name: times for name, times in Counter(post.got).items() if times > 1}
    record_property(
        "measured",
        f"{LETTERS} letters, worker killed {KILLS} times: all in after {took:.0f} s, {len(twice)} twice",
    )
    assert sum(twice.values()) - len(twice) <= KILLS
    assert {name for name in post.got if name.startswith("volger")} == {f"volger{number}@example.nl" for number in range(LETTERS)}
