"""What the page of an inventory shows: counts and sums in one statement, however many lines there are, and one page of lines."""

import datetime as dt
from dataclasses import dataclass
from typing import NamedTuple

from django.core.paginator import Page, Paginator
from django.db.models import Count, Q, Sum
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import Municipality
from events import clock
from inventory.models import AGREED, Fitness, Line, LineKind, per_head
from inventory.words import FITNESS_SIGNS, KINDS, MANY, PATHS
from tenders.charts import number
from tenders.dates import day
from tenders.money import Vat, euro

PER_PAGE = 25
_BARS = 12  # in a chart; the rest is one bar, and stands in the table


@dataclass(frozen=True)
class Asked:
    """What somebody asks of the inventory, from the address."""

    kind: str = ""
    area: str = ""
    theme: str = ""
    words: str = ""
    gone: bool = False

    @classmethod
    def of(cls, get) -> "Asked":
        """Read from the address; what is not there asks for everything."""
        return cls(
            kind=KINDS.get(get.get("soort", ""), ""),
            area=get.get("wijk", "")[:120],
            theme=get.get("thema", "")[:80],
            words=get.get("q", "").strip()[:100],
            gone=get.get("vervallen") == "1",
        )

    def is_of(self, group: dict) -> bool:
        return all(
            (
                not self.kind or group["kind"] == self.kind,
                not self.area or (group["area__name"] or "-") == self.area,
                not self.theme or (group["theme__name"] or "-") == self.theme,
            )
        )


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


@dataclass(frozen=True)
class Money:
    """Where money goes: a sum, for each resident, and the same for each area or theme as a chart and its table."""

    kinds: str
    total: int
    each: int | None
    finding: str
    bars: list[tuple[str, int, str]]
    columns: list
    rows: list[list[str]]


def groups_of(place: Municipality, asked: Asked) -> list[dict]:
    """How many lines there are of each kind, area and theme, and what they cost together. One statement."""
    lines = Line.objects.filter(municipality=place, ended_at__isnull=not asked.gone)
    fields = ("kind", "area__name", "area__population", "theme__name")
    return list(_about(lines, asked.words).order_by().values(*fields).annotate(count=Count("pk"), total=Sum("amount")))


def page_of(place: Municipality, asked: Asked, groups: list[dict], number_of_page) -> Page:
    """One page of lines, by name; how many there are was counted already."""
    lines = Line.objects.filter(municipality=place, ended_at__isnull=not asked.gone).select_related("area", "theme", "party")
    if asked.kind:
        lines = lines.filter(kind=asked.kind)
    for path, name in (("area", asked.area), ("theme", asked.theme)):
        if name:
            lines = lines.filter(**({path: None} if name == "-" else {f"{path}__name": name}))
    paginator = Paginator(_about(lines, asked.words).order_by("title", "pk"), PER_PAGE)
    paginator.count = sum(group["count"] for group in groups if asked.is_of(group))
    page = paginator.get_page(number_of_page)
    page.object_list = [row_of(line, place) for line in page.object_list]
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
        each=_("%(amount)s a resident") % {"amount": euro(line.per_resident)} if line.per_resident is not None else "",
        when=when_of(line, clock.today()),
        word=capfirst(str(Fitness(line.fitness).label)) if line.fitness else "",
        colour=colour,
        sign=sign,
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


def money_of(place: Municipality, asked: Asked, groups: list[dict], by: str) -> Money | None:
    """Where the money goes, by "area" or "theme"; None when no line here has an amount.

    Money, contracts and tasks are never added up: the same euro would count twice.
    """
    mine = [group for group in groups if asked.is_of(group) and group["total"]]
    kinds = (
        [asked.kind] if asked.kind else next((k for k in ([LineKind.MONEY], list(AGREED), [LineKind.TASK]) if _any(mine, k)), [])
    )
    mine = [group for group in mine if group["kind"] in kinds]
    if not mine:
        return None
    sums: dict[tuple[str, int | None], int] = {}
    for group in mine:
        name = group[f"{by}__name"]
        people = group["area__population"] if by == "area" and name else _people(place, asked, groups)
        key = (name or (_("The whole municipality") if by == "area" else _("Without a theme")), people)
        sums[key] = sums.get(key, 0) + group["total"]
    ordered = sorted(sums.items(), key=lambda pair: (-pair[1], pair[0][0]))
    total = sum(sums.values())
    return Money(
        kinds=" – ".join(str(MANY[kind]) for kind in kinds),
        total=total,
        each=per_head(total, _people(place, asked, groups)),
        finding=_finding(ordered, total),
        bars=_bars(ordered),
        columns=[
            _("Area") if by == "area" else _("Theme"),
            (_("A year"), "n"),
            (_("Residents"), "n"),
            (_("For each resident"), "n"),
        ],
        rows=[
            [name, euro(cents), number(people) if people else _("not known"), euro(per_head(cents, people)) or _("not known")]
            for (name, people), cents in ordered
        ],
    )


def kinds_of(asked: Asked, groups: list[dict], address) -> list[tuple[str, str, bool]]:
    """The filter on kinds: each with how many there are."""
    counts: dict[str, int] = {}
    for group in groups:
        if Asked(area=asked.area, theme=asked.theme).is_of(group):
            counts[group["kind"]] = counts.get(group["kind"], 0) + group["count"]
    found = [(_("Everything (%(count)d)") % {"count": sum(counts.values())}, address(""), not asked.kind)]
    shown = [kind for kind in PATHS if counts.get(kind) or kind == asked.kind]
    return found + [(f"{MANY[kind]} ({counts.get(kind, 0)})", address(PATHS[kind]), kind == asked.kind) for kind in shown]


def names_of(groups: list[dict], field: str) -> list[str]:
    """The areas or themes of which there are lines."""
    return sorted({group[f"{field}__name"] for group in groups if group[f"{field}__name"]})


def _about(lines, words: str):
    if not words:
        return lines
    return lines.filter(Q(title__icontains=words) | Q(text__icontains=words) | Q(party_name__icontains=words))


def _any(groups: list[dict], kinds: list) -> bool:
    return any(group["kind"] in kinds for group in groups)


def _people(place: Municipality, asked: Asked, groups: list[dict]) -> int | None:
    """How many people live in what somebody looks at: an area, or the municipality."""
    if not asked.area or asked.area == "-":
        return place.population
    return next((group["area__population"] for group in groups if group["area__name"] == asked.area), None)


def _bars(ordered: list) -> list[tuple[str, int, str]]:
    shown = [(name, cents, euro(cents)) for (name, _people), cents in ordered[:_BARS]]
    if rest := ordered[_BARS:]:
        cents = sum(cents for _key, cents in rest)
        shown.append((ngettext("%(n)d other", "%(n)d others", len(rest)) % {"n": len(rest)}, cents, euro(cents)))
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
    return _("%(amount)s a year") % {"amount": euro(line.amount)} + vat


def list_address(place: Municipality) -> str:
    return reverse("inventory:show_inventory", args=[place.slug])
