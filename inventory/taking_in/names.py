"""The areas and themes of a municipality by what stands in a cell. Two may have one name; then nobody guesses which is meant."""

import difflib
import re

from django.utils import translation
from django.utils.translation import gettext as _

from accounts.models import Municipality
from areas.models import Area, Theme
from areas.names import told_apart
from inventory.taking_in.columns import fold

_BETWEEN_FIGURES = re.compile(r"(?<=\d)[\W_]+(?=\d)")


class Names:
    """What there is of one sort; `called` says by its id what each is called in a list, where no two are called the same."""

    def __init__(self, there: list[Area] | list[Theme], called: dict[int, str], also: dict[int, list[str]]):
        self.called, self._there = called, there
        names = {one.pk: [one.name] for one in there}
        # What is sure goes first: as it is written, then in other capitals, then with other signs.
        self._ways = [
            (way, self._index(way, words))
            for way, words in ((str, names), (str.casefold, names), (str.casefold, also), (alike, names), (alike, also))
        ]

    def find(self, cell: str | None) -> list:
        """All that a cell can mean; nothing when it means none of them."""
        return next((found for way, index in self._ways if cell and (found := index.get(way(cell)))), [])

    def key(self, cell: str | None) -> tuple:
        """The same for two cells that mean the same, also when it is not there yet."""
        return tuple(one.pk for one in self.find(cell)) or (alike(cell or ""),)

    def like(self, cell: str) -> str:
        """The name that one resembles that is not there, or ""."""
        known = {fold(one.name): one.name for one in self._there}
        close = difflib.get_close_matches(fold(cell), known, n=1, cutoff=0.75)
        return known[close[0]] if close else ""

    def which(self, found: list) -> str:
        """The sentence for who wrote what can mean all of these."""
        names = _(" or ").join(f"“{self.called[one.pk]}”" for one in found)
        return _("This can mean more than one: %(names)s. Write which one.") % {"names": names}

    def _index(self, way, words: dict[int, list[str]]) -> dict[str, list]:
        index: dict[str, list] = {}
        for one in self._there:
            for key in {way(word) for word in words.get(one.pk, ())} - {""}:
                index.setdefault(key, []).append(one)
        return index


def names_in(municipality: Municipality) -> dict[str, Names]:
    """The areas and the themes of a municipality, by the field of a line that they fill. Two statements."""
    areas = list(Area.objects.filter(municipality=municipality).select_related("parent").order_by("name", "kind", "code"))
    themes = list(Theme.objects.filter(municipality=municipality))
    with translation.override("nl"):  # as the headings: they stand in the file of a Dutch municipality
        called = told_apart(areas)
        also = {area.pk: [called[area.pk], area.in_full, area.code] for area in areas}
    return {"area": Names(areas, called, also), "theme": Names(themes, {theme.pk: theme.name for theme in themes}, {})}


def new_names(known: dict[str, Names], rows: list[dict]) -> dict[str, list[tuple[str, str]]]:
    """The areas and themes in these rows that the municipality does not have: each with the one that it resembles, or ""."""
    found = {}
    for field, names in known.items():
        asked = {alike(row[field]): row[field] for row in rows if row.get(field) and not names.find(row[field])}
        found[field] = [(words, names.like(words)) for words in sorted(asked.values())]
    return found


def alike(words: str) -> str:
    """As `fold`, but figures stay apart, for plot 1.11 is not plot 11.1; and what is written in other letters stays what it is."""
    return "-".join(fold(part) for part in _BETWEEN_FIGURES.split(words)) or words.strip().casefold()
