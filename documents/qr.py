"""QR codes: dark runs of squares, for a page and for paper. The only import of segno."""

from typing import NamedTuple

import segno
from django.utils.html import format_html

_QUIET = 4  # white squares around it, without which a telephone does not see it


class Run(NamedTuple):
    """Dark squares beside each other, counted from the top left."""

    column: int
    row: int
    length: int


def runs_of(text: str) -> tuple[list[Run], int]:
    """The dark runs of the code that says `text`, and how many squares it is wide, the white around it included."""
    rows, found = segno.make(text, error="m", micro=False).matrix, []
    for number, row in enumerate(rows):
        start = None
        for column, dark in enumerate([*row, 0]):
            if dark and start is None:
                start = column
            elif not dark and start is not None:
                found.append(Run(start + _QUIET, number + _QUIET, column - start))
                start = None
    return found, len(rows) + 2 * _QUIET


def drawing(text: str, label: str):
    """The code as a drawing for a page, with a label for who cannot see it."""
    runs, size = runs_of(text)
    path = "".join(f"M{run.column} {run.row}h{run.length}v1h-{run.length}z" for run in runs)
    return format_html(
        '<svg class="mw-qr" viewBox="0 0 {0} {0}" role="img" aria-label="{1}">'
        '<path class="mw-qr__paper" d="M0 0h{0}v{0}H0z"/><path class="mw-qr__ink" d="{2}"/></svg>',
        size,
        label,
        path,
    )
