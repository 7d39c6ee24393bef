"""A list as a file: with the headings by which it can be taken in again, so that who mends it changes only what was mended."""

import csv
import io

from accounts.models import Municipality
from inventory.models import Fitness, Line
from inventory.taking_in.columns import COLUMNS
from inventory.taking_in.names import Names, names_in
from tenders.money import Vat

_VAT = {Vat.EXCLUDED: "excl", Vat.INCLUDED: "incl", Vat.NOT_DUE: "geen"}
_FITNESS = {Fitness.FIT: "ja", Fitness.NOT_FIT: "nee", Fitness.NOT_NEEDED: "niet meer nodig"}
_NO_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def export(place: Municipality, kind: str) -> bytes:
    """What stands in the inventory of one kind, as CSV that a Dutch spreadsheet opens at once. Three statements."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    columns = COLUMNS[kind]
    writer.writerow([column.heading for column in columns])
    known = names_in(place)
    lines = Line.objects.filter(municipality=place, kind=kind).current()
    for line in lines.order_by("title", "pk").iterator(chunk_size=1000):
        writer.writerow([_cell(line, column.field, known) for column in columns])
    return out.getvalue().encode("utf-8-sig")


def _cell(line: Line, field: str, known: dict[str, Names]) -> str:
    value = known[field].called.get(getattr(line, f"{field}_id")) if field in known else getattr(line, field)
    if value is None or value == "":
        return ""
    if field == "amount":
        return f"{value // 100},{value % 100:02d}"
    if field in ("begins_on", "ends_on"):
        return value.strftime("%d-%m-%Y")
    if field in ("vat", "fitness"):
        return {**_VAT, **_FITNESS}[value]
    return _safe(str(value))


def _safe(words: str) -> str:
    """Words that no spreadsheet takes for a formula."""
    return f" {words}" if words.startswith(_NO_FORMULA) else words
