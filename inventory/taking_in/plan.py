"""What a checked list would change: which lines are new, which change and how, and which are the same already."""

import datetime as dt
from typing import NamedTuple

from django.utils.text import capfirst

from accounts.models import Municipality
from documents.fingerprint import fingerprint
from inventory.models import Fitness, Line
from inventory.taking_in.checking import key_of
from inventory.taking_in.columns import COLUMNS, fold
from tenders.money import Vat, euro_on_page

_DAYS = ("begins_on", "ends_on")
_NUMBERS = ("amount", "notice_months")


# What stands in the line above the rest, wherever a row is shown.
_AT_FIRST_SIGHT = ("title", "amount", "party_name", "area", "theme")


class Planned(NamedTuple):
    """A row and what becomes of it: "new", "changed" or "same", with each change as (heading, was, becomes)."""

    row: dict
    state: str
    line: Line | None
    changes: list[tuple[str, str, str]]


def plan_of(municipality: Municipality, kind: str, rows: list[dict]) -> list[Planned]:
    """What becomes of each row, against the inventory as it stands now. One statement."""
    lines = Line.objects.filter(municipality=municipality, kind=kind).current().select_related("area", "theme")
    by_key: dict[tuple, Line] = {}
    for line in lines.order_by("-pk"):
        for key in _keys(line):
            by_key[key] = line
    return [_planned(kind, row, by_key.get(key_of(row)) or by_key.get(key_of({**row, "reference": None}))) for row in rows]


def mark_of(plan: list[Planned]) -> str:
    """By which somebody confirms this plan and no other: when the inventory changed meanwhile, it is another."""
    rows = [[one.state, one.line.pk if one.line else None, [list(change) for change in one.changes]] for one in plan]
    return fingerprint(rows)[:24]


def values_of(row: dict) -> dict:
    """The fields of a row as the model takes them, without area and theme."""
    values = {}
    for name, value in row.items():
        if name in ("row", "area", "theme") or (name == "fitness_because" and "fitness" not in row):
            continue
        if name in _DAYS:
            values[name] = dt.date.fromisoformat(value) if value else None
        elif name == "vat":
            values[name] = value or Vat.NOT_DUE
        else:
            values[name] = value if value is not None or name in _NUMBERS else ""
    return values


def filled_in(kind: str, row: dict) -> list[tuple[str, str]]:
    """(heading, what comes there) of every other cell that the row fills: days that changed places are seen before they stand."""
    values = values_of(row)
    others = [one for one in COLUMNS[kind] if one.field not in _AT_FIRST_SIGHT and row.get(one.field) not in (None, "")]
    return [(one.heading, _words(one.field, values[one.field])) for one in others if one.field in values]


def _keys(line: Line) -> list[tuple]:
    values = {"title": line.title, "party_name": line.party_name, "area": line.area.name if line.area else ""}
    return [key_of(values), *([key_of({"reference": line.reference})] if line.reference else [])]


def _planned(kind: str, row: dict, line: Line | None) -> Planned:
    if line is None or (row.get("reference") and line.reference and fold(line.reference) != fold(row["reference"])):
        return Planned(row, "new", None, [])
    headings = {column.field: column.heading for column in COLUMNS[kind]}
    wanted = {**values_of(row), **{name: row[name] or "" for name in ("area", "theme") if name in row}}
    changes = []
    for name, value in wanted.items():
        now = getattr(line, name)
        now = now.name if name in ("area", "theme") and now else now or "" if name in ("area", "theme") else now
        if now != value:
            changes.append((headings[name], _words(name, now), _words(name, value)))
    return Planned(row, "changed" if changes else "same", line, changes)


def _words(name: str, value) -> str:
    if value is None or value == "":
        return "–"
    if name == "amount":
        return euro_on_page(value)
    if name in _DAYS:
        return value.strftime("%d-%m-%Y")
    if name == "vat":
        return capfirst(str(Vat(value).label))
    if name == "fitness":
        return capfirst(str(Fitness(value).label))
    return str(value)
