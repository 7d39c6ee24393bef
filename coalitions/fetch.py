"""Fetching is checking: the only ways for a view to get a listing, an introduction or a coalition."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404

from accounts.models import Municipality
from accounts.permissions import check, fetch
from coalitions.models import Coalition, Introduction, Listing, Member, Stakeholder
from tenders.fetch import tender_for
from tenders.models import Tender


def place_for(request, slug: str, permission: str) -> Municipality:
    """The municipality at this address, which the page is of."""
    request.municipality = check(request.user, permission, get_object_or_404(Municipality, slug=slug))
    return request.municipality


def listing_for(request, public_id: str, permission: str = "coalitions.view_listing") -> Listing:
    listing = fetch(Listing.objects.for_page(), request.user, permission, public_id=public_id)
    request.municipality = listing.municipality
    return listing


def introduction_for(request, public_id: str, permission: str = "coalitions.view_introduction") -> Introduction:
    return _between_parties(Introduction, request, public_id, permission)


def coalition_for(request, public_id: str, permission: str = "coalitions.view_coalition") -> Coalition:
    return _between_parties(Coalition, request, public_id, permission)


def member_for(request, public_id: str, permission: str = "coalitions.view_invitation") -> Member:
    return _between_parties(Member, request, public_id, permission)


def map_for(request, slug: str, permission: str) -> Tender:
    """The tender whose map it is."""
    tender = tender_for(request.user, slug, permission)
    request.municipality = tender.municipality
    return tender


def stakeholder_for(request, slug: str, public_id: str, permission: str) -> Stakeholder:
    stakeholder = fetch(Stakeholder.objects.for_page(), request.user, permission, tender__slug=slug, public_id=public_id)
    request.municipality = stakeholder.tender.municipality
    return stakeholder


def _between_parties(model, request, public_id: str, permission: str):
    """Who is not signed in does that first, and keeps what was typed; to all others it is not there."""
    if not request.user.is_authenticated:
        raise PermissionDenied(permission)
    thing = fetch(model.objects.for_page(), request.user, permission, public_id=public_id)
    request.municipality = thing.municipality
    return thing
