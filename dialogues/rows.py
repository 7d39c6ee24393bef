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


class Translated(NamedTuple):
    """Who wrote the Dutch beside it afterwards, and when."""

    by: Named
    at: dt.datetime


class Answer(NamedTuple):
    outcome: str
    reason: str
    by: Named
    at: dt.datetime


class Hidden(NamedTuple):
    """That it is hidden: by whom, when, on which published ground and why. The words themselves are not brought along."""

    by: str
    at: dt.datetime | None
    ground: str
    explanation: str
    is_mistake: bool = False  # nobody hid it: a form on paper was typed in wrongly, and taken back


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
    translation: Translated | None
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
    hidden: Hidden | None = None

    @property
    def answer(self) -> Answer | None:
        return self.response


class TeamRow(NamedTuple):
    """The same as the team sees it."""

    contribution: ContributionRow
    email: str
    may_respond: bool
    taken_back_by: str = ""


def row_of(one: Contribution, tender) -> ContributionRow:
    """A row of `for_list()`. Of what is hidden only its place: no words, no name, no answer, whoever looks."""
    answer = one.answer
    row = ContributionRow(
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
        translation=Translated(Named(one.translation.by.name), one.translation.at) if one.translation else None,
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
    return _place_of(row, one) if one.hidden_at else row


def team_row_of(one: Contribution, tender, *, may_respond: bool) -> TeamRow:
    """The same for the team, who also read by whom something was taken back: only who typed it in can."""
    taken_back_by = one.entered_by.name if one.withdrawn_at and one.hiding is None and one.entered_by else ""
    return TeamRow(row_of(one, tender), one.email, may_respond, taken_back_by)


def hidden_of(one: Contribution) -> Hidden:
    """Who hid a contribution, when, on which ground and why."""
    if one.hiding is None:
        return Hidden("", one.hidden_at, one.hidden_because, "", is_mistake=True)
    return Hidden(one.hiding.by.name, one.hiding.at, one.hiding.ground.text, one.hiding.explanation)


def _place_of(row: ContributionRow, one: Contribution) -> ContributionRow:
    words = ("text", "language_name", "language_code", "original_text", "shown_name", "name_choice")
    nobody = ("translation", "theme", "meeting", "entered_by", "through", "response", "merged_into")
    empty = dict.fromkeys(words, "") | dict.fromkeys(nobody) | {"supports": 0}
    return row._replace(**empty, get_kind_display="", get_channel_display="", hidden=hidden_of(one))
