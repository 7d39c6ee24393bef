"""Reading "Kerncijfers wijken en buurten" of CBS: one row an area, one column a count.

What is in such a file and easily goes wrong: "." is missing and not zero; counts are rounded to 5, so parts do not add up
to their whole; some areas have no residents; names hold commas; codes are padded with spaces; an export of StatLine has
";" and a mark at its beginning; a year may lack columns (origin was counted otherwise before 2022).
"""

import csv
import hashlib
import io
import re
from dataclasses import dataclass, field
from typing import NamedTuple

from areas.models import AreaKind, Measure

CODE, NAME = "gwb_code_10", "regio"
_NEEDED = (CODE, NAME, Measure.INHABITANTS.value)
_SHAPE = re.compile(r"(GM)\d{4}|(WK)\d{6}|(BU)\d{8}")
_KINDS = {"WK": AreaKind.DISTRICT, "BU": AreaKind.NEIGHBOURHOOD}
_MISSING = (".", "")
_HIGHEST = 20_000_000  # more than live in the country
_LONGEST = 120
_NO_COLUMN = "this column is not there; is it a file of Kerncijfers wijken en buurten?"


class Problem(NamedTuple):
    """What is wrong, and where: the number of the line in the file, and the column."""

    line: int
    column: str
    sentence: str

    def __str__(self) -> str:
        return f"line {self.line}, column {self.column}: {self.sentence}"


class WrongFile(Exception):
    """This is no such file, or it has mistakes; `problems` names each."""

    def __init__(self, problems: list[Problem]):
        self.problems = problems
        super().__init__("\n".join(str(problem) for problem in problems))


@dataclass(frozen=True)
class Row:
    """An area with its counts; `kind` is None for the municipality as a whole."""

    line: int
    code: str
    name: str
    kind: AreaKind | None
    values: dict[Measure, int | None]

    @property
    def district(self) -> str:
        """The code of the district in which a neighbourhood lies."""
        return f"WK{self.code[2:8]}" if self.kind == AreaKind.NEIGHBOURHOOD else ""


@dataclass
class Reading:
    """What a file says about one municipality."""

    rows: list[Row] = field(default_factory=list)
    of_others: int = 0
    absent: list[Measure] = field(default_factory=list)
    sha256: str = ""


def read(content: bytes, *, gm_code: str) -> Reading:
    """The rows of the municipality with this code; raises WrongFile with everything that is wrong."""
    text = _text(content)
    heading = text.partition("\n")[0]
    delimiter = ";" if heading.count(";") > heading.count(",") else ","
    table = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    columns = [name.strip() for name in next(table, [])]
    if lacking := [name for name in _NEEDED if name not in columns]:
        raise WrongFile([Problem(1, name, _NO_COLUMN) for name in lacking])
    reading = Reading(absent=[one for one in Measure if one.value not in columns], sha256=hashlib.sha256(content).hexdigest())
    problems: list[Problem] = []
    try:
        for cells in table:
            if any(cell.strip() for cell in cells):
                _take(cells, columns, table.line_num, gm_code, reading, problems)
    except csv.Error as error:
        problems.append(Problem(table.line_num, "-", f"this line cannot be read ({error})"))
    problems += _districts_that_lack(reading)
    if not problems and not reading.rows:
        problems = [Problem(1, CODE, f"no line is about this municipality ({gm_code})")]
    if problems:
        raise WrongFile(problems)
    return reading


def _text(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise WrongFile([Problem(line, "-", "this is no UTF-8; save the file as CSV UTF-8")]) from error


def _take(cells: list[str], columns: list[str], line: int, gm_code: str, reading: Reading, problems: list[Problem]) -> None:
    """One line of the file: kept, left out because it is of another municipality, or named with what is wrong."""
    if len(cells) != len(columns):
        problems.append(Problem(line, "-", f"{len(cells)} cells, and the heading has {len(columns)}"))
        return
    found = {column: cell.strip() for column, cell in zip(columns, cells, strict=True)}
    code = found[CODE].upper()
    shape = _SHAPE.fullmatch(code)
    if not shape:
        problems.append(Problem(line, CODE, f"“{code}” is no code of a municipality, district or neighbourhood"))
    elif code[2:6] != gm_code[2:]:
        reading.of_others += 1
    elif any(row.code == code for row in reading.rows):
        problems.append(Problem(line, CODE, f"{code} stands in the file twice"))
    else:
        name = re.sub(r"^Wijk \d\d ", "", found[NAME])
        if not 0 < len(name) <= _LONGEST:
            problems.append(Problem(line, NAME, f"a name has 1 to {_LONGEST} letters"))
        values = {one: _count(found[one.value], one, line, problems) for one in Measure if one.value in found}
        reading.rows.append(Row(line, code, name, _KINDS.get(code[:2]), values))


def _count(text: str, measure: Measure, line: int, problems: list[Problem]) -> int | None:
    if text in _MISSING:
        return None
    if text.isascii() and text.isdigit() and len(text) < 10 and int(text) <= _HIGHEST:
        return int(text)
    problems.append(Problem(line, measure.value, f"“{text}” is no number of people or households"))
    return None


def _districts_that_lack(reading: Reading):
    codes = {row.code for row in reading.rows}
    for row in reading.rows:
        if row.district and row.district not in codes:
            yield Problem(row.line, CODE, f"the district {row.district} of this neighbourhood is not in the file")
