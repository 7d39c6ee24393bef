"""Every way in for who has a plan, and which of them are open for a plan about a tender as it stands now."""

from typing import NamedTuple

from django.urls import reverse
from django.utils.translation import gettext as _

from tenders.models import Tender
from tenders.steps import Step


class Way(NamedTuple):
    """A way in: what it is, what it means, and where it begins; without an address one calls the municipality."""

    name: str
    means: str
    url: str = ""


def ways_in(tender: Tender | None) -> list[Way]:
    """After a request was published only what keeps bidders equal: to bid, alone or together, and to ask in public."""
    if tender is None or not tender.is_running:
        return [_small_grant(), _together()]
    if tender.step >= Step.SELECTION and tender.traits.competition:
        return [_bid(tender), _together(), _ask(tender)]
    found = [_small_grant(), _together()]
    if tender.traits.call:
        found.append(_write_along(tender))
    if tender.traits.competition:
        found += [_committee(tender), _bid_later()]
    return found


def _small_grant() -> Way:
    return Way(_("A small grant"), _("One page and one talk. Fit for something small that can begin soon."))


def _together() -> Way:
    return Way(_("Together with others"), _("Look for a party that does what you don't do. Together you can do more."))


def _write_along(tender: Tender) -> Way:
    return Way(_("Write along"), _("Help to write what the municipality asks for."), reverse("calls:show_call", args=[tender.slug]))


def _committee(tender: Tender) -> Way:
    url = reverse("portal:show_tender", args=[tender.slug])
    return Way(_("In the committee"), _("Help to choose who does the work. Then you cannot do it yourself."), url)


def _bid_later() -> Way:
    return Way(_("Hand in later"), _("As soon as the request is published, everybody can hand in a plan, you too."))


def _bid(tender: Tender) -> Way:
    return Way(_("Hand in"), _("Everybody hands in on the same terms."), reverse("bids:list_rounds", args=[tender.slug]))


def _ask(tender: Tender) -> Way:
    return Way(
        _("Ask a question"), _("The answer goes to everybody at one moment."), reverse("tenders:list_questions", args=[tender.slug])
    )
