"""Groups of residents that can be held against the figures of CBS, and how many of them live somewhere.

Only what those figures count is asked of anybody. So: bands of age, man or woman, living alone or not, and the area. Not
asked: income and schooling (the figures of an area do not have them) and origin (AVG art. 9 protects it, and a count of
who is missing does not need it). Two things follow from what is counted:

* there is no band from 18 on: who is under 15 is left out on both sides, so all shares are of people from 15;
* the figures count households, and people answer. The one thing about households that is also a count of people is who
  lives alone: a household of one person is one person, all others live with somebody (or in an institution).
"""

from collections.abc import Iterable

from django.db import models
from django.db.models import Count, Sum
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from areas.models import Area, Figure, FigureSet, Measure


class Question(models.TextChoices):
    AGE = "age", _("How old are you?")
    SEX = "sex", _("Are you a woman or a man?")
    HOUSEHOLD = "household", _("Do you live alone?")
    AREA = "area", _("Where do you live?")


class AgeBand(models.TextChoices):
    FROM_15 = "15-24", _("15 to 24 years")
    FROM_25 = "25-44", _("25 to 44 years")
    FROM_45 = "45-64", _("45 to 64 years")
    FROM_65 = "65+", _("65 years or older")


class Sex(models.TextChoices):
    WOMAN = "woman", _("woman")
    MAN = "man", _("man")


class Household(models.TextChoices):
    ALONE = "alone", _("alone")
    TOGETHER = "together", _("with others")


GROUPS = {Question.AGE: AgeBand, Question.SEX: Sex, Question.HOUSEHOLD: Household}
# Who they are, in a sentence.
PEOPLE = {
    AgeBand.FROM_15: _("people from 15 to 24 years"),
    AgeBand.FROM_25: _("people from 25 to 44 years"),
    AgeBand.FROM_45: _("people from 45 to 64 years"),
    AgeBand.FROM_65: _("people of 65 years or older"),
    Sex.WOMAN: _("women"),
    Sex.MAN: _("men"),
    Household.ALONE: _("people who live alone"),
    Household.TOGETHER: _("people who live with others"),
}
_MEASURES = {
    AgeBand.FROM_15: Measure.AGE_15_24,
    AgeBand.FROM_25: Measure.AGE_25_44,
    AgeBand.FROM_45: Measure.AGE_45_64,
    AgeBand.FROM_65: Measure.AGE_65_UP,
    Sex.WOMAN: Measure.WOMEN,
    Sex.MAN: Measure.MEN,
    Household.ALONE: Measure.ONE_PERSON,
}


def people_of(group: str, area: str = "") -> str:
    """Who they are, in a sentence: "people who live alone", "people from Overvecht"."""
    return gettext("people from %(area)s") % {"area": area} if area else str(PEOPLE[group])


class Residents:
    """How many people of each group live in a municipality, or in some of its areas together; of which year, by whom counted."""

    def __init__(self, figures: FigureSet | None, totals: dict[str, int]):
        self.figures, self._totals = figures, totals

    def of(self, question: Question) -> dict[str, int]:
        """The people of each group; {} when the figures do not have them all, or nobody lives there."""
        if question == Question.HOUSEHOLD:
            alone, everybody = self._totals.get(Measure.ONE_PERSON), self._totals.get(Measure.INHABITANTS)
            found = (
                {} if alone is None or not everybody else {Household.ALONE: alone, Household.TOGETHER: max(0, everybody - alone)}
            )
        else:
            found = {group: self._totals.get(_MEASURES[group]) for group in GROUPS[question]}
        return found if found and None not in found.values() and sum(found.values()) else {}

    def share(self, question: Question, group: str) -> float | None:
        """The share of a group, from 0 to 1; None when it is not known."""
        people = self.of(question)
        return people[group] / sum(people.values()) if people else None


def residents_of(municipality_id: int, areas: Iterable[Area] = ()) -> Residents:
    """The newest figures that say how old people are there; without areas those of the whole municipality. Two statements.

    A count that is missing of one of the areas is missing of all together: a sum of the others would be too low.
    """
    ids = sorted({area.pk for area in areas})
    place = {"area__in": ids} if ids else {"area": None}
    rows = Figure.objects.filter(figures__municipality=municipality_id, value__isnull=False, **place)
    rows = rows.order_by().values("figures", "figures__year", "measure").annotate(people=Sum("value"), areas=Count("pk"))
    years: dict[tuple, dict[str, int]] = {}
    for row in rows:
        if row["areas"] == max(1, len(ids)):
            years.setdefault((row["figures__year"], row["figures"]), {})[row["measure"]] = row["people"]
    usable = [key for key, totals in years.items() if Measure.AGE_65_UP in totals]
    if not usable:
        return Residents(None, {})
    newest = max(usable)
    return Residents(FigureSet.objects.get(pk=newest[1]), years[newest])


def inhabitants_of(areas: Iterable[Area], figures: FigureSet | None) -> dict[int, int]:
    """The people of each of these areas, by its id; {} when those figures do not have them all. One statement."""
    ids = {area.pk for area in areas}
    if figures is None or not ids:
        return {}
    counted = Figure.objects.filter(figures=figures, area__in=ids, measure=Measure.INHABITANTS, value__isnull=False)
    found = dict(counted.values_list("area", "value"))
    return found if ids == set(found) else {}


def population_of(area: Area, year: int | None = None) -> int | None:
    """How many people live in an area: the newest count, or that of a year; None when nobody counted."""
    if year is None:
        return area.population
    counted = Figure.objects.filter(area=area, measure=Measure.INHABITANTS, figures__year=year)
    return counted.values_list("value", flat=True).first()


def populations_of(municipality_id: int) -> dict[int, int]:
    """The people of every area of a municipality of which somebody counted them, by the area's id. One statement."""
    return dict(Area.objects.filter(municipality=municipality_id, population__isnull=False).values_list("pk", "population"))
