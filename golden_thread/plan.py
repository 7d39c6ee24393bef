"""The thread of a plan from outside: its answer, the parts of a request and the agreements that it led to, and how far they got."""

from dataclasses import dataclass

from django.db.models import Case, Exists, OuterRef, Q, TextField, Value, When
from django.utils.translation import gettext_lazy as _

from calls.models import ClauseSource, CriterionSource
from contracts.models import Agreement
from events.composed import composed_once
from initiatives.models import Plan, PlanAnswer

REACHED = {
    "agreed": _("It was agreed in a contract."),
    "counted": _("It counts in the choice of who does the work."),
    "in_request": "",
}


@dataclass(frozen=True)
class Carried:
    """Where the answer that everybody can read led; without one all is empty."""

    answer: PlanAnswer | None
    waits_for_all: bool
    sources: list[ClauseSource]
    agreements: list[Agreement]


def carried(plan: Plan) -> Carried:
    """Three statements, whatever it led to."""
    answers = _answers(plan.pk)
    out = next((one for one in answers if one.question_id is None or one.question.published_at), None)
    sources = _sources(plan.pk) if out else []
    for source in sources:
        source.reached_words = REACHED[source.reached]
    return Carried(out, bool(answers) and out is None, sources, _agreements(plan.pk) if out else [])


@composed_once
def _answers(plan_id):
    return PlanAnswer.objects.standing().filter(plan=plan_id).select_related("by", "question")


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
