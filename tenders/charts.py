"""Charts as inline SVG: pure functions from numbers to markup, in attributes only, since the policy allows no style.

A colour is a presentation attribute, so that a chart also holds in a document; the class beside it lets the theme of a
municipality replace it on a page. Letters are never smaller than 14 px at the width at which a chart is shown.
"""

import itertools
import math
from collections.abc import Sequence

from django.utils.formats import number_format
from django.utils.html import escape
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

INK, SOFT, RULE = "#15252D", "#3E4C54", "#D9D3C7"
SERIES = {"actie": "#0A5563", "draad": "#B0174B"}
CATEGORIES = ("#0A5563", "#C98A1B", "#5B4B9A", "#6A7880")
ANSWERS = ("#0E6239", "#5FA37F", "#B9C1C6", "#E0D9CB")
_DARK_LETTERS_ON = {"#C98A1B", "#5FA37F", "#B9C1C6", "#E0D9CB", "#FFFFFF"}


def number(value) -> str:
    """'1.234' or '12,5' in the language of the page."""
    if value is None:
        return ""
    whole = float(value).is_integer()
    return number_format(value, decimal_pos=0 if whole else 1, use_l10n=True, force_grouping=True)


def element(name: str, text: str | None = None, **attributes) -> str:
    """One SVG element. `stroke_width` becomes stroke-width, `class_` becomes class; numbers are rounded to a tenth."""
    parts = [name]
    for key, value in attributes.items():
        value = f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else value
        parts.append(f'{key.rstrip("_").replace("_", "-")}="{escape(value)}"')
    return f"<{' '.join(parts)}/>" if text is None else f"<{' '.join(parts)}>{escape(text)}</{name}>"


def three_ticks(values: Sequence[float]) -> tuple[float, float, float]:
    """Three round numbers between which all values lie; from zero unless the lowest is more than half of the highest."""
    low, high = min(values), max(values)
    base = 0 if 0 <= low <= high / 2 else low
    span = (high - base) or abs(high) or 1
    power = 10.0 ** math.floor(math.log10(span / 2))
    steps = [factor * power * ten for ten in (1, 10) for factor in (1, 1.5, 2, 2.5, 3, 4, 5)]
    for step in steps:
        if power <= 1 and not float(step).is_integer() and all(float(v).is_integer() for v in values):
            continue
        start = math.floor(base / step) * step
        if start + 2 * step >= high:
            return start, start + step, start + 2 * step
    step = math.ceil(high - base) or 1
    return base, base + step, base + 2 * step


def line_chart(points: Sequence[tuple], *, finding: str, target=None, colour="actie", width=312, height=184, days=()) -> SafeString:
    """A line through `points` ((label, value) in order), the target as a dashed line, the first and last value in words.

    With `days`, one for each point, a year between two points is wider than a week; without, all gaps are the same.
    `finding` is the sentence that a screen reader gets instead. Below 500 wide only the first and last label are written.
    """
    values = [float(value) for _label, value in points]
    ticks = three_ticks([*values, float(target)] if target is not None else values)
    letter = 15 if width < 500 else 16
    plot = _Plot(width, height, letter, ticks, _shares(len(points), days))
    fill = SERIES[colour]
    spots = [(plot.x(i), plot.y(value)) for i, value in enumerate(values)]
    body = [*plot.grid(), *_labels(points, plot, width, by_day=bool(days)), *_line(spots, fill, colour)]
    taken = list(_value_boxes(values, spots, plot, None if target is None else plot.y(float(target))))
    if target is not None:
        body += _target_line(float(target), plot, spots, taken)
    for x, y, anchor, size, text in taken:
        place = {"x": x, "y": y, "text_anchor": anchor, "font_size": size}
        body.append(element("text", text, **place, font_weight=700, fill=fill, class_=f"mw-fill-{colour}"))
    return _svg(body, width, height, letter, finding)


def _line(spots, fill: str, colour: str):
    """The line with an open dot on each value and a full one on the last."""
    line = {"stroke": fill, "class_": f"mw-line-{colour}"}
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in spots)
    yield element("polyline", points=path, fill="none", stroke_width=3.5, stroke_linejoin="round", **line)
    for x, y in spots[:-1]:
        yield element("circle", cx=x, cy=y, r=4, fill="#fff", stroke_width=3, **line)
    yield element("circle", cx=spots[-1][0], cy=spots[-1][1], r=7, fill=fill, class_=f"mw-fill-{colour}")


def by_day(points: Sequence[tuple]) -> tuple[list[tuple], list]:
    """Points of (label, value) or (label, value, day), as `line_chart` takes them: and the days of those that have one."""
    return [point[:2] for point in points], [point[2] for point in points if len(point) > 2]


