"""The map of kinds as a drawing: a dot for each kind, larger with more parties, and a bow between two kinds with ties.

It stays as large as it is, however many parties there are. In attributes only: the policy of the pages allows no style.
"""

import math
from collections.abc import Mapping, Sequence

from django.utils.html import escape
from django.utils.safestring import SafeString

from tenders.charts import INK, RULE, SERIES, SOFT, element

WIDTH, STEP, TOP, LETTER = 312, 36, 24, 15  # as wide as on the narrowest phone, so that its letters stay that large
_DOT = 232  # where the dots stand; words left of it, bows right of it
_REACH = 68  # how far the widest bow goes


def draw_kinds(kinds: Sequence[tuple], ties: Mapping[tuple, int], finding: str) -> SafeString:
    """`kinds` are (key, label, number of parties, state) in order; `ties` counts them by (key, key).

    A kind that is missed is a dashed circle with its words in bold, one that is not needed a light ring; `finding` is what a
    screen reader gets.
    """
    places = {key: TOP + index * STEP for index, (key, *_rest) in enumerate(kinds)}
    height = TOP * 2 + STEP * (len(kinds) - 1)
    body = [_bow(places[one], places[other], number, height) for (one, other), number in sorted(ties.items()) if one != other]
    for key, label, number, state in kinds:
        body += _dot(places[key], label, number, state)
    inside = "".join(body)
    return SafeString(
        f'<svg class="mw-drawing" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" role="img"'
        f' aria-label="{escape(finding)}"><g font-size="{LETTER}" font-family="Noto Sans, Arial, sans-serif">{inside}</g></svg>'
    )


def _bow(y1: int, y2: int, number: int, height: int) -> str:
    """From one dot to the other, wider out when they stand further apart, thicker with more ties."""
    top, bottom = sorted((y1, y2))
    out = 18 + (_REACH - 18) * (bottom - top) / height
    path = f"M {_DOT} {top} A {out:.0f} {(bottom - top) / 2:.0f} 0 0 1 {_DOT} {bottom}"
    return element("path", d=path, fill="none", stroke=RULE, stroke_width=min(8.0, 1.5 + number))


def _dot(y: int, label: str, number: int, state: str):
    missing = state == "missing"
    words = {"x": _DOT - 20, "y": y + LETTER / 3, "text_anchor": "end"}
    yield element("text", label, fill=INK if missing else SOFT, font_weight=700 if missing else 400, **words)
    if state == "covered":
        size = min(17.0, 3 + 5 * math.sqrt(max(number, 1)))  # 8, 10, 12: two are seen to be more than one
        yield element("circle", cx=_DOT, cy=y, r=size, fill=SERIES["actie"], class_="mw-fill-actie")
        if number > 1:
            yield element("text", str(number), x=_DOT, y=y + 4.5, text_anchor="middle", fill="#fff", font_size=14, font_weight=700)
    else:
        dashes = {"stroke": INK, "stroke_width": 2, "stroke_dasharray": "4 3"} if missing else {"stroke": RULE, "stroke_width": 2}
        yield element("circle", cx=_DOT, cy=y, r=10, fill="#fff", **dashes)
        if missing:
            yield element("text", "?", x=_DOT, y=y + 5, text_anchor="middle", fill=INK, font_weight=700)
