"""The request as a whole, read for a page in a fixed number of statements."""

from dataclasses import dataclass
from itertools import groupby

from django.db.models import F, Prefetch, Window
from django.db.models.functions import RowNumber

from calls.conditions.request import NEEDED
from calls.models import Call, Clause, ClauseSource, Criterion, CriterionSource, Grade, ProposedIndicator, Section
from dialogues.models import Contribution

SOURCES_SHOWN = 4  # with each clause; the others stand on the page of the clause


@dataclass(frozen=True)
class Overview:
    """All that a page of the request shows, in the order of the request."""

    sections: list[tuple[str, list[Clause]]]
    criteria: list[Criterion]
    grades: list[Grade]
    indicators: list[ProposedIndicator]

    @property
    def clauses(self) -> list[Clause]:
        return [clause for _label, clauses in self.sections for clause in clauses]

    @property
    def not_written(self) -> list[str]:
        """Parts that a request needs and that are not there yet."""
        there = {clause.section for clause in self.clauses}
        return [section.label for section in NEEDED if section not in there]


def overview(call: Call, user) -> Overview:
    """The request as `user` may see it; each clause carries `shown_sources`."""
    clauses = clauses_of(call)
    sources = sources_of(call, user)
    for clause in clauses:
        clause.shown_sources = sources.get(clause.pk, [])
        clause.more_sources = max(clause.source_count, len(clause.shown_sources)) - 1
    by_section = groupby(clauses, key=lambda clause: clause.section)
    from_clauses = Prefetch("sources", CriterionSource.objects.select_related("clause"))
    return Overview(
        sections=[(Section(section).label, list(group)) for section, group in by_section],
        criteria=list(Criterion.objects.current().filter(call_id=call.pk).prefetch_related(from_clauses)),
        grades=list(Grade.objects.filter(call_id=call.pk).order_by("-points")),
        indicators=list(ProposedIndicator.objects.current().filter(call_id=call.pk).select_related("clause")),
    )


def clauses_of(call: Call) -> list[Clause]:
    """The parts of the request as they stand, in order."""
    clauses = list(Clause.objects.current().for_list().filter(call_id=call.pk))
    for clause in clauses:
        clause.call = call
    return clauses


def sources_of(call: Call, user) -> dict[int, list[ClauseSource]]:
    """The first sources of each clause, by clause; never a contribution that the person may not see."""
    place = Window(RowNumber(), partition_by=F("clause"), order_by=F("pk").asc())
    rows = (
        visible_sources(user).filter(clause__call_id=call.pk).annotate(place=place).filter(place__lte=SOURCES_SHOWN).order_by("pk")
    )
    found: dict[int, list[ClauseSource]] = {}
    for source in rows:
        source.response.contribution.tender = call.tender
        found.setdefault(source.clause_id, []).append(source)
    return found


def visible_sources(user):
    """Sources whose contribution the person may see, with what was said and answered."""
    seen = Contribution.objects.visible_to(user)
    return ClauseSource.objects.filter(response__contribution__in=seen).select_related("response__contribution")
