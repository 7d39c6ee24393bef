"""Telling and sending, outside the request."""

from celery import shared_task

from events.models import Event
from notifications import sending
from notifications.tell import tell, tell_latecomer, tell_thread


@shared_task(name="notifications.tell")
def tell_people(event_id: int) -> int:
    """Tell everybody concerned by the event; may run twice."""
    return tell(Event.objects.get(pk=event_id))


@shared_task(name="notifications.tell_thread")
def tell_people_on_thread(event_id: int) -> int:
    """Tell who said something that their golden thread grew; may run twice."""
    return tell_thread(Event.objects.get(pk=event_id))


@shared_task(name="notifications.tell_latecomer")
def tell_who_comes_later(event_id: int) -> int:
    """Tell who came to a tender which questions were answered before; may run twice."""
    return tell_latecomer(Event.objects.get(pk=event_id))


@shared_task(name="notifications.send_waiting_mails")
def send_waiting_mails() -> int:
    return sending.send_waiting()
