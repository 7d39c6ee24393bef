"""Minutes of a meeting: a draft, corrections by who was there until a day, and then the lock."""

import datetime as dt

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from accounts.models import User
from dialogues.actions.dialogue import save_by_version
from dialogues.hold import alone
from dialogues.models import Contribution, Correction, CorrectionOutcome, Meeting, Registration, RegistrationState
from events import clock, log
from tenders.codes import hash_code
from tenders.locks import hold
from tenders.refusal import Changed, Refused

DAYS = 7
_MOST = 20  # corrections of one person
_MOST_BY_FORM = 50  # of all together who have no registration: they cannot be told apart


@transaction.atomic
def report_meeting(*, meeting: Meeting, by: User, version: int, report: str, days: int = DAYS) -> Meeting:
    """Tell everybody what was said, as a draft that can be corrected for so many days. Changed later, it keeps its first date."""
    hold(meeting.tender)
    fresh = alone(meeting)
    if fresh.cancelled_at or not fresh.has_begun:
        raise Refused(_("This meeting has not taken place yet."), code="not_begun")
    _refuse_locked(fresh)
    until = fresh.corrections_until or clock.today() + dt.timedelta(days=days)
    reported_at = fresh.reported_at or clock.now()
    save_by_version(meeting, version, report=report.strip(), reported_at=reported_at, corrections_until=until)
    log.record("dialogues.meeting_reported", by=by, thing=meeting, public=True, first=fresh.reported_at is None)
    return meeting


@transaction.atomic
def correct_minutes(*, meeting: Meeting, by: User | None, text: str, code: str = "") -> Correction:
    """Say what is wrong in the draft; only for who was there: with an account, with the code of the registration, or with the
    code of a form that was filled in there. Of the last nothing stays that leads to the form; and of a code that somebody
    typed while signed in, nothing that leads from it to the account.

    The same words of the same person are one correction.
    """
    hold(meeting.tender)
    meeting = alone(meeting)
    if not meeting.takes_corrections:
        raise Refused(_("These minutes can no longer be corrected. You can still ask a question about them."), code="closed")
    here = _own(meeting, by)
    if here is None:
        by, here = None, _with_code(meeting, code)
    name = here.name if here else _("Somebody with a form of this meeting")
    own = Correction.objects.filter(meeting=meeting, person=by, name=name)
    if found := own.filter(text=text.strip()).first():
        return found
    if own.count() >= (_MOST if here else _MOST_BY_FORM):
        raise Refused({"text": _("You said a lot already. Call the municipality for the rest.")})
    correction = Correction.objects.create(
        meeting=meeting, person=by, name=name, registration=here, text=text.strip(), at=clock.now()
    )
    log.record("dialogues.minutes_corrected", by=by, thing=correction)
    return correction


@transaction.atomic
def decide_correction(
    *, correction: Correction, by: User, outcome: CorrectionOutcome, version: int, report: str = "", reason: str = ""
) -> Correction:
    """Take a correction over, in the text of the `report`, or not, with the reason. Both stay to be read under it."""
    hold(correction.tender)
    meeting = alone(correction.meeting)
    correction = Correction.objects.get(pk=correction.pk)
    correction.meeting = meeting
    if correction.outcome:
        raise Changed(_("Somebody decided on this just before you."), code="changed")
    if outcome == CorrectionOutcome.REFUSED and not reason.strip():
        raise Refused({"reason": _("Say why you do not take it over. Everybody can read it.")})
    if outcome == CorrectionOutcome.ACCEPTED:
        if report.split() in ([], meeting.report.split()):  # a browser ends its lines in its own way
            raise Refused({"report": _("Change the report as was asked. Then it is taken over.")})
        save_by_version(meeting, version, report=report.strip())
    correction.outcome, correction.reason = outcome, reason.strip()
    correction.decided_by, correction.decided_at = by, clock.now()
    correction.save(update_fields=["outcome", "reason", "decided_by", "decided_at"])
    log.record("dialogues.correction_decided", by=by, thing=correction, public=True, reason=reason, outcome=str(outcome))
    _lock_when_ready(meeting)
    return correction


@transaction.atomic
def lock_minutes(*, meeting: Meeting) -> bool:
    """Lock minutes whose last day is over and whose corrections are all decided; whether that was so."""
    return _lock_when_ready(alone(meeting))


def _lock_when_ready(meeting: Meeting) -> bool:
    over = meeting.corrections_until is not None and meeting.corrections_until < clock.today()
    if not over or meeting.locked_at or meeting.corrections.undecided().exists():
        return False
    meeting.locked_at = clock.now()
    meeting.version += 1
    meeting.save(update_fields=["locked_at", "version"])
    log.record("dialogues.minutes_locked", by=None, thing=meeting, public=True)
    return True


def was_there(meeting: Meeting, by: User) -> bool:
    """Whether somebody with an account can correct its minutes; of who has none, the code says it."""
    return _own(meeting, by) is not None


def _own(meeting: Meeting, by: User | None) -> Registration | None:
    """The registration of an account with which somebody may have come."""
    here = meeting.registrations.filter(state=RegistrationState.REGISTERED, person=by).first() if by else None
    return here if here and here.may_have_come else None


def _with_code(meeting: Meeting, code: str) -> Registration | None:
    """The registration that the code is of; None for that of a form that was filled in there."""
    here = meeting.registrations.filter(state=RegistrationState.REGISTERED, code_hash=hash_code(code)).first()
    if not (here.may_have_come if here else _wrote_there(meeting, code)):
        raise Refused({"code": _("Only who was there can correct the minutes.")})
    return here


def _wrote_there(meeting: Meeting, code: str) -> bool:
    """Who came without registering, and filled in a form: typed in as said there, or printed for it and filled in that day."""
    that_day = Q(meeting=None, sheet__meeting=meeting, said_on=clock.day_of(meeting.begins_at))
    written = Contribution.objects.filter(code_hash=hash_code(code), withdrawn_at=None)
    return written.filter(Q(meeting=meeting) | that_day).exists()


def _refuse_locked(meeting: Meeting) -> None:
    if meeting.locked_at:
        raise Refused(_("These minutes are locked. They can no longer be changed."), code="locked")
