"""Taking hold of the request: its row locked, so that two who write in it come one after the other."""

from django.utils.translation import gettext as _

from calls.models import Call
from tenders.locks import hold
from tenders.models import Tender
from tenders.refusal import Changed
from tenders.steps import Step


def hold_call(tender: Tender, *steps: Step) -> Call:
    """The request of a tender that stands in one of `steps`, locked; made when it is not there yet."""
    tender = hold(tender, *steps)
    Call.objects.get_or_create(tender=tender)
    call = Call.objects.select_for_update().get(tender=tender)
    call.tender = tender
    return call


def hold_draft(tender: Tender) -> Call:
    """The request while it is written, locked. Raises Changed when it was adopted meanwhile."""
    call = hold_call(tender, *tender.writing_steps)
    if call.adopted_at:
        raise Changed(_("The request was adopted meanwhile. Nothing in it can be changed now."), code="adopted")
    return call
