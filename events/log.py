"""Recording what happened, and handing it to config/reactions.py after the commit."""

import datetime as dt
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
from events.models import Event, Reaction

log = logging.getLogger(__name__)
# After a broker failed we do not ask it again for a while: the sweep hands over what waits.
_PAUSE_SECONDS = 20
_broker_away_until = 0.0
# Longer than the broker itself takes to give a killed worker's tasks to the next one; doubled with each try.
_AGAIN_AFTER = dt.timedelta(minutes=4)
MOST_TRIES = 6


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
    if tasks := reactions().get(name, ()):
        _keep_until_done(event, tasks)
        transaction.on_commit(lambda: hand_over(event, tasks), robust=True)
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


def hand_over(event: Event, tasks: tuple[str, ...]) -> None:
    """Give the event to its reactions. A broker that is away costs the user nothing: the sweep tries again."""
    left = [task for task in tasks if not _send(task, event.pk)]
    if left:
        at_once = event.at if clock.is_a_day(event.at) else clock.now()
        Reaction.objects.filter(event_id=event.pk, task__in=left).update(again_at=at_once, tries=0)


def hand_over_again(reaction: Reaction) -> bool:
    """Send once more what was not done in time; tasks may run twice. After the last try the row stays, for a person to read."""
    if not _send(reaction.task, reaction.event_id):
        return False
    again_at, tries = clock.now() + _AGAIN_AFTER * 2**reaction.tries, reaction.tries + 1
    # By its id: a quick worker has done it by now, and took its row away.
    Reaction.objects.filter(pk=reaction.pk).update(again_at=again_at, tries=tries)
    if tries == MOST_TRIES:
        log.error("%s of event %s is handed over for the last time", reaction.task, reaction.event_id)
    return True


def has_reacted(task: str, args: tuple) -> None:
    """A worker did this task; when an event asked for it, that is settled."""
    if len(args) == 1 and any(task in tasks for tasks in reactions().values()):
        Reaction.objects.filter(event_id=args[0], task=task).delete()


def reactions() -> dict[str, tuple[str, ...]]:
    return import_string(f"{settings.REACTION_TABLE}.REACTIONS")


def _keep_until_done(event: Event, tasks: tuple[str, ...]) -> None:
    """What the event asks of workers, in its own transaction: with the event it is there, and without it not."""
    if settings.CELERY_TASK_ALWAYS_EAGER:
        return  # it is done right after the commit, by who asked
    again_at = event.at + dt.timedelta(days=1) if clock.is_a_day(event.at) else clock.now() + _AGAIN_AFTER
    Reaction.objects.bulk_create([Reaction(event_id=event.pk, task=task, again_at=again_at) for task in tasks])


def _send(task: str, event_id: int) -> bool:
    """Whether the broker took it. One that failed is not asked again for a while."""
    global _broker_away_until
    if time.monotonic() < _broker_away_until:
        return False
    try:
        if settings.CELERY_TASK_ALWAYS_EAGER:
            current_app.tasks[task].delay(event_id)
        else:
            current_app.send_task(task, args=[event_id])
    except (OperationalError, OSError) as error:
        _broker_away_until = time.monotonic() + _PAUSE_SECONDS
        log.warning("broker away, %s of event %s waits for the sweep: %s", task, event_id, error)
        return False
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
