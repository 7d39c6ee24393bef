"""Looking at every cell of a list before anything is written: what is wrong where, and what is only worth a look."""

from dataclasses import dataclass, field
from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from accounts.models import Municipality
from events import clock
from inventory.models import AGREED, LineKind
from inventory.taking_in.cells import Wrong, text
from inventory.taking_in.columns import COLUMNS, Column, found_in
from inventory.taking_in.matching import key_of
from inventory.taking_in.names import Names, names_in
from inventory.taking_in.plan import Planned, plan_of
from inventory.taking_in.sheets import Merged, Row

# One amount over three rows is not three times that amount, and nobody knows how it is divided.
_OF_ONE_ROW = ("amount", "reference")
_HEAD = 10  # rows among which the headings stand


class Remark(NamedTuple):
    """Something about one cell: where it is, what stands there, and what is wrong with it."""

    row: int
    column: str
    shown: str
    sentence: str


@dataclass
class Checked:
    """A list that was looked at. `rows` are plain values; with errors in it nothing of it may be written."""

    kind: str
    rows: list[dict] = field(default_factory=list)
    errors: list[Remark] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    not_read: list[str] = field(default_factory=list)


def check_list(municipality: Municipality, kind: str, sheet: list[Row]) -> Checked:
    """Every row of the sheet as plain values. Raises ValidationError when it has no headings that we know."""
    head, columns = _headings(kind, sheet)
    checked = Checked(kind)
    checked.not_read = [str(cell)[:60] for place, cell in enumerate(head.cells) if cell is not None and place not in columns]
    known = names_in(municipality)
    seen: dict[tuple, int] = {}
    for row in sheet[sheet.index(head) + 1 :]:
        values, broken = _read(row, columns, checked)
        _needed(row, columns, values, broken, checked)
        _together(row, columns, values, checked)
        for name, names in known.items():
            found = names.find(values.get(name))
            values |= {name: names.called[found[0].pk]} if len(found) == 1 else {}
        _once(row, columns, values, seen, checked, known["area"])
        checked.rows.append({"row": row.number, **values})
    _clear(columns, checked, plan_of(municipality, kind, checked.rows, known))
    places = {column.heading: place for place, column in columns.items()}
    checked.errors.sort(key=lambda one: (one.row, places.get(one.column, len(places))))
    if not checked.rows:
        raise ValidationError(_("There are headings in this file, and no lines under them."), code="empty")
    return checked


def _headings(kind: str, sheet: list[Row]) -> tuple[Row, dict[int, Column]]:
    """The row of headings, which may stand under a title, and what stands where."""
    tried = [(row, found_in(row.cells, kind)) for row in sheet[:_HEAD]]
    head, columns = max(tried, key=lambda pair: len(pair[1]))
    missing = [column.heading for column in COLUMNS[kind] if column.is_needed and column not in columns.values()]
    if missing:
        raise ValidationError(
            _("We do not find these columns: %(names)s. Name each column in the first row, or begin with the template.")
            % {"names": ", ".join(missing)},
            code="headings",
        )
    return head, columns


def _read(row: Row, columns: dict[int, Column], checked: Checked) -> tuple[dict, set[str]]:
    """The values of a row, and the fields whose cell could not be read. An empty cell empties its field."""
    values: dict = {}
    broken: set[str] = set()
    for place, column in columns.items():
        cell = row.cells[place] if place < len(row.cells) else None
        if isinstance(cell, Merged) and column.field in _OF_ONE_ROW:
            broken.add(column.field)
            sentence = _("This cell is merged with the one above it. Give each row its own.")
            checked.errors.append(Remark(row.number, column.heading, _shown(cell.value), sentence))
            continue
        cell = cell.value if isinstance(cell, Merged) else cell
        if cell is None:
            values[column.field] = None
            continue
        try:
            values[column.field] = column.read(cell, column.longest)
        except Wrong as wrong:
            broken.add(column.field)
            checked.errors.append(Remark(row.number, column.heading, _shown(cell), str(wrong)))
    return values, broken


def _needed(row: Row, columns: dict[int, Column], values: dict, broken: set[str], checked: Checked) -> None:
    for column in columns.values():
        if column.is_needed and values.get(column.field) is None and column.field not in broken:
            checked.errors.append(Remark(row.number, column.heading, "", _("Fill this in.")))


def _together(row: Row, columns: dict[int, Column], values: dict, checked: Checked) -> None:
    """What must fit together in one row."""
    headings = {column.field: column.heading for column in columns.values()}
    begins, ends = values.get("begins_on"), values.get("ends_on")
    if begins and ends and ends < begins:
        checked.errors.append(Remark(row.number, headings["ends_on"], _day(ends), _("It ends before it begins.")))
    if values.get("fitness") and not values.get("fitness_because"):
        heading = headings.get("fitness_because", "Waarom")
        checked.errors.append(Remark(row.number, heading, "", _("Say why. Everybody can read it.")))
    if checked.kind in AGREED:
        if ends and ends < clock.today().isoformat():
            checked.remarks.append(
                Remark(row.number, headings["ends_on"], _day(ends), _("This day is over: it is shown as ended."))
            )
        elif not ends:
            checked.remarks.append(
                Remark(row.number, headings.get("ends_on", "Einddatum"), "", _("Without a last day nobody is warned of its end."))
            )
    if checked.kind == LineKind.SUPPLY and ends and ends < clock.today().isoformat():
        checked.remarks.append(Remark(row.number, headings["ends_on"], _day(ends), _("This day is over.")))


def _once(row: Row, columns: dict[int, Column], values: dict, seen: dict[tuple, int], checked: Checked, areas: Names) -> None:
    key = key_of(values, areas)
    if key in seen:
        heading = next(
            column.heading for column in columns.values() if column.field == ("reference" if key[0] == "ref" else "title")
        )
        shown = str(values.get("reference") or values.get("title") or "")
        checked.errors.append(
            Remark(row.number, heading, shown, _("This is the same line as in row %(row)d.") % {"row": seen[key]})
        )
    elif values.get("title"):
        seen[key] = row.number


def _clear(columns: dict[int, Column], checked: Checked, plan: list[Planned]) -> None:
    """What can mean more than one thing in the inventory as it stands now."""
    headings = {column.field: column.heading for column in columns.values()}
    for one in plan:
        checked.errors += [
            Remark(one.row["row"], headings[field], str(one.row.get(field) or "")[:80], sentence)
            for field, sentence in one.unclear.items()
        ]


def _day(iso: str) -> str:
    return "-".join(reversed(iso.split("-")))


def _shown(cell) -> str:
    try:
        return text(cell, 10**6)[:80]
    except Wrong:
        return str(cell)[:80]
