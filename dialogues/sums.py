"""What the proposals of all theme groups are worth together, beside the goal. Pure arithmetic; knows no database."""

from collections.abc import Iterable
from itertools import combinations
from typing import NamedTuple


class Worth(NamedTuple):
    """One proposal as it counts: cents a year, the group it is of, and the post it touches."""

    pk: int
    group: int
    amount: int
    item: int | None


class Sum(NamedTuple):
    """All in cents a year. `gap` is what is still missing of the goal (0 when it is reached)."""

    total: int
    double: int
    counted: int
    gap: int


def sum_of(worths: Iterable[Worth], overlaps: dict[tuple[int, int], int], goal: int) -> Sum:
    """What proposals are worth together, without what is counted double.

    total = sum of the amounts; double = sum of the overlaps whose two proposals both count; counted = total - double,
    never below zero; gap = goal - counted, never below zero (product.md D6: the total beside the goal).
    """
    rows = list(worths)
    here = {row.pk for row in rows}
    total = sum(row.amount for row in rows)
    double = sum(amount for pair, amount in overlaps.items() if here.issuperset(pair))
    counted = max(total - double, 0)
    return Sum(total, double, counted, max(goal - counted, 0))


def doubtful(worths: Iterable[Worth], looked_at: set[tuple[int, int]]) -> list[tuple[int, int]]:
    """Pairs of proposals of different groups that touch the same post and that nobody held beside each other yet.

    In order of their numbers in the table; (first, second) with first < second.
    """
    by_item: dict[int, list[Worth]] = {}
    for row in worths:
        if row.item is not None:
            by_item.setdefault(row.item, []).append(row)
    pairs = (
        (min(a.pk, b.pk), max(a.pk, b.pk)) for rows in by_item.values() for a, b in combinations(rows, 2) if a.group != b.group
    )
    return sorted(set(pairs) - looked_at)
