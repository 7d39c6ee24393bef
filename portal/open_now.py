"""What is open now, for everybody: conversations, tasks to sort, money to divide, texts, meetings, rounds, periods for plans."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import F, OuterRef, Subquery, Value
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bids.models import Round
from budgets.models import Budget
from dialogues.models import Dialogue, Meeting
from events import clock
from events.composed import composed_once
from inventory.models import Board, Period
from tenders.models import StepPlan, Tender
from tenders.routes import all_traits
from tenders.steps import Step

_MOST = 10  # of each kind
_FRONT = 3  # on a front page
_MOST_MEETINGS = 60  # where somebody asks for nothing else
_NEVER = dt.date(2999, 12, 31)  # where no last day was said


@dataclass(frozen=True)
class Open:
    """One thing that people can do now, what it is about and where; `until` is a day, or None when it is not known."""

    kind: str
    about: str
    place: str
    title: str
    text: str
    until: dt.date | None
    when: str
    url: str
    label: str


def open_now(municipality=None, limit: int = 30) -> list[Open]:
    """What is open in a municipality or in all, soonest first. Four queries, whatever there is."""
    return sorted(_found(municipality, slice(0, _MOST)), key=_closes)[:limit]


def on_the_front(municipality=None) -> tuple[list[Open], list[Open], bool]:
    """The three things that close first, below them the periods for plans that are not among these; and whether people meet."""
    found = sorted(_found(municipality, slice(0, _FRONT)), key=_closes)
    periods = [one for one in found[_FRONT:] if one.kind == "period"]
    return found[:_FRONT], periods, any(one.kind == "meeting" for one in found)


def meetings_coming(municipality=None) -> list[Open]:
    return _meetings(municipality.pk if municipality else None, slice(0, _MOST_MEETINGS))


def _found(municipality, cut: slice) -> list[Open]:
    kinds = (_talks, _meetings, _rounds, _periods)
    place = municipality.pk if municipality else None
    return [one for kind in kinds for one in kind(place, cut)]


def _closes(one: Open) -> dt.date:
    return one.until or dt.date.max


def _of(queryset, municipality_id, path: str):
    return queryset if municipality_id is None else queryset.filter(**{f"{path}municipality": municipality_id})


@composed_once
def _open_talks(municipality_id, today, never, cut):
    """Dialogues, requests that are written, sorting boards and neighbourhood budgets: (kind, its name, municipality, text, last
    day, and what its address holds, twice). One statement.
    """
    rows = Dialogue.objects.filter(
        published_at__isnull=False, closed_at=None, tender__withdrawn_at=None, tender__step=Step.DIALOGUE
    )
    with_a_request = [code for code, route in all_traits().items() if route.call]
    written = Tender.objects.running().filter(published_at__isnull=False, step=Step.REQUEST, route__in=with_a_request)
    ends = StepPlan.objects.filter(tender=OuterRef("pk"), step=Step.REQUEST).values("ends_on")[:1]
    own = {"named": F("title"), "town": F("municipality__name"), "slug": F("municipality__slug"), "path": F("public_id")}
    dialogues = _of(rows.exclude(closes_on__lt=today), municipality_id, "tender__").annotate(
        sort=Value("dialogue"),
        named=F("tender__title"),
        town=F("tender__municipality__name"),
        says=F("tender__summary"),
        lasts=Coalesce("closes_on", Value(never)),
        slug=F("tender__municipality__slug"),
        path=F("tender__slug"),
    )
    requests = _of(written, municipality_id, "").annotate(
        sort=Value("request"),
        named=F("title"),
        town=F("municipality__name"),
        says=F("summary"),
        lasts=Coalesce(Subquery(ends), Value(never)),
        path=F("slug"),
    )
    boards = _of(Board.objects.open(today), municipality_id, "").annotate(
        sort=Value("board"), says=F("reason"), lasts=F("ends_on"), **own
    )
    budgets = _of(Budget.objects.open(today), municipality_id, "").annotate(
        sort=Value("budget"), says=F("why"), lasts=F("closes_on"), **own
    )
    fields = ("sort", "named", "town", "says", "lasts", "slug", "path")
    first, *more = (kind.order_by().values_list(*fields) for kind in (dialogues, requests, boards, budgets))
    both = first.union(*more, all=True)
    return both.order_by("lasts", "path")[cut]


# Of each what a card says, the page where it is done, and the words of its button.
_TALKS = {
    "dialogue": (gettext_lazy("Tell us what is needed"), "dialogues:show_dialogue", gettext_lazy("Have your say")),
    "request": (gettext_lazy("Improve the text of the request"), "calls:show_call", gettext_lazy("Read and improve")),
    "board": (gettext_lazy("Who takes this up?"), "inventory:show_board", gettext_lazy("Sort the tasks")),
    "budget": (gettext_lazy("Divide the money"), "budgets:divide", gettext_lazy("Divide the money")),
}


def _talks(municipality_id: int | None, cut: slice) -> list[Open]:
    found = []
    for kind, name, town, text, last, slug, path in _open_talks(municipality_id, clock.today(), _NEVER, cut):
        title, page, label = _TALKS[kind]
        until = None if last == _NEVER else last
        url = reverse(page, args=[slug, path] if kind == "board" else [path])
        found.append(Open(kind, name, town, str(title), text, until, "until", url, str(label)))
    return found


@composed_once
def _open_meetings(municipality_id, now, cut):
    rows = Meeting.objects.upcoming(now).filter(tender__in=Tender.objects.running().filter(published_at__isnull=False))
    return _of(rows, municipality_id, "tender__").select_related("tender__municipality").order_by("begins_at")[cut]


def _meetings(municipality_id: int | None, cut: slice) -> list[Open]:
    return [
        Open(
            kind="meeting",
            about=row.tender.title,
            place=row.tender.municipality.name,
            title=row.title,
            text=row.place,
            until=clock.day_of(row.begins_at),
            when=row.begins_at,
            url=reverse("dialogues:show_meeting", args=[row.tender.slug, row.public_id]),
            label=_("Come along"),
        )
        for row in _open_meetings(municipality_id, clock.now(), cut)
    ]


@composed_once
def _open_rounds(municipality_id, cut):
    rows = Round.objects.open_for_bids().filter(
        call_version__published_at__isnull=False,
        invited_only=False,
        lot__tender__step=Step.SELECTION,
        lot__tender__withdrawn_at=None,
    )
    rows = _of(rows, municipality_id, "lot__tender__").select_related("lot__tender__municipality")
    return rows.order_by("deadline")[cut]


def _rounds(municipality_id: int | None, cut: slice) -> list[Open]:
    return [
        Open(
            kind="round",
            about=row.lot.tender.title,
            place=row.lot.tender.municipality.name,
            title=_("Hand in your plan"),
            text=row.lot.name,
            until=clock.day_of(row.deadline),
            when=row.deadline,
            url=reverse("bids:show_round", args=[row.lot.tender.slug, row.public_id]),
            label=_("See how to take part"),
        )
        for row in _open_rounds(municipality_id, cut)
    ]


@composed_once
def _open_periods(municipality_id, today, cut):
    rows = _of(Period.objects.open(today), municipality_id, "").select_related("municipality")
    return rows.order_by("ends_on", "pk")[cut]


def _periods(municipality_id: int | None, cut: slice) -> list[Open]:
    return [
        Open(
            kind="period",
            about=_("Plans are welcome"),
            place=row.municipality.name,
            title=row.title,
            text=row.reason,
            until=row.ends_on,
            when="until",
            url=row.get_absolute_url(),
            label=_("Bring your plan"),
        )
        for row in _open_periods(municipality_id, clock.today(), cut)
    ]
