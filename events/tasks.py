"""Two sweeps: hand over what a broken broker left behind, and seal the log."""

import datetime as dt

from celery import shared_task

from events import clock, log, seal
from events.models import Event, SentForm


@shared_task(name="events.sweep")
def sweep() -> int:
    """Hand over events that wait for longer than half a minute; returns how many were handed over."""
    before = clock.now() - dt.timedelta(seconds=30)
    waiting = Event.objects.filter(handed_over_at=None, at__lt=before).order_by("id")[:1000]
    return sum(1 for event in waiting if log.hand_over(event))


@shared_task(name="events.seal")
def seal_log() -> int:
    return seal.seal()


@shared_task(name="events.forget_sent_forms")
def forget_sent_forms() -> int:
    """Tokens of forms that were sent are of no use after two days."""
    return SentForm.objects.filter(at__lt=clock.now() - dt.timedelta(days=2)).delete()[0]
