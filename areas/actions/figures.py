"""Loading area figures: from a file of CBS, or from the small table that comes with the project."""

from dataclasses import dataclass, field
from typing import NamedTuple

from django.db import connection, transaction

from accounts.models import Municipality, User
from areas.cbs import Problem, Reading, Row, WrongFile
from areas.models import Area, Figure, FigureSet, Measure
from areas.own_table import own_names, own_table
from events import clock, log


class Origin(NamedTuple):
    """Where figures come from."""

    source: str
    licence: str


@dataclass
class Report:
    """What became of a file: areas and figures that are new or changed, what is as it was, and what was left out and why."""

    new: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)
    figures_new: int = 0
    figures_changed: int = 0
    figures_same: int = 0

    @property
    def says_something(self) -> bool:
        return bool(self.new or self.changed or self.figures_new or self.figures_changed)


@transaction.atomic
def load_figures(*, municipality: Municipality, year: int, reading: Reading, origin: Origin, by: User | None = None) -> Report:
    """Areas and their figures of one year, all or nothing. The same file again changes nothing; raises WrongFile.

    A name that was typed here before and has no code yet takes the code of the file. An area that the file does not name
    stays: tenders may lie in it.
    """
    Municipality.objects.select_for_update().get(pk=municipality.pk)
    _refuse_another_year(municipality, year, reading)
    report = Report(skipped=_left_out(reading))
    newest = not FigureSet.objects.filter(municipality=municipality, year__gt=year).exists()
    areas = _write_areas(municipality, reading.rows, newest, report)
    figures, made = FigureSet.objects.get_or_create(
        municipality=municipality, year=year, defaults={**origin._asdict(), "file_sha256": reading.sha256, "loaded_at": clock.now()}
    )
    _write_figures(figures, areas, reading.rows, report)
    if report.says_something:
        if not made:
            values = {**origin._asdict(), "file_sha256": reading.sha256, "loaded_at": clock.now()}
            FigureSet.objects.filter(pk=figures.pk).update(**values)
        log.record("areas.figures_loaded", by=by, thing=municipality, public=True, year=year)
    return report


@transaction.atomic
def add_known_areas(*, municipality: Municipality, by: User | None = None) -> int:
    """The areas that the project's own small table knows of a municipality, unless there are some already; how many.

    With figures where the table has them. It never writes over what was loaded or typed.
    """
    Municipality.objects.select_for_update().get(pk=municipality.pk)
    if Area.objects.filter(municipality=municipality).exists():
        return 0
    for table in own_table(municipality.code):
        load_figures(
            municipality=municipality, year=table.year, reading=table.reading, origin=Origin(table.source, table.licence), by=by
        )
    names = [Area(municipality=municipality, name=name) for name in own_names(municipality.code)]
    Area.objects.bulk_create(names)
    return Area.objects.filter(municipality=municipality).count()


def analyse() -> None:
    """Let the database count again what it holds: after many rows it would plan for the old number."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _refuse_another_year(municipality: Municipality, year: int, reading: Reading) -> None:
    """The file does not say of which year it is, so a slip of the pen would go unseen."""
    other = FigureSet.objects.filter(municipality=municipality, file_sha256=reading.sha256).exclude(year=year).first()
    if other:
        raise WrongFile([Problem(1, "-", f"this file was loaded as {other.year} already")])


def _left_out(reading: Reading) -> list[str]:
    left_out = [f"column {measure.value}: not in this file" for measure in reading.absent]
    empty = [one for one in Measure if one not in reading.absent and all(row.values[one] is None for row in reading.rows)]
    left_out += [f"column {measure.value}: no value in any line" for measure in empty]
    left_out += [f"{row.name} ({row.code}): nobody lives there" for row in reading.rows if row.values[Measure.INHABITANTS] == 0]
    if reading.of_others:
        left_out.append(f"{reading.of_others} lines of other municipalities")
    return left_out


def _write_areas(municipality: Municipality, rows: list[Row], newest: bool, report: Report) -> dict[str, Area | None]:
    """The areas by code, districts before the neighbourhoods in them; the municipality itself is none."""
    there = list(Area.objects.filter(municipality=municipality))
    by_code = {area.code: area for area in there if area.code}
    by_name = {area.name: area for area in there if not area.code}
    areas: dict[str, Area | None] = {}
    for row in sorted(rows, key=lambda row: len(row.code)):
        if row.kind is None:
            areas[row.code] = None
            continue
        area = by_code.get(row.code) or by_name.pop(row.name, None) or Area(municipality=municipality)
        values = {"code": row.code, "name": row.name, "kind": row.kind, "parent": areas.get(row.district)}
        if (newest or area.population is None) and row.values[Measure.INHABITANTS] is not None:
            values["population"] = row.values[Measure.INHABITANTS]
        _write(area, values, report)
        areas[row.code] = area
    return areas


def _write(area: Area, values: dict, report: Report) -> None:
    changes = {name: value for name, value in values.items() if getattr(area, name) != value}
    if area.pk and not changes:
        return
    told = report.changed if area.pk else report.new
    told.append(f"{values['name']} ({values['code']})" + (f": {', '.join(changes)}" if area.pk else ""))
    for name, value in changes.items():
        setattr(area, name, value)
    area.save()


def _write_figures(figures: FigureSet, areas: dict[str, Area | None], rows: list[Row], report: Report) -> None:
    there = {(figure.area_id, figure.measure): figure for figure in Figure.objects.filter(figures=figures)}
    new, changed = [], []
    for row in rows:
        area = areas[row.code]
        for measure, value in row.values.items():
            figure = there.get((area.pk if area else None, measure))
            if figure is None:
                new.append(Figure(figures=figures, area=area, measure=measure, value=value))
            elif figure.value != value:
                figure.value = value
                changed.append(figure)
            else:
                report.figures_same += 1
    Figure.objects.bulk_create(new, batch_size=500)
    Figure.objects.bulk_update(changed, ["value"], batch_size=500)
    report.figures_new, report.figures_changed = len(new), len(changed)
