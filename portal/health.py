"""Two pages for monitors: does the process live, and can it do its work. No cookie, no session, no text of ours."""

import time
import uuid
from pathlib import Path

from celery import current_app
from django.core.cache import cache
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

_PATIENCE = 1  # seconds for the broker; a balancer asks often, and must not pile up


@require_safe
@never_cache
def healthz(request: HttpRequest) -> HttpResponse:
    """200 while the process answers; it asks nothing of anybody else, so that a slow database does not restart us."""
    return _plain("ok", 200)


@require_safe
@never_cache
def readyz(request: HttpRequest) -> HttpResponse:
    """200 when pages can be made and work can be handed over, else 503; one line for each thing that is needed."""
    lines, ready = [], True
    for name, check in {"database": _ask_database, "cache": _ask_cache, "broker": _ask_broker}.items():
        began = time.monotonic()
        try:
            check()
        except Exception as error:  # every driver raises its own, and each means the same here
            ready = False
            # The kind only: the text of a driver's error may name hosts and users.
            lines.append(f"{name}: not reachable ({type(error).__name__})")
        else:
            lines.append(f"{name}: ok ({(time.monotonic() - began) * 1000:.0f} ms)")
    return _plain("\n".join(lines), 200 if ready else 503)


def _plain(text: str, status: int) -> HttpResponse:
    return HttpResponse(f"{text}\n", status=status, content_type="text/plain; charset=utf-8")


def _ask_database() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        cursor.fetchone()


def _ask_cache() -> None:
    key, value = f"readyz:{uuid.uuid4().hex}", uuid.uuid4().hex
    cache.set(key, value, timeout=5)
    if cache.get(key) != value:
        raise ConnectionError("what was put in the cache is not there")
    cache.delete(key)


def _ask_broker() -> None:
    broker = current_app.connection_for_write(connect_timeout=_PATIENCE)
    if broker.transport.driver_type == "filesystem":
        folder = Path(broker.transport_options["data_folder_out"])
        probe = folder / f".readyz-{uuid.uuid4().hex}"
        probe.touch()
        probe.unlink()
        return
    broker.transport_options = {
        **broker.transport_options,
        "socket_connect_timeout": _PATIENCE,
        "socket_timeout": _PATIENCE,
    }
    with broker:
        broker.ensure_connection(max_retries=1, interval_start=0, timeout=_PATIENCE)
        broker.default_channel.client.ping()
