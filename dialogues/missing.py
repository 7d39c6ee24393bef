"""Who takes part in a dialogue beside who lives there (product.md D14): what the team and everybody may see."""

from dataclasses import dataclass

from django.utils.text import capfirst, get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from areas.groups import GROUPS, Question, Residents, inhabitants_of, people_of, residents_of
from areas.models import Area
from areas.representation import Compared, compare, missing
from areas.small_cells import showable
from dialogues.models import Dialogue, NoGroup
from tenders.models import Lot

# What can be answered that is no group, question by question; what is not said stands first.
NO_GROUP = {
    Question.AGE: (NoGroup.RATHER_NOT, NoGroup.UNDER_15),
    Question.SEX: (NoGroup.RATHER_NOT, NoGroup.OTHERWISE),
    Question.HOUSEHOLD: (NoGroup.RATHER_NOT,),
    Question.AREA: (NoGroup.RATHER_NOT, NoGroup.ELSEWHERE),
}
_TITLES = {
    Question.AGE: gettext_lazy("Age"),
    Question.SEX: gettext_lazy("Women and men"),
    Question.HOUSEHOLD: gettext_lazy("Living alone or not"),
    Question.AREA: gettext_lazy("Area"),
}


@dataclass
class Around:
    """Where a dialogue is about: the areas of its lots, or else the whole municipality; and the areas one can live in."""

    municipality: str
    areas: list[Area]
    choices: list[Area]

    def __str__(self) -> str:
        return ", ".join(area.name for area in self.areas) or self.municipality

    def groups(self, question: Question) -> dict[str, str]:
        """The groups of a question, each with its name; an area goes by its id."""
        if question == Question.AREA:
            return {str(area.pk): area.name for area in self.choices}
        return {value: capfirst(str(label)) for value, label in GROUPS[question].choices}

    def in_words(self, group: str) -> str:
        """Who they are, in a sentence: "people who live alone"."""
        return people_of(group, self.groups(Question.AREA).get(group, ""))


@dataclass
class Part:
    """One question: each group as far as it may be seen, with its name."""

    question: Question
    title: str
    total: int
    rows: list[tuple[str, Compared]]


@dataclass
class Missing:
    """Who takes part: each question with its numbers, and the groups that are missing, the most missing first."""

    around: Around
    residents: Residents
    parts: list[Part]
    groups: list[str]

    @property
    def people(self) -> str:
        """Those groups in words."""
        return get_text_list([self.around.in_words(group) for group in self.groups], _("and"))


def around_of(tender) -> Around:
    """Where the dialogue of this tender is about. Two statements."""
    lots = list(Lot.objects.filter(tender=tender).select_related("area"))
    areas = list({lot.area.pk: lot.area for lot in lots}.values()) if all(lot.area for lot in lots) else []
    if len(areas) > 1:
        return Around(tender.municipality.name, areas, areas)
    place = {"parent": areas[0]} if areas else {"municipality": tender.municipality_id, "parent": None}
    return Around(tender.municipality.name, areas, list(Area.objects.filter(**place).lived_in().order_by("code", "name")))


def missing_of(dialogue: Dialogue) -> Missing:
    """What may be seen of who takes part, beside who lives there. Six statements at most."""
    around = around_of(dialogue.tender)
    residents = residents_of(dialogue.tender.municipality_id, around.areas)
    counts: dict[str, dict[str, int]] = {}
    for question, answer, area, shown in dialogue.about_counts.values_list("question", "answer", "area", "shown"):
        counts.setdefault(question, {})[str(area) if area else answer] = shown
    parts = [part for question in Question if (part := _part(question, counts.get(question, {}), around, residents))]
    ranked = missing([compared for part in parts for _name, compared in part.rows])
    return Missing(around, residents, parts, [one.name for one in ranked])


def _part(question: Question, counts: dict[str, int], around: Around, residents: Residents) -> Part | None:
    """None when too few people said it, or nobody counted who lives there."""
    names = around.groups(question)
    shown = showable({group: counts.get(group, 0) for group in names})
    if shown is None:
        return None
    compared = compare(shown, _people(question, around, residents))
    return Part(question, str(_TITLES[question]), shown.total, [(names[one.name], one) for one in compared]) if compared else None


def _people(question: Question, around: Around, residents: Residents) -> dict[str, int]:
    if question != Question.AREA:
        return {str(group): people for group, people in residents.of(question).items()}
    found = inhabitants_of(around.choices, residents.figures)
    return {str(area.pk): found[area.pk] for area in around.choices} if found else {}
