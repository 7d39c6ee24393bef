"""The number of a contribution: the next one, and of an anonymous one not the place where it came in.

Who sees when contribution 12 and 14 came in, because they are theirs, would know of 13 when it was said, to the minute. So what is
said without a name on the website gets one of the next twenty free numbers by lot, and stands in every list, feed, report and
export where its number stands; the numbers in between go to who comes next. A number that was given never changes.

What remains, and why:

* The day. It is what people may know (said_on), and what an answer within a term is counted from.
* Who keeps looking at the page sees it appear. It could wait for the evening, but then its writer would not see it either, and a
  dialogue that stands still for a day is none.
* In a quiet week twenty numbers are twenty days, and the day says more than the number; in a busy hour one is among twenty others.
* In a meeting room, on paper and at the desk others are there when it is written down; there the numbers follow each other.
* Who has the whole database sees in which order rows were written (the keys of contributions and events). The times beside them
  are those of their neighbours: enough to bracket a moment, not to name a person, because nothing else of it is kept. To hide that
  too, the log of the municipality would have to lose its order, and with it the proof that nobody took something out.
"""

import contextlib
import random
from collections.abc import Iterator

from django.db.models import Max

from dialogues.models import Conclusion, Contribution

AHEAD = 20  # among how many free numbers the lot is drawn
_LOOKED_AT = 500  # the newest numbers; a gap before them is left open
_lot = random.SystemRandom().choice


@contextlib.contextmanager
def numbered_in_order() -> Iterator[None]:
    """For the demo, whose people are invented: it tells the same story with the same numbers each time that it is loaded."""
    global _lot
    before, _lot = _lot, min
    try:
        yield
    finally:
        _lot = before


def next_number(tender, *, by_lot: bool) -> int:
    """The lowest free number of the tender, or one of the next AHEAD by lot. For who holds the lock of its contributions.

    What a report was made of keeps its last number, so what comes after it gets a higher one.
    """
    closed = Conclusion.objects.filter(tender=tender).aggregate(last=Max("last_number"))["last"] or 0
    rows = Contribution.objects.filter(tender=tender, number__gt=closed).order_by("-number")
    taken = set(rows.values_list("number", flat=True)[:_LOOKED_AT])
    number = min(taken) if len(taken) == _LOOKED_AT else closed + 1
    free: list[int] = []
    while len(free) < (AHEAD if by_lot else 1):
        if number not in taken:
            free.append(number)
        number += 1
    return _lot(free)
