"""Contracts and subsidies whose end is in sight, for who keeps the inventory: with what was done about each. One statement."""

from django.db.models import CharField, DateField, Exists, OuterRef, Subquery

from accounts.models import Municipality
from events import clock
from inventory.models import Line, MayStop, Period, TaskTender
from inventory.terms import months_after


def ends_of(place: Municipality, months: int):
    """The running contracts that end within so many months, the first one first; also one whose last day for notice passed."""
    until = months_after(clock.today(), months)
    stops = MayStop.objects.standing().filter(line=OuterRef("pk")).order_by("pk")
    return (
        Line.objects.filter(municipality=place, ends_on__lte=until)
        .running_that_end()
        .select_related("municipality", "area", "party")
        .annotate(
            tender_slug=Subquery(stops.values("tender__slug")[:1], output_field=CharField()),
            told=Subquery(stops.values("told_on")[:1], output_field=DateField()),
            started=Exists(TaskTender.objects.filter(line=OuterRef("pk"))),
            plans_welcome=Exists(Period.objects.filter(line=OuterRef("pk"), closed_at=None)),
        )
    )
