"""How often something may come: by address or by mark, for the time that was said, whatever keeps the count."""

import time

import pytest
from django.core.cache.backends.base import BaseCache
from django.core.cache.backends.locmem import LocMemCache
from django.test import RequestFactory

from tenders.pace import Pace
from tenders.refusal import Refused

TWICE = Pace("two", at_most=2, seconds=600, sentence="Wacht even.")


class ExpiresBetween(LocMemCache):
    """Its keys are there when they are looked for, and gone when they are counted."""

    def add(self, key, *args, **kwargs):
        made = super().add(key, *args, **kwargs)
        if not made:
            self.delete(key)
        return made


class LikeTheDatabase(LocMemCache):
    """Counts as the cache in the database does: what is counted is written anew, with the usual time to live."""

    incr = BaseCache.incr


def asked(address="203.0.113.7"):
    return RequestFactory().post("/", REMOTE_ADDR=address)


def keep_in(settings, cache: type) -> None:
    settings.CACHES = {**settings.CACHES, "default": {"BACKEND": f"{__name__}.{cache.__name__}", "LOCATION": cache.__name__}}


def takes(*marks, address="203.0.113.7") -> list[bool]:
    """Whether each of these was let through, one after the other."""
    done = []
    for mark in marks:
        try:
            TWICE.take(asked(address), mark)
        except Refused:
            done.append(False)
        else:
            done.append(True)
    return done


def test_an_address_is_asked_to_wait_and_another_is_not():
    assert takes("", "", "") == [True, True, False]
    assert takes("", address="203.0.113.8") == [True]


def test_phones_that_share_an_address_are_told_apart_by_their_mark():
    assert takes("een", "een", "een", "twee", "twee", "twee") == [True, True, False, True, True, False]


def test_what_is_kept_says_no_address_and_no_mark(settings):
    from django.core.cache import cache

    takes("een-telefoon", "")
    kept = repr(cache._cache) + repr(cache._expire_info)
    assert ("two:" in kept, "een-telefoon" in kept, "203.0.113.7" in kept) == (True, False, False)


def test_a_count_whose_time_is_over_just_then_begins_again(settings):
    keep_in(settings, ExpiresBetween)
    assert takes("", "", "") == [True, True, True]


@pytest.mark.parametrize("cache", [LocMemCache, LikeTheDatabase])
def test_the_time_runs_from_the_first_and_no_longer(settings, monkeypatch, cache):
    if cache is LikeTheDatabase:
        keep_in(settings, cache)
    now = time.time()
    assert takes("") == [True]
    for later, let_through in ((500, True), (590, False), (610, True)):
        monkeypatch.setattr("time.time", lambda later=later: now + later)
        assert takes("") == [let_through], later
