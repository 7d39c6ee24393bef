"""Sweeps: hand over what a broken broker left behind or lost, seal the log, forget tokens."""

import datetime as dt

from celery import shared_task

from events import clock, log, seal
from events.models import Event, Reaction, SentForm


@shared_task(name="events.sweep")
def sweep() -> int:
    """Hand over events that wait for longer than half a minute, and again what was not done in time; returns how many."""
    before = clock.now() - dt.timedelta(seconds=30)
    waiting = Event.objects.filter(handed_over_at=None, at__lt=before).order_by("id")[:1000]
    handed = sum(1 for event in waiting if log.hand_over(event))
    # Not many at once: what waits in a long queue is not lost, and need not stand in it twice.
    undone = Reaction.objects.filter(again_at__lte=clock.now(), tries__lt=log.MOST_TRIES).order_by("again_at")[:200]
    return handed + sum(1 for reaction in undone if log.hand_over_again(reaction))


@shared_task(name="events.seal")
def seal_log() -> int:
    return seal.seal()


@shared_task(name="events.forget_sent_forms")
def forget_sent_forms() -> int:
    """Tokens of forms that were sent are of no use after two days."""
    return SentForm.objects.filter(at__lt=clock.now() - dt.timedelta(days=2)).delete()[0]
