"""The columns of each kind of list. Their headings are Dutch, in whatever language the page is: they stand in the file of a
Dutch municipality, and are found again with small differences.
"""

import difflib
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from inventory.models import LineKind
from inventory.taking_in import cells

_ALIKE = 0.84


@dataclass(frozen=True)
class Column:
    """A column: the field that it fills, its heading, how a cell is read, and an example for the first row of a template."""

    field: str
    heading: str
    read: Callable
    example: object
    also: tuple[str, ...] = ()
    is_needed: bool = False
    longest: int = 200

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(fold(name) for name in (self.heading, *self.also))


def fold(words) -> str:
    """Words without what people write now one way and then another: capitals, accents, spaces and signs."""
    plain = unicodedata.normalize("NFKD", str(words)).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]", "", plain)


def _title(heading: str, example: str, *also: str) -> Column:
    names = ("Wat", "Naam", "Titel", "Omschrijving", "Onderwerp", "Taken")
    return Column("title", heading, cells.text, example, (*also, *names), is_needed=True)


def _party(heading: str, example: str, *also: str, is_needed: bool = False) -> Column:
    names = ("Partij", "Organisatie", "Aanbieder", "Ontvanger", "Contractant", "Leverancier")
    return Column("party_name", heading, cells.text, example, (*also, *names), is_needed, longest=160)


def _amount(heading: str, example: object, *, is_needed: bool = False) -> Column:
    names = ("Bedrag", "Bedrag per jaar", "Kosten", "Kosten per jaar", "Jaarbedrag", "Euro", "Budget", "Subsidiebedrag")
    return Column("amount", heading, cells.money, example, names, is_needed)


def _text(field: str, heading: str, example: str, *also: str, longest: int = 2000, is_needed: bool = False) -> Column:
    return Column(field, heading, cells.text, example, also, is_needed, longest)


_REFERENCE = _text("reference", "Kenmerk", "", "Nummer", "Ons kenmerk", "Zaaknummer", "Code", longest=40)
_ABOUT = _text("text", "Toelichting", "", "Opmerking", "Opmerkingen", "Uitleg")
_AREA = Column(
    "area", "Wijk", cells.text, "Heythuysen", ("Gebied", "Kern", "Buurt", "Dorp", "Stadsdeel", "Wijk of kern"), longest=120
)
_THEME = Column("theme", "Thema", cells.text, "Groen", ("Beleidsveld", "Onderdeel", "Categorie"), longest=80)
_VAT = Column("vat", "Btw", cells.vat, "geen", ("BTW in of ex", "Inclusief of exclusief btw"))
_FITNESS = Column("fitness", "Geschikt", cells.fitness, "ja", ("Geschikt voor maatschappelijk aanbesteden", "Geschikt?"))
_BECAUSE = _text("fitness_because", "Waarom", "Het dorp doet nu al de helft.", "Reden", "Motivering")
_BEGINS = Column("begins_on", "Begindatum", cells.day, "01-01-2024", ("Begin", "Start", "Startdatum", "Ingangsdatum", "Vanaf"))
_ENDS = Column("ends_on", "Einddatum", cells.day, "31-12-2027", ("Einde", "Eind", "Loopt tot", "Tot en met", "Tot", "Afloopdatum"))
_NOTICE = Column(
    "notice_months",
    "Opzegtermijn in maanden",
    cells.months,
    6,
    ("Opzegtermijn", "Opzegtermijn (maanden)", "Opzegging", "Termijn in maanden"),
)
_SOURCE = _text("source", "Staat in", "Begroting 2027, bladzijde 31", "Bron", "Vindplaats", "Document", longest=200)


def _agreed(who: str, title: str) -> tuple[Column, ...]:
    return (
        _REFERENCE,
        _party("Partij", who, is_needed=True),
        _title("Taak", title),
        _AREA,
        _THEME,
        _amount("Bedrag per jaar", 18500, is_needed=True),
        _VAT,
        _BEGINS,
        _ENDS,
        _NOTICE,
        _FITNESS,
        _BECAUSE,
        _ABOUT,
    )


