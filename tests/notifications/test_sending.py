"""Sending over a real connection: what one address refuses keeps nobody else waiting."""

import datetime as dt
import socket

import pytest
from aiosmtpd.controller import Controller

from events import clock
from notifications.models import Mail, MailState
from notifications.sending import send_waiting


class _Post:
    """A mail server that takes letters for everybody but one."""

    def __init__(self):
        self.got, self.refuses = [], {"weg@example.nl"}

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address in self.refuses:
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


def test_a_server_that_says_later_leaves_no_moment_of_a_mail_of_which_only_the_day_is_kept(db, post, move_clock):
    """As greylisting does: refused at first, taken at the second try."""
    noon = clock.beginning_of(clock.today() + dt.timedelta(days=1)) + dt.timedelta(hours=12)
    move_clock(to=noon + dt.timedelta(minutes=7, seconds=13))
    day = clock.beginning_of(clock.today())
    values = {"to": "weg@example.nl", "subject": "Er is nieuws", "text": "Lees het.", "made_at": day, "next_attempt_at": day}
    for once in ("sealed:een", "12:3"):
        Mail.objects.create(once=once, **values)
    assert send_waiting() == 0
    assert set(Mail.objects.values_list("next_attempt_at", flat=True)) == {noon + dt.timedelta(hours=1)}
    post.refuses.clear()
    move_clock(hours=1)
    assert (send_waiting(), post.got) == (2, ["weg@example.nl"] * 2)
    assert set(Mail.objects.values_list("made_at", "next_attempt_at", "sent_at")) == {(day, day, day)}


def test_a_sealed_mail_that_is_given_up_is_emptied_too(db, post, move_clock):
    day = clock.beginning_of(clock.today())
    values = {"to": "weg@example.nl", "subject": "Er is nieuws", "text": "Lees het.", "made_at": day, "next_attempt_at": day}
    Mail.objects.create(once="sealed:een", attempts=11, **values)
    assert send_waiting() == 0
    left = Mail.objects.get()
    assert (left.state, left.to, left.subject, left.text, left.next_attempt_at) == (MailState.FAILED, "", "", "", day)


def test_the_demo_shows_what_a_sealed_mail_said_for_nothing_leaves_the_computer(db, settings):
    settings.EMAIL_BACKEND = "notifications.demo_backend.DemoMailBackend"
    Mail.objects.create(once="sealed:een", to="een@example.nl", subject="Er is nieuws", text="Lees het.", html="<p>Lees het.</p>")
    assert send_waiting() == 1
    assert list(Mail.objects.values_list("to", "subject", "text", "state")) == [
        ("een@example.nl", "Er is nieuws", "Lees het.", MailState.SENT)
    ]
