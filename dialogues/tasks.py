"""What comes by itself: minutes are locked, people reminded of meetings and promises, meetings of a stopped tender called off,
missing groups named anew.
"""

import datetime as dt

from celery import shared_task
from django.utils import translation
from django.utils.translation import gettext as _

from dialogues import actions
from dialogues.models import Conclusion, Dialogue, Edition, Meeting, NamedAmount, Rule
from documents.pdf import render
from events import clock, log
from events.models import Event
from tenders.models import Move, StepChange


@shared_task(name="dialogues.lock_minutes")
def lock_minutes() -> int:
    """Lock what can be locked; returns how many. What waits for a decision stays open."""
    over = Meeting.objects.filter(locked_at=None, corrections_until__lt=clock.today()).select_related("tender__municipality")
    return sum(actions.lock_minutes(meeting=meeting) for meeting in over.order_by("pk")[:500])


@shared_task(name="dialogues.remind_of_meetings")
def remind_of_meetings() -> int:
    """Remind who comes within a day, once; returns of how many meetings."""
    now = clock.now()
    soon = Meeting.objects.upcoming(now).filter(begins_at__lte=now + dt.timedelta(days=1))
    soon = soon.filter(reminded_at=None, tender__withdrawn_at=None)
    return sum(actions.remind_of_meeting(meeting=meeting) for meeting in soon.order_by("pk")[:500])


@shared_task(name="dialogues.cancel_meetings")
def cancel_meetings(event_id: int) -> int:
    """After a tender was stopped its meetings do not take place: who registered hears it; returns how many were called off."""
    event = Event.objects.get(pk=event_id)
    stopped = StepChange.objects.filter(tender=event.tender_id, move=Move.WITHDRAW).order_by("-pk").first()
    with translation.override("nl"):  # everybody reads it on the page of the meeting, as the team would have written it
        reason = _("The tender was stopped. %(reason)s") % {"reason": stopped.reason}
    coming = Meeting.objects.upcoming().filter(tender=event.tender_id).order_by("pk")
    return len([actions.cancel_meeting(meeting=meeting, by=stopped.by, reason=reason) for meeting in coming])


@shared_task(name="dialogues.remind_of_promises")
def remind_of_promises() -> int:
    """Remind teams of what they would say today, or should have said; returns of how many."""
    due = Rule.objects.promised().filter(reminded_at=None, known_on__lte=clock.today())
    return sum(actions.remind_of_promise(rule=rule) for rule in due.order_by("pk")[:500])


@shared_task(name="dialogues.tell_what_is_over")
def tell_what_is_over() -> int:
    """Tell of dialogues whose last day went by, once; returns of how many."""
    over = Dialogue.objects.over_untold().select_related("tender")
    return sum(actions.tell_it_is_over(dialogue=dialogue) for dialogue in over.order_by("pk")[:500])


@shared_task(name="dialogues.remind_of_amounts")
def remind_of_amounts() -> int:
    """Remind teams of the amount of a working day that they would name today, once; returns of how many."""
    due = NamedAmount.objects.due(clock.today()).filter(reminded_at=None).select_related("meeting")
    return sum(actions.remind_of_amount(amount=amount) for amount in due.order_by("pk")[:500])


@shared_task(name="dialogues.name_missing_anew")
def name_missing_anew(event_id: int) -> int:
    """Of new area figures: name the missing groups again where people told about themselves; returns in how many dialogues."""
    place = Event.objects.values_list("municipality_id", flat=True).get(pk=event_id)
    told = Dialogue.objects.for_page().filter(tender__municipality=place, about_counts__shown__gt=0).distinct()
    dialogues = list(told)
    for dialogue in dialogues:
        actions.show_who_is_missing(dialogue=dialogue)
    return len(dialogues)


@shared_task(name="dialogues.remind_of_rests")
def remind_of_rests() -> int:
    """Tell the team of each dialogue that rested until today, once; returns how many."""
    due = Conclusion.objects.resting().filter(rests_until__lte=clock.today(), reminded_at=None).select_related("tender")
    return sum(actions.remind_of_rest(conclusion=conclusion) for conclusion in due.order_by("pk")[:500])


@shared_task(name="dialogues.render_report")
def render_report(event_id: int) -> None:
    """The newest edition of the report of a dialogue as PDF; may run twice."""
    conclusion_id = Event.objects.values_list("thing_id", flat=True).get(pk=event_id)
    edition = Edition.objects.select_related("conclusion__tender__municipality", "document")
    newest = edition.filter(conclusion=conclusion_id).order_by("-number").first()
    context = {"edition": newest, "tender": newest.tender, "report": newest.content}
    if newest.document.file:
        return
    render(newest.document, "documents/dialogue_report.html", context, folder=newest.tender.folder())
    log.record("dialogues.report_rendered", by=None, thing=newest, public=True, file_sha256=newest.document.file_sha256)
