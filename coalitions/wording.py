"""Why two parties complete each other, in sentences."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from coalitions.matching import Card, Match
from coalitions.models import Listing
from coalitions.rows import labels, listed


def card_of(listing: Listing, name: str) -> Card:
    """What is compared of a listing; `name` as the reader may see it, since the order shows through."""
    return Card(
        key=listing.pk,
        party=listing.party_id,
        name=name,
        municipality=listing.municipality_id,
        tender=listing.tender_id,
        offers=frozenset(listing.offers),
        seeks=frozenset(listing.seeks),
        areas=frozenset(area.pk for area in listing.areas.all()),
        themes=frozenset(theme.pk for theme in listing.themes.all()),
    )


def reasons(match: Match, areas: Mapping[int, str], themes: Mapping[int, str]) -> list[str]:
    """One sentence for each reason; `areas` and `themes` are names by id."""
    said = []
    if match.they_bring:
        said.append(_("They offer what you seek: %(things)s.") % {"things": listed(labels(match.they_bring))})
    if match.we_bring:
        said.append(_("They seek what you offer: %(things)s.") % {"things": listed(labels(match.we_bring))})
    if match.shared_areas:
        said.append(_("You both work in %(areas)s.") % {"areas": _names(match.shared_areas, areas)})
    if match.shared_themes:
        said.append(_("It is about the same: %(themes)s.") % {"themes": _names(match.shared_themes, themes)})
    return said


def _names(ids, names: Mapping[int, str]) -> str:
    return listed(sorted(names[one] for one in ids))
