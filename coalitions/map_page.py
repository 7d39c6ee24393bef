"""The stakeholder map as a page shows it: kinds with who covers them, parties with their ties. A fixed number of statements."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from django.core.paginator import Page, Paginator
from django.db.models import CharField, Value
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from coalitions.drawing import draw_kinds
from coalitions.models import NEEDED, Stakeholder, StakeholderKind, Tie, TieKind, Waiver
from coalitions.rows import listed
from tenders.models import Tender

_NAMES = 6  # of a kind in the table; the list below has all
PER_PAGE = 25
_ORDER = {kind: place for place, kind in enumerate(StakeholderKind)}


@dataclass(frozen=True)
class KindLine:
    """One kind: who of it may be read of, whether it is covered, missed or not needed, and with which kinds it has ties."""

    kind: StakeholderKind
    number: int
    names: list[str]
    more: int
    state: str
    reason: str
    tied: list[str]


class _Tied(NamedTuple):
    """A tie as it is read for the map: a row without the work of a model's instance."""

    public_id: str
    first_id: int
    second_id: int
    kind: str
    note: str


class TieLine(NamedTuple):
    """A tie as one of the two has it."""

    public_id: str
    words: str
    other: str
    note: str


@dataclass(frozen=True)
class Map:
    lines: list[KindLine]
    missing: list[str]
    finding: str
    is_thin: bool
    drawing: str
    page_obj: Page
    ties: dict[int, list[TieLine]]

    @property
    def has_waived(self) -> bool:
        return any(line.state == "waived" for line in self.lines)

    @property
    def rows(self) -> list[tuple[Stakeholder, list[TieLine]]]:
        return [(one, self.ties.get(one.pk, [])) for one in self.page_obj.object_list]


def map_of(tender: Tender, user, number, *, is_team: bool) -> Map:
    """The map for this reader: hidden names and their ties are not read, whether a kind is covered is.

    As long as most kinds are missing it is only being drawn: then everybody reads that, and the team what there is to do.
    """
    seen = dict(_seen(tender, user))
    ties = [tie for tie in map(_Tied._make, _ties(tender)) if tie.first_id in seen and tie.second_id in seen]
    said = list(_kinds(tender))
    covered, waived = {kind for kind, reason in said if not reason}, {kind: reason for kind, reason in said if reason}
    between = Counter(tuple(sorted((seen[tie.first_id][0], seen[tie.second_id][0]))) for tie in ties)
    lines = _lines(seen, between, covered, waived)
    missing = [str(line.kind.label) for line in lines if line.state == "missing"]
    is_thin = not is_team and 2 * len(missing) > len(NEEDED)
    if is_thin:
        lines = [line for line in lines if line.state != "missing"]
    finding = _("This map is still being filled.") if is_thin else finding_of(missing)
    drawing = draw_kinds([(line.kind, str(line.kind.label), line.number, line.state) for line in lines], between, finding)
    page = _page(seen, number)
    return Map(lines, missing, finding, is_thin, drawing, page, _by_row(ties, seen, {one.pk for one in page.object_list}))


def finding_of(missing: list[str]) -> str:
    """Who is missed, in one sentence."""
    if not missing:
        return _("Nobody is missed: of every kind somebody is there.")
    sentence = ngettext("We still miss one kind: %(kinds)s.", "We still miss %(n)d kinds: %(kinds)s.", len(missing))
    return sentence % {"n": len(missing), "kinds": listed(missing)}


def _seen(tender: Tender, user):
    """(id, (kind, name)) of all that this reader may see, in the order of the kinds and then by name."""
    rows = Stakeholder.objects.visible_to(user).filter(tender=tender).order_by().values_list("pk", "kind", "name")
    in_order = sorted(rows, key=lambda row: (_ORDER[row[1]], row[2].lower(), row[0]))
    return ((pk, (kind, name)) for pk, kind, name in in_order)


def _ties(tender: Tender):
    return Tie.objects.filter(first__tender=tender, ended_at=None).values_list(*_Tied._fields)


def _kinds(tender: Tender):
    """(kind, "") for each kind of which somebody is there, seen or not, and (kind, reason) for each that is not needed."""
    there = Stakeholder.objects.here().filter(tender=tender).order_by().values("kind").distinct()
    waived = Waiver.objects.filter(tender=tender, ended_at=None).order_by().values_list("kind", "reason")
    return there.values_list("kind", Value("", output_field=CharField())).union(waived, all=True)


def _lines(seen: dict, between: Iterable[tuple[str, str]], covered: set, waived: dict) -> list[KindLine]:
    names, tied = defaultdict(list), defaultdict(set)
    for kind, name in seen.values():
        names[kind].append(name)
    for first, second in between:
        tied[first].add(second)
        tied[second].add(first)
    lines = []
    for kind in StakeholderKind:
        state = "covered" if kind in covered else "waived" if kind in waived else "missing" if kind in NEEDED else ""
        if not state:
            continue
        others = [str(other.label) for other in StakeholderKind if other in tied[kind]]
        here = names[kind]
        reason = waived.get(kind, "")
        lines.append(KindLine(kind, len(here), here[:_NAMES], max(0, len(here) - _NAMES), state, reason, others))
    return lines


def _by_row(ties: Iterable[_Tied], seen: dict, shown: set[int]) -> dict[int, list[TieLine]]:
    """The ties of those that stand on this page."""
    found = defaultdict(list)
    for tie in ties:
        for own, other in ((tie.first_id, tie.second_id), (tie.second_id, tie.first_id)):
            if own not in shown:
                continue
            found[own].append(TieLine(tie.public_id, str(TieKind(tie.kind).label), seen[other][1], tie.note))
    return found


def _page(seen: dict, number) -> Page:
    """The page of the list; its rows are read in two statements."""
    page = Paginator(list(seen), PER_PAGE).get_page(number)
    rows = {one.pk: one for one in Stakeholder.objects.for_list().filter(pk__in=page.object_list)}
    page.object_list = [rows[pk] for pk in page.object_list if pk in rows]
    return page
