"""How signing in sends its mails: at once, with five seconds of patience, never stored; and where it leads afterwards."""

import logging
from smtplib import SMTPException

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse
from django.shortcuts import render

from events.fields import Email

log = logging.getLogger(__name__)


class AccountAdapter(DefaultAccountAdapter):
    """A code is sent inside the request: it is of no use later, and must not wait in a queue where it can be read."""

    def clean_email(self, email):
        """Of who signs up too: no longer than an account can hold."""
        return Email().clean(super().clean_email(email))

    def send_mail(self, template_prefix, email, context):
        try:
            super().send_mail(template_prefix, email, context)
        except (SMTPException, OSError) as error:
            # The address stays out of the log.
            log.warning("a mail for signing in could not be sent: %s", type(error).__name__)
            raise ImmediateHttpResponse(render(self.request, "accounts/mail_failed.html", status=503)) from error

    def is_safe_url(self, url):
        """Also an address that is none leads home; the check itself breaks on "//[x/"."""
        try:
            return super().is_safe_url(url)
        except ValueError:
            return False
