"""A worker outlives its broker, and takes no message that is not whole. What kombu itself does is held too: when it is mended,
our part in config/broker.py can go.
"""

import contextlib
import os
import time
from pathlib import Path

import kombu
import pytest
from django.conf import settings
from kombu.transport import filesystem

from tests.journeys.door import Door
from tests.journeys.server import fresh_queue

WORK = kombu.Queue("work", kombu.Exchange("work"), "work")
COMMANDS = kombu.Queue("commands", kombu.Exchange("commands", "fanout"), auto_delete=True)
OURS, OF_FILES = "config.broker:RedisTransport", "config.broker:FileTransport"


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


@pytest.mark.services
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


@pytest.mark.services
def test_kombu_itself_does_not(door):
    busy = Busy(door.address, "redis")
    door.shut()
    busy.read("commands")
    with pytest.raises(AttributeError, match="hostname"):
        busy.lose_its_connection()


def test_who_looks_while_a_message_is_written_finds_none_and_then_all_of_it(folder, monkeypatch):
    writer, reader = folder(OF_FILES), folder(OF_FILES)
    replace, waiting = Path.replace, []
    monkeypatch.setattr(Path, "replace", lambda part, whole: waiting.append(reader._size("work")) or replace(part, whole))
    writer._put("work", {"body": "één"})
    assert (waiting, reader._size("work"), reader._get("work")) == ([0], 1, {"body": "één"})


def test_kombu_itself_lets_an_empty_one_be_taken(folder, monkeypatch):
    writer, reader = folder("filesystem"), folder("filesystem")

    def look(file, flags):
        with pytest.raises(ValueError, match="Expecting value"):
            reader._get("work")

    monkeypatch.setattr(filesystem, "lock", look)  # it is asked between opening and writing
    monkeypatch.setattr(filesystem, "unlock", lambda file: None)
    writer._put("work", {"body": "één"})
    assert reader._size("work") == 0  # what was written is lost


def test_messages_are_taken_in_the_order_in_which_they_were_put(folder):
    channel = folder(OF_FILES)
    for number in range(3):
        channel._put("work", number)
        channel._put("other", -1)
        time.sleep(0.002)
    assert [channel._get("work") for _number in range(3)] == [0, 1, 2]


def test_a_site_works_with_ours():
    assert (OURS if settings.REDIS_URL else OF_FILES) == settings.CELERY_BROKER_TRANSPORT


@pytest.fixture
def folder(tmp_path):
    """Makes channels of one queue in files, as of several processes."""
    places = {"data_folder_in": str(tmp_path), "data_folder_out": str(tmp_path), "control_folder": str(tmp_path / "control")}

    def make(transport: str):
        return kombu.Connection("filesystem://localhost//", transport=transport, transport_options=places).default_channel

    return make


def _unacknowledged(door: Door) -> int:
    with contextlib.closing(kombu.Connection(door.address)) as there:
        return there.default_channel.client.hlen(there.default_channel.unacked_key)
