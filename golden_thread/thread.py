"""The golden thread of a contribution, read forwards: what became of it, as far as this reader may see.

Every arrow is a plain foreign key that somebody made on purpose, with a reason; nothing is guessed. Read in a fixed number of
statements, each for all branches at once, so that a thread with a hundred branches costs what a thread with one costs.
"""

from dataclasses import dataclass, field

from django.db.models import Count, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from calls.models import ClauseSource, ClauseVersion, CriterionSource, FrozenClause, FrozenCriterion
from contracts.models import Agreement, Contract
from dialogues.models import Contribution, FindingSource, Response, Support
from evaluation.models import AwardDecision, AwardReason, Capacity, Seat
from monitoring.models import Indicator, Lesson
from monitoring.standing import Standing


@dataclass
class ClauseLink:
    """A clause that a response led to: who made the arrow and why, and the clause as it was published last."""

    source: ClauseSource
    frozen: FrozenClause | None = None
    versions: int = 0
    amendments: list = field(default_factory=list)

    @property
    def clause(self):
        return self.source.clause


@dataclass
class Thread:
    """Everything on the thread of one contribution, in the order of the steps."""

    contribution: Contribution
    clauses: list[ClauseLink] = field(default_factory=list)
    criteria: list[CriterionSource] = field(default_factory=list)
    reasons: list[AwardReason] = field(default_factory=list)
    agreements: list[Agreement] = field(default_factory=list)
    standings: list[Standing] = field(default_factory=list)
    lessons: list[Lesson] = field(default_factory=list)

    @property
    def tender(self):
        return self.contribution.tender

    @property
    def response(self) -> Response | None:
        """The answer to it; of one that was put together with another, the answer to both."""
        return response_of(self.contribution) or (
            response_of(self.contribution.merged_into) if self.contribution.merged_into_id else None
        )

    @property
    def others(self) -> int:
        """How many others brought in something like it: they stand in the same finding, or were put together with this one."""
        return max(self.contribution.in_finding - 1, 0) + self.contribution.originals_count


def contributions_for_thread():
    """Contributions with all that the thread asks of them, in one statement.

    `finding_title` and `finding_public_id` are of the finding that it (or the one it was put together with) belongs to,
    `in_finding` counts what stands in there, `supports` who recognised it, `originals_count` what was put together with it.
    """
    own = FindingSource.objects.filter(contribution=Coalesce(OuterRef("merged_into_id"), OuterRef("pk"))).order_by("finding_id")
    same = FindingSource.objects.filter(finding=OuterRef("finding_id"))
    originals = Contribution.objects.filter(merged_into=OuterRef("pk"))
    supports = Support.objects.filter(contribution=OuterRef("pk"))
    return Contribution.objects.select_related(
        "tender__municipality",
        "theme",
        "meeting",
        "entered_by",
        "response__by",
        "merged_into__response__by",
    ).annotate(
        finding_id=Subquery(own.values("finding")[:1]),
        finding_title=Subquery(own.values("finding__title")[:1]),
        finding_public_id=Subquery(own.values("finding__public_id")[:1]),
        in_finding=_count(same, "finding"),
        originals_count=_count(originals, "merged_into"),
        supports=_count(supports, "contribution"),
    )


def _count(rows, by: str):
    """How many of these rows there are, as part of another statement."""
    return Coalesce(Subquery(rows.order_by().values(by).annotate(total=Count("pk")).values("total")), 0)


def response_of(contribution: Contribution) -> Response | None:
    """Its own answer, when it has one; asks nothing when it was brought along."""
    return getattr(contribution, "response", None)


