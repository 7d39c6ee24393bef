"""Counts of people that can be shown without showing anybody: no group under ten, and none to be had by subtracting.

A table of counts that adds up to a total gives away a cell that is left out: the total less the others. So, as the
literature on statistical disclosure has it (L. Willenborg and T. de Waal, Elements of Statistical Disclosure Control,
Springer 2001, chapter 7: primary and complementary suppression), one cell more is left out with it; and as CBS does with
its neighbourhoods, what is shown is rounded to five.

Three steps, in this order:

1. A cell under ten is small, and not shown. Nor is zero: "nobody" says something of everybody.
2. One small cell alone, or small cells whose sum says what each of them is (all nothing, or all nine), would follow from
   the total. Then the first cell after it that is not small is left out too. Which one that is does not depend on how
   large it is: choosing the smallest, as a programme would, can give it away again (the minimality attack, R. Wong and
   others, VLDB 2007).
3. What is shown, the total too, is rounded to the nearest five. So a total less the cells that are shown is no count.
"""

from collections.abc import Mapping
from dataclasses import dataclass

SMALLEST = 10
STEP = 5


@dataclass(frozen=True)
class Shown:
    """What may be shown: the total, the cells by name, which are small, and which were left out with them."""

    total: int
    cells: dict[str, int]
    small: tuple[str, ...] = ()
    with_them: tuple[str, ...] = ()


def showable(counts: Mapping[str, int]) -> Shown | None:
    """What of these counts may be shown; None when all together are a small group. `counts` have a fixed order."""
    total = sum(counts.values())
    if total < SMALLEST:
        return None
    small = tuple(name for name, number in counts.items() if number < SMALLEST)
    with_them = () if _keep_each_other_secret(counts, small) else _one_more(counts, small)
    if small and not with_them and not _keep_each_other_secret(counts, small):
        return None
    hidden = {*small, *with_them}
    return Shown(rounded(total), {name: rounded(number) for name, number in counts.items() if name not in hidden}, small, with_them)


def rounded(number: int) -> int:
    return (number + STEP // 2) // STEP * STEP


def _keep_each_other_secret(counts: Mapping[str, int], small: tuple[str, ...]) -> bool:
    """Whether the sum of the small cells leaves open what each of them is, rounding or not."""
    together = sum(counts[name] for name in small)
    return not small or (len(small) > 1 and SMALLEST <= together <= len(small) * (SMALLEST - 1) - STEP)


def _one_more(counts: Mapping[str, int], small: tuple[str, ...]) -> tuple[str, ...]:
    names = list(counts)
    after = names.index(small[0]) + 1
    return tuple([name for name in names[after:] + names[:after] if name not in small][:1])
