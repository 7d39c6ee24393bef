"""What a slip says of whatever its code leads to."""

from django.utils import translation
from django.utils.translation import gettext as _

from dialogues.models import Contribution, Registration
from documents.slips import Slip, slip_of
from initiatives.models import Initiative, Joining, Plan
from tenders.codes import address_of


def slip_for(found, code: str) -> bytes:
    """The slip of what a code led to, as a PDF. In Dutch, as all paper."""
    with translation.override("nl"):
        slip = _begun(found) if isinstance(found, Initiative | Joining | Plan) else _said(found)
    return slip_of(slip, code, address_of(""))


def _begun(found) -> Slip:
    if isinstance(found, Plan):
        finds = _("There you read the answer to your plan, and you can take it back.")
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
