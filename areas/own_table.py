"""The small table that comes with the project (areas/data): areas to choose from, before anybody loaded a file."""

import csv
import io
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from areas.cbs import CODE, NAME, Reading, read

_FILE = Path(__file__).parent / "data" / "areas.csv"
_OURS = ("gemeente", "jaar", "bron", "licentie")


class Known(NamedTuple):
    """What the table says of a municipality in one year."""

    year: int
    source: str
    licence: str
    reading: Reading


def own_table(gm_code: str) -> Iterator[Known]:
    """The figures of a municipality, a year at a time; nothing for one that the table does not count."""
    rows = [row for row in _rows(gm_code) if row[CODE]]
    for (year, source, licence), group in groupby(rows, key=lambda row: (int(row["jaar"]), row["bron"], row["licentie"])):
        columns = [name for name in rows[0] if name not in _OURS]
        text = io.StringIO()
        table = csv.DictWriter(text, columns, extrasaction="ignore")
        table.writeheader()
        table.writerows(group)
        yield Known(year, source, licence, read(text.getvalue().encode(), gm_code=gm_code))


def own_names(gm_code: str) -> list[str]:
    """The names of areas that the table knows without a code."""
    return [row[NAME] for row in _rows(gm_code) if not row[CODE]]


def _rows(gm_code: str) -> list[dict]:
    with _FILE.open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file) if row["gemeente"] == gm_code]
