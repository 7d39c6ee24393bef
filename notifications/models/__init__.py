"""Telling people: notices on the platform, mails as rows with a state, and who follows what."""

from notifications.models.mail import SEALED, Mail, MailState
from notifications.models.notice import Follow, Notice

__all__ = ["SEALED", "Follow", "Mail", "MailState", "Notice"]
