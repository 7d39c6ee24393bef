"""What ends or closes soon, for who keeps the inventory, with what was done about it; and what is known when plans are asked."""

import datetime as dt

from django.db.models import CharField, DateField, Exists, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from accounts.models import Municipality
from events import clock
from inventory.models import Line, LineKind, MayStop, Period, PeriodKind, TaskTender
from inventory.terms import months_after
from tenders.dates import day

_WEEKS, _LEAST = dt.timedelta(weeks=8), dt.timedelta(weeks=2)


def ends_of(place: Municipality, months: int):
    """The running contracts on which one must decide within so many months, and the buildings that close or come free, the most
    pressing first; also those for which the day for notice passed.
    """
    until = months_after(clock.today(), months)
    stops = MayStop.objects.standing().filter(line=OuterRef("pk")).order_by("pk")
    lines = Line.objects.filter(municipality=place)
    return (
        (lines.running_that_end().order_by() | lines.closing())
        .to_decide_before(until)
        .order_by(Coalesce("notice_on", "ends_on"), "pk")
        .select_related("municipality", "area", "party", "judged_by")
        .annotate(
            waits=Exists(lines.running_that_end().order_by().nothing_done().filter(pk=OuterRef("pk"))),
            tender_slug=Subquery(stops.values("tender__slug")[:1], output_field=CharField()),
            told=Subquery(stops.told().values("told_on")[:1], output_field=DateField()),
            started=Exists(TaskTender.objects.filter(line=OuterRef("pk"))),
            plans_welcome=Exists(Period.objects.filter(line=OuterRef("pk"), closed_at=None)),
        )
    )


def period_for_line(line: Line) -> dict:
    """What is known when plans are asked because this line ends or closes: an officer reads it and opens the period."""
    today = clock.today()
    last = line.notice_on or line.ends_on
    ends_on = min(today + _WEEKS, last) if last and last >= today + _LEAST else today + _WEEKS
    kind, reason = _why_now(line)
    known = {"kind": kind, "reason": reason, "title": line.title[:160], "area": line.area_id}
    return known | {"begins_on": today, "ends_on": ends_on}


def _why_now(line: Line) -> tuple[PeriodKind, str]:
    told = MayStop.objects.standing().told().filter(line=line).order_by("pk").first()
    said = {"who": line.who, "day": day(line.ends_on) if line.ends_on else ""}
    if line.is_agreed and line.ends_on:
        ends = {
            LineKind.CONTRACT: _("The contract with %(who)s ends on %(day)s."),
            LineKind.SUBSIDY: _("The subsidy for %(who)s ends on %(day)s."),
        }
        return PeriodKind.CONTRACT_ENDS, ends[LineKind(line.kind)] % said
    if line.is_agreed:
        return PeriodKind.CONTRACT_ENDS, _("This may stop on %(day)s.") % {"day": day(told.stops_on)} if told else ""
    if line.ends_on:
        closes = _("The building comes free on %(day)s.") if line.kind == LineKind.BUILDING else _("It stops on %(day)s.")
        return PeriodKind.CLOSING, closes % said
    return (PeriodKind.CLOSING if line.kind == LineKind.BUILDING else PeriodKind.OTHER), ""
