"""What the pages of rounds and bids have in common: whose website it is, the words of the track, and a page for "closed"."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.permissions import allows
from bids.admission import why_closed
from bids.models import Bid, Submission
from events import clock
from tenders import dates
from tenders.models import Tender
from tenders.steps import Step
from tenders.words import word

_WORDS = ("bid", "bids", "bidder", "to_bid", "decision")


def show(request, template: str, tender: Tender, *, status: int = 200, **context):
    """A page about `tender`, in the words of its track."""
    request.municipality = tender.municipality
    words = {key: word(tender.track, key) for key in _WORDS}
    return render(
        request,
        f"bids/{template}.html",
        {"tender": tender, "words": words, "today": clock.today(), "seconds": _("j F Y, H:i:s"), **context},
        status=status,
    )


def closed_page(request, bid: Bid, permission: str):
    """None when the person may do this; a kind page when it is too late for it. Raises PermissionDenied for the wrong person."""
    if allows(request.user, permission, bid):
        return None
    writable = allows(request.user, "bids.write_bid", bid)
    if writable or not allows(request.user, "bids.view_bid", bid):
        raise PermissionDenied(permission)
    submission = Submission.objects.filter(bid=bid, withdrawn_at=None).first()
    reason = why_closed(bid) if bid.tender.step == Step.SELECTION else None
    return show(request, "closed", bid.tender, status=403, bid=bid, reason=reason, submission=submission)


def time_left(deadline) -> str:
    """ "Nog 23 dagen" in the language of the page; on the last day with the time."""
    days = (dates.local(deadline).date() - clock.today()).days
    if clock.now() > deadline:
        return _("Closed")
    if days == 0:
        return _("Today until %(time)s") % {"time": dates.clock_time(deadline)}
    return ngettext("%(count)d day left", "%(count)d days left", days) % {"count": days}
