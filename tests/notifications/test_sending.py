"""Sending over a real connection: what one address refuses keeps nobody else waiting."""

import socket

import pytest
from aiosmtpd.controller import Controller

from events import clock
from notifications.models import Mail, MailState
from notifications.sending import send_waiting


class _Post:
    """A mail server that takes letters for everybody but one."""

    def __init__(self):
        self.got = []

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address == "weg@example.nl":
            return "550 unknown here"
        envelope.rcpt_tos.append(address)
        return "250 ok"

    async def handle_DATA(self, server, session, envelope):
        self.got += envelope.rcpt_tos
        return "250 taken"


@pytest.fixture
def post(settings):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        settings.EMAIL_HOST, settings.EMAIL_PORT = free.getsockname()
    office = _Post()
    server = Controller(office, hostname=settings.EMAIL_HOST, port=settings.EMAIL_PORT)
    server.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    yield office
    server.stop()


def test_a_refused_address_waits_and_the_others_get_their_mail(db, post, move_clock):
    for name in ("een", "weg", "twee"):
        Mail.objects.create(once=name, to=f"{name}@example.nl", subject="Er is nieuws", text="Lees het op de website.")
    assert (send_waiting(), sorted(post.got)) == (2, ["een@example.nl", "twee@example.nl"])
    refused = Mail.objects.get(once="weg")
    assert (refused.state, refused.attempts, refused.last_error) == (MailState.WAITING, 1, "SMTPRecipientsRefused")
    assert refused.next_attempt_at > clock.now()
    assert send_waiting() == 0
    move_clock(minutes=3)
    assert send_waiting() == 0
    assert Mail.objects.get(once="weg").attempts == 2


def test_what_another_worker_sent_meanwhile_is_not_sent_again(db, post):
    mail = Mail.objects.create(once="een", to="een@example.nl", subject="Er is nieuws", text="Lees het op de website.")
    assert (send_waiting(), send_waiting(), post.got) == (1, 0, ["een@example.nl"])
    mail.refresh_from_db()
    assert (mail.state, mail.attempts) == (MailState.SENT, 1)


def test_a_title_with_a_new_line_is_a_subject_of_one_line(db, post):
    Mail.objects.create(once="een", to="een@example.nl", subject="Nieuws\r\nBcc: iedereen@example.nl", text="Lees het.")
    assert (send_waiting(), post.got) == (1, ["een@example.nl"])


def test_a_mail_that_cannot_be_made_waits_and_the_others_go(db, post):
    for number, address in enumerate(("een@example.nl", f"weg@{'é' * 63}.nl", "twee@example.nl")):
        Mail.objects.create(once=str(number), to=address, subject="Er is nieuws", text="Lees het op de website.")
    assert (send_waiting(), sorted(post.got)) == (2, ["een@example.nl", "twee@example.nl"])
    assert Mail.objects.get(once="1").attempts == 1
