"""The request as it stands, read by the id of its tender or its own; None for one that was not stored yet."""

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
