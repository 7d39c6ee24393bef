"""Recording what happened, and handing it to config/reactions.py after the commit."""

import hashlib
import logging
import secrets
import time

from celery import current_app
from django.conf import settings
from django.db import models, transaction
from django.utils.module_loading import import_string
from kombu.exceptions import OperationalError

from events import clock
from events.models import Event

log = logging.getLogger(__name__)
# After a broker failed we do not ask it again for a while: the sweep hands over what waits.
_PAUSE_SECONDS = 20
_broker_away_until = 0.0


def record(name: str, *, by, thing: models.Model, public: bool = False, reason: str = "", day_only: bool = False, **data) -> Event:
    """Record `name` ("bids.bid_submitted") about `thing`, in the caller's transaction; reactions follow the commit.

    `by` is a user, or None for the platform itself and for who is anonymous. `data` holds ids, numbers and hashes only;
    a `reason` is stored as a salted hash. Municipality, tender and lot are read from `thing`. With `day_only` it says on which
    day it was and no more: of what an anonymous person did, the moment could lead back.
    """
    if reason:
        salt = secrets.token_hex(8)
        data["reason"] = salt + ":" + hashlib.sha256((salt + reason).encode()).hexdigest()
    event = Event.objects.create(
        name=name,
        at=clock.beginning_of(clock.today()) if day_only else clock.now(),
        municipality_id=_municipality_id(thing),
        tender_id=_id_of(thing, "tender"),
        lot_id=_id_of(thing, "lot"),
        actor_id=getattr(by, "pk", None),
        thing_kind=thing._meta.label_lower,
        thing_id=thing.pk,
        data=data,
        is_public=public,
    )
    transaction.on_commit(lambda: hand_over(event), robust=True)
    return event


class Alone:
    """A row as an event names it that must not say where it happened: its kind and its id, nothing around it.

    The log of a municipality is read by its people; such an event stands in the chain of the platform instead.
    """

    def __init__(self, row: models.Model):
        self._meta, self.pk = row._meta, row.pk


def record_read(*, by, thing: models.Model, what: str) -> Event:
    """Record that `by` was shown the secret `what`. Call it before showing: when this fails, nothing is shown."""
    return record("events.secret_read", by=by, thing=thing, what=what)


def hand_over(event: Event) -> bool:
    """Give the event to its reactions. A broker that is away costs the user nothing: the sweep tries again."""
    global _broker_away_until
    tasks = import_string(f"{settings.REACTION_TABLE}.REACTIONS").get(event.name, ())
    if tasks and time.monotonic() < _broker_away_until:
        return False
    try:
        for task in tasks:
            current_app.send_task(task, args=[event.pk]) if not settings.CELERY_TASK_ALWAYS_EAGER else current_app.tasks[
                task
            ].delay(event.pk)
    except (OperationalError, OSError) as error:
        _broker_away_until = time.monotonic() + _PAUSE_SECONDS
        log.warning("broker away, %s waits for the sweep: %s", event.name, error)
        return False
    day_only = event.at == clock.beginning_of(clock.day_of(event.at))  # then this moment may not tell more
    Event.objects.filter(pk=event.pk).update(handed_over_at=event.at if day_only else clock.now())
    return True


def _id_of(thing, kind: str) -> int | None:
    if thing._meta.model_name == kind:
        return thing.pk
    value = getattr(thing, f"{kind}_id", None)
    if value is None and (owner := getattr(thing, kind, None)) is not None:
        value = owner.pk
    return value


def _municipality_id(thing) -> int | None:
    if (found := _id_of(thing, "municipality")) is not None:
        return found
    tender = getattr(thing, "tender", None)
    return getattr(tender, "municipality_id", None)
