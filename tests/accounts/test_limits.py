"""Limits on signing in are kept in a cache that all processes share: a lock on one holds on the others."""

import json
import os
import subprocess
import sys

import pytest
from django.conf import settings
from django.core import mail
from django.test import Client

pytestmark = pytest.mark.whole

ROOT = __file__.rsplit("/tests/", 1)[0]
PRODUCTION = {
    "SECRET_KEY": "x" * 60,
    "ALLOWED_HOSTS": "meerwaarde.example",
    "DATABASE_URL": "postgres://meerwaarde@127.0.0.1:1/meerwaarde",
    "REDIS_URL": "redis://127.0.0.1:1/0",
    "VAULT_KEYS": "a:MTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTI=",
    "SITE_ADDRESS": "https://meerwaarde.example",
    "EMAIL_URL": "smtp://mail.example:25",
}
ASKED = """
import json
import pytest
from django.conf import settings
from allauth.account import app_settings as account
print(json.dumps({
    "cache": settings.CACHES["default"]["BACKEND"],
    "handler": settings.AXES_HANDLER,
    "enabled": settings.AXES_ENABLED,
    "axes cache": getattr(settings, "AXES_CACHE", "default"),
    "limits": sorted(account.RATE_LIMITS),
    "patience": settings.EMAIL_TIMEOUT,
    "mail": settings.EMAIL_BACKEND,
}))
"""


def in_production(script: str, **more) -> str:
    """What a process with production settings prints."""
    clean = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "LANG", "VIRTUAL_ENV")}
    environment = {**clean, **PRODUCTION, "DJANGO_SETTINGS_MODULE": "config.settings", **more}
    begin = "import django; django.setup()\n"
    done = subprocess.run(
        [sys.executable, "-c", begin + script], env=environment, cwd=ROOT, capture_output=True, text=True, check=True, timeout=60
    )
    return done.stdout.strip().splitlines()[-1]


def test_in_production_the_limits_stand_in_redis(tmp_path):
    found = json.loads(in_production(ASKED, STATE_DIR=str(tmp_path)))
    limits = found.pop("limits")
    assert found == {
        "cache": "django.core.cache.backends.redis.RedisCache",
        "handler": "axes.handlers.cache.AxesCacheHandler",
        "enabled": True,
        "axes cache": "default",
        "patience": 5,
        "mail": "django.core.mail.backends.smtp.EmailBackend",
    }
    assert {"login", "login_failed", "request_login_code", "signup"} <= set(limits)


# One more wrong password in the browser, and what the page then says.
TRY = """
from django.test import Client
client = Client(SERVER_NAME="127.0.0.1")
for _time in range(TIMES):
    answer = client.post("/inloggen/login/", {"login": "ria@example.nl", "password": "fout"})
said = "Dit ging te vaak mis" in answer.content.decode()
print("too many" if answer.status_code == 429 or said else answer.status_code)
"""
# The same below allauth's own limit, so that axes counts.
TRY_BELOW = """
from django.contrib.auth import authenticate
from django.core.exceptions import PermissionDenied
from django.test import RequestFactory
for _time in range(TIMES):
    said = {"login": "ria@example.nl", "password": "fout"}
    request = RequestFactory(SERVER_NAME="127.0.0.1").post("/inloggen/login/", said)
    authenticate(request, email="ria@example.nl", password="fout")
print("too many" if getattr(request, "axes_locked_out", False) else "wrong")
"""


@pytest.fixture(scope="module")
def embedded(tmp_path_factory):
    """Settings of the embedded default, where the shared cache is a table, with its tables made."""
    folder = tmp_path_factory.mktemp("limits")
    demo = {"STATE_DIR": str(folder), "DEMO": "1", "DATABASE_URL": f"sqlite:///{folder}/limits.sqlite3", "DEBUG": "1"}
    demo |= {"REDIS_URL": "", "EMAIL_URL": "consolemail://", "ALLOWED_HOSTS": ""}
    made = "from django.core.management import call_command\ncall_command('migrate', verbosity=0)\n"
    assert in_production(made + "call_command('createcachetable', verbosity=0)\nprint('made')\n", **demo) == "made"
    return demo


@pytest.mark.parametrize("script", [TRY, TRY_BELOW])
def test_who_is_locked_out_by_one_process_is_locked_out_by_the_next(embedded, script):
    first = in_production(script.replace("TIMES", str(settings.AXES_FAILURE_LIMIT)), **embedded)
    second = in_production(script.replace("TIMES", "1"), **embedded)
    assert (first, second) == ("too many", "too many")


def test_asking_for_codes_again_and_again_is_limited(cast):
    for _time in range(8):
        Client().post("/inloggen/login/code/", {"email": cast.resident.email})
    assert 0 < len(mail.outbox) < 8


def test_making_accounts_again_and_again_is_limited(cast):
    said = {"email": cast.resident.email, "name": "Ria"}
    assert 429 in {Client().post("/inloggen/signup/", said).status_code for _time in range(25)}
