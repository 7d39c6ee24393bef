"""What the page of a dialogue shows: counts, a page of contributions, meetings. However much there is, three statements."""

import datetime as dt
from dataclasses import dataclass
from typing import NamedTuple

from django.core.paginator import Page, Paginator
from django.db.models import Count, F, OuterRef, Q, Subquery
from django.utils.text import capfirst

from accounts.models import User
from dialogues.models import (
    COUNTS,
    NO_ANSWER,
    Channel,
    Contribution,
    Meeting,
    MeetingKind,
    NamedAmount,
)
from dialogues.rows import row_of
from events.composed import Pageable, composed_once, number_of
from events.fields import whole
from tenders.dates import weekday_moment
from tenders.money import euro_on_page
from tenders.search import terms_of

PER_PAGE = 10  # the form stands beside it, and below it on a phone
_MEETINGS = 50


@dataclass
class Counts:
    """How many contributions there are: in all, unanswered, per theme and per channel.

    `places` counts all that stand in the list, also what is hidden or was taken back as a mistake; `hidden` only what somebody
    hid, as the grounds do; `without` are those that have no theme yet.
    """

    total: int
    waiting: int
    themes: list[tuple[str, int]]
    all_channels: list[tuple[str, int]]
    places: int
    without: int = 0
    hidden: int = 0

    @property
    def all_places(self) -> int:
        """How many people said something, whatever the theme: the hidden ones too, and no mistake of who typed it in."""
        return self.total + self.hidden

    @property
    def channels(self) -> list[tuple[str, int]]:
        """Those that a dialogue can have; the way through an organisation only where one came."""
        *usual, organisation = self.all_channels
        return [*usual, organisation] if organisation[1] else usual


def counts_of(tender, theme: str = "") -> Counts:
    """All counts of the page in one statement."""
    groups = _groups(tender.pk)
    themes, channels = {}, dict.fromkeys(Channel.values, 0)
    for group in groups:
        channels[group["channel"]] += group["total"]
        if group["name"] and group["total"]:
            themes[group["name"]] = themes.get(group["name"], 0) + group["total"]
    total = sum(channels.values())
    return Counts(
        total=total,
        waiting=sum(group["waiting"] for group in groups),
        themes=sorted(themes.items(), key=lambda pair: (-pair[1], pair[0])),
        all_channels=[(capfirst(Channel(name).label), channels[name]) for name in Channel.values],
        places=sum(group["places"] for group in groups if not theme or group["name"] == theme),
        without=sum(group["total"] for group in groups if not group["name"]),
        hidden=sum(group["hidden"] for group in groups),
    )


def contributions_of(tender, user, counts: Counts, *, theme: str = "", number=None) -> Page:
    """One page of contributions, the newest first."""
    person = user.pk if user.is_authenticated else None
    paginator = Paginator(Pageable(_contributions, None, tender.pk, person, theme or None), PER_PAGE)
    paginator.count = counts.places  # counted already
    page = paginator.get_page(number)
    for row in page.object_list:
        row.tender = tender
        row.row = row_of(row, tender)
    return page


def found_contributions(tender, user, asked: str, *, theme: str = "", number=None) -> Page:
    """One page of the contributions that say these words, the newest first, with how many there are; one statement."""
    person = user.pk if user.is_authenticated else None
    first = (max(1, whole(str(number or "")) or 1) - 1) * PER_PAGE
    found = _found(tender.pk, person, theme or None, terms_of(asked), slice(first, first + PER_PAGE))
    if first and not found:  # there are not so many pages
        return found_contributions(tender, user, asked, theme=theme)
    page = Paginator(range(found[0].found if found else 0), PER_PAGE).get_page(first // PER_PAGE + 1)
    page.object_list = found
    for row in found:
        row.tender = tender
        row.row = row_of(row, tender)
    return page


class MeetingRow(NamedTuple):
    """A meeting in a list."""

    slug: str
    public_id: str
    title: str
    when: str
    place: str
    state: str
    kind: str
    until: dt.date | None
    amount: str  # what a working day is about, at most


def meetings_of(tender) -> tuple[list[MeetingRow], list[MeetingRow]]:
    """The meetings that come or are going on, soonest first, and those that were, latest first."""
    rows = _meetings(tender.pk)
    kinds = dict(MeetingKind.choices)

    def shown(row: Meeting) -> MeetingRow:
        return MeetingRow(
            tender.slug,
            row.public_id,
            row.title,
            weekday_moment(row.begins_at),
            row.place,
            row.state,
            str(kinds[row.kind]),
            row.correctable_until if tender.is_running else None,
            euro_on_page(row.highest) if row.highest else "",
        )

    coming = [row for row in reversed(rows) if row.is_coming or row.is_under_way]
    return [shown(row) for row in coming], [shown(row) for row in rows if row not in coming]


@composed_once
def _groups(tender_id):
    """How many contributions by channel and theme."""
    rows = Contribution.objects.filter(tender=tender_id).order_by().values("channel", name=F("theme__name"))
    return rows.annotate(
        places=Count("pk"),
        total=Count("pk", filter=Q(hidden_at=None)),
        hidden=Count("pk", filter=Q(hiding__isnull=False)),
        waiting=Count("pk", filter=NO_ANSWER & Q(**COUNTS)),
    )


@composed_once
def _contributions(tender_id, person_id, theme, cut):
    person = None if person_id is None else User(pk=person_id)
    rows = Contribution.objects.filter(tender=tender_id).for_list(person).order_by("-number")
    return (rows if theme is None else rows.filter(theme__name=theme))[cut]


@composed_once
def _found(tender_id, person_id, theme, terms, cut):
    """What says all these words; with how many there are, so that no second statement looks for them again."""
    person = None if person_id is None else User(pk=person_id)
    rows = Contribution.objects.filter(tender=tender_id, **({} if theme is None else {"theme__name": theme})).saying(terms)
    return rows.for_list(person).annotate(found=Subquery(number_of(rows))).order_by("-number")[cut]


@composed_once
def _meetings(tender_id):
    newest = NamedAmount.objects.filter(meeting=OuterRef("pk")).order_by("-pk").values("highest")[:1]
    rows = Meeting.objects.filter(tender=tender_id).with_counts().annotate(highest=Subquery(newest))
    return rows.order_by("-begins_at")[:_MEETINGS]
