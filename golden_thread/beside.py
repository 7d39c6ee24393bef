"""What hangs on a thread beside its arrows to clauses, of several tables in one statement: rows of the same columns.

Put together again, theme groups that built on it, amendments in the wording of its clauses, criteria that come from these.
"""

import datetime as dt
from dataclasses import dataclass, field
from operator import itemgetter
from typing import NamedTuple

from django.db.models import (
    BigIntegerField,
    CharField,
    DateField,
    DateTimeField,
    F,
    IntegerField,
    OuterRef,
    Subquery,
    TextField,
    Value,
)
from django.db.models.functions import Cast, Coalesce, TruncDate

from calls.models import ClauseVersion, CriterionSource, FrozenCriterion
from dialogues.models import CouncilDecision, CouncilOutcome, FindingSource, Merging, ProposalSource
from events.composed import composed_once


class Amendment(NamedTuple):
    """Other words that somebody proposed and that were used; `party` is empty for who proposed it alone."""

    public_id: str
    party: str
    at: dt.datetime


class Proposed(NamedTuple):
    """What a theme group proposed, resting on the contribution, and what the council decided on it last."""

    number: int
    title: str
    theme: str
    amount: int
    reason: str
    handed_in_at: dt.datetime
    outcome: str
    council_amount: int
    council_reason: str
    decided_on: dt.date | None

    @property
    def outcome_label(self):
        return CouncilOutcome(self.outcome).label

    @property
    def is_adopted(self) -> bool:
        return self.outcome in (CouncilOutcome.ADOPTED, CouncilOutcome.PARTLY)


class Apart(NamedTuple):
    """It was taken out of a finding, or away from the contribution of this number, and why; who put it there, when and why."""

    at: dt.datetime
    reason: str
    finding: str
    number: int
    by: str = ""
    since: dt.date | None = None
    put_because: str = ""
    put_by: str = ""


@dataclass
class CriterionLink:
    """A criterion that comes from a clause, with question and weight as they were published last."""

    criterion_id: int
    lot_id: int | None
    question: str
    weight: int | None
    published_at: dt.datetime | None
    points: str = ""


@dataclass
class Beside:
    """All of it, in order. `amendments` are by clause."""

    apart: list[Apart] = field(default_factory=list)
    stood_with: list[Apart] = field(default_factory=list)  # what went along with it before
    proposed: list[Proposed] = field(default_factory=list)
    amendments: dict[int, list[Amendment]] = field(default_factory=dict)
    criteria: list[CriterionLink] = field(default_factory=list)


def beside_of(contribution_id: int, merged_into_id: int, clause_ids: list[int]) -> Beside:
    """What hangs on a contribution, on the one it was put together with (0 for none), and on these clauses."""
    found = Beside()
    for row in sorted(_hanging(contribution_id, merged_into_id, clause_ids), key=itemgetter("place", "first", "row")):
        _PUT[row["what"]](found, row)
    found.apart.sort(key=lambda one: one.at)
    found.stood_with.sort(key=lambda one: one.at)
    found.proposed.sort(key=lambda one: (one.handed_in_at, one.number))
    return found


def _put_amendment(found: Beside, row: dict) -> None:
    found.amendments.setdefault(row["first"], []).append(Amendment(row["said"], row["also"], row["moment"]))


def _put_criterion(found: Beside, row: dict) -> None:
    question = row["said"] or row["also"]
    found.criteria.append(CriterionLink(row["first"], row["second"], question, row["amount"], row["moment"]))


def _put_apart(found: Beside, row: dict) -> None:
    found.apart.append(_apart(row))


def _put_stood_with(found: Beside, row: dict) -> None:
    found.stood_with.append(_apart(row))


def _apart(row: dict) -> Apart:
    words = row["said"] or "", row["first"], row["outcome"] or ""
    return Apart(row["moment"], row["also"], *words, row["day"], row["because"] or "", row["name"] or "")


def _put_proposed(found: Beside, row: dict) -> None:
    words = row["first"], row["said"], row["name"], row["amount"], row["also"], row["moment"]
    council = row["outcome"] or "", row["more"] or 0, row["because"] or "", row["day"]
    if row["first"] not in {one.number for one in found.proposed}:  # both it and what it was put together with
        found.proposed.append(Proposed(*words, *council))


