"""What changed in a tender, from the log, in one sentence each."""

from dataclasses import dataclass

from django.db.models import OuterRef, Subquery
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from dialogues.models import Meeting
from events.composed import composed_once
from events.models import Event
from tenders.addresses import address

_MEETING = "dialogues:show_meeting"  # the page of the meeting that it is about

# Event, sentence, page (a url name that takes the tender's address).
SENTENCES = {
    "tenders.tender_published": (_("The tender became public."), "portal:show_tender"),
    "tenders.step_left": (_("The tender went to its next step."), "portal:show_tender"),
    "tenders.step_sent_back": (_("The tender went back a step."), "portal:show_tender"),
    "tenders.tender_withdrawn": (_("The tender was stopped."), "portal:show_tender"),
    "tenders.tender_completed": (_("The tender was completed."), "portal:show_tender"),
    "tenders.answers_published": (_("Questions were answered, for everybody at once."), "tenders:list_questions"),
    "tenders.steps_planned": (_("The planning changed."), "portal:show_tender"),
    "dialogues.dialogue_published": (_("The conversation opened."), "dialogues:show_dialogue"),
    "dialogues.meeting_planned": (_("A meeting was planned."), _MEETING),
    "dialogues.meeting_reported": (_("The report of a meeting is there."), _MEETING),
    "dialogues.dialogue_closed": (_("The conversation was closed."), "dialogues:show_dialogue"),
    "dialogues.last_day_over": (_("The last day of the conversation was over."), "dialogues:show_dialogue"),
    "dialogues.dialogue_concluded": (_("The dialogue was concluded, with a report."), "dialogues:show_conclusion"),
    "dialogues.council_decision_recorded": (_("The council decided on a proposal of a theme group."), "dialogues:list_groups"),
    "calls.amendment_decided": (_("A proposal for other words got an answer."), "calls:list_amendments"),
    "calls.call_adopted": (_("The request was adopted."), "calls:show_call"),
    "calls.call_published": (_("The request was published."), "calls:show_call"),
    "calls.choice_signed": (_("A route was signed."), "calls:show_procedure"),
    "bids.bids_opened": (_("Two officials opened all bids together."), "evaluation:show_selection"),
    "evaluation.member_recused": (_("A member left the committee."), "evaluation:show_committee"),
    "evaluation.decision_sent": (_("The decision was sent to everybody at once."), "evaluation:show_selection"),
    "evaluation.lot_suspended": (_("A lot stands still for a while."), "evaluation:show_selection"),
    "contracts.contract_signed": (_("A contract was signed."), "contracts:show_contracts"),
    "monitoring.measurement_reported": (_("Something was measured."), "monitoring:show_monitoring"),
    "monitoring.reflection_closed": (_("People looked back together."), "monitoring:show_monitoring"),
    "monitoring.lesson_drawn": (_("A lesson was written down."), "monitoring:show_monitoring"),
}


@dataclass(frozen=True)
class Change:
    at: object
    sentence: str
    url: str


def recent_changes(tender, limit: int = 5) -> list[Change]:
    """The newest public changes, newest first; one query."""
    return [
        Change(at, SENTENCES[name][0], _page(name, tender.slug, meeting))
        for name, at, meeting in _newest(tender.pk, slice(0, limit))
    ]


def _page(name: str, slug: str, meeting: str | None) -> str:
    page = SENTENCES[name][1]
    if page != _MEETING:
        return address(page, slug)
    return reverse(page, args=[slug, meeting]) if meeting else address("dialogues:show_dialogue", slug)


@composed_once
def _newest(tender_id, cut):
    """With the address of the meeting, where it is about one."""
    events = Event.objects.filter(tender_id=tender_id, is_public=True, name__in=SENTENCES).order_by("-id")
    meetings = Meeting.objects.filter(pk=OuterRef("thing_id"), tender=OuterRef("tender_id")).values("public_id")[:1]
    return events.values_list("name", "at", Subquery(meetings))[cut]
