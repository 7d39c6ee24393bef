"""The thread of an initiative: how it began, how it grew, what requests in its area say of it, and how far that came."""

import datetime as dt
from dataclasses import dataclass
from typing import NamedTuple

from django.db.models import Case, Exists, OuterRef, Q, TextField, Value, When
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from calls.models import CriterionSource, InitiativeWord, Word
from contracts.models import Agreement
from events.composed import composed_once
from initiatives.models import Help, Hiding, Initiative, Joining, Photo, Update
from monitoring.models import Measurement
from tenders import dates
from tenders.charts import number

NAMES = 60  # of who joined, at once
PER_PAGE = 25


class Point(NamedTuple):
    """A number on a day."""

    on: dt.date
    count: int


@dataclass(frozen=True)
class Step:
    """One knot: what happened on a day."""

    kind: str
    day: dt.date
    title: str
    sign: str
    item: object = None
    photos: tuple = ()

    @property
    def template(self) -> str:
        return f"golden_thread/initiative/_{self.kind}.html"

    @property
    def when(self) -> str:
        return dates.day(self.day)


@dataclass(frozen=True)
class Growth:
    """All that the page of an initiative shows, read in five statements however much there is; in six when something was hidden."""

    steps: list[Step]
    points: list[Point]
    names: list[str]
    helps: list[Help]
    helped_by: list[Help]
    newest_photo: Photo | None
    words: list[InitiativeWord]

    @property
    def chart(self) -> list[tuple[str, int, dt.date]]:
        """The day in words, the number and the day, for the chart; one point makes no line."""
        return [(dates.day(point.on), point.count, point.on) for point in self.points]

    def finding(self, unit: str) -> str:
        """The growth in one sentence; empty while nothing was counted twice."""
        if len(self.points) < 2:
            return ""
        words = {"first": number(self.points[0].count), "now": number(self.points[-1].count), "unit": unit}
        return _("It began with %(first)s, and now there are %(now)s %(unit)s.") % words


def growth_of(initiative: Initiative) -> Growth:
    """Of one whose words are hidden only that it began, what requests say of it, and that it stopped."""
    photos: dict[int | None, list[Photo]] = {}
    for photo in [] if initiative.hidden_at else _photos(initiative.pk):
        photos.setdefault(photo.update_id, []).append(photo)
    updates = [] if initiative.hidden_at else _updates(initiative.pk)
    helps = [] if initiative.hidden_at else _helps(initiative.pk)
    _bring_hidings(initiative, [initiative, *updates, *(photo for some in photos.values() for photo in some)])
    words = _words(initiative.pk)
    for one in words:
        one.label = Word(one.word).label
        one.reached_words = _REACHED[one.reached]
    steps = [Step("begun", initiative.begun_on, _("It began"), "plus", initiative, tuple(photos.get(None, ())))]
    steps += [_told(update, photos) for update in updates]
    steps += [_said(one) for one in words]
    if initiative.stopped_at:
        steps.append(Step("stopped", dates.local(initiative.stopped_at).date(), _("It stopped"), "cross", initiative))
    return Growth(
        steps=sorted(steps, key=lambda step: (step.day, step.kind != "begun", step.kind == "stopped")),
        points=[Point(one.on, one.count) for one in updates if one.count is not None and one.hidden_at is None],
        names=[] if initiative.hidden_at else _names(initiative.pk),
        helps=[one for one in helps if one.helper_id == initiative.pk],
        helped_by=[one for one in helps if one.helped_id == initiative.pk],
        newest_photo=_newest(photos, updates),
        words=words,
    )


def _bring_hidings(initiative: Initiative, things: list) -> None:
    """Give each what was ever hidden of it, in one statement for all; in none where nothing ever was."""
    changed = any(thing.hidden_at or thing.restored_at for thing in things)
    rows = _hidings(initiative.pk) if changed else []
    for thing in things:
        own = f"{thing._meta.model_name}_id"
        thing.told_hidings = [row for row in rows if getattr(row, own) == thing.pk]


def _newest(photos: dict, updates: list[Update]) -> Photo | None:
    """The photo for the top of the page: of what was told last; what is hidden does not count."""
    told = [photo for update in updates if update.hidden_at is None for photo in photos.get(update.pk, ()) if not photo.hidden_at]
    first = [photo for photo in photos.get(None, ()) if not photo.hidden_at]
    return told[-1] if told else next(iter(first), None)


def _told(update: Update, photos: dict) -> Step:
    return Step("told", update.on, _("They told"), "speech", update, tuple(photos.get(update.pk, ())))


def _said(word: InitiativeWord) -> Step:
    titles = {
        Word.KEPT: _("A request lets it be as it is"),
        Word.STRENGTHENED: _("A request gives it support"),
        Word.REPLACED: _("A request puts something else in its place"),
    }
    return Step("word", dates.local(word.at).date(), titles[Word(word.word)], "document", word)


@composed_once
def _photos(initiative_id):
    return Photo.objects.filter(initiative=initiative_id)


@composed_once
def _updates(initiative_id):
    return Update.objects.filter(initiative=initiative_id).order_by("on", "id")[:500]


@composed_once
def _hidings(initiative_id):
    of_it = Q(initiative=initiative_id) | Q(update__initiative=initiative_id) | Q(photo__initiative=initiative_id)
    return Hiding.objects.for_page().filter(of_it)


@composed_once
def _names(initiative_id):
    return Joining.objects.standing().filter(initiative=initiative_id).values_list("first_name", flat=True)[:NAMES]


@composed_once
def _helps(initiative_id):
    found = Help.objects.standing().filter(Q(helper=initiative_id) | Q(helped=initiative_id))
    return found.select_related("helper", "helped")[:50]


_REACHED = {
    "measured": gettext_lazy("It is measured."),
    "agreed": gettext_lazy("It was agreed in a contract."),
    "counted": gettext_lazy("It counts in the choice of who does the work."),
    "in_request": "",
}


@composed_once
def _words(initiative_id):
    """What requests say of it, each with how far the clause got that it stands in."""
    agreed = Agreement.objects.current().filter(clause__clause=OuterRef("clause"), contract__signed_at__isnull=False)
    measured = Measurement.objects.current().filter(indicator__agreement__clause__clause=OuterRef("clause"))
    reached = Case(
        When(Exists(measured), then=Value("measured")),
        When(Exists(agreed), then=Value("agreed")),
        When(Exists(CriterionSource.objects.filter(clause=OuterRef("clause"))), then=Value("counted")),
        default=Value("in_request"),
        output_field=TextField(),
    )
    public = InitiativeWord.objects.standing().filter(initiative=initiative_id, call__tender__published_at__isnull=False)
    return public.select_related("call__tender__municipality", "clause").annotate(reached=reached)
