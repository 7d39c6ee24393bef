from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from accounts.models import Municipality
from areas.actions import Origin, Report, analyse, load_figures
from areas.cbs import WrongFile, read
from events import clock

_FIRST_YEAR = 2004
_SHOWN = 20


class Command(BaseCommand):
    help = (
        "Loads areas and their figures from a CSV of Kerncijfers wijken en buurten (CBS): all of it, or nothing when something "
        "in it is wrong. Loading the same file again changes nothing."
    )

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)
        parser.add_argument("--municipality", required=True, help="the address or the CBS code of the municipality")
        parser.add_argument("--year", required=True, type=int, help="of which the figures are; the file does not say it")
        parser.add_argument("--source", default="", help="default: CBS, Kerncijfers wijken en buurten, and the year")
        parser.add_argument("--licence", default="CC BY 4.0")

    def handle(self, *args, file: Path, municipality: str, year: int, source: str, licence: str, **options):
        place = Municipality.objects.filter(slug=municipality).first() or Municipality.objects.filter(code=municipality).first()
        if place is None:
            raise CommandError(f"There is no municipality “{municipality}” here.")
        if not _FIRST_YEAR <= year <= clock.today().year:
            raise CommandError(f"The year is from {_FIRST_YEAR} to {clock.today().year}.")
        origin = Origin(source or f"CBS, Kerncijfers wijken en buurten {year}", licence)
        try:
            reading = read(file.read_bytes(), gm_code=place.code)
            report = load_figures(municipality=place, year=year, reading=reading, origin=origin)
        except OSError as error:
            raise CommandError(f"This file cannot be read: {error}") from error
        except WrongFile as wrong:
            lines = [str(problem) for problem in wrong.problems[:_SHOWN]]
            if len(wrong.problems) > _SHOWN:
                lines.append(f"and {len(wrong.problems) - _SHOWN} more")
            raise CommandError("Nothing was loaded.\n" + "\n".join(lines)) from wrong
        if report.says_something:
            analyse()
        self._tell(report, place, year)

    def _tell(self, report: Report, place: Municipality, year: int) -> None:
        self.stdout.write(f"{place.name}, {year}:")
        self.stdout.write(f"  areas: {len(report.new)} new, {len(report.changed)} changed")
        for line in (*report.new, *report.changed):
            self.stdout.write(f"    {line}")
        counts = f"{report.figures_new} new, {report.figures_changed} changed, {report.figures_same} as they were"
        self.stdout.write(f"  figures: {counts}")
        self.stdout.write(f"  skipped: {len(report.skipped)}")
        for line in report.skipped:
            self.stdout.write(f"    {line}")
