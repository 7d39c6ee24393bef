"""What the report of a dialogue says: in numbers, per theme, and each contribution with its answer. For its page and its PDF."""

from collections import Counter
from dataclasses import dataclass, field
from typing import NamedTuple

from django.db.models import Case, Count, F, OuterRef, Q, Subquery, When
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from dialogues.models import (
    Channel,
    Conclusion,
    Contribution,
    Ending,
    FindingSource,
    Hiding,
    Meeting,
    NameChoice,
    Outcome,
    PhoneSupport,
    Support,
    answer_of,
)
from events.composed import composed_once
from tenders import dates
from tenders.models import Tender

NAMED = 10  # contributions of a finding that the page names
HIDDEN, MISTAKE, WITHDRAWN, WAITING = "hidden", "mistake", "withdrawn", "waiting"


@dataclass
class Numbers:
    """The report in numbers. What is hidden is counted apart, and what was withdrawn too."""

    total: int = 0
    hidden: int = 0
    withdrawn: int = 0
    together: int = 0
    channels: Counter = field(default_factory=Counter)
    outcomes: Counter = field(default_factory=Counter)
    names: Counter = field(default_factory=Counter)
    themes: Counter = field(default_factory=Counter)
    of_theme: int = 0

    def channel_rows(self) -> list[tuple[str, int]]:
        return [(str(capfirst(one.label)), self.channels[one]) for one in Channel if self.channels[one]]

    def outcome_rows(self) -> list[tuple[str, int]]:
        return [(str(capfirst(one.label)), self.outcomes[one]) for one in Outcome if self.outcomes[one]]

    def name_rows(self) -> list[tuple[str, int]]:
        words = {
            NameChoice.NAME: _("With a name"),
            NameChoice.PSEUDONYM: _("With a pseudonym"),
            NameChoice.ANONYMOUS: _("Without a name"),
        }
        return [(words[one], self.names[one]) for one in NameChoice if self.names[one]]


class Found(NamedTuple):
    """A finding with the numbers of the contributions from which it comes, and how many had which answer."""

    public_id: str
    title: str
    text: str
    numbers: list[int]
    outcomes: Counter

    @property
    def rest(self) -> int:
        """How many contributions it comes from besides those that its line on the page names."""
        return max(0, len(self.numbers) - NAMED)


class Met(NamedTuple):
    """A meeting that was held."""

    public_id: str
    title: str
    day: str
    place: str
    came: int | None  # None: nobody counted


def numbers_of(tender_id: int, last_number: int, theme: str = "") -> Numbers:
    """All counts of the report in one statement."""
    numbers = Numbers()
    for row in _groups(tender_id, last_number):
        total = row["total"]
        numbers.of_theme += total if not theme or row["name"] == theme else 0
        if row["is_hidden"]:
            numbers.hidden += total if row["is_on_a_ground"] else 0
            continue
        numbers.total += total
        numbers.channels[row["channel"]] += total
        numbers.names[row["name_choice"]] += total
        if row["name"]:
            numbers.themes[row["name"]] += total
        if row["is_withdrawn"]:
            numbers.withdrawn += total
        else:
            numbers.together += total if row["is_merged"] else 0
            numbers.outcomes[row["outcome"] or WAITING] += total
    return numbers


def grounds_of(tender_id: int) -> list[tuple[str, int]]:
    """How many contributions are hidden now, by the published reason."""
    return [(row["ground__text"], row["total"]) for row in _grounds(tender_id)]


def findings_of(tender_id: int) -> list[Found]:
    found: dict[str, Found] = {}
    for public_id, title, text, number, outcome in _findings(tender_id):
        one = found.setdefault(public_id, Found(public_id, title, text, [], Counter()))
        one.numbers.append(number)
        if outcome:
            one.outcomes[outcome] += 1
    return list(found.values())


def held(tender_id: int, before) -> list[Met]:
    """The meetings that were held, in order, with how many people came."""
    return [_met(row) for row in _meetings(tender_id, before)]


def first_held(tender_id: int, before, most: int) -> tuple[list[Met], int]:
    """The first so many of them, and how many there were. Of thousands they cost as much as of thirty."""
    every = Meeting.objects.filter(tender=tender_id, cancelled_at=None, begins_at__lte=before)
    total = Subquery(every.order_by().values("tender").annotate(n=Count("pk")).values("n"))
    first = every.order_by("begins_at", "pk")[:most].values("pk")
    rows = list(Meeting.objects.filter(pk__in=first).with_counts().annotate(total=total).order_by("begins_at", "pk"))
    return [_met(row) for row in rows], rows[0].total if rows else 0


def _met(row: Meeting) -> Met:
    return Met(row.public_id, row.title, dates.day(row.begins_at), row.place, row.came if row.came or row.noted else None)


class Recognised(NamedTuple):
    """How many people recognised what somebody said, and how many phones in a room: each once, the phones once a question."""

    people: int
    phones: int


