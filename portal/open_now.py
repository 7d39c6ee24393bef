"""What is open now, for everybody: conversations, texts to improve, meetings, tasks to sort, rounds to bid in."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import F, OuterRef, Subquery
from django.urls import reverse
from django.utils.translation import gettext as _

from bids.models import Round
from dialogues.models import Dialogue, Meeting
from events import clock
from events.composed import composed_once
from inventory.models import Board
from tenders.models import StepPlan, Tender
from tenders.routes import all_traits
from tenders.steps import Step

_MOST = 10  # of each kind


@dataclass(frozen=True)
class Open:
    """One thing that people can do now; `until` is a day, or None when it is not known."""

    kind: str
    tender: Tender | Board  # what it belongs to; a sorting board stands by itself
    title: str
    text: str
    until: dt.date | None
    when: str
    url: str
    label: str


def open_now(*, municipality=None, limit: int = 30, boards: bool = True) -> list[Open]:
    """What is open, soonest first. Five queries, whatever there is; four without the sorting boards of a neighbourhood."""
    kinds = (_dialogues, _requests, _meetings, _rounds, *([_boards] if boards else []))
    place, cut = municipality.pk if municipality else None, slice(0, min(limit, _MOST))
    found = [one for kind in kinds for one in kind(place, cut)]
    return sorted(found, key=lambda one: one.until or dt.date.max)[:limit]


def _of(queryset, municipality_id, path: str):
    return queryset if municipality_id is None else queryset.filter(**{f"{path}municipality": municipality_id})


@composed_once
def _open_dialogues(municipality_id, today, cut):
    rows = Dialogue.objects.filter(
        published_at__isnull=False, closed_at=None, tender__withdrawn_at=None, tender__step=Step.DIALOGUE
    )
    rows = _of(rows.exclude(closes_on__lt=today), municipality_id, "tender__").select_related("tender__municipality")
    return rows.order_by(F("closes_on").asc(nulls_last=True), "pk")[cut]


def _dialogues(municipality_id: int | None, cut: slice) -> list[Open]:
    return [
        Open(
            kind="dialogue",
            tender=row.tender,
            title=_("Tell us what is needed"),
            text=row.tender.summary,
            until=row.closes_on,
            when="until",
            url=reverse("dialogues:show_dialogue", args=[row.tender.slug]),
            label=_("Have your say"),
        )
        for row in _open_dialogues(municipality_id, clock.today(), cut)
    ]


@composed_once
def _open_requests(municipality_id, cut):
    with_a_request = [code for code, route in all_traits().items() if route.call]
    rows = Tender.objects.running().filter(published_at__isnull=False, step=Step.REQUEST, route__in=with_a_request)
    rows = _of(rows, municipality_id, "").for_list()
    return rows.annotate(ends_on=_ends_of_step(Step.REQUEST)).order_by(F("ends_on").asc(nulls_last=True), "pk")[cut]


def _requests(municipality_id: int | None, cut: slice) -> list[Open]:
    return [
        Open(
            kind="request",
            tender=row,
            title=_("Improve the text of the request"),
            text=row.summary,
            until=row.ends_on,
            when="until",
            url=reverse("calls:show_call", args=[row.slug]),
            label=_("Read and improve"),
        )
        for row in _open_requests(municipality_id, cut)
    ]


@composed_once
def _open_meetings(municipality_id, now, cut):
    rows = Meeting.objects.upcoming(now).filter(tender__published_at__isnull=False, tender__withdrawn_at=None)
    return _of(rows, municipality_id, "tender__").select_related("tender__municipality").order_by("begins_at")[cut]


def _meetings(municipality_id: int | None, cut: slice) -> list[Open]:
    return [
        Open(
            kind="meeting",
            tender=row.tender,
            title=row.title,
            text=row.place,
            until=row.begins_at.date(),
            when=row.begins_at,
            url=reverse("dialogues:show_meeting", args=[row.tender.slug, row.public_id]),
            label=_("Come along"),
        )
        for row in _open_meetings(municipality_id, clock.now(), cut)
    ]


@composed_once
def _open_boards(municipality_id, today, cut):
    rows = _of(Board.objects.open(today), municipality_id, "").select_related("municipality")
    return rows.order_by("ends_on", "pk")[cut]


def _boards(municipality_id: int | None, cut: slice) -> list[Open]:
    return [
        Open(
            kind="board",
            tender=row,
            title=_("Who takes this up?"),
            text=row.reason,
            until=row.ends_on,
            when="until",
            url=reverse("inventory:show_board", args=[row.municipality.slug, row.public_id]),
            label=_("Sort the tasks"),
        )
        for row in _open_boards(municipality_id, clock.today(), cut)
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
            tender=row.lot.tender,
            title=_("Hand in your plan"),
            text=row.lot.name,
            until=row.deadline.date(),
            when=row.deadline,
            url=reverse("bids:show_round", args=[row.lot.tender.slug, row.public_id]),
            label=_("See how to take part"),
        )
        for row in _open_rounds(municipality_id, cut)
    ]


def _ends_of_step(step: Step):
    return Subquery(StepPlan.objects.filter(tender=OuterRef("pk"), step=step).values("ends_on")[:1])
