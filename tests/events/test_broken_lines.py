"""A worker that was busy when its broker went away outlives it, whichever of its lines breaks first."""

import contextlib
import os

import kombu
import pytest
from django.conf import settings

from tests.journeys.door import Door
from tests.journeys.server import fresh_queue

pytestmark = pytest.mark.services

WORK = kombu.Queue("work", kombu.Exchange("work"), "work")
COMMANDS = kombu.Queue("commands", kombu.Exchange("commands", "fanout"), auto_delete=True)
OURS = "config.broker:Transport"


class Busy:
    """As a worker that does one thing and waits for the next: what it does is not acknowledged yet."""

    def __init__(self, address: str, transport: str):
        patience = {"socket_timeout": 5, "socket_connect_timeout": 5}
        self.connection = kombu.Connection(address, transport=transport, transport_options=patience)
        self.work, self.commands = self.connection.default_channel, self.connection.channel()
        held = []
        kombu.Consumer(self.work, [WORK], callbacks=[lambda body, message: held.append(message)], prefetch_count=4).consume()
        kombu.Consumer(self.commands, [COMMANDS], callbacks=[lambda body, message: None], no_ack=True).consume()
        kombu.Producer(self.connection.channel()).publish({}, exchange=WORK.exchange, routing_key="work", declare=[WORK])
        while not held:
            self.connection.drain_events(timeout=5)
        self.message = held[0]
        if not self.work._in_poll:
            self.work._brpop_start()

    def read(self, line: str) -> None:
        with pytest.raises(self.connection.connection_errors):
            self.work._brpop_read() if line == "work" else self.commands._receive()

    def lose_its_connection(self) -> None:
        """What a worker of celery does then."""
        self.connection.collect(socket_timeout=1)
        self.connection.close()


@pytest.fixture
def door():
    address = fresh_queue(os.environ["TEST_REDIS_URL"])
    found = Door(address)
    yield found
    found.close()
    with kombu.Connection(address) as there:
        there.default_channel.client.flushdb()


@pytest.mark.parametrize("first", ["work", "commands"])
def test_who_is_busy_when_its_lines_break_lets_go_of_them_and_acknowledges_later(door, first):
    busy = Busy(door.address, OURS)
    door.shut()
    busy.read(first)
    busy.lose_its_connection()
    door.open()
    assert _unacknowledged(door) == 1
    busy.message.ack()
    assert _unacknowledged(door) == 0


def test_kombus_own_channel_does_not_and_when_it_does_ours_can_go(door):
    busy = Busy(door.address, "redis")
    door.shut()
    busy.read("commands")
    with pytest.raises(AttributeError, match="hostname"):
        busy.lose_its_connection()


def test_with_redis_a_site_has_this_transport():
    assert bool(settings.REDIS_URL) == (settings.CELERY_BROKER_TRANSPORT == OURS)


def _unacknowledged(door: Door) -> int:
    with contextlib.closing(kombu.Connection(door.address)) as there:
        return there.default_channel.client.hlen(there.default_channel.unacked_key)