def recognised_in(tender_id: int) -> Recognised:
    """One statement for both."""
    people = Support.objects.filter(contribution__tender=OuterRef("pk")).order_by().values("contribution__tender")
    of_tender = "message__live__meeting__tender"
    phones = PhoneSupport.objects.filter(**{of_tender: OuterRef("pk")}).order_by().values(of_tender)
    counts = {
        "people": Subquery(people.annotate(n=Count("person", distinct=True)).values("n")),
        "phones": Subquery(phones.annotate(n=Count("phone_hash", distinct=True)).values("n")),
    }
    found = Tender.objects.filter(pk=tender_id).annotate(**counts).values_list("people", "phones").get()
    return Recognised(*(one or 0 for one in found))


def content_of(conclusion: Conclusion) -> dict:
    """The whole report as plain values in the language of now: what is frozen, gets a fingerprint and becomes the PDF."""
    tender = conclusion.tender
    numbers = numbers_of(tender.pk, conclusion.last_number)
    return {
        "title": tender.title,
        "ending": str(Ending(conclusion.ending).label),
        "reason": conclusion.reason,
        "rests_until": dates.day(conclusion.rests_until) if conclusion.rests_until else "",
        "day": dates.day(conclusion.at),
        "by": conclusion.by.name,
        "total": numbers.total,
        "tables": _tables(numbers, grounds_of(tender.pk), recognised_in(tender.pk)),
        "meetings": [met._asdict() for met in held(tender.pk, conclusion.at)],
        "findings": [
            {"title": one.title, "text": one.text, "numbers": one.numbers, "answers": _in_words(one.outcomes)}
            for one in findings_of(tender.pk)
        ],
        "themes": _themes(conclusion),
    }


def _tables(numbers: Numbers, grounds: list, recognised: Recognised) -> list:
    """The numbers as small tables: (caption, rows)."""
    became = numbers.outcome_rows()
    became += [(_("Withdrawn by the writer"), numbers.withdrawn)] if numbers.withdrawn else []
    people = [*numbers.name_rows(), (_("People who recognised what somebody said"), recognised.people)]
    people += [(_("Telephones in the room that recognised something"), recognised.phones)] if recognised.phones else []
    found = (
        (_("What became of it"), became),
        (_("Hidden, and not counted with the others"), grounds),  # apart, so that what became of it adds up to the total
        (_("How it came in"), numbers.channel_rows()),
        (_("Who took part"), people),
    )
    return [(caption, rows) for caption, rows in found if rows]


def _themes(conclusion: Conclusion) -> list[dict]:
    """The themes with their contributions in order; those without a theme last."""
    rows = Contribution.objects.filter(tender=conclusion.tender_id, number__lte=conclusion.last_number)
    found: dict[str, list[dict]] = {}
    for row in rows.for_list().select_related("merged_into__response").order_by("number"):
        found.setdefault(row.theme.name if row.theme else "", []).append(_line(row))
    return [{"name": name or _("Without a theme"), "rows": found[name]} for name in sorted(found, key=lambda one: (one == "", one))]


def _line(row: Contribution) -> dict:
    """One contribution in the report: as the person is shown, or only its place when it is hidden."""
    if row.hidden_at and row.hiding is None:
        return {"number": row.number, "state": MISTAKE, "ground": row.hidden_because, "day": dates.day(row.hidden_at)}
    if row.hidden_at:
        return {"number": row.number, "state": HIDDEN, "ground": row.hiding.ground.text, "day": dates.day(row.hidden_at)}
    answer = row.answer or (row.merged_into.answer if row.merged_into_id else None)
    return {
        "number": row.number,
        "state": WITHDRAWN if row.withdrawn_at else "",
        "text": row.text,
        "who": row.said_by,
        "channel": str(row.get_channel_display()),
        "day": dates.day(row.said_on),
        "together": row.merged_into.number if row.merged_into_id else None,
        "outcome": str(capfirst(Outcome(answer.outcome).label)) if answer else "",
        "reason": answer.reason if answer else "",
    }


def _in_words(outcomes: Counter) -> str:
    return ", ".join(f"{Outcome(name).label} ({total})" for name, total in outcomes.most_common())


@composed_once
def _groups(tender_id, last_number):
    """How many contributions, by all that the report counts by."""
    rows = Contribution.objects.filter(tender=tender_id, number__lte=last_number).order_by()
    flags = {
        "is_hidden": Q(hidden_at__isnull=False),
        "is_on_a_ground": Q(hiding__isnull=False),
        "is_withdrawn": Q(withdrawn_at__isnull=False),
        "is_merged": Q(merged_into__isnull=False),
    }
    grouped = rows.annotate(outcome=answer_of("outcome"), name=F("theme__name"), **flags)
    return grouped.values("channel", "name_choice", "name", "outcome", *flags).annotate(total=Count("pk"))


@composed_once
def _grounds(tender_id):
    rows = Hiding.objects.filter(contribution__tender=tender_id, ended_at=None).order_by()
    return rows.values("ground__text").annotate(total=Count("pk")).order_by("-total", "ground__text")


@composed_once
def _findings(tender_id):
    rows = FindingSource.objects.current().filter(finding__tender=tender_id).order_by("finding", "contribution__number")
    holding = Case(When(contribution__response__withdrawn_at=None, then=F("contribution__response__outcome")))
    return rows.values_list("finding__public_id", "finding__title", "finding__text", "contribution__number", holding)


@composed_once
def _meetings(tender_id, before):
    rows = Meeting.objects.filter(tender=tender_id, cancelled_at=None, begins_at__lte=before)
    return rows.with_counts().order_by("begins_at")
