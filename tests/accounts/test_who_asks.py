"""Limits on signing in are for who asks: behind our proxy the address that it wrote, and without one what nobody can forge."""

import itertools
import json

import pytest
from axes.handlers.proxy import AxesProxyHandler
from django.conf import settings as real
from django.contrib.auth import authenticate
from django.core.cache import cache
from django.test import Client, RequestFactory

from tests.accounts.test_limits import in_production

PROXY = "10.0.0.1"
_count = itertools.count(1)
ASKED = """
import json
from allauth import app_settings
from axes.helpers import get_client_ip_address
from django.conf import settings
from django.test import RequestFactory
def mark(caller):
    return get_client_ip_address(RequestFactory().get("/", REMOTE_ADDR="10.0.0.1", headers={"X-Forwarded-For": caller}))
one, forged, other = mark("192.0.2.1"), mark("198.51.100.7, 192.0.2.1"), mark("192.0.2.2")
print(json.dumps([app_settings.TRUSTED_PROXY_COUNT, one == forged, one == other, "192.0.2.1" in one]))
"""


@pytest.fixture(autouse=True)
def _axes_counts(settings):
    cache.clear()
    settings.AXES_ENABLED = True
    AxesProxyHandler.get_implementation(force=True)
    yield
    AxesProxyHandler.implementation = None


@pytest.fixture
def behind_proxy(settings):
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1


def ask_codes(*callers: str) -> list[bool]:
    """Whether each of these, one after the other, gets a code by e-mail; each time for another address."""
    asked = []
    for caller in callers:
        client = Client(REMOTE_ADDR=PROXY, headers={"X-Forwarded-For": caller})
        answer = client.post("/inloggen/login/code/", {"email": f"nummer{next(_count)}@example.nl"})
        asked.append(answer.status_code == 302)
    return asked


def locked(caller: str, login: str) -> bool:
    """Whether axes refuses this password for who comes from here; below the forms of allauth, that stop sooner."""
    said = {"login": login, "password": "fout"}
    request = RequestFactory().post("/inloggen/login/", said, REMOTE_ADDR=PROXY, headers={"X-Forwarded-For": caller})
    authenticate(request, email=login, password="fout")
    return bool(getattr(request, "axes_locked_out", False))


@pytest.mark.usefixtures("behind_proxy")
def test_behind_the_proxy_one_visitor_uses_up_the_limit_of_nobody_else(db):
    ask_codes(*["192.0.2.1"] * 20)
    assert ask_codes("192.0.2.1", "198.51.100.9, 192.0.2.1", "192.0.2.2") == [False, False, True]


@pytest.mark.usefixtures("behind_proxy")
def test_behind_the_proxy_wrong_passwords_from_elsewhere_lock_nobody_out(cast):
    login = cast.officer.email
    tried = [locked("192.0.2.1", login) for _time in range(real.AXES_FAILURE_LIMIT)]
    assert (tried[-1], locked("192.0.2.2", login), locked("198.51.100.9, 192.0.2.1", login)) == (True, False, True)


def test_without_a_proxy_another_forged_address_each_time_helps_nobody(cast):
    codes = ask_codes(*[f"192.0.2.{number}" for number in range(21)])
    tried = [locked(f"192.0.2.{number}", cast.officer.email) for number in range(real.AXES_FAILURE_LIMIT)]
    assert (codes[0], codes[-1], tried[0], tried[-1]) == (True, False, False, True)


@pytest.mark.whole
@pytest.mark.parametrize(("behind", "found"), [("true", [1, True, False, False]), ("false", [0, True, True, False])])
def test_the_one_setting_of_the_proxy_holds_for_all_that_counts(behind, found, tmp_path):
    assert json.loads(in_production(ASKED, STATE_DIR=str(tmp_path), BEHIND_PROXY=behind)) == found
