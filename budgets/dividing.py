"""What residents divided together: pure arithmetic in whole cents, that knows no database.

The rule, in words that stand on the page too:

1. Everybody carries the same part of the money. What an entry gets is the mean of what all gave it; what somebody left
   over is the mean of what was not spent. Together that is the ceiling, to the cent (`tenders.money.divide`).
2. Who gets less than it needs falls out, and so does what its makers took back. Of those that fall short the one that
   falls shortest goes first; its money goes to the others, by what people gave them. Then we look again.
3. Nobody gets more than it can use; what is over goes to the others in the same way, and when all have enough it is not
   spent.

Why the mean. It is the one rule that a resident can check with pencil and paper, and it is proportional: if a third of the
people give all to one plan, it gets a third. The median of each entry can be pulled less by who exaggerates, but its parts
do not add up to the ceiling and a plan of a minority gets nothing. What is given up: somebody who guesses the others' mean
can weigh more by giving all or nothing. Both are shown by R. Freeman, D. M. Pennock, D. Peters and J. Wortman Vaughan,
"Truthful aggregation of budget proposals", Journal of Economic Theory 193 (2021).
"""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from tenders.money import divide


class Given(NamedTuple):
    """What all people together gave to one entry, in cents; what it needs at least and can use at most."""

    key: Hashable
    cents: int
    least: int = 0
    most: int | None = None
    stands: bool = True


@dataclass(frozen=True)
class Divided:
    """What each entry gets, in cents; which fell out because it got less than it needs; and what nobody spent."""

    shares: dict
    fallen: tuple
    unspent: int


def divide_together(ceiling: int, given: Sequence[Given], people: int) -> Divided:
    """Divide the ceiling by what so many people gave. Shares and what is not spent add up to the ceiling exactly.

    Raises ValueError when people gave more than the ceiling times their number.
    """
    nothing = dict.fromkeys((one.key for one in given), 0)
    left_over = people * ceiling - sum(one.cents for one in given)
    if left_over < 0:
        raise ValueError("more was given than there is")
    if not people:
        return Divided(nothing, (), ceiling)
    *_means, unspent = divide(ceiling, [*(one.cents for one in given), left_over])
    in_it, fallen = [one for one in given if one.stands], []
    while True:
        shares, rest = _fill(ceiling - unspent, in_it)
        short = [one for one in in_it if shares[one.key] < one.least]
        if not short:
            return Divided(nothing | shares, tuple(fallen), unspent + rest)
        last = min(range(len(short)), key=lambda at: (Fraction(shares[short[at].key], short[at].least), -at))
        fallen.append(short[last].key)
        in_it.remove(short[last])


def _fill(cents: int, given: Sequence[Given]) -> tuple[dict, int]:
    """Divide an amount by what was given, nobody more than it can use; what each gets, and what nobody can use."""
    shares = dict.fromkeys((one.key for one in given), 0)
    open_to = [one for one in given if one.cents]
    while open_to:
        parts = divide(cents, [one.cents for one in open_to])
        full = [one for one, part in zip(open_to, parts, strict=True) if one.most is not None and part > one.most]
        if not full:
            shares.update((one.key, part) for one, part in zip(open_to, parts, strict=True))
            return shares, 0
        for one in full:
            shares[one.key] = one.most
            cents -= one.most
        open_to = [one for one in open_to if one not in full]
    return shares, cents
