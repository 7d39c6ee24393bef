"""What comes up or closes, for everybody: contracts and subsidies that end, last days for notice, buildings that come free,
planned tasks, periods for plans and the planned steps of tenders. One statement, whatever there is.
"""

import datetime as dt
from itertools import groupby
from typing import NamedTuple

from django.core.paginator import Page, Paginator
from django.db.models import BigIntegerField, CharField, Count, DateField, F, IntegerField, Value
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import Municipality
from events import clock
from events.composed import Pageable, composed_once
from inventory.models import AGREED, Fitness, Line, LineKind, Period
from tenders.calendar import Entry
from tenders.dates import weekday
from tenders.models import StepPlan, Tender
from tenders.money import euro_on_page
from tenders.steps import Step

PER_PAGE = 25
_MOST = 500  # entries in one feed
# What each kind of moment says, and its sign.
_KINDS = {
    "ends": (gettext_lazy("Ends"), "clock"),
    "notice": (gettext_lazy("Last day to give notice"), "warning"),
    "free": (gettext_lazy("Comes free"), "pin"),
    "planned": (gettext_lazy("Planned"), "calendar"),
    "opens": (gettext_lazy("Plans welcome from today"), "speech"),
    "closes": (gettext_lazy("Last day for plans"), "speech"),
    "step": (gettext_lazy("Planned"), "thread"),
}


class Moment(NamedTuple):
    """One day on which something comes up or closes."""

    day: dt.date
    when: str
    word: str
    sign: str
    title: str
    place: str
    url: str
    key: str
    about: str  # of a line: what kind it is, and its money; else empty


def agenda_page(place: Municipality | None, number=None) -> Page:
    """One page of what comes, soonest first: of one municipality, or of all."""
    asked = (place.pk if place else None, clock.today())
    paginator = Paginator(Pageable(_rows, None, *asked), PER_PAGE)
    paginator.count = sum(_counts(*asked))
    page = paginator.get_page(number)
    page.object_list = [_moment(*row) for row in page.object_list]
    return page


def by_month(moments: list[Moment]) -> list[tuple[str, list[Moment]]]:
    """The same, under the name of each month."""
    named = groupby(moments, key=lambda moment: (moment.day.year, moment.day.month))
    return [(capfirst(date_format(dt.date(*month, 1), "F Y")), list(found)) for month, found in named]


def agenda_entries(place: Municipality | None) -> list[Entry]:
    """All of it for in a calendar, from a month ago on: each is one day, also when the clock changes on it."""
    since = clock.today() - dt.timedelta(days=30)
    moments = [_moment(*row) for row in _rows(place.pk if place else None, since, slice(0, _MOST))]
    return [
        Entry(key=moment.key, title=f"{moment.word}: {moment.title}", url=moment.url, begins=moment.day, place=moment.place)
        for moment in moments
    ]


def _moment(what: str, day: dt.date, title: str, step: int, slug: str, key: str, place: str, kind: str, amount) -> Moment:
    word, sign = _KINDS[what]
    word = str(word)
    if what == "step":
        url = reverse("portal:show_tender", args=[key])
        word = _("Planned: step %(number)d, %(step)s") % {"number": step, "step": Step(step).label}
    elif what in ("opens", "closes"):
        url = reverse("inventory:show_periods", args=[slug])
    else:
        url = reverse("golden_thread:follow_line", args=[slug, key])
    return Moment(day, weekday(day), word, sign, title, place, url, f"{what}-{step}-{key}", _about(kind, amount))


def _about(kind: str, amount: int | None) -> str:
    if not kind:
        return ""
    label = capfirst(LineKind(kind).label)
    return label if amount is None else _("%(kind)s, %(amount)s a year") % {"kind": label, "amount": euro_on_page(amount)}


@composed_once
def _rows(place_id, since, cut):
    first, *others = [_arm(*source) for source in _sources(place_id, since)]
    return first.union(*others, all=True).order_by("day", "what", "said", "name")[cut]


@composed_once
def _counts(place_id, since):
    """How many there are of each kind."""
    first, *others = [
        source[0].order_by().annotate(one=Value(1)).values("one").annotate(n=Count("pk")).values_list("n", flat=True)
        for source in _sources(place_id, since)
    ]
    return first.union(*others, all=True)


def _sources(place_id, since):
    """Of each kind of moment the rows that have one from this day on, what it is called, and where its day stands."""
    lines = Line.objects.current()
    periods = Period.objects.filter(closed_at=None)
    tenders = Tender.objects.running().filter(published_at__isnull=False)
    if place_id is not None:
        lines, periods = lines.filter(municipality=place_id), periods.filter(municipality=place_id)
        tenders = tenders.led_by([place_id])
    agreed, buildings = lines.filter(kind__in=AGREED), lines.filter(kind=LineKind.BUILDING)
    tasks = lines.filter(kind=LineKind.TASK, fitness__in=["", Fitness.FIT])
    plans = StepPlan.objects.filter(tender__in=tenders.order_by().values("pk"), step__gt=F("tender__step"))
    return [
        (agreed.filter(ends_on__gte=since), "ends", "ends_on"),
        (lines.filter(notice_on__gte=since), "notice", "notice_on"),
        (buildings.filter(ends_on__gte=since), "free", "ends_on"),
        (tasks.filter(begins_on__gte=since), "planned", "begins_on"),
        (periods.filter(begins_on__gte=since), "opens", "begins_on"),
        (periods.filter(ends_on__gte=since), "closes", "ends_on"),
        (plans.filter(begins_on__gte=since), "step", "begins_on"),
    ]


def _arm(rows, what: str, field: str):
    """One arm of the union: of every table the same columns, of the same types."""
    of_step, of_line = what == "step", rows.model is Line
    path, key = ("tender__", "tender__slug") if of_step else ("", "public_id")
    return (
        rows.order_by()
        .annotate(
            what=Value(what, output_field=CharField()),
            day=Cast(field, DateField()),
            said=Cast(f"{path}title", CharField()),
            number=Cast(F("step") if of_step else Value(0), IntegerField()),
            slug=Cast(f"{path}municipality__slug", CharField()),
            name=Cast(key, CharField()),
            place=Cast(f"{path}municipality__name", CharField()),
            sort=Cast(F("kind") if of_line else Value(""), CharField()),
            money=Cast(F("amount") if of_line else Value(None), BigIntegerField()),
        )
        .values_list("what", "day", "said", "number", "slug", "name", "place", "sort", "money")
    )
