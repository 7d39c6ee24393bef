"""What changed in a tender, from the log, in one sentence each."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from events.models import Event

# Event, sentence, page (a url name that takes the tender's address).
SENTENCES = {
    "tenders.tender_published": (_("The tender became public."), "portal:show_tender"),
    "tenders.step_left": (_("The tender went to its next step."), "portal:show_tender"),
    "tenders.step_sent_back": (_("The tender went back a step."), "portal:show_tender"),
    "tenders.tender_withdrawn": (_("The tender was stopped."), "portal:show_tender"),
    "tenders.tender_completed": (_("The tender was completed."), "portal:show_tender"),
    "tenders.answers_published": (_("Questions were answered, for everybody at once."), "tenders:list_questions"),
    "tenders.steps_planned": (_("The planning changed."), "portal:show_tender"),
}


@dataclass(frozen=True)
class Change:
    at: object
    sentence: str
    url: str


def recent_changes(tender, limit: int = 5) -> list[Change]:
    """The newest public changes, newest first; one query."""
    events = Event.objects.filter(tender_id=tender.pk, is_public=True, name__in=SENTENCES).order_by("-id")[:limit]
    return [Change(event.at, SENTENCES[event.name][0], reverse(SENTENCES[event.name][1], args=[tender.slug])) for event in events]
