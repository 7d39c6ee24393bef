"""What the pages of the market gather: who completes a listing and why, and whom one meets."""

import functools
import json
from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Case, F, Q, TextField, Value, When
from django.db.models.functions import Cast
from django.utils.translation import gettext as _

from coalitions.matching import Card, complements
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


class Matches:
    """Who completes a listing, the best first: all are compared by their bare values, and those of one page put into words."""

    def __init__(self, listing: Listing, known: set[int]):
        self._found = complements(card_of(listing, listing.party.name), _cards(listing, known))
        self._listing, self._known = listing, known

    def __len__(self) -> int:
        return len(self._found)

    def __getitem__(self, cut: slice) -> list[Completing]:
        areas = {area.pk: area.name for area in self._listing.areas.all()}
        themes = {theme.pk: theme.name for theme in self._listing.themes.all()}
        said, met = _said(self._listing)
        rows = Listing.objects.for_list().in_bulk([match.other.key for match in self._found[cut]])
        found = []
        for match in self._found[cut]:
            between_two = met.get(match.other.party) or said.get(match.other.key)
            state = state_of(between_two, self._listing.pk)
            row, why = row_of(rows[match.other.key], self._known), reasons(match, areas, themes)
            found.append(Completing(row, why, match.is_mutual, state, between_two))
        return found


def _cards(listing: Listing, known: set[int]) -> list[Card]:
    """The listings of other parties that everybody may read, here or for the same tender; two statements."""
    here = Q(municipality=listing.municipality_id)
    if listing.tender_id:
        here |= Q(tender=listing.tender_id)
    public = Q(tender=None) | Q(tender__published_at__isnull=False)
    others = Listing.objects.standing().filter(here & public).exclude(party=listing.party_id).order_by()
    # The names of parties that keep theirs back do not count in the order: it would show through.
    hidden = Q(nameless=True) & ~Q(party__in=known)
    name = Case(When(hidden, then=Value("\uffff")), default=F("party__name"))
    kinds = [Cast(field, TextField()) for field in ("offers", "seeks")]
    rows = others.values_list("pk", "party", name, "municipality", "tender", *kinds)
    areas, themes = _places_and_subjects(others)
    return [
        Card(pk, *about, _kinds(offers), _kinds(seeks), frozenset(areas[pk]), frozenset(themes[pk]))
        for pk, *about, offers, seeks in rows
    ]


@functools.lru_cache(maxsize=4096)
def _kinds(stored: str) -> frozenset[str]:
    """What is offered or sought, as it is stored: of hundreds of listings many say the same."""
    return frozenset(json.loads(stored))


def _places_and_subjects(listings) -> tuple[dict[int, list[int]], dict[int, list[int]]]:
    """The ids of the areas of each listing, and of its themes, by the listing's id."""
    areas, themes = Listing.areas.through.objects, Listing.themes.through.objects
    whole = areas.filter(listing__in=listings.values("pk")).values_list("listing", "area", Value(0))
    whole = whole.union(themes.filter(listing__in=listings.values("pk")).values_list("listing", "theme", Value(1)), all=True)
    found = defaultdict(list), defaultdict(list)
    for listing, one, which in whole:
        found[which][listing].append(one)
    return found


def _said(listing: Listing) -> tuple[dict[int, Introduction], dict[int, Introduction]]:
    """What stands between this listing and others, by their ids, the newest that was not taken back; and, by the ids of
    their parties, where the own party met them, by whatever listing."""
    said: dict[int, Introduction] = {}
    met: dict[int, Introduction] = {}
    rows = Introduction.objects.of_parties([listing.party_id]).filter(taken_back_at=None).order_by("id")
    for one in rows.select_related("asker", "asked"):
        ours, theirs = one.side_of([listing.party_id])
        if one.answer == Answer.YES:
            met[theirs.party_id] = one
        if ours.pk == listing.pk:
            said[theirs.pk] = one
    return said, met


def state_of(introduction: Introduction | None, own: int) -> str:
    """In one word how far two are, seen from the own listing: "", waits, asked, met, no, over."""
    if introduction is None:
        return ""
    if introduction.answer:
        return "met" if introduction.answer == Answer.YES else "no"
    if not introduction.waits:
        return "over"
    return "waits" if introduction.asker_id == own else "asked"


def waiting_with(listing: Listing, user) -> Introduction | None:
    """What waits between this listing and a party of this person; what they asked before what was asked of them."""
    waiting = Introduction.objects.waiting().visible_to(user).filter(Q(asker=listing) | Q(asked=listing))
    return waiting.order_by(Case(When(asker=listing, then=0), default=1), "id").first()


@dataclass(frozen=True)
class Between:
    """An introduction as one of the two sees it: both names, what was asked, and how far it is.

    Of a yes that was taken back who was asked sees no more than that there was one.
    """

    introduction: Introduction
    ours: str
    theirs: str
    message: str
    state: str
    is_gone: bool


def meetings_of(user):
    """All that was asked by and of one's own parties, what waits for an answer first."""
    return Introduction.objects.visible_to(user).for_list().order_by("answer", "-asked_at", "-id")


def between(introduction: Introduction, user, known: set[int]) -> Between:
    ours, theirs = introduction.side_of(user.party_ids())
    state = state_of(introduction, ours.pk)
    if introduction.taken_back_at and theirs.pk == introduction.asker_id:
        return Between(introduction, ours.party.name, _("A party that took its question back"), "", state, is_gone=True)
    name = name_of(theirs, known) or without_name()
    return Between(introduction, ours.party.name, name, introduction.message, state, is_gone=False)
