"""Bars, parts of a whole, circles and dots as inline SVG; the words and numbers stand beside them as text."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.html import escape
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from tenders.charts import _DARK_LETTERS_ON, ANSWERS, CATEGORIES, INK, SERIES, SOFT, element, number

SCHEMES = {"category": CATEGORIES, "answer": ANSWERS, "opinion": ("#0A5563", "#C9C2B4", "#C98A1B", "#6A7880")}
_DARK = _DARK_LETTERS_ON | {"#C9C2B4"}
_BAND, _GROUP = "#FFEDC4", "#EFEAE0"
_AXIS = "#B9B2A4"


@dataclass(frozen=True)
class Part:
    """A part of a whole: its words, its value as written, its share of a hundred and its colour."""

    label: str
    shown: str
    share: float
    colour: str


def parts_of(rows: Sequence[tuple], scheme: str = "category") -> list[Part]:
    """Parts from (label, value) or (label, value, as written), with the colours of `scheme` in order."""
    total = sum(row[1] for row in rows) or 1
    colours = SCHEMES[scheme]
    return [
        Part(
            str(row[0]),
            str(row[2]) if len(row) > 2 else number(row[1]),
            100 * row[1] / total,
            colours[i % len(colours)],
        )
        for i, row in enumerate(rows)
    ]


def share_bar(parts: Sequence[Part], *, write_values: bool = False, height: int = 36) -> SafeString:
    """One bar of 100 %; with `write_values` each part that has room says its value. Hidden: the legend says the same."""
    body, at = [], 0.0
    for i, part in enumerate(parts):
        colour_class = {"class_": "mw-fill-actie"} if part.colour == SERIES["actie"] else {}
        body.append(element("rect", x=f"{at:.2f}%", width=f"{part.share:.2f}%", height="100%", fill=part.colour, **colour_class))
        if i:
            body.append(element("rect", x=f"{at:.2f}%", width=2, height="100%", fill="#fff"))
        if write_values and part.share >= 5:
            letters = INK if part.colour in _DARK else "#fff"
            middle = f"{at + part.share / 2:.2f}%"
            body.append(
                element("text", part.shown, x=middle, y=height / 2 + 5, text_anchor="middle", font_weight=700, fill=letters)
            )
        at += part.share
    return _hidden_bar(body, height)


def swatch(colour: str) -> SafeString:
    """The little square of a legend."""
    colour_class = {"class_": "mw-fill-actie"} if colour == SERIES["actie"] else {}
    square = element("rect", width=14, height=14, rx=2, fill=colour, **colour_class)
    return SafeString(f'<svg class="mw-swatch" width="14" height="14" aria-hidden="true" focusable="false">{square}</svg>')


def single_bar(value: float, largest: float, *, planned: float | None = None, height: int = 14) -> SafeString:
    """A bar of `value` and the outline of what is `planned`, within the bar in white; both on the scale of `largest`."""
    scale = 100 / (largest or 1)
    body = []
    if planned is not None and planned > value:
        outline = {"fill": "#fff", "stroke": "#6A7880", "stroke_width": 2}
        body.append(element("rect", width=f"{planned * scale:.2f}%", height="100%", **outline))
    if value:
        body.append(element("rect", width=f"{value * scale:.2f}%", height="100%", fill=SERIES["actie"], class_="mw-fill-actie"))
    if planned and planned <= value:
        inside = {"fill": "none", "stroke": "#fff", "stroke_width": 2}
        body.append(element("rect", x=2, y=2, width=f"{planned * scale:.2f}%", height=height - 4, **inside))
    return _hidden_bar(body, height)


def _hidden_bar(body: Sequence[str], height: int) -> SafeString:
    """A bar as wide as its place; its words stand beside it."""
    shape = f'width="100%" height="{height}" font-size="16"'
    return SafeString(f'<svg class="mw-bar" {shape} aria-hidden="true" focusable="false">{"".join(body)}</svg>')


def circles(filled: int, total: int, label: str) -> SafeString:
    """`total` circles in rows of ten of which `filled` are full; `label` says it in words."""
    body = []
    for i in range(total):
        look = {"fill": "#8A5600"} if i < filled else {"fill": "#fff"}
        body.append(element("circle", cx=10 + i % 10 * 20, cy=10 + i // 10 * 20, r=7.5, stroke="#8A5600", stroke_width=2, **look))
    height = -(-total // 10) * 20
    return SafeString(
        f'<svg class="mw-circles" width="200" height="{height}" viewBox="0 0 200 {height}" role="img"'
        f' aria-label="{escape(label)}">{"".join(body)}</svg>'
    )


# The dot plot: names left, the scale in the middle, the mean right.
_WIDE, _FROM, _TO, _ROW, _HEAD, _TITLE = 1190, 360, 980, 60, 60, 44


def dot_plot(groups: Sequence[dict], scale: Sequence[tuple], *, finding: str) -> SafeString:
    """One dot for each member's grade, stacked sideways when equal; a short bar is the mean; an amber band says "talk first".

    `groups`: [{"name", "note", "rows": [{"name", "grades": [numbers], "mean", "talk": bool}]}]; `scale`: [(points, word)],
    low to high. Without "mean" it is the plain one of the grades.
    """
    low, high = scale[0][0], scale[-1][0]

    def x_of(points: float) -> float:
        return _FROM + (_TO - _FROM) * (points - low) / ((high - low) or 1)

    body = []
    for points, word in scale:
        body.append(element("text", str(word), x=x_of(points), y=20, text_anchor="middle", font_weight=700, fill=INK))
        body.append(element("text", number(points), x=x_of(points), y=40, text_anchor="middle", font_size=15, fill=SOFT))
    body.append(element("text", _("Mean"), x=_WIDE - 6, y=20, text_anchor="end", font_weight=700, fill=INK))
    y = _HEAD
    for group in groups:
        body.append(element("rect", x=0, y=y, width=_WIDE, height=30, rx=4, fill=_GROUP))
        name = element("tspan", str(group["name"]), font_weight=700)
        note = element("tspan", " " + str(group.get("note", "")), fill=SOFT)
        body.append(f'<text x="10" y="{y + 21}" fill="{INK}">{name}{note}</text>')
        y += _TITLE
        for row in group["rows"]:
            body += _dots(row, y + _ROW / 2 - 8, x_of, [points for points, _word in scale])
            y += _ROW
    return SafeString(
        f'<svg class="mw-dots" viewBox="0 0 {_WIDE} {y}" width="100%" role="img" aria-label="{escape(finding)}">'
        f'<g font-size="16" font-family="Noto Sans, Arial, sans-serif">{"".join(body)}</g></svg>'
    )


def _dots(row: dict, y: float, x_of, ticks) -> list[str]:
    grades = sorted(row["grades"])
    mean = row["mean"] if row.get("mean") is not None else sum(grades) / len(grades)
    body = []
    if row.get("talk"):
        body.append(element("rect", x=0, y=y - 28, width=_WIDE, height=56, rx=4, fill=_BAND))
        body.append(element("text", _("Talk about this first"), x=10, y=y + 23, font_size=15, font_weight=700, fill="#6E4300"))
    body.append(element("text", str(row["name"]), x=10, y=y + 5, fill=INK, font_weight=700 if row.get("talk") else 400))
    body.append(element("line", x1=x_of(ticks[0]), x2=x_of(ticks[-1]), y1=y, y2=y, stroke=_AXIS, stroke_width=1.5))
    for tick in ticks:
        body.append(element("line", x1=x_of(tick), x2=x_of(tick), y1=y - 5, y2=y + 5, stroke=_AXIS, stroke_width=1.5))
    for grade in dict.fromkeys(grades):
        same = grades.count(grade)
        for i in range(same):
            body.append(
                element(
                    "circle",
                    cx=x_of(grade) + (i - (same - 1) / 2) * 17,
                    cy=y,
                    r=7,
                    fill=SERIES["actie"],
                    class_="mw-fill-actie",
                )
            )
    # White around the mean, so that it can be told from a dot it stands on.
    body.append(element("line", x1=x_of(mean), x2=x_of(mean), y1=y - 19, y2=y + 19, stroke="#fff", stroke_width=6))
    body.append(element("line", x1=x_of(mean), x2=x_of(mean), y1=y - 19, y2=y + 19, stroke=INK, stroke_width=3))
    body.append(
        element(
            "text",
            number(round(mean, 1)),
            x=_WIDE - 6,
            y=y + 6,
            text_anchor="end",
            font_size=18,
            font_weight=700,
            fill=INK,
        )
    )
    return body
