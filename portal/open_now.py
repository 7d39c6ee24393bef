"""What is open now, for everybody: conversations, texts to improve, meetings to come to, rounds to bid in, money to divide."""

import datetime as dt
from dataclasses import dataclass
from typing import NamedTuple

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
from tenders.models import StepPlan, Tender
from tenders.routes import all_traits
from tenders.steps import Step

_MOST = 10  # of each kind
_NEVER = dt.date(2999, 12, 31)  # where no last day was said


class Town(NamedTuple):
    name: str


class Named(NamedTuple):
    """What something belongs to, as a card names it: a tender, or a neighbourhood budget that belongs to none."""

    title: str
    municipality: Town


@dataclass(frozen=True)
class Open:
    """One thing that people can do now; `until` is a day, or None when it is not known."""

    kind: str
    tender: Tender | Named  # what it belongs to
    title: str
    text: str
    until: dt.date | None
    when: str
    url: str
    label: str


def open_now(*, municipality=None, limit: int = 30) -> list[Open]:
    """What is open, soonest first. Four queries, whatever there is."""
    kinds = (_talks, _requests, _meetings, _rounds)
    place, cut = municipality.pk if municipality else None, slice(0, min(limit, _MOST))
    found = [one for kind in kinds for one in kind(place, cut)]
    return sorted(found, key=lambda one: one.until or dt.date.max)[:limit]


def _of(queryset, municipality_id, path: str):
    return queryset if municipality_id is None else queryset.filter(**{f"{path}municipality": municipality_id})


@composed_once
def _open_talks(municipality_id, today, never, cut):
    """Dialogues and neighbourhood budgets: (kind, its name, municipality, text, last day, what its address holds)."""
    rows = Dialogue.objects.filter(
        published_at__isnull=False, closed_at=None, tender__withdrawn_at=None, tender__step=Step.DIALOGUE
    )
    of_tender = {"named": F("tender__title"), "says": F("tender__summary"), "path": F("tender__slug")}
    dialogues = _of(rows.exclude(closes_on__lt=today), municipality_id, "tender__").annotate(
        sort=Value("dialogue"), town=F("tender__municipality__name"), lasts=Coalesce("closes_on", Value(never)), **of_tender
    )
    budgets = _of(Budget.objects.open(today), municipality_id, "").annotate(
        sort=Value("budget"),
        town=F("municipality__name"),
        lasts=F("closes_on"),
        named=F("title"),
        says=F("why"),
        path=F("public_id"),
    )
    fields = ("sort", "named", "town", "says", "lasts", "path")
    both = dialogues.order_by().values_list(*fields).union(budgets.order_by().values_list(*fields), all=True)
    return both.order_by("lasts", "path")[cut]


# Of each what a card says, the page where it is done, and the words of its button.
_TALKS = {
    "dialogue": (gettext_lazy("Tell us what is needed"), "dialogues:show_dialogue", gettext_lazy("Have your say")),
    "budget": (gettext_lazy("Divide the money"), "budgets:divide", gettext_lazy("Divide the money")),
}


def _talks(municipality_id: int | None, cut: slice) -> list[Open]:
    found = []
    for kind, name, town, text, last, path in _open_talks(municipality_id, clock.today(), _NEVER, cut):
        title, page, label = _TALKS[kind]
        until = None if last == _NEVER else last
        found.append(Open(kind, Named(name, Town(town)), str(title), text, until, "until", reverse(page, args=[path]), str(label)))
    return found


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
