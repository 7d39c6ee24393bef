"""The parts of which every page is made. Loaded everywhere: a template names them without {% load %}; see docs/parts.md."""

import functools
import re

from django import template
from django.template.loader import render_to_string
from django.utils.functional import keep_lazy_text
from django.utils.html import format_html
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from documents import qr
from tenders import bars, charts, codes, dates, folding, form_parts, markdown, money
from tenders.beads import beads_of
from tenders.icons import icon as draw
from tenders.kept import kept
from tenders.steps import Step

register = template.Library()

SIGNS = {
    "open": "dot",
    "bezig": "half",
    "wacht": "hourglass",
    "goed": "check",
    "klaar": "check",
    "stop": "clock",
    "draad": "thread",
}
NOTICES = {"info": "info", "goed": "check", "let": "warning", "fout": "warning"}

register.simple_tag(draw, name="icon")
register.filter("number", charts.number)
register.filter("nl_date", dates.day)
register.filter("iso_day", dates.iso_day)
register.filter("short_day", dates.short_day)
register.filter("nl_datetime", dates.moment)
register.filter("nl_time", dates.clock_time)
register.filter("day_and_date", dates.weekday)
register.filter("day_and_time", dates.weekday_moment)
register.filter("anchor_of", form_parts.anchor_of)
register.filter("error_sentences", form_parts.error_sentences)
register.filter("folded", folding.folded)
register.filter("euro", money.euro_on_page)
register.simple_tag(form_parts.file_limit)
register.simple_tag(form_parts.described_by)
register.simple_tag(qr.drawing, name="qr")


def _drawing(template_name):
    """Like an inclusion tag without context, but what it drew is kept."""

    def register_it(values_of):
        @kept
        @functools.wraps(values_of)
        def draw(*args, **options):
            return render_to_string(template_name, values_of(*args, **options))

        return register.simple_tag(draw, name=values_of.__name__)

    return register_it


@register.filter
def percent(hundredths):
    """'12,5 %' in the language of the page, never cut in two at the end of a line."""
    return money.percent(hundredths).replace(" ", "\u00a0")


@register.filter
def phone(number):
    """A telephone number to press, never cut in two at the end of a line. Anything with words in it stays as it is."""
    digits = re.sub(r"[^\d+]", "", number or "")
    if len(digits) < 3 or not re.fullmatch(r"[\d\s()+./-]+", number):
        return number
    return format_html('<a class="utrecht-link mw-nowrap" href="tel:{}">{}</a>', digits, number)


@register.filter("markdown")
def as_markdown(text, top=3):
    """Safe HTML of Markdown; its largest heading becomes h3, or h`top`."""
    return markdown.render(text, int(top))


@register.filter(is_safe=True)
def sentence_case(text):
    """The text with a capital first."""
    return _capital_first(text)


@keep_lazy_text
def _capital_first(text):
    return text[:1].upper() + text[1:]


def _render(context, name: str, values: dict) -> str:
    return context.template.engine.get_template(f"parts/{name}.html").render(context.new(values))


@register.simple_tag
@kept
def status(kind, word, sign=""):
    """A word, a sign and a colour; `sign` replaces the usual sign of the kind. KeyError for a kind that is not there."""
    return render_to_string("parts/status.html", {"kind": kind, "word": word, "sign": sign or SIGNS[kind]})


@register.simple_tag(name="kept")
@kept
def kept_row(name, row):
    """What the template `name` makes of `row`, remembered: a page of fifty rows draws only those that it never drew.

    The template sees the row alone, a NamedTuple of plain values. TypeError for a row that can change."""
    return render_to_string(name, {"row": row})


@register.simple_block_tag(takes_context=True)
def notice(context, content, kind, title=""):
    """A message with a sign: info, goed, let or fout; begins with its `title` in bold."""
    return _render(context, "notice", {"kind": kind, "sign": NOTICES[kind], "title": title, "content": content})


@register.simple_block_tag(takes_context=True)
def knot(context, content, title, when="", sign="thread", why="", first=False, last=False, quote=""):
    """One knot of a thread story; stands in <ol class="mw-thread">. `quote` is shown as a voice, large when `first`."""
    values = {"content": content, "title": title, "when": when, "sign": sign, "why": why, "quote": quote}
    return _render(context, "knot", {**values, "first": first, "last": last})


@register.inclusion_tag("parts/step_line.html")
def step_line(tender, links=None, back=None, back_url=""):
    """The six beads; `links` is {step: (text, address)}, `back` the StepChange that brought it back here."""
    return {"beads": beads_of(tender, links, back, back_url)}


@register.simple_tag
def mini_steps(tender):
    """Six dots and "Stap 4 van 6: selectie"."""
    return _mini_steps(Step(tender.step), get_language())


@functools.cache
def _mini_steps(step: Step, language: str) -> str:
    beads = [(s, "now" if s == step else "done" if s < step else "later") for s in Step]
    return render_to_string("parts/mini_steps.html", {"step": step, "beads": beads})


@_drawing("parts/empty_state.html")
def empty_state(title, text="", url="", label=""):
    """What is missing, who can change that, one button. Raises ValueError for a button without words."""
    if url and not label:
        raise ValueError(f"Where does the button of “{title}” lead to?")
    return {"title": title, "text": text, "url": url, "label": label}


@register.inclusion_tag("parts/crumbs.html")
def crumbs(*parts):
    """The way to this page: label and address in turn, and the name of the page itself last."""
    return {"steps": list(zip(parts[:-1:2], parts[1::2], strict=True)), "here": parts[-1]}


@_drawing("parts/chips.html")
def chips(items, label):
    """Filters as links: (text, address, is it chosen); `label` says what they filter."""
    return {"items": items, "label": label}


