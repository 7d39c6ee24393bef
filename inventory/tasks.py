"""What comes by itself: the signal of a contract's end, and the letter of what may stop."""

from celery import shared_task

from accounts.models import Municipality
from documents.pdf import render
from events.models import Event
from inventory import actions
from inventory.models import Line, MayStop


@shared_task(name="inventory.signal_ends")
def signal_ends() -> int:
    """Tell each municipality of what ends, once; returns of how many contracts."""
    places = Municipality.objects.filter(pk__in=Line.objects.running_that_end().order_by().values("municipality_id"))
    return sum(actions.signal_ends(municipality=place) for place in places.order_by("pk"))


@shared_task(name="inventory.render_letter")
def render_letter(event_id: int) -> None:
    """The letter of what may stop as PDF, after it was told. What was made is not made again."""
    row = MayStop.objects.for_page().get(pk=Event.objects.values_list("thing_id", flat=True).get(pk=event_id))
    if row.letter:
        context = {"letter": row.letter_content, "sha": row.letter.content_sha256}
        render(row.letter, "documents/may_stop.html", context, folder=row.tender.folder())
