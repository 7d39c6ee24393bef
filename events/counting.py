"""Counting in the cache what comes often: wrong codes, forms without an account. It is forgotten by itself."""

import time

from django.core.cache import cache


def count_one(key: str, seconds: int) -> None:
    """Count one more under this key. All of it is forgotten so many seconds after the first."""
    until, now = f"{key}:until", int(time.time())
    if cache.add(key, 1, seconds):
        cache.set(until, now + seconds, seconds)
        return
    try:
        cache.incr(key)
    except ValueError:  # its time was over just now, between the two: it begins again
        cache.set(key, 1, seconds)
        cache.set(until, now + seconds, seconds)
        return
    # A cache in the database gives what it counts a new life of its own; the time runs from the first.
    cache.touch(key, max(1, cache.get(until, now + seconds) - now))
