"""Sending the mails that wait: one at a time, each with its own commit, over one connection to the mail server."""

import datetime as dt
import logging
from smtplib import SMTPException, SMTPRecipientsRefused

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.db import connection as database
from django.db import transaction

from events import clock
from notifications.models import Mail, MailState

log = logging.getLogger(__name__)
_MOST_ATTEMPTS = 12


def send_waiting(limit: int = 2000) -> int:
    """Send what waits, at most `limit`; returns how many were sent.

    A mail is locked, sent and marked in one transaction: when the worker is killed it waits again. What the server refuses
    is tried again later, longer apart each time; after twelve times it is marked as failed, and stays to be seen.
    """
    sent = 0
    server = get_connection()
    try:
        server.open()
    except (SMTPException, OSError) as error:
        log.warning("mail server away, mails wait: %s", error)
        return 0
    try:
        while sent < limit and _send_one(server):
            sent += 1
    finally:
        server.close()
    return sent


def _send_one(server) -> bool:
    """Send the next mail that waits; False when there is none, or when the server went away."""
    with transaction.atomic():
        waiting = Mail.objects.filter(state=MailState.WAITING, next_attempt_at__lte=clock.now()).order_by("next_attempt_at", "id")
        if database.features.has_select_for_update_skip_locked:
            waiting = waiting.select_for_update(skip_locked=True)
        mail = waiting.first()
        if mail is None:
            return False
        mail.attempts += 1
        try:
            server.send_messages([_message(mail, server)])
        except (SMTPException, OSError) as error:
            _try_later(mail, error)
            return isinstance(error, SMTPRecipientsRefused)
        mail.state, mail.sent_at, mail.last_error = MailState.SENT, clock.now(), ""
        mail.save(update_fields=["state", "sent_at", "attempts", "last_error"])
        return True


def _try_later(mail: Mail, error: Exception) -> None:
    mail.last_error = type(error).__name__
    mail.next_attempt_at = clock.now() + dt.timedelta(minutes=min(2**mail.attempts, 720))
    if mail.attempts >= _MOST_ATTEMPTS:
        mail.state = MailState.FAILED
    mail.save(update_fields=["state", "attempts", "next_attempt_at", "last_error"])


def _message(mail: Mail, server) -> EmailMultiAlternatives:
    headers = {"Message-ID": f"<{mail.public_id}@meerwaarde>", "X-Mail-Row": mail.public_id, "Auto-Submitted": "auto-generated"}
    message = EmailMultiAlternatives(
        mail.subject, mail.text, settings.DEFAULT_FROM_EMAIL, [mail.to], headers=headers, connection=server
    )
    if mail.html:
        message.attach_alternative(mail.html, "text/html")
    return message