_PUT = {
    "amendment": _put_amendment,
    "criterion": _put_criterion,
    "apart": _put_apart,
    "stood_with": _put_stood_with,
    "proposed": _put_proposed,
}


@composed_once
def _hanging(contribution_id, merged_into_id, clause_ids):
    arms = _criteria(clause_ids), _out(contribution_id), _proposed(contribution_id, merged_into_id)
    arms += _taken_apart(contribution_id), _stood_with(contribution_id)
    return _amendments(clause_ids).union(*arms, all=True)


def _amendments(clause_ids):
    return _arm(
        ClauseVersion.objects.filter(clause__in=clause_ids, amendment__isnull=False),
        what=Value("amendment"),
        first=F("clause_id"),
        place=F("number"),
        said=F("amendment__public_id"),
        also=Coalesce("amendment__party__name", Value("")),
        moment=F("amendment__at"),
    )


def _criteria(clause_ids):
    newest = FrozenCriterion.objects.filter(criterion=OuterRef("criterion"), version__published_at__isnull=False)
    newest = newest.order_by("-version__number")
    return _arm(
        CriterionSource.objects.filter(clause__in=clause_ids),
        what=Value("criterion"),
        first=F("criterion_id"),
        second=F("clause__lot_id"),
        place=F("criterion__position"),
        said=Subquery(newest.values("question")[:1]),
        also=F("criterion__question"),
        amount=Subquery(newest.values("weight")[:1]),
        moment=Subquery(newest.values("version__published_at")[:1]),
    )


def _out(contribution_id):
    """When and why it was taken out of a finding."""
    rows = FindingSource.objects.filter(contribution=contribution_id, ended_at__isnull=False)
    told = {"moment": F("ended_at"), "also": F("ended_because"), "said": F("finding__title")}
    return _arm(rows, what=Value("apart"), first=Value(0), place=Value(0), **told)


def _taken_apart(contribution_id):
    rows = Merging.objects.filter(contribution=contribution_id, ended_at__isnull=False)
    return _arm(rows, what=Value("apart"), first=F("into__number"), **_TOLD_OF_A_MERGING)


def _stood_with(contribution_id):
    """What went along with it and stands alone again: on both threads stays that they were together."""
    rows = Merging.objects.filter(into=contribution_id, ended_at__isnull=False)
    return _arm(rows, what=Value("stood_with"), first=F("contribution__number"), **_TOLD_OF_A_MERGING)


# Of both its ends: who, when and why.
_TOLD_OF_A_MERGING = {
    "place": Value(0),
    "moment": F("ended_at"),
    "also": F("ended_because"),
    "outcome": F("ended_by__name"),
    "day": TruncDate("at"),
    "because": F("reason"),
    "name": F("by__name"),
}


def _proposed(contribution_id, merged_into_id):
    council = CouncilDecision.objects.filter(proposal=OuterRef("proposal")).order_by("-id")[:1]
    rows = ProposalSource.objects.current().filter(contribution__in=[contribution_id, merged_into_id])
    return _arm(
        rows.filter(proposal__handed_in_at__isnull=False, proposal__withdrawn_at=None),
        what=Value("proposed"),
        first=F("proposal__number"),
        place=Value(0),
        said=F("proposal__title"),
        name=F("proposal__group__theme__name"),
        amount=F("proposal__amount"),
        also=F("reason"),
        moment=F("proposal__handed_in_at"),
        outcome=Subquery(council.values("outcome")),
        more=Subquery(council.values("amount")),
        because=Subquery(council.values("reason")),
        day=Subquery(council.values("decided_on")),
    )


_COLUMNS = {
    "what": CharField,
    "first": IntegerField,
    "second": IntegerField,
    "place": IntegerField,
    "amount": BigIntegerField,
    "more": BigIntegerField,
    "said": TextField,
    "also": TextField,
    "name": TextField,
    "because": TextField,
    "outcome": TextField,
    "moment": DateTimeField,
    "day": DateField,
}


def _arm(rows, **columns):
    """One arm of the union: of every table the same columns, of the same types."""
    typed = {name: Cast(columns.get(name, Value(None)), kind()) for name, kind in _COLUMNS.items()}
    return rows.order_by().values(row=F("pk"), **typed)