COLUMNS: dict[str, tuple[Column, ...]] = {
    LineKind.SUPPLY: (
        _REFERENCE,
        _title("Aanbod", "Koffie-ochtend", "Activiteit"),
        _party("Aanbieder", "Zonnebloem Roggel"),
        _AREA,
        _THEME,
        _amount("Kosten per jaar", 1200),
        _ENDS,
        _ABOUT,
    ),
    LineKind.MONEY: (
        _REFERENCE,
        _title("Waarvoor", "Onderhoud van de dorpshuizen", "Doel", "Begrotingspost", "Post"),
        _party("Wie krijgt het", "Stichting Dorpshuizen"),
        _AREA,
        _THEME,
        _amount("Bedrag per jaar", "12.500,00", is_needed=True),
        _VAT,
        _SOURCE,
        _ABOUT,
    ),
    LineKind.TASK: (
        _REFERENCE,
        _title("Taak", "Bermen maaien in het buitengebied"),
        _AREA,
        _THEME,
        _amount("Kosten per jaar", 96000),
        _VAT,
        _text("earning", "Verdienmodel", "Het maaisel gaat naar een vergister.", "Verdienmodellen", "Opbrengst", "Inkomsten"),
        _FITNESS,
        _BECAUSE,
        Column("begins_on", "Gepland vanaf", cells.day, "01-04-2027", ("Planning", "Start", "Begindatum")),
        _ABOUT,
    ),
    LineKind.AMBITION: (
        _REFERENCE,
        _title("Ambitie", "Niemand eet elke dag alleen", "Doel"),
        _AREA,
        _THEME,
        _text("source", "Beleidsstuk", "Kadernota sociaal 2026, bladzijde 12", "Bron", "Nota", "Stuk", longest=200, is_needed=True),
        _ABOUT,
    ),
    LineKind.BUILDING: (
        _REFERENCE,
        _title("Gebouw", "Oude basisschool", "Pand", "Adres", "Object"),
        _party("Gebruiker", "Leegstand", "Huurder"),
        _AREA,
        _THEME,
        _amount("Kosten per jaar", 22000),
        Column("ends_on", "Komt vrij op", cells.day, "01-08-2027", ("Vrij vanaf", "Leeg vanaf", "Einddatum")),
        _FITNESS,
        _BECAUSE,
        _ABOUT,
    ),
    LineKind.CONTRACT: _agreed("Groenwerk Zuid", "Onderhoud van het groen"),
    LineKind.SUBSIDY: _agreed("Harmonie Sint Jan", "Muziekles voor kinderen"),
}


_KNOWN = {name for columns in COLUMNS.values() for column in columns for name in column.names}


def found_in(cells_of_row: list, kind: str) -> dict[int, Column]:
    """Which column stands where, when this row is the row of headings: {place: column}. Each column is found once."""
    columns = COLUMNS[kind]
    names = {place: fold(cell) for place, cell in enumerate(cells_of_row) if isinstance(cell, str) and fold(cell)}
    found: dict[int, Column] = {}
    for is_same in (_is_heading, _is_name, _is_alike):  # what is sure goes first
        for place, name in names.items():
            free = [column for column in columns if column not in found.values()]
            if place not in found and (match := next((column for column in free if is_same(name, column)), None)):
                found[place] = match
    return found


def kinds_like(kind: str, fields: set[str], not_read: list[str]) -> list[str]:
    """Other kinds in which more of these headings have their place: those in which the most have, in the order of LineKind.

    `fields` are those that the list fills as this kind, and `not_read` its headings without a place in it.
    """
    found = {}
    for other, columns in COLUMNS.items():
        here = {column.field for column in columns} & fields | {column.field for column in found_in(not_read, other).values()}
        if other != kind and here.issuperset(column.field for column in columns if column.is_needed):
            found[other] = len(here)
    most = max(found.values(), default=0)
    return [other for other in LineKind if most > len(fields) and found.get(other) == most]


def _is_heading(name: str, column: Column) -> bool:
    return name == fold(column.heading)


def _is_name(name: str, column: Column) -> bool:
    return name in column.names


def _is_alike(name: str, column: Column) -> bool:
    """Not when it is the name of a column in another kind of list: an end (“Einddatum”) is no beginning, however alike."""
    return name not in _KNOWN and bool(difflib.get_close_matches(name, column.names, n=1, cutoff=_ALIKE))
