"""A mail server that is silent, or is not there: the page answers soon, says so, and names another way."""

import socket
import threading
import time

import pytest
from django.conf import settings as configured
from django.core import mail
from django.test import Client

from notifications.models import Mail

pytestmark = pytest.mark.whole

PATIENCE = 6  # seconds, of which the mail server gets five


@pytest.fixture
def silent_server():
    """Accepts a connection, and never says a word."""
    listening = socket.create_server(("127.0.0.1", 0))
    held = []

    def accept():
        try:
            while True:
                held.append(listening.accept()[0])
        except OSError:  # the test is over
            pass

    threading.Thread(target=accept, daemon=True).start()
    yield listening.getsockname()[1]
    listening.close()
    for connection in held:
        connection.close()


@pytest.fixture
def free_port():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return taken.getsockname()[1]


def _by_smtp(settings, port: int) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port


def _asked(email: str):
    begun = time.monotonic()
    answer = Client().post("/inloggen/login/code/", {"email": email})
    return answer, time.monotonic() - begun


def test_a_silent_mail_server_holds_the_page_for_five_seconds_and_no_longer(cast, settings, silent_server):
    assert configured.EMAIL_TIMEOUT == 5
    _by_smtp(settings, silent_server)
    answer, took = _asked(cast.resident.email)
    page = answer.content.decode()
    assert (answer.status_code, took < PATIENCE) == (503, True)
    assert ("Wij kunnen nu geen mail versturen" in page, "/inloggen/login/" in page) == (True, True)
    assert (Mail.objects.count(), mail.outbox) == (0, [])


def test_a_mail_server_that_refuses_gives_the_same_page_at_once(cast, settings, free_port):
    _by_smtp(settings, free_port)
    answer, took = _asked(cast.resident.email)
    assert (answer.status_code, took < 2) == (503, True)
    assert "Wij kunnen nu geen mail versturen" in answer.content.decode()


def test_proving_it_again_says_that_no_mail_goes_and_names_the_password(cast, client_of, settings, free_port):
    _by_smtp(settings, free_port)
    page = client_of(cast.officer).post("/mijn/bevestig/?next=/iets/", {"send_code": "1"}).content.decode()
    assert "Gebruik uw wachtwoord" in page
    assert Mail.objects.count() == 0
