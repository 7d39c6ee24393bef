from django.db import models

from events import clock
from events.ids import new_public_id
from events.retention import SHORT


class Notice(models.Model):
    """One person is told of one event. What it says is made when it is shown, in the reader's language."""

    public_id = models.CharField(max_length=10, unique=True, default=new_public_id, editable=False)
    person = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    tender = models.ForeignKey("tenders.Tender", models.PROTECT, null=True, related_name="+")
    event_id = models.BigIntegerField()  # below zero: sealed, for who is behind a pseudonym (notifications/thread_ways.py)
    kind = models.CharField(max_length=80)
    title = models.CharField(max_length=200)
    url = models.CharField(max_length=300)
    at = models.DateTimeField(default=clock.now)
    read_at = models.DateTimeField(null=True)

    retention = SHORT
    personal = ("person",)

    class Meta:
        ordering = ["-at", "-id"]  # by the moment: a sealed one lies in no order by its id
        constraints = [models.UniqueConstraint(fields=["person", "event_id", "kind"], name="told_once")]
        indexes = [models.Index(fields=["person", "-at", "-id"], name="notices_of_person")]

    @property
    def day_only(self) -> bool:
        """Of what is told to who is behind a pseudonym, or of who asked without a name, only the day is kept."""
        return clock.is_a_day(self.at)


class Follow(models.Model):
    """Someone follows a tender and hears when something changes."""

    person = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    tender = models.ForeignKey("tenders.Tender", models.PROTECT, related_name="+")
    since = models.DateTimeField(default=clock.now)
    key = models.CharField(max_length=10, unique=True, default=new_public_id)  # to stop without signing in

    retention = SHORT
    personal = ("person",)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "tender"], name="follow_once")]
