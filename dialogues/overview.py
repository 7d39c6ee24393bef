"""What the page of a dialogue shows, read in four statements however much there is."""

from dataclasses import dataclass, field
from typing import NamedTuple

from django.core.paginator import Page, Paginator
from django.db import models
from django.db.models import Count, F, OuterRef, Q, Subquery, Value
from django.db.models.functions import Cast, Coalesce
from django.utils.text import capfirst, get_text_list
from django.utils.translation import gettext as _

from accounts.models import User
from areas.groups import people_of
from dialogues.models import (
    COUNTS,
    AboutCount,
    Channel,
    Contribution,
    Dialogue,
    DotChange,
    Fact,
    Finding,
    FindingSource,
    Meeting,
    MeetingKind,
    OpenQuestion,
    Pilot,
    Rule,
)
from dialogues.rows import row_of
from events import clock
from events.composed import Pageable, composed_once, number_of
from events.fields import whole
from tenders.dates import weekday_moment

PER_PAGE = 10  # the form stands beside it, and below it on a phone
_MEETINGS = 50
_TEXT = models.TextField()


@dataclass
class Texts:
    """The small texts of a dialogue: rules by kind, facts, open questions, changes of the dot, findings."""

    rules: dict = field(default_factory=dict)
    facts: list = field(default_factory=list)
    questions: list = field(default_factory=list)
    changes: list = field(default_factory=list)
    findings: list = field(default_factory=list)
    missing: list = field(default_factory=list)
    pilots: list = field(default_factory=list)
    learnt: list = field(default_factory=list)
    came_from: list = field(default_factory=list)
    went_to: list = field(default_factory=list)
    of_programme: list = field(default_factory=list)

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


@dataclass
class Counts:
    """How many contributions there are: in all, unanswered, per theme and per channel."""

    total: int
    waiting: int
    themes: list[tuple[str, int]]
    channels: list[tuple[str, int]]
    of_theme: int


def texts_of(dialogue: Dialogue) -> Texts:
    """All small texts in one statement: tables of a few rows each, which would else be one statement each."""
    texts = Texts()
    lists = {"fact": texts.facts, "question": texts.questions, "change": texts.changes, "finding": texts.findings}
    lists |= {"missing": texts.missing, "pilot": texts.pilots, "came_from": texts.came_from, "went_to": texts.went_to}
    lists |= {"learnt": texts.learnt, "of_programme": texts.of_programme}
    today = clock.today()
    for row in sorted(_texts(dialogue.pk, dialogue.tender_id), key=lambda row: (row["what"], row["place"])):
        row["lines"] = [line.strip("-•* \t") for line in row["said"].splitlines() if line.strip()]
        row["days_late"] = max(0, (today - row["day"]).days) if row["day"] and not (row["what"] == "rule" and row["lines"]) else 0
        if row["what"] == "rule":
            texts.rules[row["key"]] = row
        else:
            lists[row["what"]].append(row)
    texts.changes.reverse()
    return texts


def counts_of(tender, theme: str = "") -> Counts:
    """All counts of the page in one statement."""
    groups = _groups(tender.pk)
    themes, channels = {}, dict.fromkeys(Channel.values, 0)
    for group in groups:
        channels[group["channel"]] += group["total"]
        if group["name"]:
            themes[group["name"]] = themes.get(group["name"], 0) + group["total"]
    total = sum(channels.values())
    return Counts(
        total=total,
        waiting=sum(group["waiting"] for group in groups),
        themes=sorted(themes.items(), key=lambda pair: (-pair[1], pair[0])),
        channels=[(capfirst(Channel(name).label), channels[name]) for name in Channel.values],
        of_theme=themes.get(theme, 0) if theme else total,
    )


def contributions_of(tender, user, counts: Counts, *, theme: str = "", number=None) -> Page:
    """One page of contributions, the newest first."""
    person = user.pk if user.is_authenticated else None
    paginator = Paginator(Pageable(_contributions, None, tender.pk, person, theme or None), PER_PAGE)
    paginator.count = counts.of_theme  # counted already
    page = paginator.get_page(number)
    for row in page.object_list:
        row.tender = tender
        row.row = row_of(row, tender)
    return page


