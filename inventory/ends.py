"""Contracts and subsidies on which one must decide soon, for who keeps the inventory, with what was done. One statement."""

from django.db.models import CharField, DateField, Exists, OuterRef, Subquery
from django.db.models.functions import Coalesce

from accounts.models import Municipality
from events import clock
from inventory.models import Line, MayStop, Period, TaskTender
from inventory.terms import months_after


def ends_of(place: Municipality, months: int):
    """The running contracts on which one must decide within so many months, the most pressing first; also those for which the
    day for notice passed.
    """
    until = months_after(clock.today(), months)
    stops = MayStop.objects.standing().filter(line=OuterRef("pk")).order_by("pk")
    return (
        Line.objects.filter(municipality=place)
        .running_that_end()
        .to_decide_before(until)
        .order_by(Coalesce("notice_on", "ends_on"), "pk")
        .select_related("municipality", "area", "party")
        .annotate(
            tender_slug=Subquery(stops.values("tender__slug")[:1], output_field=CharField()),
            told=Subquery(stops.values("told_on")[:1], output_field=DateField()),
            started=Exists(TaskTender.objects.filter(line=OuterRef("pk"))),
            plans_welcome=Exists(Period.objects.filter(line=OuterRef("pk"), closed_at=None)),
        )
    )
