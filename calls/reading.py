"""The request as it stands, read by the id of its tender or its own; None for one that was not stored yet."""

from typing import NamedTuple

from django.db.models import Count, OuterRef, Subquery, Sum
from django.db.models.functions import Coalesce

from calls.models import Call, Clause, Criterion, Grade, ProposedIndicator
from events.composed import composed_once


@composed_once
def calls_of(tender_id):
    return Call.objects.filter(tender=tender_id)


@composed_once
def clauses_as_they_stand(call_id):
    return Clause.objects.current().for_list().filter(call_id=call_id)


@composed_once
def criteria_as_they_stand(call_id):
    return Criterion.objects.current().filter(call_id=call_id)


@composed_once
def grades_of(call_id):
    return Grade.objects.filter(call_id=call_id).order_by("-points")


@composed_once
def indicators_as_they_stand(call_id):
    return ProposedIndicator.objects.current().filter(call_id=call_id).select_related("clause")


class Sums(NamedTuple):
    """Of a request: its weights together, in hundredths of a percent; its grades; its indicators."""

    weights: int
    grades: int
    indicators: int


@composed_once
def sums_as_they_stand(call_id):
    of_it = {"call": OuterRef("pk")}
    counted = {
        "weights": Criterion.objects.current().filter(**of_it).order_by().values("call").annotate(n=Sum("weight")),
        "scale": Grade.objects.filter(**of_it).order_by().values("call").annotate(n=Count("pk")),
        "signs": ProposedIndicator.objects.current().filter(**of_it).order_by().values("call").annotate(n=Count("pk")),
    }
    sums = {name: Coalesce(Subquery(rows.values("n")), 0) for name, rows in counted.items()}
    return Call.objects.filter(pk=call_id).annotate(**sums).values_list(*sums)
