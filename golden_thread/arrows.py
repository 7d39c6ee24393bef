"""The arrows of the golden thread, as they are asked of the database: each function is one statement, for all branches at once."""

import datetime as dt
from typing import NamedTuple

from django.db.models import Count, Exists, F, FilteredRelation, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from accounts.models import Party
from accounts.reading import composed_for_visitors
from calls.models import ClauseSource, ClauseVersion, FrozenClause
from contracts.models import Agreement, Contract
from dialogues.models import Conclusion, Contribution, FindingSource, Hiding, Merging, ProposalSource, supports_of
from evaluation.models import AwardDecision, AwardReason, Capacity, Seat
from events.composed import composed_once
from monitoring.models import Indicator, Lesson, Measurement
from monitoring.standing import Standing


class Published(NamedTuple):
    """A clause as it was published last."""

    number: str
    title: str
    text: str
    published_at: dt.datetime


@composed_for_visitors
def contribution_at(reader, slug, number):
    """A contribution with all that the thread asks of it, in one statement.

    `finding_title` and `finding_public_id` are of the finding that it (or the one it was put together with) belongs to,
    `in_finding` counts what stands in there, `supports` who recognised it, `originals_count` what was put together with it,
    `original_number` is the first of those, `merged_…` who put it together with another, when and why; `restored_…` who let
    everybody read it again after it was hidden at `was_hidden_at`;
    `taken_apart` how often it was taken out of a finding or away from another, or another away from it;
    `in_proposal` whether a theme group built on it
    (or on the one it was put together with); `conclusion_…` is how its dialogue ended.
    """
    own = FindingSource.objects.current().filter(contribution=Coalesce(OuterRef("merged_into_id"), OuterRef("pk")))
    own = own.order_by("finding_id")
    same = FindingSource.objects.current().filter(finding=OuterRef("finding_id"))
    originals = Contribution.objects.shown().filter(merged_into=OuterRef("pk"))
    concluded = Conclusion.objects.filter(tender=OuterRef("tender"), reopened_at=None, last_number__gte=OuterRef("number"))
    apart = Merging.objects.filter(contribution=OuterRef("pk"), ended_at__isnull=False)
    stood_with = Merging.objects.filter(into=OuterRef("pk"), ended_at__isnull=False)
    out = FindingSource.objects.filter(contribution=OuterRef("pk"), ended_at__isnull=False)
    visible = Contribution.objects.visible_to(reader).filter(tender__slug=slug, number=number)
    return visible.select_related(
        "tender__municipality",
        "theme",
        "meeting",
        "entered_by",
        "through",
        "response__by",
        "merged_into__response__by",
        "hiding__by",
        "hiding__ground",
        "hiding__appeal",
        "translation__by",
    ).annotate(
        finding_id=Subquery(own.values("finding")[:1]),
        finding_title=Subquery(own.values("finding__title")[:1]),
        finding_public_id=Subquery(own.values("finding__public_id")[:1]),
        in_finding=_count(same, "finding"),
        originals_count=_count(originals, "merged_into"),
        supports=supports_of("pk"),
        **_crosswise(originals),
        conclusion_ending=Subquery(concluded.values("ending")[:1]),
        conclusion_reason=Subquery(concluded.values("reason")[:1]),
        conclusion_at=Subquery(concluded.values("at")[:1]),
        conclusion_until=Subquery(concluded.values("rests_until")[:1]),
        in_proposal=Exists(_built_on(OuterRef("pk"), OuterRef("merged_into"))),
        taken_apart=_count(apart, "contribution") + _count(out, "contribution") + _count(stood_with, "into"),
    )


def _crosswise(originals) -> dict:
    """What was done across contributions: put together with another, and hidden by mistake; parts of the same statement."""
    together = Merging.objects.filter(contribution=OuterRef("pk"), ended_at=None)
    restored = Hiding.objects.filter(contribution=OuterRef("pk"), ended_at__isnull=False).order_by("-ended_at")
    return {
        "original_number": Subquery(originals.order_by("number").values("number")[:1]),
        "merged_because": Subquery(together.values("reason")[:1]),
        "merged_by": Subquery(together.values("by__name")[:1]),
        "merged_at": Subquery(together.values("at")[:1]),
        "restored_because": Subquery(restored.values("ended_because")[:1]),
        "restored_by": Subquery(restored.values("ended_by__name")[:1]),
        "restored_at": Subquery(restored.values("ended_at")[:1]),
        "was_hidden_at": Subquery(restored.values("at")[:1]),
    }


