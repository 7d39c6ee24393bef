from django.db import models

from events import clock
from events.ids import new_public_id
from events.retention import SHORT

# How `once` begins of a mail to who is behind a pseudonym: notifications/thread_ways.py.
SEALED = "sealed:"


class MailState(models.TextChoices):
    WAITING = "waiting"
    SENT = "sent"
    FAILED = "failed"


class Mail(models.Model):
    """A mail as a row with a state: none is lost when the mail server is away, none is sent twice."""

    public_id = models.CharField(max_length=10, unique=True, default=new_public_id, editable=False)
    # What makes a mail once: the same event never mails the same address twice.
    once = models.CharField(max_length=120, unique=True)
    to = models.EmailField()
    language = models.CharField(max_length=2, default="nl")
    subject = models.CharField(max_length=200)
    text = models.TextField()
    html = models.TextField(blank=True)
    state = models.CharField(max_length=10, choices=MailState, default=MailState.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    next_attempt_at = models.DateTimeField(default=clock.now)
    made_at = models.DateTimeField(default=clock.now)
    sent_at = models.DateTimeField(null=True)
    last_error = models.CharField(max_length=200, blank=True)

    retention = SHORT
    personal = ("to", "subject", "text", "html")

    class Meta:
        ordering = ["-id"]
        indexes = [models.Index(fields=["next_attempt_at"], name="mail_waiting", condition=models.Q(state="waiting"))]

    @property
    def kept_moment(self):
        """What is kept of this moment: of a mail to who is behind a pseudonym only the day."""
        return clock.beginning_of(clock.today()) if self.once.startswith(SEALED) else clock.now()
