"""Telling people: notices on the platform, mails as rows with a state, and who follows what."""

from notifications.models.mail import Mail, MailState
from notifications.models.notice import Follow, Notice

__all__ = ["Follow", "Mail", "MailState", "Notice"]
