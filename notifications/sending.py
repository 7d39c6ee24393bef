"""Sending the mails that wait: one at a time, each with its own commit, over one connection to the mail server."""

import datetime as dt
import logging
from smtplib import SMTPException, SMTPRecipientsRefused

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.db import transaction
from django.db.models import F

from events import clock
from notifications.models import Mail, MailState

log = logging.getLogger(__name__)
_MOST_ATTEMPTS = 12
_BATCH = 100


def send_waiting(limit: int = 2000) -> int:
    """Send what waits, at most `limit`; returns how many were sent.

    A mail is marked and sent in one transaction of its own: when the worker is killed it waits again, and of two workers one
    sends it. What the server refuses is tried again later, longer apart each time; after twelve times it is marked as failed,
    and stays to be seen.
    """
    server = get_connection()
    try:
        server.open()
    except (SMTPException, OSError) as error:
        log.warning("mail server away, mails wait: %s", error)
        return 0
    sent = 0
    try:
        while sent < limit and (batch := _waiting(min(_BATCH, limit - sent))):
            for mail in batch:
                sent += _send(mail, server)
    except _ServerAway:
        pass  # the others wait, and so does this one
    finally:
        server.close()
    return sent


class _ServerAway(Exception):
    """The mail server went away; it makes no sense to try the next mail now."""


def _waiting(number: int) -> list[Mail]:
    rows = Mail.objects.filter(state=MailState.WAITING, next_attempt_at__lte=clock.now())
    return list(rows.order_by("next_attempt_at", "id")[:number])


def _send(mail: Mail, server) -> bool:
    """Send one mail, unless somebody else did meanwhile; whether it was sent. Raises _ServerAway."""
    try:
        with transaction.atomic():
            mine = Mail.objects.filter(pk=mail.pk, state=MailState.WAITING).update(
                state=MailState.SENT, sent_at=mail.kept_moment, attempts=F("attempts") + 1, last_error="", **mail.ended()
            )
            if mine:
                server.send_messages([_message(mail, server)])
            return bool(mine)
    except (SMTPException, OSError, ValueError) as error:
        _try_later(mail, error)
        if not isinstance(error, SMTPRecipientsRefused | ValueError):  # these are about this one mail, as an address that cannot be
            raise _ServerAway from error
        return False


def _try_later(mail: Mail, error: Exception) -> None:
    mail.attempts += 1
    mail.last_error = type(error).__name__
    values = {"next_attempt_at": _later(mail)}
    if mail.attempts >= _MOST_ATTEMPTS:
        values = {"state": MailState.FAILED, **mail.ended()}
    Mail.objects.filter(pk=mail.pk).update(attempts=mail.attempts, last_error=mail.last_error, **values)


def _later(mail: Mail) -> dt.datetime:
    """When to try again; of a mail of which only the day is kept at a whole hour, that does not lead back to its moment."""
    later = clock.now() + dt.timedelta(minutes=min(2**mail.attempts, 720))
    if not clock.is_a_day(mail.made_at):
        return later
    return (later + dt.timedelta(hours=1)).replace(minute=0, second=0, microsecond=0)


def _message(mail: Mail, server) -> EmailMultiAlternatives:
    headers = {"Message-ID": f"<{mail.public_id}@meerwaarde>", "X-Mail-Row": mail.public_id, "Auto-Submitted": "auto-generated"}
    if mail.stop:  # the button of a mail program itself, that asks nothing more (RFC 8058)
        headers |= {"List-Unsubscribe": f"<{mail.stop}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}
    subject = " ".join(mail.subject.split())  # a title may hold a new line, and a subject not
    message = EmailMultiAlternatives(subject, mail.text, settings.DEFAULT_FROM_EMAIL, [mail.to], headers=headers, connection=server)
    if mail.html:
        message.attach_alternative(mail.html, "text/html")
    return message
