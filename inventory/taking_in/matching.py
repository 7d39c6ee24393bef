"""Which line of the inventory each row of a list is about: by its own number, else by what it is, of whom and where.

A line is of one row only: two rows that fit one line would else overwrite each other, and the last would be left alone.
"""

from collections.abc import Iterable
from typing import NamedTuple

from inventory.models import Line
from inventory.taking_in.names import Names, alike


class Match(NamedTuple):
    """The line of a row, or None; `is_unsure` when another line fits as well as this one."""

    line: Line | None = None
    is_unsure: bool = False


def key_of(row: dict, areas: Names) -> tuple:
    """By which a line is known again in one list: its own number, or else what it is, of whom and where."""
    if row.get("reference"):
        return ("ref", _number(row["reference"]))
    return ("line", *_what(row.get("title"), row.get("party_name")), *areas.key(row.get("area")))


def matches_of(rows: list[dict], lines: Iterable[Line], areas: Names) -> list[Match]:
    """The line of each row. Numbers go first, then rows without one, then rows with a number that is new here."""
    free = {line.pk: line for line in lines}
    found: dict[int, Match] = {}
    exactly = {line.reference: line for line in free.values()}
    by_number = {_number(line.reference): line for line in reversed(free.values())}
    for place, row in enumerate(rows):
        line = row.get("reference") and (exactly.get(row["reference"]) or by_number.get(_number(row["reference"])))
        if line and free.pop(line.pk, None):
            found[place] = Match(line)
    alike_lines: dict[tuple, list[Line]] = {}
    for line in free.values():
        alike_lines.setdefault((*_what(line.title, line.party_name), line.area_id), []).append(line)
    for place in sorted(range(len(rows)), key=lambda place: bool(rows[place].get("reference"))):
        if place not in found:
            fitting = [line for line in _fitting(rows[place], alike_lines, areas) if line.pk in free]
            found[place] = _best(rows[place], fitting)
            if found[place].line:
                del free[found[place].line.pk]
    return [found[place] for place in range(len(rows))]


def _fitting(row: dict, lines: dict[tuple, list[Line]], areas: Names) -> list[Line]:
    """The lines that are called the same, of the same party and in the same area."""
    what = _what(row.get("title"), row.get("party_name"))
    where = [area.pk for area in areas.find(row["area"])] if row.get("area") else [None]
    return [line for area in where for line in lines.get((*what, area), ())]


def _best(row: dict, fitting: list[Line]) -> Match:
    """A row with a new number gives it to a line without one; a row whose number is left empty is about such a line first."""
    without = [line for line in fitting if not line.reference]
    if row.get("reference") or ("reference" in row and without):
        fitting = without
    is_unsure = len({line.area_id for line in fitting}) > 1 or (len(fitting) > 1 and not row.get("reference"))
    return Match(fitting[0], is_unsure) if fitting else Match()


def _number(words: str) -> str:
    """An own number as it is compared: every sign of it counts, since 1.11 is not 11.1."""
    return words.strip().casefold()


def _what(title: str | None, party: str | None) -> tuple[str, str]:
    """What it is and of whom, without small differences."""
    return alike(title or ""), alike(party or "")
