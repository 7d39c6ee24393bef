"""Reading a sheet: CSV as Dutch programs write it, or XLSX. The only import of openpyxl.

What comes in is not trusted: a file that unpacks to more than it says, that never ends, or that holds anything but cells is
refused with a sentence. Formulas are never calculated: of a cell comes the value that the spreadsheet itself saved.
"""

import csv
import io
import re
import zipfile
from pathlib import PurePath
from typing import Any, NamedTuple

import openpyxl
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from openpyxl.styles import Font
from openpyxl.utils import range_boundaries

from documents.uploads import in_megabytes

LARGEST = 5 * 1024 * 1024  # bytes of a file
MOST_ROWS = 5_000
_UNPACKED = 60 * 1024 * 1024  # bytes of all parts of an XLSX together
_PARTS = 500
_WIDEST = 60  # columns
_LONGEST = 20_000  # characters in one cell
_UNREADABLE = gettext_lazy("We cannot read this file. Save it again as an Excel file (.xlsx) or as CSV.")
_SUFFIXES = ("", ".csv", ".tsv", ".txt", ".xlsx")
# How a file begins that people choose by mistake: a PDF, a picture, a letter, an old Excel file, a page.
_OTHERS = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"{\\rtf", b"\xd0\xcf\x11\xe0", b"<!DOCTYPE", b"<!doctype", b"<html")
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\b[^>]{0,80}?ref="([A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7})"')
_TAIL = 160  # bytes in which one such element can begin, and end in the next piece
_EMPTY = 200  # empty rows after which a sheet is over, however far it says to go


class Merged(NamedTuple):
    """A cell that the sheet holds together with the one above it: what stands there stands here too."""

    value: Any


class Row(NamedTuple):
    """A row as it stands in the file: its number there, and its cells."""

    number: int
    cells: list[Any]


def read_sheet(file) -> list[Row]:
    """The rows of an uploaded file that are not empty. Raises ValidationError with a sentence that says what to do."""
    if file.size == 0:
        raise ValidationError(_("This file is empty. Choose another one."), code="empty")
    if file.size > LARGEST:
        limit = in_megabytes(LARGEST)
        raise ValidationError(_("This file is too large. We take at most %(limit)s. Split it.") % {"limit": limit}, code="large")
    content = file.read()
    if content.startswith(_OTHERS) or PurePath(file.name or "").suffix.lower() not in _SUFFIXES:
        raise ValidationError(_UNREADABLE, code="unreadable")
    rows = _of_xlsx(content) if content[:4] == b"PK\x03\x04" else _of_csv(content)
    if not rows:
        raise ValidationError(_("We find no lines in this file."), code="empty")
    return rows


def write_sheet(title: str, rows: list[list]) -> bytes:
    """An XLSX with these rows, the first in bold and in sight when one scrolls."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = title
    for row in rows:
        sheet.append(row)
    for cell in sheet[1]:
        cell.font = Font(bold=True)
        sheet.column_dimensions[cell.column_letter].width = max(14, len(str(cell.value)) + 4)
    sheet.freeze_panes = "A2"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _of_xlsx(content: bytes) -> list[Row]:
    _look_inside(content)
    try:
        book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
        sheet = book.worksheets[0]
        rows = _collect(sheet.iter_rows(max_col=_WIDEST, values_only=True))
        return _with_merged(rows, _merged_in(content, sheet._worksheet_path))  # reading this way, openpyxl leaves them out
    except ValidationError:
        raise
    except Exception as error:  # a damaged file breaks in a hundred ways, all with the same advice
        raise ValidationError(_UNREADABLE, code="unreadable") from error


def _merged_in(content: bytes, part: str) -> list[tuple[int, int, int, int]]:
    """The ranges of cells that are held together over several rows: first column, first row, last column, last row."""
    found, rest = [], b""
    with zipfile.ZipFile(io.BytesIO(content)) as archive, archive.open(part) as stream:
        while piece := stream.read(256 * 1024):
            rest += piece
            found += [range_boundaries(match.decode()) for match in _MERGED.findall(rest)]
            rest = rest[-_TAIL:] if len(found) < MOST_ROWS else b""
    return sorted({one for one in found if one[3] > one[1]})


def _with_merged(rows: list[Row], ranges: list[tuple[int, int, int, int]]) -> list[Row]:
    """The rows with what stands in a merged cell in each row that it covers."""
    by_number = {row.number: row for row in rows}
    for column, first, _last_column, last in ranges:
        above = by_number.get(first)
        if above is None or column > len(above.cells) or above.cells[column - 1] is None:
            continue
        for number in range(first + 1, min(last, rows[-1].number) + 1):
            if number in by_number:
                by_number[number].cells[column - 1] = Merged(above.cells[column - 1])
    return rows


def _look_inside(content: bytes) -> None:
    """Refuse an archive that is too much when it is unpacked, and XML that declares entities; nothing is unpacked at once."""
    wrong = ValidationError(_UNREADABLE, code="unreadable")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
            if len(parts) > _PARTS or "xl/workbook.xml" not in archive.namelist():
                raise wrong
            left = _UNPACKED
            for part in parts:
                left -= _unpacked_size(archive, part, left)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError) as error:
        raise wrong from error


def _unpacked_size(archive: zipfile.ZipFile, part: zipfile.ZipInfo, most: int) -> int:
    """How large a part really is: what it says of itself can be a lie, so it is counted while it is unpacked."""
    size = 0
    with archive.open(part) as stream:
        while piece := stream.read(256 * 1024):
            if size == 0 and (b"<!DOCTYPE" in piece or b"<!ENTITY" in piece or piece[:2] in (b"\xff\xfe", b"\xfe\xff")):
                raise ValidationError(_("There is something in this file that is no sheet. Save it as CSV."), code="entities")
            size += len(piece)
            if size > most:
                raise ValidationError(_("This file is too large when it is unpacked. Split it, or save it as CSV."), code="bomb")
    return size


def _of_csv(content: bytes) -> list[Row]:
    if b"\x00" in content:
        raise ValidationError(_("This is no sheet. We take an Excel file (.xlsx) or CSV."), code="kind")
    text = _decode(content)
    lines = text.splitlines() or [""]
    separator = max(";,\t", key=lambda sign: max(line.count(sign) for line in lines[:10]))
    try:
        return _collect(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    except csv.Error as error:
        raise ValidationError(_UNREADABLE, code="csv") from error


def _decode(content: bytes) -> str:
    """UTF-8 with or without its mark, else as older versions of Excel save it."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _collect(rows) -> list[Row]:
    found: list[Row] = []
    empty = 0
    for number, cells in enumerate(rows, start=1):
        values = [_plain(cell) for cell in cells[:_WIDEST]]
        if all(value is None for value in values):
            empty += 1
            if empty > _EMPTY:
                break
            continue
        empty = 0
        if len(found) > MOST_ROWS:
            raise ValidationError(
                _("There are too many lines in this file. We take at most %(most)d.") % {"most": MOST_ROWS}, code="rows"
            )
        found.append(Row(number, values))
    return found


def _plain(value):
    if isinstance(value, str):
        value = value.strip()[:_LONGEST]
        return value or None
    return value
