"""What the page of an inventory shows, in words: one page of lines, where the money goes, and the filter on kinds."""

import datetime as dt
from dataclasses import dataclass
from typing import NamedTuple

from django.core.paginator import Page, Paginator
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import Municipality
from events import clock
from inventory.models import AGREED, Fitness, Line, LineKind, per_head
from inventory.reading import Inventory, Name, Total
from inventory.words import FITNESS, FITNESS_SIGNS, MANY, PATHS
from tenders.charts import number
from tenders.dates import day
from tenders.money import Vat, euro_on_page

PER_PAGE = 25
_BARS = 12  # in a chart; the rest is one bar, and stands in the table


class Row(NamedTuple):
    """A line in the list, as plain words."""

    url: str
    title: str
    kind: str
    about: str
    amount: str
    each: str
    when: str
    word: str
    colour: str
    sign: str
    because: str  # why it no longer stands in the inventory


@dataclass(frozen=True)
class Money:
    """Where money goes now: a sum, for each resident, and the same for each area or theme as a chart and its table.

    `over` lines ended: they stand in the list and not in the sums.
    """

    kinds: str
    total: int
    each: int | None
    vat: str
    over: int
    finding: str
    bars: list[tuple[str, int, str]]
    columns: list
    rows: list[list[str]]


def page_of(inventory: Inventory, number_of_page) -> Page:
    """One page of lines, by name; how many there are was counted already."""
    paginator = Paginator(inventory.lines(), PER_PAGE)
    paginator.count = inventory.count()
    page = paginator.get_page(number_of_page)
    page.object_list = [row_of(line, inventory.place) for line in page.object_list]
    return page


def row_of(line: Line, place: Municipality) -> Row:
    """The line as words; what depends on today is said here, since a drawn row is kept."""
    line.municipality = place
    where = [line.who, line.area.name if line.area else _("the whole municipality"), line.theme.name if line.theme else ""]
    colour, sign = FITNESS_SIGNS.get(line.fitness, ("", ""))
    return Row(
        url=line.get_absolute_url(),
        title=line.title,
        kind=capfirst(str(LineKind(line.kind).label)),
        about=" · ".join(word for word in where if word),
        amount=_with_vat(line),
        each=_("%(amount)s a resident") % {"amount": euro_on_page(line.per_resident)} if line.per_resident is not None else "",
        when=when_of(line, clock.today()),
        word=capfirst(str(Fitness(line.fitness).label)) if line.fitness else "",
        colour=colour,
        sign=sign,
        because=line.ended_because,
    )


def when_of(line: Line, today: dt.date) -> str:
    """Until when it runs, in words."""
    if line.kind == LineKind.TASK:
        return _("planned from %(day)s") % {"day": day(line.begins_on)} if line.begins_on else ""
    if line.ends_on is None:
        return ""
    if line.kind == LineKind.BUILDING:
        return (_("free since %(day)s") if line.ends_on < today else _("comes free on %(day)s")) % {"day": day(line.ends_on)}
    return (_("ended on %(day)s") if line.ends_on < today else _("until %(day)s")) % {"day": day(line.ends_on)}


def money_of(inventory: Inventory) -> Money | None:
    """Where the money goes, by area or theme; None when no line here has an amount.

    Money, contracts and tasks are never added up: the same euro would count twice.
    """
    by_theme, asked = inventory.by_theme, inventory.asked
    paid = [one for one in inventory.totals if one.total and asked.kind in ("", one.kind)]
    choices = ([asked.kind],) if asked.kind else ([LineKind.MONEY], list(AGREED), [LineKind.TASK])
    kinds = next((kinds for kinds in choices if any(one.kind in kinds for one in paid)), None)
    if kinds is None or asked.gone:
        return None
    kinds = [kind for kind in kinds if any(one.kind == kind for one in paid)]
    known = {one.pk: one for one in inventory.names if one.kind == ("theme" if by_theme else "area")}
    sums: dict[tuple[str, int | None], int] = {}
    for one in paid:
        if one.kind in kinds:
            key = _about(known.get(one.about), inventory, by_theme)
            sums[key] = sums.get(key, 0) + one.total
    ordered = sorted(sums.items(), key=lambda pair: (-pair[1], pair[0][0]))
    total = sum(sums.values())
    return Money(
        kinds=" – ".join(str(MANY[kind]) for kind in kinds),
        total=total,
        each=per_head(total, inventory.people()),
        vat=_vat_of([one for one in paid if one.kind in kinds]),
        over=sum(one.over for one in inventory.totals if one.kind in kinds),
        finding=_finding(ordered, total),
        bars=_bars(ordered),
        columns=[_("Theme") if by_theme else _("Area"), (_("A year"), "n"), (_("Residents"), "n"), (_("For each resident"), "n")],
        rows=[
            [
                name,
                euro_on_page(cents),
                number(people) if people else _("not known"),
                euro_on_page(per_head(cents, people)) or _("not known"),
            ]
            for (name, people), cents in ordered
        ],
    )


