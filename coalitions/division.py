"""How a coalition divides: hours against income, and whether one partner gets so much that it is called unequal. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from tenders.money import WHOLE, divide


@dataclass(frozen=True)
class Part:
    """One partner: its part of the income and of the hours in hundredths of a percent, and its hours a week."""

    name: str
    income: int
    hours: int
    hours_part: int


def division(rows: Sequence[tuple[str, int, int]]) -> list[Part]:
    """The parts of (name, income, hours a week) rows. The parts of the hours add up to a whole, as those of the income do."""
    parts = divide(WHOLE, [hours for _name, _income, hours in rows]) if any(hours for _n, _i, hours in rows) else [0] * len(rows)
    return [Part(name, income, hours, part) for (name, income, hours), part in zip(rows, parts, strict=True)]


def unequal(parts: Sequence[Part], limit: int) -> Part | None:
    """The partner that makes a split unequal, or None.

    That is who gets `limit` percent of the income or more, and more of the income than of the hours: who also does most
    of the work is not flagged. It is a flag and never a refusal.
    """
    return next((part for part in parts if part.income >= limit * 100 and part.income > part.hours_part), None)