@register.inclusion_tag("parts/pages.html", takes_context=True)
def pages(context, page_obj, name="page"):
    """ "1 tot 25 van 100" with the way on and back; keeps what else is in the address."""
    query = context["request"].GET.copy()
    query.pop(name, None)
    rest = query.urlencode()
    return {"page_obj": page_obj, "start": f"?{rest}&{name}=" if rest else f"?{name}="}


@_drawing("parts/table.html")
def table(caption, columns, rows, stack=True, show_caption=False):
    """A table that becomes labelled blocks on a phone; with stack=False it scrolls in a named region instead.

    A column is a text or (text, "n") for numbers; a cell is a text or (text, address). The first cell names its row.
    """
    heads = [{"text": c[0], "number": True} if isinstance(c, tuple) else {"text": c, "number": False} for c in columns]
    cells = [
        [
            {"text": cell[0], "url": cell[1], "head": head} if isinstance(cell, tuple) else {"text": cell, "head": head}
            for cell, head in zip(row, heads, strict=True)
        ]
        for row in rows
    ]
    return {"caption": caption, "heads": heads, "rows": cells, "stack": stack, "show_caption": show_caption}


@_drawing("parts/line_chart.html")
def line_chart(points, target=None, unit="", finding="", title="", size="page", colour="actie"):
    """A line with its table: `points` are (label, value), or with a day as the third to run by time; `finding` is the sentence;
    size "page", or "card" for narrow only."""
    points, days = charts.by_day([point for point in points if point[1] is not None])
    drawing = {"target": target, "finding": finding, "colour": colour, "days": days}
    columns = [_("Moment"), (_("Measured"), "n"), *([(_("Agreement"), "n")] if target is not None else [])]
    agreed = [charts.number(target)] if target is not None else []
    return {
        "narrow": charts.line_chart(points, **drawing) if points else "",
        "wide": charts.line_chart(points, width=640, height=264, **drawing) if points and size == "page" else "",
        "title": title,
        "caption": " – ".join(str(part) for part in (title or finding, unit) if part),
        "columns": columns,
        "rows": [[label, charts.number(value), *agreed] for label, value in points],
    }


@_drawing("parts/bar_chart.html")
def bar_chart(rows, paid=False, money=False):
    """Rows of words, a bar and a number: (label, value) or (label, value, as written); with `money` there is room for millions.

    With `paid` a row is (label, value, planned, as written, note): filled is paid, the outline is planned.
    """
    rows = [tuple(row) for row in rows]
    largest = max((max(row[1], row[2]) if paid else row[1] for row in rows), default=0)
    shown = []
    for row in rows:
        planned, written, note = (row[2], row[3], row[4]) if paid else (None, row[2] if len(row) > 2 else charts.number(row[1]), "")
        shown.append({"label": row[0], "bar": bars.single_bar(row[1], largest, planned=planned), "shown": written, "note": note})
    return {"rows": shown, "paid": paid, "money": money}


@_drawing("parts/share_bar.html")
def share_bar(parts, scheme="category", values=False, legend=True, title=""):
    """One bar of a whole with its legend: (label, value) or (label, value, as written); scheme category, answer or opinion.

    Give `title` when several bars share one legend: it stands above the bar, and the values are said beside it.
    """
    parts = bars.parts_of(parts, scheme)
    legend_rows = [(bars.swatch(part.colour), part) for part in parts]
    return {
        "bar": bars.share_bar(parts, write_values=values),
        "legend": legend_rows,
        "show_legend": legend,
        "title": title,
    }


@_drawing("parts/dot_plot.html")
def dot_plot(groups, scale, finding):
    """Every grade one dot; put the same numbers in a table below it. See tenders.bars.dot_plot for `groups` and `scale`."""
    return {"drawing": bars.dot_plot(groups, scale, finding=finding), "finding": finding}


@register.simple_tag
def circles(filled, total, label):
    """A survey: so many of so many, as circles."""
    return bars.circles(filled, total, label)


@_drawing("parts/progress.html")
def progress(done, total, label):
    """ "5 van 8 onderdelen klaar" with a bar; `label` is that sentence."""
    return {"bar": bars.single_bar(done, total, height=12), "label": label}


@register.simple_tag(takes_context=True)
def form(context, form, action_label="", **options):
    """A whole form: token, errors on top, fields, button. Options: action, cancel_url, cancel_label, csrf, once, method,
    formset, note, form_id, css_class, hide_optional, after (hidden fields as HTML), button_name and button_value.
    """
    return _render(context, "form", form_parts.form_context(context, form, action_label=action_label, **options))


@register.simple_block_tag(takes_context=True)
def form_around(context, content, form, action_label="", **options):
    """The same as `form`, around fields that the template places itself with {% field %}."""
    return _render(context, "form", form_parts.form_context(context, form, content, action_label=action_label, **options))


@register.inclusion_tag("nldesign/field.html")
def field(bound_field, hide_optional=False):
    """One field of a form with its label, help and errors."""
    return {"field": bound_field, "form_show_errors": True, "form_show_labels": True, "hide_optional": hide_optional}


@register.inclusion_tag("parts/error_summary.html")
def error_summary(*forms):
    """Everything wrong in these forms, as links; nothing when nothing is."""
    return {"links": form_parts.error_links(*forms)}


@register.inclusion_tag("parts/once.html")
def once(form=None):
    """The hidden token for a form written by hand."""
    return {"token": form_parts.once_token(form)}


@register.inclusion_tag("parts/code.html")
def code_to_keep(code, why=""):
    """The code of who has no account, as letters and as a QR code, with a slip to print."""
    return {"code": code, "why": why, "code_address": codes.address_of(code)}
