"""What a checked list would change: which lines are new, which change and how, and which are the same already."""

import datetime as dt
from typing import NamedTuple

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from accounts.models import Municipality
from areas.models import Area, Theme
from documents.fingerprint import fingerprint
from inventory.models import Fitness, Line
from inventory.taking_in.columns import COLUMNS
from inventory.taking_in.matching import Match, matches_of
from inventory.taking_in.names import Names, names_in
from tenders.money import Vat, euro_on_page

_DAYS = ("begins_on", "ends_on")
_NUMBERS = ("amount", "notice_months")


# What stands in the line above the rest, wherever a row is shown.
_AT_FIRST_SIGHT = ("title", "amount", "party_name", "area", "theme")


class Planned(NamedTuple):
    """A row and what becomes of it: "new", "changed" or "same", with each change as (heading, was, becomes).

    `about` has the area and theme as far as the row says them and they are there; `unclear` has for each field that can mean more
    than one thing the sentence that says so.
    """

    row: dict
    state: str
    line: Line | None
    changes: list[tuple[str, str, str]]
    about: dict[str, Area | Theme | None]
    unclear: dict[str, str]


def plan_of(municipality: Municipality, kind: str, rows: list[dict], known: dict[str, Names] | None = None) -> list[Planned]:
    """What becomes of each row, against the inventory as it stands now. Three statements; one where the names are `known`."""
    known = known or names_in(municipality)
    lines = Line.objects.filter(municipality=municipality, kind=kind).current().order_by("pk")
    matches = matches_of(rows, lines, known["area"])
    return [_planned(kind, row, one, known) for row, one in zip(rows, matches, strict=True)]


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


def _planned(kind: str, row: dict, match: Match, known: dict[str, Names]) -> Planned:
    about, unclear = _about(row, match, known)
    if match.line is None:
        return Planned(row, "new", None, [], about, unclear)
    headings = {column.field: column.heading for column in COLUMNS[kind]}
    changes = []
    for name, value in values_of(row).items():
        now = getattr(match.line, name)
        if now != value:
            changes.append((headings[name], _words(name, now), _words(name, value)))
    for name, names in known.items():
        now, becomes = getattr(match.line, f"{name}_id"), about[name].pk if about.get(name) else None
        if name in row and (now != becomes or name not in about):
            said = names.called.get(becomes) or row[name]
            changes.append((headings[name], _words(name, names.called.get(now)), _words(name, said)))
    return Planned(row, "changed" if changes else "same", match.line, changes, about, unclear)


def _about(row: dict, match: Match, known: dict[str, Names]) -> tuple[dict[str, Area | Theme | None], dict[str, str]]:
    """The area and theme of a row, and what is unclear: of a name that more have, the one where the line is already is meant."""
    about: dict[str, Area | Theme | None] = {}
    unclear: dict[str, str] = {}
    for name, names in known.items():
        found = names.find(row.get(name))
        here = [one for one in found if match.line and one.pk == getattr(match.line, f"{name}_id")]
        if name in row and not row[name]:
            about[name] = None
        elif found:
            about[name] = (here or found)[0]
        if len(found) > 1 and (not here or (name == "area" and match.is_unsure)):
            unclear[name] = names.which(found)
    if match.is_unsure and "area" not in unclear:
        sentence = _("There are more lines like this in the inventory. Give its own number, so that we know which one you mean.")
        unclear["title"] = sentence
    return about, unclear


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
