"""Writing mails down as rows, each once, however often it is asked."""

import logging

from django.db import DataError, transaction

from notifications.models import Mail

log = logging.getLogger(__name__)
_BATCH = 1000


def keep(mails: list[Mail]) -> None:
    """Write them down. One that the database cannot hold is left out and said in the log, so that all others get theirs."""
    try:
        _write(mails)
    except DataError as error:
        if len(mails) > 1:
            for mail in mails:
                keep([mail])
        elif mails:
            about = mails[0].once.partition(":")[0]  # not the address, that comes behind it
            log.error("a mail about %s cannot be written down: %s", about, type(error).__name__)


def _write(mails: list[Mail]) -> None:
    with transaction.atomic():
        Mail.objects.bulk_create(mails, batch_size=_BATCH, ignore_conflicts=True)