def found_contributions(tender, user, asked: str, *, theme: str = "", number=None) -> Page:
    """One page of the contributions that say these words, the newest first, with how many there are; one statement."""
    rows = Contribution.objects.filter(tender=tender.pk, **({"theme__name": theme} if theme else {})).saying(asked)
    listed = rows.for_list(user).annotate(found=Subquery(number_of(rows))).order_by("-number")
    first = (max(1, whole(str(number or "")) or 1) - 1) * PER_PAGE
    found = list(listed[first : first + PER_PAGE])
    if first and not found:  # there are not so many pages
        return found_contributions(tender, user, asked, theme=theme)
    page = Paginator(range(found[0].found if found else 0), PER_PAGE).get_page(first // PER_PAGE + 1)
    page.object_list = found
    for row in found:
        row.tender = tender
        row.row = row_of(row, tender)
    return page


class MeetingRow(NamedTuple):
    """A meeting in a list."""

    slug: str
    public_id: str
    title: str
    when: str
    place: str
    state: str
    kind: str


def meetings_of(tender) -> tuple[list[MeetingRow], list[MeetingRow]]:
    """The meetings that come, soonest first, and those that were, latest first."""
    rows = _meetings(tender.pk)
    kinds = dict(MeetingKind.choices)

    def shown(row: Meeting) -> MeetingRow:
        return MeetingRow(
            tender.slug, row.public_id, row.title, weekday_moment(row.begins_at), row.place, row.state, str(kinds[row.kind])
        )

    return [shown(row) for row in reversed(rows) if row.is_coming], [shown(row) for row in rows if not row.is_coming]


@composed_once
def _groups(tender_id):
    """How many contributions by channel and theme."""
    rows = Contribution.objects.shown().filter(tender=tender_id).order_by().values("channel", name=F("theme__name"))
    return rows.annotate(total=Count("pk"), waiting=Count("pk", filter=Q(response=None, **COUNTS)))


@composed_once
def _contributions(tender_id, person_id, theme, cut):
    person = None if person_id is None else User(pk=person_id)
    rows = Contribution.objects.shown().filter(tender=tender_id).for_list(person).order_by("-number")
    return (rows if theme is None else rows.filter(theme__name=theme))[cut]


@composed_once
def _meetings(tender_id):
    return Meeting.objects.filter(tender=tender_id).with_counts().order_by("-begins_at")[:_MEETINGS]


@composed_once
def _texts(dialogue_id, tender_id):
    arms = _facts(dialogue_id), _questions(dialogue_id), _changes(dialogue_id), _findings(tender_id)
    arms += _missing(dialogue_id), *_pilots(tender_id)
    return _rules(dialogue_id).union(*arms, all=True)


def _rules(dialogue_id):
    return _arm(Rule.objects.filter(dialogue=dialogue_id), "rule", key=F("kind"), said=F("text"), day=F("known_on"))


def _facts(dialogue_id):
    return _arm(
        Fact.objects.filter(dialogue=dialogue_id, removed_at=None), "fact", key=F("public_id"), said=F("text"), more=F("source")
    )


def _questions(dialogue_id):
    return _arm(OpenQuestion.objects.filter(dialogue=dialogue_id, removed_at=None), "question", key=F("public_id"), said=F("text"))


def _changes(dialogue_id):
    rows = DotChange.objects.filter(dialogue=dialogue_id)
    return _arm(rows, "change", said=F("after"), earlier=F("before"), more=F("reason"), moment=F("at"))


def _findings(tender_id):
    counted = FindingSource.objects.filter(finding=OuterRef("pk")).order_by().values("finding").annotate(total=Count("pk"))
    rows = Finding.objects.filter(tender=tender_id)
    return _arm(rows, "finding", key=F("public_id"), said=F("title"), more=F("text"), count=Subquery(counted.values("total")))


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


def _arm(rows, what: str, **columns):
    """One arm of the union: of every table the same columns, of the same types."""
    asked = {"key": Value(""), "said": Value(""), "more": Value(""), "earlier": Value(""), "what": Value(what), **columns}
    typed = {name: Coalesce(Cast(asked[name], _TEXT), Value("", _TEXT)) for name in ("what", "key", "said", "more", "earlier")}
    typed["day"] = Cast(columns.get("day", Value(None)), models.DateField())
    typed["moment"] = Cast(columns.get("moment", Value(None)), models.DateTimeField())
    typed["count"] = Cast(columns.get("count", Value(0)), models.IntegerField())
    return rows.order_by().values(place=F("pk"), **typed)
