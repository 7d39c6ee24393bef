"""Coming to a meeting: a place, or the waiting list that moves up by itself."""

from collections import Counter

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Party, User
from dialogues.hold import alone
from dialogues.models import Meeting, Registration, RegistrationState
from events import clock, log
from tenders.codes import hash_code
from tenders.locks import hold
from tenders.refusal import Refused


@transaction.atomic
def register(
    *,
    meeting: Meeting,
    by: User | None,
    name: str = "",
    email: str = "",
    party: Party | None = None,
    organisation: str = "",
    code: str = "",
) -> Registration:
    """A place, or one on the waiting list when all are taken, or all of this organisation. With an account, or a name and `code`.

    Who is registered already gets the same registration back.
    """
    hold(meeting.tender)
    meeting = alone(meeting)
    if found := _registered(meeting, by, code):
        return found
    if not meeting.is_coming:
        raise Refused(_("This meeting has begun or was called off. You can no longer register."), code="begun")
    organisation = " ".join(organisation.split())
    party = party or (Party.objects.filter(name__iexact=organisation).first() if organisation else None)
    registration = Registration(
        meeting=meeting,
        person=by,
        party=party,
        organisation="" if party else organisation,
        name=by.name if by else name.strip(),
        email="" if by else email,
        code_hash=None if by else hash_code(code),
        state=RegistrationState.WAITING,
        registered_at=clock.now(),
    )
    if _Room(meeting).takes(registration):
        registration.state = RegistrationState.REGISTERED
    registration.full_clean()
    registration.save()
    log.record("dialogues.registered", by=by, thing=registration, public=True, state=str(registration.state))
    return registration


@transaction.atomic
def cancel_registration(*, registration: Registration, by: User | None) -> Registration:
    """Give the place back; who waits longest gets it. Cancelling twice changes nothing."""
    meeting = alone(registration.meeting)
    registration = Registration.objects.select_related("meeting__tender__municipality").get(pk=registration.pk)
    if registration.state == RegistrationState.CANCELLED:
        return registration
    if meeting.has_begun:
        raise Refused(_("This meeting has begun, so there is nothing to cancel any more."), code="begun")
    registration.state, registration.cancelled_at = RegistrationState.CANCELLED, clock.now()
    registration.save(update_fields=["state", "cancelled_at"])
    log.record("dialogues.registration_cancelled", by=by, thing=registration, public=True)
    move_up(meeting)
    return registration


def move_up(meeting: Meeting) -> list[Registration]:
    """Give the free places to who waits longest and whose organisation has room. Only for who holds the meeting's lock."""
    waiting = meeting.registrations.filter(state=RegistrationState.WAITING).select_related("meeting__tender__municipality", "party")
    room = _Room(meeting)
    lucky = [registration for registration in waiting.order_by("registered_at", "id") if room.takes(registration)]
    for registration in lucky:
        registration.state = RegistrationState.REGISTERED
        registration.save(update_fields=["state"])
        log.record("dialogues.moved_up", by=None, thing=registration, public=True)
    return lucky


class _Room:
    """The places that are left in a meeting, in all and for each organisation."""

    def __init__(self, meeting: Meeting):
        here = meeting.registrations.filter(state=RegistrationState.REGISTERED).select_related("party")
        self._per_party = meeting.per_party
        self._of_party = Counter(one.counted_for for one in here)
        self._left = meeting.capacity - self._of_party.total()

    def takes(self, registration: Registration) -> bool:
        """Take a place for this one, if there is one."""
        counted_for = registration.counted_for
        if self._left <= 0 or (counted_for and self._of_party[counted_for] >= self._per_party):
            return False
        self._left -= 1
        self._of_party[counted_for] += 1
        return True


def places_taken(meeting: Meeting) -> int:
    return meeting.registrations.filter(state=RegistrationState.REGISTERED).count()


def _registered(meeting: Meeting, by: User | None, code: str) -> Registration | None:
    if by is None:
        return meeting.registrations.filter(code_hash=hash_code(code)).first()
    return meeting.registrations.filter(person=by).exclude(state=RegistrationState.CANCELLED).first()