def _count(rows, by: str):
    """How many of these rows there are, as part of another statement."""
    return Coalesce(Subquery(rows.order_by().values(by).annotate(total=Count("pk")).values("total")), 0)


def _built_on(contribution, merged_into):
    """The arrows from a contribution, and from the one it was put together with, to proposals that everybody can read."""
    sources = ProposalSource.objects.current().filter(proposal__handed_in_at__isnull=False, proposal__withdrawn_at=None)
    return sources.filter(Q(contribution=contribution) | Q(contribution=merged_into))


@composed_once
def sources_of(response_id, contribution_id, merged_into_id):
    """The arrows to clauses, each clause as it was published last and with the number of its versions.

    From an answer, and from the proposals of theme groups that rest on the contribution; 0 for what there is not.
    """
    proposals = _built_on(contribution_id, merged_into_id).values("proposal")
    frozen = FrozenClause.objects.filter(clause=OuterRef("clause"), version__published_at__isnull=False)
    frozen = frozen.order_by("-version__number")
    tied = ClauseSource.objects.filter(Q(response=response_id) | Q(proposal__in=proposals))
    found = tied.select_related("clause", "by", "proposal").order_by("at", "id")
    return found.annotate(
        frozen_number=Subquery(frozen.values("number")[:1]),
        frozen_title=Subquery(frozen.values("title")[:1]),
        frozen_text=Subquery(frozen.values("text")[:1]),
        published_at=Subquery(frozen.values("version__published_at")[:1]),
        versions=_count(ClauseVersion.objects.filter(clause=OuterRef("clause")), "clause"),
    )


@composed_for_visitors
def reasons_on(reader, criterion_ids):
    """Why the chosen bids were chosen, with the make-up of the committee. Only of decisions that were sent."""
    seats = Seat.objects.sitting().filter(lot=OuterRef("result__decision__lot"))
    residents = seats.filter(capacity__in=[Capacity.RESIDENT, Capacity.TARGET_GROUP])
    decisions = AwardDecision.objects.visible_to(reader).filter(sent_at__isnull=False)
    found = AwardReason.objects.filter(criterion__criterion__in=criterion_ids, result__chosen=True, result__decision__in=decisions)
    return (
        found.select_related("criterion", "grade", "result__decision__lot", "result__opened_bid__bid__party")
        .annotate(seats=_count(seats, "lot"), residents=_count(residents, "lot"))
        .order_by("result__decision__sent_at", "result__decision__lot__number", "criterion__position", "id")
    )


@composed_for_visitors
def agreements_from(reader, clause_ids, criterion_ids):
    """Agreements of signed contracts that come from these clauses; or, without a clause, from a promise on these criteria."""
    tied = Q(clause__clause__in=clause_ids) | Q(clause=None, promise__criterion__criterion__in=criterion_ids)
    contracts = Contract.objects.visible_to(reader).filter(signed_at__isnull=False)
    found = Agreement.objects.current().filter(tied, contract__in=contracts).select_related("contract__lot", "clause", "promise")
    return found.order_by("contract__signed_at", "contract_id", "number")


def standings_of(agreement_ids: list[int]) -> list[Standing]:
    """The indicators of these agreements, each with the measurements that hold, in order."""
    found: dict[int, Standing] = {}
    for row in _measured(agreement_ids):
        standing = found.setdefault(row.pk, Standing(row, []))
        if row.measured_on is not None:
            party = Party(name=row.party_name) if row.party_name is not None else None
            values = {"measured_on": row.measured_on, "value": row.value, "story": row.story, "party": party}
            standing.measurements.append(Measurement(pk=row.measurement, indicator=standing.indicator, **values))
    return list(found.values())


@composed_once
def _measured(agreement_ids):
    """An indicator for each of its measurements that hold; one without any once."""
    current = FilteredRelation("measurements", condition=Q(measurements__corrected_by=None))
    rows = Indicator.objects.filter(agreement__in=agreement_ids).select_related("contract").alias(now=current)
    return rows.annotate(
        measurement=F("now__pk"),
        measured_on=F("now__measured_on"),
        value=F("now__value"),
        story=F("now__story"),
        party_name=F("now__party__name"),
    ).order_by("id", "now__measured_on", "now__pk")


@composed_for_visitors
def lessons_from(reader, indicator_ids):
    lessons = Lesson.objects.visible_to(reader).filter(measurement__indicator__in=indicator_ids)
    return lessons.select_related("reflection").order_by("at", "id")
