"""What a slip says of whatever its code leads to."""

from textwrap import shorten

from django.utils import translation
from django.utils.translation import gettext as _

from budgets.models import Division
from budgets.papers import found_with_it
from dialogues.models import Contribution, Registration, RegistrationState
from documents.slips import Slip, slip_of
from initiatives.models import Initiative, Joining, Plan
from inventory.models import Sorting
from inventory.models.links import line_of
from tenders.codes import address_of
from tenders.dates import day, weekday_moment
from tenders.models import Question


def slip_for(found, code: str) -> bytes:
    """The slip of what a code led to, as a PDF. In Dutch, as all paper."""
    with translation.override("nl"):
        slip = next(words for kinds, words in _WORDS.items() if isinstance(found, kinds))(found)
    return slip_of(slip, code, address_of(""))


def _begun(found) -> Slip:
    if isinstance(found, Plan):
        finds = _("There you read the answer to your plan, and you can take it back.")
        if found.tender and found.tender.parties_compete and not found.tender.traits.invited_only:
            finds = _("There you read the answer to your plan. Do you want to do the work? Then hand in for the tender too.")
        return Slip(found.municipality.name, _("Your plan"), str(found), finds, _answer_of(found))
    if isinstance(found, Joining):
        finds = _("There you can take your name off the page again.")
        return Slip(found.municipality.name, _("You join"), str(found.initiative), finds)
    return Slip(found.municipality.name, _("What you began"), str(found), _("There you tell how it goes, and show photos."))


def _answer_of(plan: Plan) -> tuple[str, ...]:
    """Until when its makers wait for an answer, as long as they do."""
    waits = Plan.objects.unanswered().filter(pk=plan.pk).exists()
    return (_("You get an answer on %(day)s at the latest.") % {"day": day(plan.answer_by)},) if waits else ()


def _registered(found: Registration) -> Slip:
    """Somebody takes it home and hangs it up: so it says when and where, and whom to call."""
    meeting, tender = found.meeting, found.tender
    comes = meeting.is_coming and found.state != RegistrationState.CANCELLED
    finds = _("There you see how it stands, and can cancel.") if comes else _("There you see how it stands.")
    when = weekday_moment(meeting.begins_at)
    lines = (when[:1].upper() + when[1:], meeting.place, tender.title, _whom_to_call(tender))
    return Slip(tender.municipality.name, _standing(found), meeting.title, finds, tuple(filter(None, lines)))


def _standing(found: Registration) -> str:
    if found.state == RegistrationState.CANCELLED:
        return _("You are no longer registered")
    if found.meeting.cancelled_at:
        return _("This meeting does not take place")
    if found.state == RegistrationState.WAITING:
        return _("You were on the waiting list") if found.meeting.has_begun else _("You are on the waiting list")
    return _("Your place in the meeting")


def _whom_to_call(tender) -> str:
    """As templates/dialogues/_whom_to_call.html; on paper nobody presses a number."""
    if tender.contact_person:
        said = {"name": tender.contact_person, "phone": tender.contact_phone}
        return _("Do you have a question? Call %(name)s: %(phone)s.") % said
    return _("Call %(phone)s.") % {"phone": tender.municipality.phone} if tender.municipality.phone else ""


def _said(found) -> Slip:
    """Of a dialogue: a contribution, a report that something cannot stand there, a message from a room."""
    place = found.tender.municipality.name
    title = _("Your code")
    if isinstance(found, Contribution):
        title = _("Your contribution, number %(number)d") % {"number": found.number}
    return Slip(place, title, str(found.tender), _("There you read what became of what you said."))


def _divided(found: Division) -> Slip:
    finds = _("There you read why your form does not count.") if found.set_aside else found_with_it(found.budget)
    return Slip(found.budget.municipality.name, _("Your division"), found.budget.title, finds)


def _sorted(found: Sorting) -> Slip:
    finds = _("There you see what you chose, and change it until and including %(day)s.") % {"day": day(found.board.ends_on)}
    return Slip(found.board.municipality.name, _("Your choices"), found.board.title, finds)


def _asked(found: Question) -> Slip:
    place = found.tender.municipality if found.tender else found.municipality
    line = line_of(found)
    title = _("Your question about “%(line)s”") % {"line": line.title} if line else _("Your question")
    return Slip(place.name, title, shorten(found.text, 90, placeholder="…"), _("There you read the answer."))


_WORDS = {
    (Initiative, Joining, Plan): _begun,
    (Division,): _divided,
    (Sorting,): _sorted,
    (Question,): _asked,
    (Registration,): _registered,
    (object,): _said,
}
