"""Who serves people gives up on a silent broker at once; the worker and beat wait for it."""

import pytest
from celery import Celery
from celery.signals import beat_init, celeryd_init

from config import celery as site


class _Beat:
    """As celery.beat.Service tells of itself."""

    def __init__(self, app: Celery):
        self.app = app


@pytest.mark.parametrize("who", ["worker", "beat"])
def test_the_worker_and_beat_wait_for_the_broker(settings, who):
    settings.REDIS_URL = "redis://127.0.0.1:1/0"
    app = Celery("a site", set_as_current=False)
    app.conf.broker_transport_options = {"socket_timeout": 0.3, "visibility_timeout": 180}
    if who == "worker":
        celeryd_init.send(sender="worker@here", instance=None, conf=app.conf)
    else:
        beat_init.send(sender=_Beat(app))
    assert site.app is not app
    waits = {"socket_timeout": 5, "socket_connect_timeout": 5, "max_retries": None, "visibility_timeout": 180}
    assert app.conf.broker_transport_options == waits
