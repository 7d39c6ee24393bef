"""Planning meetings, and noting who came."""

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from dialogues.actions.dialogue import save_by_version
from dialogues.actions.registrations import move_up, places_taken
from dialogues.hold import alone
from dialogues.models import Meeting, Registration, RegistrationState
from events import clock, log
from tenders.locks import hold
from tenders.models import Tender
from tenders.refusal import Refused


@transaction.atomic
def plan_meeting(*, tender: Tender, by: User, **fields) -> Meeting:
    """A meeting in the step in which the tender stands now."""
    tender = hold(tender)
    meeting = Meeting(tender=tender, step=tender.step, **fields)
    _refuse_past(meeting.begins_at)
    meeting.full_clean()
    meeting.save()
    log.record("dialogues.meeting_planned", by=by, thing=meeting, public=True)
    return meeting


@transaction.atomic
def edit_meeting(*, meeting: Meeting, by: User, version: int, **fields) -> Meeting:
    """Change a meeting that has not begun; more places let who waits move up."""
    hold(meeting.tender)
    now = alone(meeting)
    if not now.is_coming:
        raise Refused(_("This meeting has begun or was called off. It can no longer be changed."), code="begun")
    if fields["begins_at"] != now.begins_at:
        _refuse_past(fields["begins_at"])
    taken = places_taken(now)
    if fields["capacity"] < taken:
        sentence = _("%(taken)d people are registered already. Choose at least as many places.") % {"taken": taken}
        raise Refused({"capacity": sentence})
    for name, value in fields.items():
        setattr(meeting, name, value)
    meeting.full_clean()
    save_by_version(meeting, version, **fields)
    if fields["begins_at"] != now.begins_at:
        Meeting.objects.filter(pk=meeting.pk).update(reminded_at=None)
    moved = fields["begins_at"] != now.begins_at or fields["ends_at"] != now.ends_at or fields["place"] != now.place
    log.record("dialogues.meeting_edited", by=by, thing=meeting, public=True, moved=moved)
    move_up(meeting)
    return meeting


@transaction.atomic
def cancel_meeting(*, meeting: Meeting, by: User, reason: str) -> Meeting:
    """Call a meeting off, also when its tender ended meanwhile. Its page stays, with the reason; who registered hears it."""
    meeting = alone(meeting)
    if meeting.cancelled_at:
        return meeting
    if meeting.has_begun:
        raise Refused(_("This meeting has begun, so it cannot be called off."), code="begun")
    meeting.cancelled_at, meeting.cancelled_because = clock.now(), reason.strip()
    meeting.version += 1
    meeting.save(update_fields=["cancelled_at", "cancelled_because", "version"])
    log.record("dialogues.meeting_cancelled", by=by, thing=meeting, public=True, reason=reason)
    return meeting


@transaction.atomic
def remind_of_meeting(*, meeting: Meeting) -> bool:
    """Let who comes hear that it is nearly time, once; whether they were not reminded yet.

    Of a tender that was stopped nothing takes place any more; what was planned in one that is completed may.
    """
    meeting = alone(meeting)
    if meeting.reminded_at or not meeting.is_coming or meeting.tender.withdrawn_at:
        return False
    meeting.reminded_at = clock.now()
    meeting.save(update_fields=["reminded_at"])
    log.record("dialogues.meeting_near", by=None, thing=meeting)
    return True


@transaction.atomic
def record_attendance(*, meeting: Meeting, by: User, present=(), guests: int | None = None) -> int:
    """Note who came, of those who had a place, and how many others; returns how many in all."""
    hold(meeting.tender)
    _refuse_before(meeting)
    meeting = alone(meeting)
    meeting.guests = guests or 0
    meeting.save(update_fields=["guests"])
    here = {registration.pk for registration in present}
    rows = list(Registration.objects.filter(meeting=meeting, state=RegistrationState.REGISTERED))
    for row in rows:
        row.attended = row.pk in here
    Registration.objects.bulk_update(rows, ["attended"])
    count = sum(row.attended for row in rows) + meeting.guests
    log.record("dialogues.attendance_recorded", by=by, thing=meeting, public=True, count=count)
    return count


def _refuse_past(begins_at) -> None:
    if begins_at <= clock.now():
        raise Refused({"begins_at": _("This moment is over. Choose one that is still to come.")})


def _refuse_before(meeting: Meeting) -> None:
    if meeting.cancelled_at or not meeting.has_begun:
        raise Refused(_("This meeting has not taken place yet."), code="not_begun")
