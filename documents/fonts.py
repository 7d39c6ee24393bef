"""Letters as a PDF takes them. Packages bring them packed for browsers (WOFF2)."""

import functools
import io
from pathlib import Path

from fontTools.ttLib import woff2


@functools.cache
def unpacked(path: Path) -> bytes:
    """The font in this file as TrueType. Unpacking takes longer than laying out a page, so a process does it once for each."""
    out = io.BytesIO()
    with path.open("rb") as packed:
        woff2.decompress(packed, out)
    return out.getvalue()
