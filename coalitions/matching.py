"""Which parties complete each other, and why: plain arithmetic over sets, that knows no database."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Card:
    """What one listing says. No areas is the whole municipality, no themes is every subject, no tender is any tender."""

    key: int
    party: int
    name: str
    municipality: int
    tender: int | None
    offers: frozenset[str]
    seeks: frozenset[str]
    areas: frozenset[int]
    themes: frozenset[int]


@dataclass(frozen=True)
class Match:
    """Another listing that completes ours, with each reason why."""

    other: Card
    they_bring: frozenset[str]
    we_bring: frozenset[str]
    shared_areas: frozenset[int]
    shared_themes: frozenset[int]

    @property
    def is_mutual(self) -> bool:
        return bool(self.they_bring and self.we_bring)


def complements(ours: Card, others: Iterable[Card]) -> list[Match]:
    """The listings that complete ours, the best first.

    Another listing completes ours when all of this is true:

    1. it is of another party, in the same municipality or for the same tender (some are led by two municipalities);
    2. the tenders meet: both name the same one, or one of the two names none;
    3. the areas meet: they share one, or one of the two is for the whole municipality;
    4. the themes meet: they share one, or one of the two names none;
    5. they offer something that we seek, or we offer something that they seek.

    The order: first who helps in both directions; then by the number of things that one offers and the other seeks
    (both directions together); then by the number of shared areas and themes together; then by name. No weights, no
    text is read, and nothing is learnt from what anybody did before.
    """
    found = [match for other in others if (match := _match(ours, other)) is not None]
    return sorted(found, key=_place)


def _match(ours: Card, other: Card) -> Match | None:
    same_tender = ours.tender is not None and ours.tender == other.tender
    if other.party == ours.party or not (same_tender or other.municipality == ours.municipality):
        return None
    tenders_meet = same_tender or ours.tender is None or other.tender is None
    if not tenders_meet or not _meet(ours.areas, other.areas) or not _meet(ours.themes, other.themes):
        return None
    they_bring, we_bring = other.offers & ours.seeks, ours.offers & other.seeks
    if not they_bring and not we_bring:
        return None
    return Match(other, they_bring, we_bring, ours.areas & other.areas, ours.themes & other.themes)


def _meet(ours: frozenset, theirs: frozenset) -> bool:
    return not ours or not theirs or bool(ours & theirs)


def _place(match: Match) -> tuple:
    things = len(match.they_bring) + len(match.we_bring)
    near = len(match.shared_areas) + len(match.shared_themes)
    return (not match.is_mutual, -things, -near, match.other.name.lower(), match.other.key)
