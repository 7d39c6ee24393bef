"""Every way in for who has a plan, and which of them are open for a plan about a tender as it stands now."""

from typing import NamedTuple

from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import Municipality
from tenders.models import LotState, Tender
from tenders.routes import Route, Track
from tenders.steps import Step


class Way(NamedTuple):
    """A way in: what it is, what it means, and the page where it begins."""

    name: str
    means: str
    url: str


def ways_in(place: Municipality, tender: Tender | None, *, answered: bool = False) -> list[Way]:
    """Who has an answer to a plan is not told to ask for an amount in it.

    After a request was published only what keeps bidders equal: to bid, alone or together, and to ask in public; once the
    bids of every lot were opened nobody can bid any more.
    """
    if tender is None or not tender.is_running:
        return [*_small_grant(place, answered), _just_begin(place), _together(place), *_anywhere(place)]
    if tender.step >= Step.SELECTION and tender.traits.competition:
        is_open = tender.lots.filter(state=LotState.OPEN).exists()
        return [_bid(tender), _together(place, tender), _ask(tender)] if is_open else [_ask(tender)]
    found = [*_small_grant(place, answered), _together(place, tender)]
    if tender.traits.call:
        found.append(_write_along(tender))
    if tender.traits.competition:
        found += [_committee(tender), _bid_later(tender)]
    return found


def _small_grant(place: Municipality, answered: bool) -> list[Way]:
    """Where the municipality gives small grants now; else one asks for the amount with a plan, as long as it has no answer."""
    public = Tender.objects.running().led_by([place.pk]).filter(route=Route.SMALL_GRANT, published_at__isnull=False)
    slug = public.order_by("-published_at").values_list("slug", flat=True).first()
    if slug:
        means = _("One page and one talk. Fit for something small that can begin soon.")
        return [Way(_("A small grant"), means, reverse("portal:show_tender", args=[slug]))]
    if answered:
        return []
    means = _("No small grant is open here now. Say in your plan how much you need.")
    return [Way(_("A small grant"), means, reverse("initiatives:file_plan", args=[place.slug]))]


def _just_begin(place: Municipality) -> Way:
    means = _("Do you need no money or permit? Then begin, and tell where. One sentence is enough.")
    return Way(_("Just begin"), means, reverse("initiatives:begin_initiative", args=[place.slug]))


def _together(place: Municipality, tender: Tender | None = None) -> Way:
    url = reverse("coalitions:show_market", args=[place.slug]) + (f"?traject={tender.slug}" if tender else "")
    return Way(_("Together with others"), _("Look for a party that does what you don't do. Together you can do more."), url)


def _anywhere(place: Municipality) -> list[Way]:
    """What one can do in any tender of the municipality: the pages of what is open there, and of its tenders, say where."""
    here = f"?gemeente={place.slug}"
    chooses = _("Help to choose who does the work. Call the person who is named with a tender. Then you cannot do it yourself.")
    runs = _("Does a tender run already that fits? Help to write it, or hand in your plan there.")
    return [
        Way(_("Write along, or hand in"), runs, reverse("portal:take_part") + here),
        Way(_("In the committee"), chooses, reverse("portal:list_tenders") + here),
    ]


def _write_along(tender: Tender) -> Way:
    return Way(_("Write along"), _("Help to write what the municipality asks for."), reverse("calls:show_call", args=[tender.slug]))


def _committee(tender: Tender) -> Way:
    means = _("Help to choose who does the work. Then you cannot do it yourself.")
    return Way(_("In the committee"), means, reverse("evaluation:show_committee", args=[tender.slug]))


def _bid_later(tender: Tender) -> Way:
    here = reverse("portal:show_tender", args=[tender.slug])
    if tender.track == Track.SUBSIDY:
        return Way(_("Apply later"), _("As soon as the request is published, everybody can apply for the subsidy, you too."), here)
    return Way(_("Hand in later"), _("As soon as the request is published, everybody can hand in a plan, you too."), here)


def _bid(tender: Tender) -> Way:
    here = reverse("bids:list_rounds", args=[tender.slug])
    if tender.track == Track.SUBSIDY:
        return Way(_("Apply for the subsidy"), _("Everybody applies on the same terms."), here)
    return Way(_("Hand in"), _("Everybody hands in on the same terms."), here)


def _ask(tender: Tender) -> Way:
    url = reverse("tenders:list_questions", args=[tender.slug])
    return Way(_("Ask a question"), _("The answer goes to everybody at one moment."), url)
