"""The arithmetic of step 4: totals, ranking, agreement and robustness. Pure: it knows no database and no floats but alpha.

Points are whole numbers of the published scale, weights whole hundredths of a percent. A total is the weighted mean of the
points, in hundredths of a point. It is rounded once, at the end, half up; who has the same rounded total shares a place, so
that the order is the order that people can read.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

import krippendorff

# From where Krippendorff (2004) calls agreement good, and from where he calls it enough for tentative conclusions.
GOOD, ENOUGH = 0.8, 0.667


def hundredths(numerator: int, denominator: int) -> int:
    """`numerator / denominator` in hundredths, rounded half up. The one rounding rule. Neither may be negative."""
    return (200 * numerator + denominator) // (2 * denominator)


def weighted_mean(points: Sequence[int], weights: Sequence[int]) -> Fraction:
    """The exact weighted mean of points; weights need not add up to a hundred percent."""
    return Fraction(sum(p * w for p, w in zip(points, weights, strict=True)), sum(weights))


def total(points: Sequence[int], weights: Sequence[int]) -> int:
    """The weighted mean of a bid's points, in hundredths of a point."""
    exact = weighted_mean(points, weights)
    return hundredths(exact.numerator, exact.denominator)


def places(totals: Sequence[int]) -> list[int]:
    """The place of each total, the highest first; equals share a place and the next places stay empty: 1, 1, 3."""
    first_at: dict[int, int] = {}
    for place, value in enumerate(sorted(totals, reverse=True), start=1):
        first_at.setdefault(value, place)
    return [first_at[value] for value in totals]


def reaches(total_hundredths: int, *, lowest_share: int | None, highest_points: int) -> bool:
    """Whether a total reaches the lowest mark, a share (hundredths of a percent) of the highest points; without one, always."""
    return lowest_share is None or total_hundredths * 100 >= lowest_share * highest_points


@dataclass(frozen=True, slots=True)
class Tally:
    """What a bid got, summed by the database: points times weight per member, and points per criterion over all members."""

    bid: int
    by_member: tuple[int, ...]
    by_criterion: tuple[int, ...]

    def total(self, weights: Sequence[int]) -> int:
        return hundredths(sum(self.by_member), len(self.by_member) * sum(weights))


class Without(StrEnum):
    MEMBER = "member"
    CRITERION = "criterion"
    WEIGHTS = "weights"


@dataclass(frozen=True)
class Variation:
    """Who would be first if one thing were different: without member or criterion number `index`, or at equal weights."""

    without: Without
    index: int
    first: frozenset[int]
    same: bool


def first_of(tallies: Sequence[Tally], totals: Sequence[int]) -> frozenset[int]:
    """The bids with the highest total: one, or more when they are equal."""
    best = max(totals, default=None)
    return frozenset(tally.bid for tally, value in zip(tallies, totals, strict=True) if value == best)


def robustness(tallies: Sequence[Tally], weights: Sequence[int]) -> list[Variation]:
    """Who is first without each member, without each criterion, and at equal weights. What leaves nothing over is left out."""
    if not tallies:
        return []
    members, whole = len(tallies[0].by_member), sum(weights)
    now = first_of(tallies, [tally.total(weights) for tally in tallies])
    found = []

    def add(without: Without, index: int, totals: list[int]) -> None:
        first = first_of(tallies, totals)
        found.append(Variation(without, index, first, first == now))

    if members > 1:
        for i in range(members):
            add(Without.MEMBER, i, [hundredths(sum(t.by_member) - t.by_member[i], (members - 1) * whole) for t in tallies])
    if len(weights) > 1:
        for i, weight in enumerate(weights):
            rest = members * (whole - weight)
            add(Without.CRITERION, i, [hundredths(sum(t.by_member) - weight * t.by_criterion[i], rest) for t in tallies])
        equal = members * len(weights)
        add(Without.WEIGHTS, 0, [hundredths(sum(t.by_criterion), equal) for t in tallies])
    return found


def spread(counts: Sequence[int], points: Sequence[int]) -> tuple[int, int]:
    """How far the grades for one bid and criterion lie apart, given how often each grade of the scale (low to high) was given.

    Steps of the scale between the lowest and the highest, and then the variance times the square of how many there are: a
    whole number, for ordering what equally many people judged.
    """
    given = [i for i, count in enumerate(counts) if count]
    if len(given) < 2:
        return (0, 0)
    total = sum(c * p for c, p in zip(counts, points, strict=True))
    squares = sum(c * p * p for c, p in zip(counts, points, strict=True))
    return (given[-1] - given[0], sum(counts) * squares - total * total)


def agreement(units: Sequence[Sequence[int]], points: Sequence[int], *, level: str = "ordinal") -> float | None:
    """Krippendorff's alpha: 1 is full agreement, 0 is chance. None when there is nothing to compare.

    `units` has a row for each bid and criterion: how often each grade of the scale was given. `level` is "ordinal" (grades in
    words) or "interval" (their points).
    """
    paired = [row for row in units if sum(row) > 1]
    given = {i for row in paired for i, count in enumerate(row) if count}
    if len(given) < 2:  # all gave the same grade everywhere, or nobody can be compared with anybody
        return None
    return float(krippendorff.alpha(value_counts=paired, value_domain=list(points), level_of_measurement=level))
