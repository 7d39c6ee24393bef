"""Two at the same moment, on a real PostgreSQL with a thread and a connection each."""

import time
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.core.exceptions import ValidationError
from django.db import connection, transaction

_WAITING = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
_PATIENCE = 20  # seconds


def needs_postgresql() -> None:
    if connection.vendor != "postgresql":
        pytest.skip("needs PostgreSQL")


def at_once(*acts) -> list:
    """Carry out the acts at the same moment; what each made, or its refusal."""
    barrier = Barrier(len(acts))

    def carry_out(act):
        barrier.wait(timeout=_PATIENCE)
        return _result_of(act)

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(carry_out, acts))


def one_in_the_other(first, second) -> list:
    """`second` begins after `first` did its work and before that is committed; what each made, or its refusal.

    The moment that two who come at once rarely meet by themselves, every time: when `second` must wait for `first`, it waits
    here; when it does not wait, it is done before `first` is.
    """
    with ThreadPoolExecutor(1) as pool:
        with transaction.atomic():
            done = _kept(first)
            other = pool.submit(_result_of, second)
            _until_it_waits(other)
        return [done, other.result(timeout=_PATIENCE)]


def kinds(results) -> list[str]:
    """What came of each, in words: the name of what was made, or of the refusal."""
    return sorted(type(result).__name__ for result in results)


def _result_of(act):
    try:
        return _kept(act)
    finally:
        connection.close()


def _kept(act):
    try:
        return act()
    except ValidationError as refusal:
        return refusal


def _until_it_waits(other) -> None:
    until = time.monotonic() + _PATIENCE
    while not other.done() and time.monotonic() < until:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_stat_clear_snapshot()")  # a transaction keeps what it saw of the others
            cursor.execute(_WAITING)
            if cursor.fetchone()[0]:
                return
        time.sleep(0.02)
