"""Listings as rows of a page: plain values, from which what may not be seen yet is left out."""

from typing import NamedTuple

from django.utils.translation import gettext as _

from coalitions.models import Introduction, Listing, Resource


class ListingRow(NamedTuple):
    """What everybody may read of a listing. `name` is empty as long as the party keeps it back."""

    public_id: str
    name: str
    kind: str
    place: str
    tender: str
    offers: tuple[str, ...]
    offers_text: str
    seeks: tuple[str, ...]
    seeks_text: str
    areas: str
    themes: str

    @property
    def shown_name(self) -> str:
        return self.name or without_name()


def without_name() -> str:
    return _("A party without its name")


def known_parties(user) -> set[int]:
    """The parties whose name this person may read anyhow: the own ones, and those with which both said yes."""
    if not user.is_authenticated or not user.party_ids():
        return set()
    mine = user.party_ids()
    met = Introduction.objects.agreed().of_parties(mine).values_list("asker__party_id", "asked__party_id")
    return {*mine, *(party for pair in met for party in pair)}


def name_of(listing: Listing, known: set[int]) -> str:
    """The name of its party; "" for who keeps it back from this reader."""
    return listing.party.name if not listing.nameless or listing.party_id in known else ""


def row_of(listing: Listing, known: set[int]) -> ListingRow:
    """A row of `for_list()`."""
    name = name_of(listing, known)
    return ListingRow(
        public_id=listing.public_id,
        name=name,
        kind=str(listing.party.get_kind_display()),
        place=listing.party.place if name else "",
        tender=listing.tender.title if listing.tender else "",
        offers=labels(listing.offers),
        offers_text=listing.offers_text,
        seeks=labels(listing.seeks),
        seeks_text=listing.seeks_text,
        areas=listed(area.name for area in listing.areas.all()),
        themes=listed(theme.name for theme in listing.themes.all()),
    )


def labels(values) -> tuple[str, ...]:
    """The words for resources, in the order of the list."""
    return tuple(str(one.label) for one in Resource if one.value in values)


def listed(words) -> str:
    """'een plek, vervoer en geld' in the language of the page."""
    *first, last = [str(word) for word in words] or [""]
    return _("%(several)s and %(last)s") % {"several": ", ".join(first), "last": last} if first else last
