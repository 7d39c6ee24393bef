"""The request as a whole, read for a page in a fixed number of statements."""

from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from django.db.models import OuterRef, Subquery

from accounts.reading import composed_for_visitors
from calls.conditions.request import NEEDED
from calls.models import Call, Clause, ClauseSource, Criterion, CriterionSource, Grade, ProposedIndicator
from calls.reading import clauses_as_they_stand, criteria_as_they_stand, grades_of, indicators_as_they_stand
from dialogues.models import Channel, Contribution, NameChoice
from events.composed import bring, composed_once
from initiatives.models import Plan, PlanAnswer, PlanOutcome
from tenders import dates


class Source(NamedTuple):
    """A contribution that a part of the request comes from, as the page shows it."""

    slug: str
    number: int
    text: str
    name: str
    is_pseudonym: bool
    channel: str
    reason: str


class Part(NamedTuple):
    """A part of the request (onderdeel) with its newest wording and its first source, as the page shows it."""

    slug: str
    number: int
    section: str
    label: str
    title: str
    version: int
    day: str
    lot: str
    text: str
    open_amendments: int
    may_propose: bool
    source: Source | None
    more_sources: int


@dataclass(frozen=True)
class Overview:
    """All that a page of the request shows, in the order of the request."""

    sections: list[tuple[str, list[Part]]]
    criteria: list[Criterion]
    grades: list[Grade]
    indicators: list[ProposedIndicator]
    public_money: bool

    @property
    def parts(self) -> list[Part]:
        return [part for _label, parts in self.sections for part in parts]

    @property
    def not_written(self) -> list[str]:
        """Parts that a request needs and that are not there yet."""
        there = {part.section for part in self.parts}
        return [section.label_for(self.public_money) for section in NEEDED if section not in there]


def overview(call: Call, user, *, may_propose: bool) -> Overview:
    """The request as `user` may see it, each part with its first source; the others stand on its own page."""
    sources = sources_of(call, user)
    parts = [_part(clause, sources.get(clause.pk), may_propose) for clause in clauses_of(call)]
    by_section = groupby(parts, key=lambda part: part.label)
    public_money = call.tender.traits.public_money
    return Overview(
        sections=[(label, list(group)) for label, group in by_section],
        criteria=criteria_of(call),
        grades=grades_of(call.pk),
        indicators=indicators_as_they_stand(call.pk),
        public_money=public_money,
    )


def criteria_of(call: Call) -> list[Criterion]:
    """The criteria as they stand, each with the clauses that it comes from."""
    criteria = criteria_as_they_stand(call.pk)
    sources: dict[int, list[CriterionSource]] = {}
    for source in _sources_of_criteria([criterion.pk for criterion in criteria]):
        sources.setdefault(source.criterion_id, []).append(source)
    for criterion in criteria:
        bring(criterion, "sources", sources.get(criterion.pk, []))
    return criteria


@composed_once
def _sources_of_criteria(criterion_ids):
    return CriterionSource.objects.filter(criterion__in=criterion_ids).select_related("clause")


def clauses_of(call: Call) -> list[Clause]:
    """The parts of the request as they stand, in order."""
    clauses = clauses_as_they_stand(call.pk)
    for clause in clauses:
        clause.call = call
    return clauses


def _part(clause: Clause, source: Source | None, may_propose: bool) -> Part:
    return Part(
        slug=clause.tender.slug,
        number=clause.number,
        section=clause.section,
        label=str(clause.section_label),
        title=clause.title,
        version=clause.newest_number,
        day=dates.day(clause.newest_at),
        lot=clause.lot.name if clause.lot else "",
        text=clause.newest_text,
        open_amendments=clause.open_amendments,
        may_propose=may_propose,
        source=source,
        more_sources=clause.source_count - (1 if source else 0),
    )


_SAID = "response__contribution__"
_SHOWN = [_SAID + field for field in ("number", "text", "shown_name", "name_choice", "channel")]


def sources_of(call: Call, user) -> dict[int, Source]:
    """The first source of each clause, by clause; never a contribution that the person may not see."""
    channels = dict(Channel.choices)
    return {clause: _source(call.tender.slug, channels, reason, *said) for clause, reason, *said in _first_sources(user, call.pk)}


@composed_for_visitors
def _first_sources(reader, call_id):
    of_clause = visible_sources(reader).filter(clause=OuterRef("pk")).order_by("pk").values("pk")[:1]
    first = Clause.objects.current().filter(call_id=call_id).values(first=Subquery(of_clause))
    return ClauseSource.objects.filter(pk__in=first).values_list("clause_id", "reason", *_SHOWN)


def source_row(tender, source: ClauseSource) -> Source:
    said = source.response.contribution
    shown = (said.number, said.text, said.shown_name, said.name_choice, said.channel)
    return _source(tender.slug, dict(Channel.choices), source.reason, *shown)


def _source(slug, channels, reason, number, text, name, name_choice, channel) -> Source:
    return Source(slug, number, text, name, name_choice == NameChoice.PSEUDONYM, str(channels[channel]), reason)


def visible_sources(user):
    """Sources whose contribution the person may see, with what was said and answered."""
    seen = Contribution.objects.visible_to(user).shown()
    return ClauseSource.objects.filter(response__contribution__in=seen).select_related("response__contribution")


def plans_for(call):
    """The answers, yes or together, that carry a plan into the tender of this request."""
    plans = Plan.objects.standing().touching(call.tender.pk)
    answers = PlanAnswer.objects.standing().filter(plan__in=plans).exclude(outcome=PlanOutcome.NO)
    return answers.select_related("plan__about", "plan__carried_to")


def plan_sources(clause: Clause):
    """The plans from outside that a part comes from, by an answer that everybody can read."""
    answers = PlanAnswer.objects.out().values("pk")
    sources = ClauseSource.objects.filter(clause=clause, plan_answer__in=answers, plan_answer__plan__hidden_at=None)
    return sources.select_related("plan_answer__plan__line__municipality").order_by("at", "pk")[:25]
