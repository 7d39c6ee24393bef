"""The two pages for monitors."""

import re

import pytest
from django.test import Client


def test_healthz_says_ok_without_asking_the_database():
    answer = Client().get("/healthz")  # pytest-django would refuse a query here
    assert (answer.status_code, answer.content, answer.cookies.output()) == (200, b"ok\n", "")


@pytest.mark.django_db
def test_readyz_has_a_line_for_each_thing_that_is_needed():
    answer = Client().get("/readyz")
    lines = [re.sub(r"\d+ ms", "n ms", line) for line in answer.content.decode().splitlines()]
    assert (answer.status_code, lines) == (200, ["database: ok (n ms)", "cache: ok (n ms)", "broker: ok (n ms)"])


@pytest.mark.django_db
def test_readyz_says_which_thing_is_not_there_and_not_where_it_should_be(settings):
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": "redis://127.0.0.1:1"}}
    answer = Client().get("/readyz")
    assert answer.status_code == 503
    assert "cache: not reachable (ConnectionError)\n" in answer.content.decode()
    assert "127.0.0.1" not in answer.content.decode()


def test_nothing_can_be_sent_to_them():
    assert [Client().post(address).status_code for address in ("/healthz", "/readyz")] == [405, 405]
