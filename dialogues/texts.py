"""The small texts of a dialogue, read in one statement however many kinds there are."""

from dataclasses import dataclass, field

from django.db import models
from django.db.models import Count, F, OuterRef, Q, Subquery, Value
from django.db.models.functions import Cast, Coalesce, NullIf
from django.utils.text import Truncator, get_text_list
from django.utils.translation import gettext as _

from areas.groups import people_of
from dialogues.models import (
    AboutCount,
    Dialogue,
    DotChange,
    ExpertGroup,
    Fact,
    Finding,
    FindingSource,
    Ground,
    Hiding,
    OpenQuestion,
    Pilot,
    PromiseChange,
    Rule,
)
from events import clock
from events.composed import composed_once
from tenders.models import Lot, Question

_TEXT = models.TextField()


@dataclass
class Texts:
    """The small texts of a dialogue: rules by kind, facts, open questions, changes of the dot, findings, grounds for hiding."""

    rules: dict = field(default_factory=dict)
    facts: list = field(default_factory=list)
    questions: list = field(default_factory=list)
    changes: list = field(default_factory=list)
    findings: list = field(default_factory=list)
    groups: list = field(default_factory=list)
    missing: list = field(default_factory=list)
    pilots: list = field(default_factory=list)
    learnt: list = field(default_factory=list)
    came_from: list = field(default_factory=list)
    went_to: list = field(default_factory=list)
    grounds: list = field(default_factory=list)
    of_programme: list = field(default_factory=list)
    areas: list = field(default_factory=list)
    answers: list = field(default_factory=list)

    @property
    def answered_facts(self) -> list:
        """The facts, each with the number of the newest answered question that was asked about it."""
        numbers = {row["said"]: row["key"] for row in self.answers}
        named = [row | {"about": about_of(row["said"])} for row in self.facts]
        return [row | {"answer": numbers.get(row["about"])} for row in named]

    @property
    def others_of_programme(self) -> list:
        """Other pilots of the programme, besides those that it came from or went to."""
        named = {row["key"] for row in (*self.came_from, *self.went_to)}
        return [row for row in self.of_programme if row["key"] not in named]

    @property
    def pilot(self) -> dict | None:
        """What is tried out here, when it is a pilot."""
        return self.pilots[0] if self.pilots else None

    @property
    def who_is_missing(self) -> str:
        """The groups that are missing most, in words; empty when none is, or too few people said who they are."""
        people = [people_of(row["key"], row["said"]) for row in sorted(self.missing, key=lambda row: row["count"])]
        return get_text_list(people, _("and"))

    @property
    def hidden(self) -> int:
        """How many contributions are hidden now, on all grounds together."""
        return sum(row["count"] for row in self.grounds)

    @property
    def listed_grounds(self) -> list:
        """The grounds that hold: one that was taken off the list is counted still, and not named as a rule."""
        return [row for row in self.grounds if row["day"] is None]


def texts_of(dialogue: Dialogue) -> Texts:
    """All small texts in one statement: tables of a few rows each, which would else be one statement each."""
    texts = Texts()
    lists = {"fact": texts.facts, "question": texts.questions, "change": texts.changes, "finding": texts.findings}
    lists |= {"missing": texts.missing, "pilot": texts.pilots, "came_from": texts.came_from, "went_to": texts.went_to}
    lists |= {"learnt": texts.learnt, "of_programme": texts.of_programme, "group": texts.groups, "ground": texts.grounds}
    lists |= {"area": texts.areas, "answer": texts.answers}
    today, moved = clock.today(), []
    for row in sorted(_texts(dialogue.pk, dialogue.tender_id), key=lambda row: (row["what"], row["place"])):
        row["lines"] = [line.strip("-•* \t") for line in row["said"].splitlines() if line.strip()]
        row["days_late"] = max(0, (today - row["day"]).days) if row["day"] and not (row["what"] == "rule" and row["lines"]) else 0
        if row["what"] == "rule":
            texts.rules[row["key"]] = row | {"moved": []}
        elif row["what"] == "moved":
            moved.append(row)
        else:
            lists[row["what"]].append(row)
    texts.changes.reverse()
    for row in reversed(moved):  # the newest first; of a rule that was taken away only this is left
        texts.rules.setdefault(row["key"], {"lines": [], "day": None, "days_late": 0, "moved": []})["moved"].append(row)
    return texts


@composed_once
def _texts(dialogue_id, tender_id):
    arms = _facts(dialogue_id), _questions(dialogue_id), _changes(dialogue_id), _findings(tender_id)
    arms += _missing(dialogue_id), _groups_of(tender_id), _grounds(dialogue_id), _moved(dialogue_id), _areas(tender_id)
    arms += (_answers(tender_id), *_pilots(tender_id))
    return _rules(dialogue_id).union(*arms, all=True)


def _rules(dialogue_id):
    return _arm(Rule.objects.filter(dialogue=dialogue_id), "rule", key=F("kind"), said=F("text"), day=F("known_on"))


