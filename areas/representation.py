"""Who is missing: the groups of which fewer took part than live there, beyond what chance explains.

The index of a group is its share of who took part, as a percentage of its share of who lives there:

    index = 100 · (participants of the group / all participants) / (residents of the group / all residents)

100 is as many as could be expected, 50 half as many. A group is called missing when both hold:

* its index is under 80, the four fifths that are used where selection is looked at (29 CFR 1607.4 D, 1978);
* so few come by chance less than once in twenty times: (x + 0,5 - n·p) / √(n·p·(1 - p)) < -1,645, where x is how many of
  the group took part, n how many in all and p the group's share of the residents (normal approximation of the binomial).

A small group (areas/small_cells.py) is not known here: nine is counted for it. So it is called missing only when with
nine it would be as well, and saying so tells no more than that it is under ten. Groups stand in the order of how many
people are missing: n·p - x, the largest first.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from areas.small_cells import SMALLEST, Shown

FOUR_FIFTHS = 80
ONE_IN_TWENTY = -1.645


@dataclass(frozen=True)
class Compared:
    """A group beside who lives there; `took_part` is None when it is not shown, `at_most` then says what counts for it."""

    name: str
    took_part: int | None
    is_small: bool
    participants: int
    residents: int
    all_residents: int

    @property
    def at_most(self) -> int | None:
        """How many took part, or the most that a small group can be; None for one that was left out with it."""
        if self.took_part is None:
            return SMALLEST - 1 if self.is_small else None
        return self.took_part

    @property
    def share_here(self) -> float | None:
        """Of every hundred that took part; None when that is not shown."""
        return None if self.took_part is None else 100 * self.took_part / self.participants

    @property
    def share_there(self) -> float:
        """Of every hundred that live there."""
        return 100 * self.residents / self.all_residents

    @property
    def index(self) -> float | None:
        """100 is as many as could be expected; None when it is not shown, or nobody of the group lives there."""
        return None if self.share_here is None or not self.residents else 100 * self.share_here / self.share_there

    @property
    def lacking(self) -> float:
        """How many people fewer took part than could be expected."""
        return 0 if self.at_most is None else self.participants * self.share_there / 100 - self.at_most

    @property
    def is_missing(self) -> bool:
        share = self.residents / self.all_residents
        if self.at_most is None or not 0 < share < 1:
            return False
        expected = self.participants * share
        deviation = math.sqrt(expected * (1 - share))
        return 100 * self.at_most < FOUR_FIFTHS * expected and (self.at_most + 0.5 - expected) / deviation < ONE_IN_TWENTY


def compare(shown: Shown, residents: Mapping[str, int]) -> list[Compared]:
    """The groups of one question beside who lives there, in the order of `residents`; [] when there is nothing to compare."""
    everybody = sum(residents.values())
    if not everybody:
        return []
    return [
        Compared(name, shown.cells.get(name), name in shown.small, shown.total, people, everybody)
        for name, people in residents.items()
    ]


def missing(compared: list[Compared], most: int = 3) -> list[Compared]:
    """The groups that are missing, the most missing first."""
    return sorted((one for one in compared if one.is_missing), key=lambda one: -one.lacking)[:most]