def thread_of(contribution: Contribution, reader) -> Thread:
    """The thread of a contribution (of `contributions_for_thread`) as far as `reader` may see it."""
    thread = Thread(contribution)
    if thread.response is None:
        return thread
    thread.clauses = clause_links(ClauseSource.objects.filter(response=thread.response))
    clauses = [link.clause.pk for link in thread.clauses]
    rows = _criterion_sources(clauses)
    thread.criteria = list({row.criterion_id: row for row in reversed(rows)}.values())[::-1]
    thread.reasons = _reasons(rows, reader)
    criteria = [row.criterion_id for row in thread.criteria]
    thread.agreements = _agreements(clauses, criteria, reader)
    indicators = Indicator.objects.filter(agreement__in=[agreement.pk for agreement in thread.agreements]).for_list()
    thread.standings = [Standing(indicator, indicator.current) for indicator in indicators]
    measured = [one.indicator.pk for one in thread.standings]
    lessons = Lesson.objects.visible_to(reader).filter(measurement__indicator__in=measured)
    thread.lessons = list(lessons.select_related("reflection").order_by("at", "id"))
    return thread


def clause_links(sources) -> list[ClauseLink]:
    """The clauses of these sources, each as it was published last, with its versions and the amendments in them."""
    links = [ClauseLink(source) for source in sources.select_related("clause", "by").order_by("at", "id")]
    by_clause: dict[int, list[ClauseLink]] = {}
    for link in links:
        by_clause.setdefault(link.clause.pk, []).append(link)
    published = FrozenClause.objects.filter(clause__in=by_clause, version__published_at__isnull=False)
    for frozen in published.select_related("version").defer("version__content").order_by("version__number"):
        for link in by_clause[frozen.clause_id]:
            link.frozen = frozen
    versions = ClauseVersion.objects.filter(clause__in=by_clause).defer("text", "amendment__text")
    for version in versions.select_related("amendment__party", "amendment__proposer").order_by("number"):
        for link in by_clause[version.clause_id]:
            link.versions += 1
            if version.amendment:
                link.amendments.append(version.amendment)
    return links


def _criterion_sources(clauses: list[int]) -> list[CriterionSource]:
    """The arrows from these clauses to criteria, with question and weight as they were published last."""
    newest = FrozenCriterion.objects.filter(criterion=OuterRef("criterion"), version__published_at__isnull=False)
    newest = newest.order_by("-version__number")
    return list(
        CriterionSource.objects.filter(clause__in=clauses)
        .select_related("criterion", "clause")
        .annotate(
            question=Subquery(newest.values("question")[:1]),
            weight=Subquery(newest.values("weight")[:1]),
            published_at=Subquery(newest.values("version__published_at")[:1]),
        )
        .order_by("criterion__position", "criterion_id", "id")
    )


def _reasons(rows: list[CriterionSource], reader) -> list[AwardReason]:
    """Why the chosen bids were chosen, on these criteria; with the make-up of the committee. Only of decisions that were sent.

    A clause that holds for one lot leads to the choice in that lot alone.
    """
    lots: dict[int, set[int | None]] = {}
    for row in rows:
        lots.setdefault(row.criterion_id, set()).add(row.clause.lot_id)
    seats = Seat.objects.sitting().filter(lot=OuterRef("result__decision__lot"))
    residents = seats.filter(capacity__in=[Capacity.RESIDENT, Capacity.TARGET_GROUP])
    decisions = AwardDecision.objects.visible_to(reader).filter(sent_at__isnull=False)
    found = (
        AwardReason.objects.filter(criterion__criterion__in=lots, result__chosen=True, result__decision__in=decisions)
        .select_related("criterion", "grade", "result__decision__lot", "result__opened_bid__bid__party")
        .annotate(
            seats=_count(seats, "lot"),
            residents=_count(residents, "lot"),
        )
        .order_by("result__decision__sent_at", "result__decision__lot__number", "criterion__position", "id")
    )
    return [one for one in found if lots[one.criterion.criterion_id] & {None, one.result.decision.lot_id}]


def _agreements(clauses: list[int], criteria: list[int], reader) -> list[Agreement]:
    """Agreements of signed contracts that come from these clauses; or, without a clause, from a promise on these criteria."""
    tied = Q(clause__clause__in=clauses) | Q(clause=None, promise__criterion__criterion__in=criteria)
    contracts = Contract.objects.visible_to(reader).filter(signed_at__isnull=False)
    found = Agreement.objects.current().filter(tied, contract__in=contracts).select_related("contract__lot", "clause", "promise")
    return list(found.order_by("contract__signed_at", "contract_id", "number"))
