"""Sweeps: hand over what a broken broker left behind or lost, seal the log, forget tokens."""

import datetime as dt

from celery import shared_task

from events import clock, log, seal
from events.models import Reaction, SentForm


@shared_task(name="events.sweep")
def sweep() -> int:
    """Hand over what no broker took yet, and again what was not done in time; returns how many."""
    due = Reaction.objects.filter(again_at__lte=clock.now())
    unsent = due.filter(tries=0).order_by("event_id")[:1000]
    # Not many at once: what waits in a long queue is not lost, and need not stand in it twice.
    undone = due.filter(tries__gt=0, tries__lt=log.MOST_TRIES).order_by("again_at")[:200]
    return sum(1 for reaction in [*unsent, *undone] if log.hand_over_again(reaction))


@shared_task(name="events.seal")
def seal_log() -> int:
    return seal.seal()


@shared_task(name="events.forget_sent_forms")
def forget_sent_forms() -> int:
    """Tokens of forms that were sent are of no use after two days."""
    return SentForm.objects.filter(at__lt=clock.now() - dt.timedelta(days=2)).delete()[0]
