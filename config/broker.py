"""The two brokers, mended where a worker of kombu 5.7 ends by accident. tests/events/test_broker.py says when these can go."""

import uuid
from pathlib import Path
from time import monotonic

from kombu.exceptions import ChannelError
from kombu.transport import filesystem, redis
from kombu.utils.json import dumps


class RedisChannel(redis.Channel):
    """A channel that remembers the way to its broker.

    When a connection breaks, kombu first takes the way from its transport and then closes the channels that are left. One that
    holds work which is not acknowledged yet asks for the way then, to give that work back, and the worker ends with an
    AttributeError instead of waiting for the broker. It happens when the line for commands breaks before the line for work.
    """

    def __init__(self, connection, **kwargs):
        self._way = connection.client
        super().__init__(connection, **kwargs)

    def _connparams(self, asynchronous=False) -> dict:
        if self.connection.client is None:
            self.connection.client = self._way
        return super()._connparams(asynchronous=asynchronous)


class RedisTransport(redis.Transport):
    Channel = RedisChannel


class FileChannel(filesystem.Channel):
    """A channel that puts a message down whole.

    kombu opens the file under its name and writes after that. A worker that looks in between takes an empty file, and ends with a
    JSONDecodeError; the message is lost.
    """

    def _put(self, queue, payload, **kwargs) -> None:
        """Put `payload` on `queue`. Oldest first, by the clock that all processes of a computer share."""
        whole = Path(self.data_folder_out) / f"{round(monotonic() * 1000)}_{uuid.uuid4()}.{queue}.msg"
        part = whole.with_name(f"{whole.name}.part")  # of no queue, by its name
        try:
            part.write_text(dumps(payload), encoding="utf-8")
            part.replace(whole)
        except OSError as error:
            raise ChannelError(f"{whole} cannot be written") from error


class FileTransport(filesystem.Transport):
    Channel = FileChannel