class _Plot:
    """Where a value stands on the sheet."""

    def __init__(self, width, height, letter, ticks, shares):
        self.letter, self.ticks, self.shares = letter, ticks, shares
        self.left = 10 + letter * 0.58 * max(len(number(tick)) for tick in ticks)
        # Above the highest point stands its number, in the largest letters.
        self.right, self.top, self.bottom = width - 16, letter + 16, height - 34

    def x(self, i: int) -> float:
        return self.left + 6 + (self.right - self.left - 6) * self.shares[i]

    def y(self, value: float) -> float:
        low, _middle, high = self.ticks
        return self.bottom - (self.bottom - self.top) * (value - low) / (high - low)

    def grid(self):
        for tick in self.ticks:
            y = self.y(tick)
            yield element("line", x1=self.left, x2=self.right, y1=y, y2=y, stroke=RULE)
            yield element("text", number(tick), x=self.left - 7, y=y + self.letter / 3, text_anchor="end", fill=SOFT)


def _shares(count: int, days) -> list[float]:
    """How far along the line each point stands, from 0 to 1."""
    if days and days[-1] > days[0]:
        return [(day - days[0]) / (days[-1] - days[0]) for day in days]
    return [i / (count - 1) for i in range(count)] if count > 1 else [1] * count


def _labels(points, plot: _Plot, width: int, *, by_day: bool):
    """Labels under the line: as many as fit without touching, always the first and the last."""
    longest = max(len(str(label)) for label, _value in points) * plot.letter * 0.58 + 14
    room = max(1, int((plot.right - plot.left) // longest))
    last = len(points) - 1
    every = last if width < 500 else max(1, math.ceil(len(points) / room))
    fits = {i for i in range(last) if i % every == 0 and last - i >= every}
    shown = _apart(plot, longest, last) if by_day and width >= 500 else fits
    for i, (label, _value) in enumerate(points):
        if i not in {0, last} | shown:
            continue
        anchor = "start" if i == 0 else "end" if i == last else "middle"
        x = plot.left if i == 0 and last else plot.right + 8 if i == last else plot.x(i)
        yield element("text", str(label), x=x, y=plot.bottom + plot.letter + 12, text_anchor=anchor, fill=SOFT)


def _apart(plot: _Plot, longest: float, last: int) -> set[int]:
    """The points between the first and the last whose labels touch no other."""
    shown, edge = set(), plot.left + longest
    for i in range(1, last):
        if plot.x(i) - longest / 2 >= edge and plot.x(i) + longest / 2 <= plot.right + 8 - longest:
            shown, edge = shown | {i}, plot.x(i) + longest / 2
    return shown


def _value_boxes(values, spots, plot: _Plot, dashes: float | None):
    """The first and last value: above their point, or below when the line or the target runs there and below is room."""
    last = len(values) - 1
    for i, size in {0: plot.letter + 1, last: plot.letter + 5}.items():
        x, y = spots[i]
        neighbour = spots[1][1] if i == 0 and last else spots[i - 1][1]
        crowded = neighbour < y - 4 and i == 0
        crowded = crowded or (dashes is not None and y - size - 12 < dashes < y - 4)
        below = y + size + 8
        place = below if crowded and below < plot.bottom and not (dashes and y + 4 < dashes < below + 2) else y - 12
        if i == 0 and last and place < y and spots[1][0] - x < len(number(values[0])) * size * 0.6 + 8:
            place = min(place, spots[1][1] - 12)  # the next point is so near that its dot would stand in the number
        if i == last:
            yield x + 8, place, "end", size, number(values[i])
        else:
            yield x, place, "start", size, number(values[i])


def _target_line(target: float, plot: _Plot, spots, taken) -> list[str]:
    """A dashed line and the word for it, where neither the line nor a value stands in its way."""
    y = plot.y(target)
    text = _("agreed: %(target)s") % {"target": number(target)}
    wide = len(text) * plot.letter * 0.6
    free = None
    middle = (plot.left + plot.right - wide) / 2
    for left in (plot.left + 8, middle, plot.right - wide):
        for top in (y - plot.letter - 6, y + 6):
            if free is None and _is_free(left, top, wide, plot, spots, taken):
                free = (left, top)
    left, top = free or (plot.left + 8, y - plot.letter - 6)
    return [
        element("line", x1=plot.left, x2=plot.right, y1=y, y2=y, stroke=INK, stroke_width=2.2, stroke_dasharray="6 4"),
        element("text", text, x=left, y=top + plot.letter - 1, font_weight=700, fill=INK),
    ]


def _is_free(left, top, wide, plot: _Plot, spots, taken) -> bool:
    right, bottom = left + wide, top + plot.letter
    if top < 0 or bottom > plot.bottom:
        return False
    for (x1, y1), (x2, y2) in itertools.pairwise(spots):
        for part in range(11):
            x, y = x1 + (x2 - x1) * part / 10, y1 + (y2 - y1) * part / 10
            if left - 8 < x < right + 8 and top - 8 < y < bottom + 8:
                return False
    for x, y, anchor, size, text in taken:
        reach = len(text) * size * 0.6
        begin = x if anchor == "start" else x - reach
        if begin < right + 4 and begin + reach > left - 4 and y - size < bottom and y > top - 2:
            return False
    return True


def _svg(body: Sequence[str], width: int, height: int, letter: int, finding: str) -> SafeString:
    inside = "".join(body)
    return SafeString(
        f'<svg class="mw-drawing" viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img"'
        f' aria-label="{escape(finding)}"><g font-size="{letter}" font-family="Noto Sans, Arial, sans-serif">{inside}</g></svg>'
    )
