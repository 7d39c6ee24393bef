"""Counting a sorting board: pure arithmetic on how many people of which group chose what; knows no database.

Votes for each group are the point of a board, so they are exact and not rounded, unlike what people told about themselves
(areas/small_cells.py). But a group of a few gives away each of its members: of one entrepreneur the bar is her vote. So:

1. A group of fewer than ten people is not shown apart.
2. Small groups of society are folded into one row. Is that still small, then the smallest other group but the residents joins
   it: what residents said stays apart when it can.
3. What stays small is not shown at all, and the page says how many people that is. The municipality is never folded with
   others: its difference with them is what people come to see.
4. There is no row of everybody together: less the rows that are shown, it would give the hidden one.

A group of ten or more that agrees wholly shows what each of them chose, as every count of votes does.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from areas.small_cells import SMALLEST

SOCIETY = ("residents", "organisations", "entrepreneurs")
MUNICIPALITY = "municipality"


class Share(NamedTuple):
    """How many chose what."""

    residents: int = 0
    together: int = 0
    municipality: int = 0

    def plus(self, other: "Share") -> "Share":
        return Share(*(mine + theirs for mine, theirs in zip(self, other, strict=True)))

    @property
    def answered(self) -> int:
        return sum(self)

    @property
    def most(self) -> str | None:
        """What was chosen most often; None when two are equal, or nobody chose."""
        highest = max(self)
        first = [name for name, number in zip(self._fields, self, strict=True) if number == highest]
        return first[0] if highest and len(first) == 1 else None


class Row(NamedTuple):
    """Groups that are shown together, mostly one; and how many people of them sorted."""

    groups: tuple[str, ...]
    people: int


class Shown(NamedTuple):
    """The rows that may be shown, and the groups that may not with how many people they are."""

    rows: tuple[Row, ...]
    hidden: tuple[Row, ...]


def rows_of(people: Mapping[str, int]) -> Shown:
    """Which groups are shown, by how many people of each group sorted on the board."""
    there = {group: people.get(group, 0) for group in (*SOCIETY, MUNICIPALITY) if people.get(group, 0)}
    society = {group: number for group, number in there.items() if group in SOCIETY}
    folded = _folded(society)
    rows = [Row((group,), number) for group, number in society.items() if group not in folded]
    if folded:
        rows.append(Row(folded, sum(society[group] for group in folded)))
    if MUNICIPALITY in there:
        rows.append(Row((MUNICIPALITY,), there[MUNICIPALITY]))
    return Shown(
        tuple(row for row in rows if row.people >= SMALLEST),
        tuple(row for row in rows if row.people < SMALLEST),
    )


def _folded(society: Mapping[str, int]) -> tuple[str, ...]:
    """The groups that become one row: those that are small, and when that is not enough one more."""
    small = {group for group, number in society.items() if number < SMALLEST}
    if small and sum(society[group] for group in small) < SMALLEST:
        others = [group for group in society if group not in small and group != "residents"]
        small |= set(sorted(others, key=society.__getitem__)[:1])
    return tuple(group for group in SOCIETY if group in small)


def shares_of(row: Row, votes: Mapping[str, Share]) -> Share:
    """What the groups of a row chose together, for one task; `votes` are those of each group."""
    total = Share()
    for group in row.groups:
        total = total.plus(votes.get(group, Share()))
    return total


def agrees(shares: Iterable[Share]) -> bool:
    """Whether every group that answered chose the same most often."""
    said = [share.most for share in shares if share.answered]
    return bool(said) and None not in said and len(set(said)) == 1


def chosen_by_most_residents(shown: Shown, votes: Mapping[str, Share]) -> str | None:
    """What most residents chose for a task; None when they are too few to say it of, or are divided."""
    alone = next((row for row in shown.rows if row.groups == ("residents",)), None)
    return shares_of(alone, votes).most if alone else None
