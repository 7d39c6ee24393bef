"""The log, the outbox beside it, and two small tables that keep the platform honest."""

from django.db import models

from events import clock
from events.retention import LOG, TECHNICAL


class Event(models.Model):
    """One thing that happened.

    Plain ids and hashes only, no relation and no text, so that it outlives what it describes. A reason stands in the row
    that it belongs to and enters here as a salted hash: erasing the text keeps the chain whole.
    """

    name = models.CharField(max_length=80)
    at = models.DateTimeField()
    municipality_id = models.BigIntegerField(null=True)
    tender_id = models.BigIntegerField(null=True)
    lot_id = models.BigIntegerField(null=True)
    actor_id = models.BigIntegerField(null=True)
    thing_kind = models.CharField(max_length=60, blank=True)
    thing_id = models.BigIntegerField(null=True)
    data = models.JSONField(default=dict)
    is_public = models.BooleanField(default=False)
    place = models.BigIntegerField(null=True)
    chain_hash = models.CharField(max_length=64, blank=True)

    retention = LOG
    personal = ("actor_id",)

    class Meta:
        indexes = [
            models.Index(fields=["tender_id", "-id"], name="event_of_tender"),
            models.Index(fields=["municipality_id", "-at", "-id"], name="event_log"),
            models.Index(fields=["municipality_id", "id"], name="event_unsealed", condition=models.Q(place=None)),
            models.Index(fields=["-id"], name="event_public", condition=models.Q(is_public=True)),
        ]
        constraints = [
            models.UniqueConstraint(fields=["municipality_id", "place"], name="event_has_one_place"),
        ]


class Reaction(models.Model):
    """A task that an event set to work and that is not done: the outbox. It is written with the event, in one transaction, and
    the worker takes the row away when it is done.

    A broker can lose what it was given: what a worker took off the queue is gone when it is killed before it says that it has
    it. So the queue is not believed; a row that is still here at `again_at` is handed over again.
    """

    event_id = models.BigIntegerField()
    task = models.CharField(max_length=80)
    again_at = models.DateTimeField()
    tries = models.PositiveSmallIntegerField(default=1)  # 0: no broker took it yet

    retention = TECHNICAL
    personal = ()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["event_id", "task"], name="reaction_once")]
        indexes = [models.Index(fields=["again_at"], name="reaction_due")]


class SentForm(models.Model):
    """A form that was sent and carried out, by the token it held; sending it again leads to the same page."""

    token = models.CharField(max_length=40, unique=True)
    location = models.CharField(max_length=500)
    at = models.DateTimeField(default=clock.now)

    retention = TECHNICAL
    personal = ()


class ClockOffset(models.Model):
    """How far the demo's clock was moved. One row at most; none in production."""

    seconds = models.BigIntegerField(default=0)

    retention = TECHNICAL
    personal = ()
