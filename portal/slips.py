"""What a slip says of whatever its code leads to."""

from textwrap import shorten

from django.utils import translation
from django.utils.translation import gettext as _

from budgets.models import Division
from budgets.papers import found_with_it
from dialogues.models import Contribution, Registration
from documents.slips import Slip, slip_of
from initiatives.models import Initiative, Joining, Plan
from inventory.models import Sorting
from inventory.models.links import line_of
from tenders.codes import address_of
from tenders.dates import day
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
        return Slip(found.municipality.name, _("Your plan"), str(found), finds)
    if isinstance(found, Joining):
        finds = _("There you can take your name off the page again.")
        return Slip(found.municipality.name, _("You join"), str(found.initiative), finds)
    return Slip(found.municipality.name, _("What you began"), str(found), _("There you tell how it goes, and show photos."))


def _said(found) -> Slip:
    """Of a dialogue: a contribution, a place in a meeting, a report that something cannot stand there, a message from a room."""
    place = found.tender.municipality.name
    if isinstance(found, Registration):
        return Slip(place, _("Your place in the meeting"), str(found.meeting), _("There you see how it stands, and can cancel."))
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
    (object,): _said,
}