def _facts(dialogue_id):
    return _arm(
        Fact.objects.filter(dialogue=dialogue_id, removed_at=None), "fact", key=F("public_id"), said=F("text"), more=F("source")
    )


def about_of(fact: str) -> str:
    """What stands with a question that is asked about a fact: its words, as far as there is room."""
    return Truncator(" ".join(fact.split())).chars(280)


def _answers(tender_id):
    """Questions about something, with an answer that reached everybody."""
    rows = Question.objects.filter(tender=tender_id, published_at__isnull=False).exclude(about="")
    return _arm(rows, "answer", key=F("number"), said=F("about"))


def _questions(dialogue_id):
    return _arm(OpenQuestion.objects.filter(dialogue=dialogue_id, removed_at=None), "question", key=F("public_id"), said=F("text"))


def _changes(dialogue_id):
    rows = DotChange.objects.filter(dialogue=dialogue_id)
    return _arm(rows, "change", said=F("after"), earlier=F("before"), more=F("reason"), moment=F("at"))


def _moved(dialogue_id):
    rows = PromiseChange.objects.filter(dialogue=dialogue_id)
    return _arm(rows, "moved", key=F("kind"), day=F("before"), more=F("reason"), moment=F("at"))


def _findings(tender_id):
    """The findings in which something stands that can be read, with how much."""
    sources = FindingSource.objects.current().filter(finding=OuterRef("pk"))
    counted = sources.order_by().values("finding").annotate(total=Count("pk"))
    # One from which the last was taken out, or hidden, says nothing any more; its own page tells what became of it.
    rows = Finding.objects.filter(tender=tender_id).annotate(total=Subquery(counted.values("total"))).filter(total__gt=0)
    return _arm(rows, "finding", key=F("public_id"), said=F("title"), more=F("text"), count=F("total"))


def _groups_of(tender_id):
    return _arm(ExpertGroup.objects.filter(tender=tender_id), "group", key=F("public_id"), said=F("theme__name"))


def _areas(tender_id):
    """The neighbourhoods that it is about, each once, with what an address calls it."""
    rows = Lot.objects.filter(tender=tender_id, area__isnull=False).distinct()
    in_address = Coalesce(NullIf("area__code", Value("")), "area__name")  # as Area.in_address
    return _arm(rows, "area", key=in_address, said=F("area__name"), place=F("area_id"))


def _missing(dialogue_id):
    rows = AboutCount.objects.filter(dialogue=dialogue_id, missing_place__isnull=False)
    return _arm(rows, "missing", key=F("answer"), said=F("area__name"), count=F("missing_place"))


def _pilots(tender_id):
    """The pilot itself, where it came from and went to, and others of its programme, as far as these are public."""
    own, copies = Pilot.objects.filter(tender=tender_id), Pilot.objects.filter(copied_from__tender=tender_id)
    from_public = own.filter(copied_from__tender__published_at__isnull=False)
    others = Pilot.objects.filter(programme__pilots__tender=tender_id).exclude(tender=tender_id)
    before, after = "copied_from__tender", "tender"
    said = {"key": F("verdict"), "said": F("wants_to_learn"), "more": F("verdict_reason"), "earlier": F("programme__name")}
    return (
        _arm(own, "pilot", **said, day=F("ends_on")),
        _arm(own, "learnt", said=F("learnt")),
        _arm(from_public, "came_from", key=F(f"{before}__slug"), said=F(f"{before}__title")),
        _arm(copies.filter(tender__published_at__isnull=False), "went_to", key=F(f"{after}__slug"), said=F(f"{after}__title")),
        _arm(others.filter(tender__published_at__isnull=False), "of_programme", key=F(f"{after}__slug"), said=F(f"{after}__title")),
    )


def _grounds(dialogue_id):
    """The grounds on the list, and those off it on which something is hidden."""
    hidden = Hiding.objects.filter(ground=OuterRef("pk"), ended_at=None).order_by().values("ground").annotate(total=Count("pk"))
    rows = Ground.objects.filter(dialogue=dialogue_id).annotate(hidden=Subquery(hidden.values("total")))
    rows = rows.filter(Q(removed_at=None) | Q(hidden__gt=0))
    return _arm(rows, "ground", key=F("public_id"), said=F("text"), count=F("hidden"), day=F("removed_at"))


def _arm(rows, what: str, **columns):
    """One arm of the union: of every table the same columns, of the same types."""
    asked = {"key": Value(""), "said": Value(""), "more": Value(""), "earlier": Value(""), "what": Value(what), **columns}
    typed = {name: Coalesce(Cast(asked[name], _TEXT), Value("", _TEXT)) for name in ("what", "key", "said", "more", "earlier")}
    typed["day"] = Cast(columns.get("day", Value(None)), models.DateField())
    typed["moment"] = Cast(columns.get("moment", Value(None)), models.DateTimeField())
    typed["count"] = Coalesce(Cast(columns.get("count", Value(0)), models.IntegerField()), 0)  # nothing counted is no row
    return rows.order_by().values(place=columns.get("place", F("pk")), **typed)
