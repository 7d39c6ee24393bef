"""Saying what a party offers and seeks. How to reach it is kept apart."""

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from accounts.models import Municipality, Party, User
from coalitions.models import Contact, Listing, Resource
from coalitions.plain_words import contact_in
from coalitions.private_log import record_private
from events import clock
from tenders.locks import hold
from tenders.models import Tender
from tenders.refusal import Changed, Refused

_TEXTS = ("offers_text", "seeks_text")


@transaction.atomic
def place_listing(
    *, municipality: Municipality, by: User, party: Party, contact: dict, tender: Tender | None = None, areas=(), themes=(), **said
) -> Listing:
    """Say what a party offers and seeks, for a tender or for the whole municipality; one for each.

    `said` holds offers, seeks (lists of Resource), offers_text, seeks_text and nameless; `contact` name, email and phone.
    """
    _check(by, party, municipality, tender, areas, themes, said)
    listing = Listing(party=party, municipality=municipality, tender=tender, placed_by=by, placed_at=clock.now(), **said)
    try:
        with transaction.atomic():
            listing.save()
    except IntegrityError:
        raise Refused({"tender": _("This party says already what it offers and seeks here. Change that one.")}) from None
    _keep_around(listing, contact, areas, themes)
    record_private("coalitions.listing_placed", by=by, row=listing, public=True)
    return listing


@transaction.atomic
def edit_listing(*, listing: Listing, by: User, version: int, contact: dict, areas=(), themes=(), **said) -> Listing:
    """Say it differently; who met through it stays met."""
    fresh = Listing.objects.for_page().select_for_update(of=("self",)).get(pk=listing.pk)
    if not fresh.stands:
        raise Refused(_("This was taken away, or its tender is over. It can no longer be changed."), code="over")
    if fresh.version != version:
        sentence = _("A colleague saved this while you were writing. What you wrote is still here; compare it first.")
        raise Changed(sentence, code="changed")
    _check(by, fresh.party, fresh.municipality, None, areas, themes, said)
    for name, value in said.items():
        setattr(fresh, name, value)
    fresh.version += 1
    fresh.save(update_fields=[*said, "version"])
    _keep_around(fresh, contact, areas, themes)
    record_private("coalitions.listing_edited", by=by, row=fresh, public=True)
    return fresh


@transaction.atomic
def withdraw_listing(*, listing: Listing, by: User) -> None:
    """Take it away. Questions that still wait end with it; who met through it keeps how to reach the other."""
    if Listing.objects.filter(pk=listing.pk, withdrawn_at=None).update(withdrawn_at=clock.now()):
        record_private("coalitions.listing_withdrawn", by=by, row=listing, public=True)


def _check(by: User, party: Party, place: Municipality, tender: Tender | None, areas, themes, said: dict) -> None:
    if party.pk not in by.party_ids():
        raise Refused({"party": _("You do not act for this party.")})
    if tender is not None:
        hold(tender)
        if place.pk not in tender.municipality_ids() or tender.published_at is None:
            raise Refused({"tender": _("Choose a tender of this municipality.")})
    if any(one.municipality_id != place.pk for one in (*areas, *themes)):
        raise Refused(_("Choose neighbourhoods and subjects of this municipality."), code="elsewhere")
    for name in ("offers", "seeks"):
        if not said[name] or not set(said[name]) <= set(Resource):
            raise Refused({name: _("Choose at least one thing from the list.")})
    for name in _TEXTS:
        if found := contact_in(said[name]):
            raise Refused({name: found})


def _keep_around(listing: Listing, contact: dict, areas, themes) -> None:
    listing.areas.set(areas)
    listing.themes.set(themes)
    Contact.objects.update_or_create(listing=listing, defaults=contact)
