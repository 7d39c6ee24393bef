"""Amounts, terms and percentages of law, by name and day: `value("social_threshold", on=day).cents`.

Each is a row of values.toml with the period in which it holds, its source and how sure we are. A value that has lapsed
is not used: `value` raises Lapsed, and pages say so instead of answering.
"""

import datetime as dt
import tomllib
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

from django.db import models
from django.utils.translation import gettext_lazy as _

UNITS = ("euro", "percent", "days", "weeks", "months", "years")


class Force(models.TextChoices):
    """How strongly a rule or a value binds."""

    HARD = "hard", _("Must")
    COMPLY = "comply", _("Explain")
    ADVICE = "advice", _("Advice")


class Certainty(models.TextChoices):
    """How sure we are of a rule or a value."""

    SURE = "sure", _("Sure")
    FAIRLY = "fairly", _("Fairly sure")
    ASK = "ask", _("Ask a lawyer")


@dataclass(frozen=True)
class Value:
    """What held in one period."""

    id: str
    number: int
    unit: str
    valid_from: dt.date
    valid_to: dt.date | None
    source: str
    certainty: Certainty
    force: Force

    @property
    def cents(self) -> int:
        """The amount as money is counted everywhere."""
        if self.unit != "euro":
            raise TypeError(f"{self.id} is no amount of money")
        return self.number * 100

    def holds_on(self, day: dt.date) -> bool:
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


class Lapsed(LookupError):
    """A value that is not known on a day: its period is over (`until` says when), or it had not begun."""

    def __init__(self, id: str, on: dt.date, until: dt.date | None):
        self.id, self.on, self.until = id, on, until
        super().__init__(f"{id} is not known on {on}")


def value(id: str, *, on: dt.date) -> Value:
    """The row that holds on that day. Raises Lapsed when none does, and KeyError for a name that is not there."""
    rows = all_values()[id]
    for row in rows:
        if row.holds_on(on):
            return row
    raise Lapsed(id, on, max((row.valid_to for row in rows if row.valid_to and row.valid_to < on), default=None))


@cache
def all_values() -> dict[str, tuple[Value, ...]]:
    return read_values(Path(__file__).parent / "values.toml")


def read_values(path: Path) -> dict[str, tuple[Value, ...]]:
    """Every row by name, in order of time. Raises ValueError for a row that cannot be right."""
    with path.open("rb") as file:
        rows = tomllib.load(file)["value"]
    found: dict[str, list[Value]] = {}
    for row in rows:
        made = Value(
            id=row["id"],
            number=row["value"],
            unit=row["unit"],
            valid_from=row["valid_from"],
            valid_to=row.get("valid_to"),
            source=row["source"],
            certainty=Certainty(row["certainty"]),
            force=Force(row["force"]),
        )
        if made.unit not in UNITS or (made.valid_to and made.valid_to < made.valid_from):
            raise ValueError(f"values.toml: {made}")
        found.setdefault(made.id, []).append(made)
    for id, periods in found.items():
        periods.sort(key=lambda row: row.valid_from)
        for one, other in pairwise(periods):
            if one.valid_to is None or one.valid_to >= other.valid_from:
                raise ValueError(f"values.toml: two rows of {id} hold on {other.valid_from}")
    return {id: tuple(periods) for id, periods in found.items()}
