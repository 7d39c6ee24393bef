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
import numpy as np

# From where Krippendorff (2004) calls agreement good, and from where he calls it enough for tentative conclusions.
GOOD, ENOUGH = 0.8, 0.667


def hundredths(numerator, denominator: int):
    """`numerator / denominator` in hundredths, rounded half up. The one rounding rule. Neither may be negative.

    The numerator is a whole number or an array of them, and so is what comes out.
    """
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
    rising = np.sort(totals)
    return (len(rising) - np.searchsorted(rising, totals, side="right") + 1).tolist()


def reaches(total_hundredths: int, *, lowest_share: int | None, highest_points: int) -> bool:
    """Whether a total reaches the lowest mark, a share (hundredths of a percent) of the highest points; without one, always."""
    return lowest_share is None or total_hundredths * 100 >= lowest_share * highest_points


@dataclass(frozen=True, eq=False)
class Tallies:
    """What n bids got, summed by the database: whole numbers, a row for each bid.

    `bids` (n,) says which bid; `by_member` (n, members) is points times weight over all criteria; `by_criterion`
    (n, criteria) is points over all members.
    """

    bids: np.ndarray
    by_member: np.ndarray
    by_criterion: np.ndarray

    def totals(self, weights: Sequence[int]) -> np.ndarray:
        """The total of each bid (n,), in hundredths of a point."""
        return hundredths(self.by_member.sum(axis=1), self.by_member.shape[1] * sum(weights))


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


def first_of(tallies: Tallies, totals: np.ndarray) -> frozenset[int]:
    """The bids with the highest total: one, or more when they are equal; none when there are no bids."""
    return frozenset(tallies.bids[totals == totals.max(initial=-1)].tolist())


def robustness(tallies: Tallies, weights: Sequence[int]) -> list[Variation]:
    """Who is first without each member, without each criterion, and at equal weights. What leaves nothing over is left out."""
    bids, members = tallies.by_member.shape
    if not bids:
        return []
    now = first_of(tallies, tallies.totals(weights))
    found = []
    for without, index, totals in _variations(tallies, weights, members):
        first = first_of(tallies, totals)
        found.append(Variation(without, index, first, first == now))
    return found


def _variations(tallies: Tallies, weights: Sequence[int], members: int):
    """(what is left out, its number, the totals without it) for each variation."""
    whole, of_all = sum(weights), tallies.by_member.sum(axis=1)
    if members > 1:
        for i in range(members):
            yield Without.MEMBER, i, hundredths(of_all - tallies.by_member[:, i], (members - 1) * whole)
    if len(weights) > 1:
        for i, weight in enumerate(weights):
            yield Without.CRITERION, i, hundredths(of_all - weight * tallies.by_criterion[:, i], members * (whole - weight))
        yield Without.WEIGHTS, 0, hundredths(tallies.by_criterion.sum(axis=1), members * len(weights))


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
    counts = np.asarray(units, dtype=np.int64).reshape(-1, len(points))
    paired = counts[counts.sum(axis=1) > 1]
    if (paired > 0).any(axis=0).sum() < 2:  # all gave the same grade everywhere, or nobody can be compared with anybody
        return None
    return float(krippendorff.alpha(value_counts=paired, value_domain=list(points), level_of_measurement=level))
