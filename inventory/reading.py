"""Reading an inventory: what somebody asks for, and the three statements that answer it, however many lines there are."""

from dataclasses import dataclass
from typing import NamedTuple

from django.db.models import CharField, Count, F, IntegerField, Q, Sum, Value
from django.db.models.functions import Coalesce
from django.utils.functional import cached_property

from accounts.models import Municipality
from areas.models import Area, Theme, full_name
from areas.names import asked_for, told_apart
from events import clock
from events.composed import Pageable, composed_once
from inventory.models import JUDGED, Line, costs_now
from inventory.words import FITNESS, KINDS
from tenders.money import Vat


@dataclass(frozen=True)
class Asked:
    """What somebody asks of the inventory, from the address."""

    kind: str = ""
    area: str = ""
    theme: str = ""
    words: str = ""
    gone: bool = False
    fitness: str = ""  # of tasks and what else can be put to society; "-" of what nobody judged yet

    @classmethod
    def of(cls, get) -> "Asked":
        """Read from the address; what is not there asks for everything."""
        return cls(
            kind=KINDS.get(get.get("soort", ""), ""),
            area=get.get("wijk", "")[:120],
            theme=get.get("thema", "")[:80],
            words=get.get("q", "").strip()[:100],
            gone=get.get("vervallen") == "1",
            fitness=FITNESS.get(get.get("oordeel", ""), "") if KINDS.get(get.get("soort", "")) in JUDGED else "",
        )


class Name(NamedTuple):
    """An area or theme of the municipality; of an area also its code, its kind and the district that it lies in."""

    kind: str
    pk: int
    name: str
    population: int | None
    code: str
    sort: str
    district: str

    @property
    def in_full(self) -> str:
        return full_name(self.name, self.sort, self.district)

    @property
    def in_address(self) -> str:
        return self.code or self.name


class Total(NamedTuple):
    """How many lines of a kind there are in one area or theme, and what they cost together now."""

    kind: str
    about: int | None
    count: int
    total: int | None  # of what runs still
    priced: int  # how many that is,
    without_vat: int  # and of how many of these the amount is without VAT
    over: int  # how many with an amount ended, and are in the list alone


@dataclass(frozen=True)
class Inventory:
    """The lines of a municipality, as far as somebody asks for them: read in three statements, however many there are."""

    place: Municipality
    asked: Asked
    by_theme: bool = False

    @cached_property
    def names(self) -> list[Name]:
        """The areas and themes of the municipality."""
        return [Name(*row) for row in sorted(_names(self.place.pk), key=lambda row: (row[2], row[5], row[4]))]

    @cached_property
    def totals(self) -> list[Total]:
        """Of every kind, for each area or theme; the kind that was asked for is not looked at, so that others can be chosen."""
        ask = _sums if self.asked.words else _sums_kept
        return [Total(*row) for row in ask(*self._filter, self.by_theme, clock.today())]

    @property
    def _filter(self) -> tuple:
        words = (self.asked.words,) if self.asked.words else ()
        return (*words, self.place.pk, self.asked.gone, self._pk("area"), self._pk("theme"))

    def _pk(self, kind: str) -> int | bool | None:
        """The id of the area or theme that was asked for; None for all, False for lines without one."""
        asked = self.asked.area if kind == "area" else self.asked.theme
        if asked in ("", "-"):
            return False if asked else None
        one = self.area if kind == "area" else next((theme for theme in self.names_of("theme") if theme.name == asked), None)
        return one.pk if one else 0

    @cached_property
    def area(self) -> Name | None:
        """The area that was asked for."""
        return asked_for(self.names_of("area"), self.asked.area)

    @cached_property
    def called(self) -> dict[int, str]:
        """What each area is called, by its id: two with the same name are told apart."""
        return told_apart(self.names_of("area"))

    @cached_property
    def judged(self) -> dict[str, int]:
        """Of a kind that can be put to society, how many were judged how; "-" is of those that nobody judged yet."""
        if self.asked.kind not in JUDGED:
            return {}
        ask = _judged if self.asked.words else _judged_kept
        return {fitness or "-": count for fitness, count in ask(*self._filter, self.asked.kind)}

    def count(self) -> int:
        if self.asked.fitness:
            return self.judged.get(self.asked.fitness, 0)
        return sum(one.count for one in self.totals if self.asked.kind in ("", one.kind))

    def lines(self) -> Pageable:
        """The lines by name, to be cut into pages."""
        ask, asked = _lines if self.asked.words else _lines_kept, self.asked
        fitness = {"": None, "-": ""}.get(asked.fitness, asked.fitness)
        return Pageable(ask, None, *self._filter, asked.kind or None, fitness)

    def people(self) -> int | None:
        """How many people live in what somebody looks at: an area, or the municipality."""
        if self.asked.area in ("", "-"):
            return self.place.population
        return self.area.population if self.area else None

    def names_of(self, kind: str) -> list[Name]:
        return [one for one in self.names if one.kind == kind]


def _sums(*values):
    *words, place, gone, area, theme, by_theme, today = values
    lines = _asked_for(words, place, gone, area, theme).order_by()
    now = costs_now(today)
    return lines.values_list("kind", "theme_id" if by_theme else "area_id").annotate(
        count=Count("pk"),
        total=Sum("amount", filter=now),
        priced=Count("amount", filter=now),
        without_vat=Count("amount", filter=now & Q(vat=Vat.EXCLUDED)),
        over=Count("amount", filter=~now),
    )


def _lines(*values):
    *words, place, gone, area, theme, kind, fitness, cut = values
    lines = _asked_for(words, place, gone, area, theme).select_related("area", "theme", "party")
    lines = lines if kind is None else lines.filter(kind=kind)
    return (lines if fitness is None else lines.filter(fitness=fitness)).order_by("title", "pk")[cut]


def _judged(*values):
    *words, place, gone, area, theme, kind = values
    lines = _asked_for(words, place, gone, area, theme).filter(kind=kind).order_by()
    return lines.values_list("fitness").annotate(Count("pk"))


_sums_kept, _lines_kept, _judged_kept = composed_once(_sums), composed_once(_lines), composed_once(_judged)


def _asked_for(words: list[str], place: int, gone: bool, area: int | bool | None, theme: int | bool | None):
    lines = Line.objects.filter(municipality=place, ended_at__isnull=not gone)
    for field, value in (("area", area), ("theme", theme)):
        if value is not None:
            lines = lines.filter(**{f"{field}__isnull": True} if value is False else {field: value})
    for word in words:
        lines = lines.filter(Q(title__icontains=word) | Q(text__icontains=word) | Q(party_name__icontains=word))
    return lines


@composed_once
def _names(place_id):
    nobody, nothing = Value(None, output_field=IntegerField()), Value("", output_field=CharField())
    areas = Area.objects.filter(municipality=place_id).order_by()
    areas = areas.annotate(which=Value("area"), people=F("population"), sort=F("kind"), district=Coalesce("parent__name", nothing))
    themes = Theme.objects.current().filter(municipality=place_id).order_by()
    themes = themes.annotate(which=Value("theme"), people=nobody, code=nothing, sort=nothing, district=nothing)
    fields = ("which", "pk", "name", "people", "code", "sort", "district")
    return areas.values_list(*fields).union(themes.values_list(*fields), all=True)
