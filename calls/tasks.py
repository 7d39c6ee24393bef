"""What follows from an event of step 3, outside the request. Each takes the event's id and may run twice."""

from celery import shared_task
from django.utils import translation

from calls.guide import kept_lines
from calls.models import CallVersion, ProcedureChoice
from calls.printed import Printed
from documents.pdf import render
from events import log
from events.models import Event
from tenders.law.answers import Answers
from tenders.law.questions import answers_in_words


@shared_task(name="calls.render_choice_memo")
def render_choice_memo(event_id: int) -> None:
    """The memo of a choice as PDF, as soon as everybody signed."""
    choice = ProcedureChoice.objects.for_page().select_related("tender__municipality").get(pk=_thing_of(event_id))
    if choice.memo is None or choice.memo.file:
        return
    with translation.override(choice.memo.language):
        context = {
            "choice": choice,
            "tender": choice.tender,
            "rules": kept_lines(choice.advice["rules"]),
            "answers": answers_in_words(Answers.of(choice.answers)),
        }
    render(choice.memo, "documents/choice_memo.html", context, folder=choice.tender.folder())
    log.record("calls.memo_rendered", by=None, thing=choice, public=True, file_sha256=choice.memo.file_sha256)


@shared_task(name="calls.render_call")
def render_call(event_id: int) -> None:
    """The prepared request as PDF. Nobody outside the team can read it before it is published."""
    version = CallVersion.objects.select_related("tender__municipality", "document").get(pk=_thing_of(event_id))
    context = {"version": version, "tender": version.tender, "printed": Printed(version)}
    render(version.document, "documents/call.html", context, folder=version.tender.folder())


def _thing_of(event_id: int) -> int:
    return Event.objects.values_list("thing_id", flat=True).get(pk=event_id)
