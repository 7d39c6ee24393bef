"""Making the letters, the decision and its record as PDF, after they were prepared. Each may run twice."""

from celery import shared_task

from documents import pdf
from evaluation import freezing
from evaluation.models import AwardDecision, Letter
from events.models import Event


@shared_task(name="evaluation.render_decision")
def render_decision(event_id: int) -> None:
    """Every letter of a prepared decision, the decision itself, and the record. What was made is not made again."""
    event = Event.objects.get(pk=event_id)
    decision = AwardDecision.objects.for_page().filter(pk=event.thing_id, prepared_at__isnull=False).first()
    if decision is None:  # changed since; it will be prepared again
        return
    folder = decision.tender.folder()
    for letter in Letter.objects.filter(decision=decision, document__rendered_at=None).select_related("document"):
        _render(letter.document, "award_letter", "letter", letter.content, folder)
    _render(decision.document, "award_decision", "decision", decision.content, folder)
    if decision.record:
        _render(decision.record, "evaluation_record", "record", decision.record_content, folder)


def _render(document, template: str, name: str, content: dict, folder: str) -> None:
    shown = freezing.days(content)
    pdf.render(document, f"documents/{template}.html", {name: shown, "about": shown}, folder=folder)
