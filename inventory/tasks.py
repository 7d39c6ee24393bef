"""What comes by itself: the signal of a contract's end, the letter of what may stop, that it goes on after all, and the votes of a
board.
"""

from celery import shared_task
from django.utils import translation
from django.utils.translation import gettext as _

from accounts.models import Municipality
from documents.pdf import render
from events.models import Event
from inventory import actions
from inventory.models import Board, Line, MayStop
from tenders.models import Move, StepChange


@shared_task(name="inventory.signal_ends")
def signal_ends() -> int:
    """Tell each municipality of what ends, once; returns of how many contracts."""
    places = Municipality.objects.filter(pk__in=Line.objects.running_that_end().order_by().values("municipality_id"))
    return sum(actions.signal_ends(municipality=place) for place in places.order_by("pk"))


@shared_task(name="inventory.let_results_come")
def let_results_come() -> int:
    """Tell who asked that the votes of a board are there, where the day came before anybody showed them; returns of how many."""
    return sum(actions.let_result_come(board=board) for board in Board.objects.result_due().order_by("pk")[:500])


@shared_task(name="inventory.go_on")
def go_on(event_id: int) -> int:
    """After a tender was stopped nothing stops by it any more; returns how many contracts and subsidies go on."""
    event = Event.objects.get(pk=event_id)
    stopped = StepChange.objects.filter(tender=event.tender_id, move=Move.WITHDRAW).order_by("-pk").first()
    with translation.override("nl"):  # a party reads it in the language of the letter
        reason = _("The tender was stopped. %(reason)s") % {"reason": stopped.reason}
    rows = MayStop.objects.standing().filter(tender=event.tender_id).order_by("pk")
    return len([actions.take_back(may_stop=row, by=stopped.by, reason=reason) for row in rows])


@shared_task(name="inventory.render_letter")
def render_letter(event_id: int) -> None:
    """The letter of what may stop as PDF, after it was told. What was made is not made again."""
    row = MayStop.objects.for_page().get(pk=Event.objects.values_list("thing_id", flat=True).get(pk=event_id))
    if row.letter:
        context = {"letter": row.letter_content, "sha": row.letter.content_sha256}
        render(row.letter, "documents/may_stop.html", context, folder=row.tender.folder())
