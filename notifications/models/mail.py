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
    stop = models.CharField(max_length=200, blank=True)  # the address at which a mail program stops more of these
    state = models.CharField(max_length=10, choices=MailState, default=MailState.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    next_attempt_at = models.DateTimeField(default=clock.now)
    made_at = models.DateTimeField(default=clock.now)
    sent_at = models.DateTimeField(null=True)
    last_error = models.CharField(max_length=200, blank=True)

    retention = SHORT
    personal = ("to", "subject", "text", "html", "stop")

    class Meta:
        ordering = ["-made_at", "-id"]
        indexes = [models.Index(fields=["next_attempt_at"], name="mail_waiting", condition=models.Q(state="waiting"))]

    @property
    def kept_moment(self):
        """What is kept of this moment: only the day, when no more is kept of the moment at which it was made."""
        return clock.beginning_of(clock.today()) if clock.is_a_day(self.made_at) else clock.now()

    def ended(self) -> dict:
        """What stands in the row when it was sent, or given up.

        The moment of a last try would tell when it was made; and of a mail to who is behind a pseudonym nobody needs more than
        that it went: not to whom, nor what it said.
        """
        gone = {"to": "", "subject": "", "text": "", "html": ""} if self.once.startswith(SEALED) else {}
        return gone | {"next_attempt_at": self.made_at}
