"""What the pages of the market gather: who completes a listing and why, and whom one meets."""

from dataclasses import dataclass

from django.db.models import Q

from coalitions.matching import complements
from coalitions.models import Answer, Introduction, Listing
from coalitions.rows import ListingRow, name_of, row_of, without_name
from coalitions.wording import card_of, reasons


@dataclass(frozen=True)
class Completing:
    """Another listing that completes ours: what may be read of it, why, and what was said between the two."""

    row: ListingRow
    reasons: list[str]
    is_mutual: bool
    state: str
    introduction: Introduction | None


def matches_of(listing: Listing, known: set[int]) -> list[Completing]:
    """Who completes this listing, the best first; five statements, however many there are.

    The names of parties that keep theirs back do not count in the order: it would show through.
    """
    here = Q(municipality=listing.municipality_id)
    if listing.tender_id:
        here |= Q(tender=listing.tender_id)
    others = Listing.objects.standing().for_list().filter(here).exclude(party=listing.party_id)
    rows = {one.pk: one for one in others.filter(Q(tender=None) | Q(tender__published_at__isnull=False))}
    cards = [card_of(one, name_of(one, known) or "\uffff") for one in rows.values()]
    areas = {area.pk: area.name for area in listing.areas.all()}
    themes = {theme.pk: theme.name for theme in listing.themes.all()}
    said = _said(listing)
    return [
        Completing(
            row=row_of(rows[match.other.key], known),
            reasons=reasons(match, areas, themes),
            is_mutual=match.is_mutual,
            state=state_of(said.get(match.other.key), listing.pk),
            introduction=said.get(match.other.key),
        )
        for match in complements(card_of(listing, listing.party.name), cards)
    ]


def _said(listing: Listing) -> dict[int, Introduction]:
    """What stands between this listing and another, by the other's id: the newest that was not taken back."""
    found: dict[int, Introduction] = {}
    rows = Introduction.objects.filter(Q(asker=listing) | Q(asked=listing), taken_back_at=None).order_by("id")
    for one in rows.select_related("asker", "asked"):
        found[one.asked_id if one.asker_id == listing.pk else one.asker_id] = one
    return found


def state_of(introduction: Introduction | None, own: int) -> str:
    """In one word how far two are, seen from the own listing: "", waits, asked, met, no, over."""
    if introduction is None:
        return ""
    if introduction.answer:
        return "met" if introduction.answer == Answer.YES else "no"
    if not introduction.waits:
        return "over"
    return "waits" if introduction.asker_id == own else "asked"


@dataclass(frozen=True)
class Between:
    """An introduction as one of the two sees it: both names, and how far it is."""

    introduction: Introduction
    ours: str
    theirs: str
    state: str


def meetings_of(user):
    """All that was asked by and of one's own parties, what waits for an answer first."""
    return Introduction.objects.visible_to(user).for_list().order_by("answer", "-asked_at", "-id")


def between(introduction: Introduction, user, known: set[int]) -> Between:
    ours, theirs = introduction.side_of(user.party_ids())
    return Between(introduction, ours.party.name, name_of(theirs, known) or without_name(), state_of(introduction, ours.pk))