def _vat_of(paid: list[Total]) -> str:
    """What a sum says of VAT; nothing when no amount in it leaves VAT out."""
    without = sum(one.without_vat for one in paid)
    if not without:
        return ""
    return _("without VAT") if without == sum(one.priced for one in paid) else _("partly without VAT")


def _about(one: Name | None, inventory: Inventory, by_theme: bool) -> tuple[str, int | None]:
    """What an amount is about in words, and how many people live there."""
    if by_theme:
        return (one.name if one else _("Without a theme")), inventory.people()
    return (inventory.called[one.pk], one.population) if one else (_("The whole municipality"), inventory.place.population)


def judged_of(inventory: Inventory, address) -> tuple[list[tuple[str, int]], list[tuple[str, str, bool]]]:
    """How many were judged how, as parts of a bar, and as a filter; both empty for a kind that nobody judges."""
    words = {**{value: capfirst(str(value.label)) for value in Fitness}, "-": _("Nobody said it yet")}
    counts = [(path, value, inventory.judged.get(value, 0)) for path, value in FITNESS.items()]
    there = [(path, value, count) for path, value, count in counts if count]
    chips = [(f"{words[value]} ({count})", address(path), inventory.asked.fitness == value) for path, value, count in there]
    everything = (_("Everything (%(count)d)") % {"count": sum(inventory.judged.values())}, address(""), not inventory.asked.fitness)
    return [(words[value], count) for _path, value, count in there], [everything, *chips] if len(there) > 1 else []


def kinds_of(inventory: Inventory, address) -> list[tuple[str, str, bool]]:
    """The filter on kinds: each with how many there are."""
    asked, counts = inventory.asked, dict.fromkeys(PATHS, 0)
    for one in inventory.totals:
        counts[one.kind] += one.count
    found = [(_("Everything (%(count)d)") % {"count": sum(counts.values())}, address(""), not asked.kind)]
    shown = [kind for kind in PATHS if counts[kind] or kind == asked.kind]
    return found + [(f"{MANY[kind]} ({counts[kind]})", address(PATHS[kind]), kind == asked.kind) for kind in shown]


def _bars(ordered: list) -> list[tuple[str, int, str]]:
    shown = [(name, cents, euro_on_page(cents)) for (name, _people), cents in ordered[:_BARS]]
    if rest := ordered[_BARS:]:
        cents = sum(cents for _key, cents in rest)
        shown.append((ngettext("%(n)d other", "%(n)d others", len(rest)) % {"n": len(rest)}, cents, euro_on_page(cents)))
    return shown


def _finding(ordered: list, total: int) -> str:
    (name, _people), cents = ordered[0]
    name = {_("The whole municipality"): _("the whole municipality")}.get(name, name)
    if len(ordered) == 1:
        return _("All of it goes to %(name)s.") % {"name": name}
    share = round(100 * cents / total) if total else 0
    return _("Most goes to %(name)s: %(share)d of every 100 euros.") % {"name": name, "share": share}


def _with_vat(line: Line) -> str:
    if line.amount is None:
        return ""
    vat = "" if line.vat == Vat.NOT_DUE else f", {Vat(line.vat).label}"
    return _("%(amount)s a year") % {"amount": euro_on_page(line.amount)} + vat
