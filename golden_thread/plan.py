"""The thread of a plan from outside: its answer, the parts of a request and the agreements that it led to, and how far they got."""

import datetime as dt
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from django.db.models import Case, Exists, Max, OuterRef, Q, TextField, Value, When
from django.utils.translation import gettext_lazy as _

from bids.models import Round
from calls.models import ClauseSource, CriterionSource
from contracts.models import Agreement
from events.composed import composed_once
from initiatives.models import Plan, PlanAnswer
from tenders.models import Tender

_ANSWERS = 25

REACHED = {
    "agreed": _("It was agreed in a contract."),
    "counted": _("It counts in the choice of who does the work."),
    "in_request": "",
}


@dataclass(frozen=True)
class Carried:
    """Where the answer that everybody can read led; without one all is empty. `earlier` holds those that could be read before
    it, the newest first, each with the day on which another took its place; `waits_in` is where the next one goes to all.
    """

    answer: PlanAnswer | None
    earlier: list[PlanAnswer]
    waits_for_all: bool
    waits_in: Tender | None
    sources: list[ClauseSource]
    agreements: list[Agreement]

    @property
    def stands_somewhere(self) -> bool:
        """It led to something that a later no does not undo."""
        return bool(self.sources or self.agreements)


def carried(plan: Plan) -> Carried:
    """Three statements, whatever it led to."""
    answers = _answers(plan.pk)
    public = [one for one in answers if one.is_public]
    out = public[0] if public else None
    sources = _sources(plan.pk) if out else []
    for source in sources:
        source.reached_words = REACHED[source.reached]
    waits = bool(answers) and answers[0] is not out
    waits_in = answers[0].question.tender if waits else None
    return Carried(out, earlier_of(public), waits, waits_in, sources, _agreements(plan.pk) if out else [])


def answers_of(plan: Plan) -> list[PlanAnswer]:
    """The answers that everybody can read: the one that holds, then those before it. One statement."""
    public = [one for one in _answers(plan.pk) if one.is_public]
    return public[:1] + earlier_of(public)


class Last(NamedTuple):
    """Until when parties can hand in for the tender that a plan touches; without a moment it is over."""

    until: dt.datetime | None

    @property
    def is_over(self) -> bool:
        return self.until is None


def last_to_hand_in(plan: Plan) -> Last | None:
    """Of a plan that waits while parties compete; one statement, and only then."""
    if plan.outcome or plan.tender is None or not plan.tender.parties_compete:
        return None
    rounds = Round.objects.open_for_bids().filter(lot__tender=plan.tender, invited_only=False)
    return Last(rounds.aggregate(last=Max("deadline"))["last"])


def earlier_of(public: list[PlanAnswer]) -> list[PlanAnswer]:
    """Of public answers, the newest first, those that another took the place of, with the day of that."""
    for newer, one in pairwise(public):
        one.replaced_on = newer.told_at
    return public[1:]


@composed_once
def _answers(plan_id):
    return PlanAnswer.objects.filter(plan=plan_id).select_related("by", "into", "question__tender").order_by("-pk")[:_ANSWERS]


@composed_once
def _sources(plan_id):
    agreed = Agreement.objects.current().filter(clause__clause=OuterRef("clause"), contract__signed_at__isnull=False)
    reached = Case(
        When(Exists(agreed), then=Value("agreed")),
        When(Exists(CriterionSource.objects.filter(clause=OuterRef("clause"))), then=Value("counted")),
        default=Value("in_request"),
        output_field=TextField(),
    )
    public = ClauseSource.objects.filter(plan_answer__plan=plan_id, clause__call__tender__published_at__isnull=False)
    return public.select_related("clause__call__tender").annotate(reached=reached).order_by("at", "id")


@composed_once
def _agreements(plan_id):
    signed = Agreement.objects.current().filter(plan_answer__plan=plan_id, contract__signed_at__isnull=False)
    seen = signed.filter(Q(contract__tender=None) | Q(contract__tender__published_at__isnull=False))
    return seen.select_related("contract").order_by("contract__signed_at", "number")
