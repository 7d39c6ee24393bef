"""Redis as the broker, for a worker that outlives it."""

from kombu.transport import redis


class Channel(redis.Channel):
    """A channel that remembers the way to its broker.

    When a connection breaks, kombu 5.7 first takes the way from its transport and then closes the channels that are left. One
    that holds work which is not acknowledged yet asks for the way then, to give that work back, and the worker ends with an
    AttributeError instead of waiting for the broker. It happens when the line for commands breaks before the line for work.
    """

    def __init__(self, connection, **kwargs):
        self._way = connection.client
        super().__init__(connection, **kwargs)

    def _connparams(self, asynchronous=False) -> dict:
        if self.connection.client is None:
            self.connection.client = self._way
        return super()._connparams(asynchronous=asynchronous)


class Transport(redis.Transport):
    Channel = Channel
