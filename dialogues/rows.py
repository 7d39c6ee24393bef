"""A contribution as a row of a list: plain values, so that what was drawn once is not drawn again."""

import datetime as dt
from typing import NamedTuple

from dialogues.models import Contribution
from events import clock


class Named(NamedTuple):
    name: str


class Numbered(NamedTuple):
    number: int


class Tender(NamedTuple):
    slug: str
    is_running: bool


class Meeting(NamedTuple):
    public_id: str
    begins_at: dt.datetime


class Answer(NamedTuple):
    outcome: str
    reason: str
    by: Named
    at: dt.datetime


class ContributionRow(NamedTuple):
    """The names are those of Contribution, so that one template shows both. `year` is this year: days leave it out."""

    tender: Tender
    number: int
    theme: Named | None
    get_kind_display: str
    get_channel_display: str
    said_on: dt.date
    text: str
    language_name: str
    language_code: str
    original_text: str
    name_choice: str
    shown_name: str
    meeting: Meeting | None
    entered_by: Named | None
    through: Named | None
    withdrawn_at: dt.datetime | None
    merged_into: Numbered | None
    response: Answer | None
    waits: bool
    supports: int
    year: int

    @property
    def answer(self) -> Answer | None:
        return self.response


class TeamRow(NamedTuple):
    """The same as the team sees it."""

    contribution: ContributionRow
    email: str
    may_respond: bool


def row_of(one: Contribution, tender) -> ContributionRow:
    """A row of `for_list()`."""
    answer = one.answer
    return ContributionRow(
        tender=Tender(tender.slug, tender.is_running),
        number=one.number,
        theme=Named(one.theme.name) if one.theme else None,
        get_kind_display=one.get_kind_display(),
        get_channel_display=one.get_channel_display(),
        said_on=one.said_on,
        text=one.text,
        language_name=one.language_name,
        language_code=one.language_code,
        original_text=one.original_text,
        name_choice=one.name_choice,
        shown_name=one.shown_name,
        meeting=Meeting(one.meeting.public_id, one.meeting.begins_at) if one.meeting else None,
        entered_by=Named(one.entered_by.name) if one.entered_by else None,
        through=Named(one.through.name) if one.through else None,
        withdrawn_at=one.withdrawn_at,
        merged_into=Numbered(one.merged_into.number) if one.merged_into else None,
        response=Answer(answer.outcome, answer.reason, Named(answer.by.name), answer.at) if answer else None,
        waits=one.waits,
        supports=one.supports,
        year=clock.today().year,
    )
