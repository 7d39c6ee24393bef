"""All threads of a tender: how each contribution was answered, and how far it got."""

from django.db.models import Case, CharField, Count, Exists, F, OuterRef, Q, Value, When
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from calls.models import ClauseSource, CriterionSource
from contracts.models import Agreement
from dialogues.models import Contribution, Outcome
from monitoring.models import Lesson, Measurement

WAITING = "waiting"
# How far a thread got, furthest first: the key is also in the list's statement.
REACHED = {
    "learnt": _("a lesson came of it"),
    "measured": _("it is measured"),
    "agreed": _("it was agreed"),
    "counted": _("it counts in the choice"),
    "in_request": _("it stands in the request"),
    "answered": _("it was answered"),
    "said": _("it was said"),
}


def threads_of(tender, reader):
    """The contributions of a tender that the reader may see, newest first, each with `outcome` and `reached`."""
    response = {"response": OuterRef("answer_id")}
    clause = {"clause__sources__response": OuterRef("answer_id")}
    agreement = {"clause__clause__sources__response": OuterRef("answer_id"), "contract__signed_at__isnull": False}
    behind = "agreement__clause__clause__sources__response"
    measured = Measurement.objects.current().filter(**{f"indicator__{behind}": OuterRef("answer_id")})
    learnt = Lesson.objects.filter(**{f"measurement__indicator__{behind}": OuterRef("answer_id")})
    furthest = Case(
        When(Q(answer_id=None), then=Value("said")),
        When(Exists(learnt), then=Value("learnt")),
        When(Exists(measured), then=Value("measured")),
        When(Exists(Agreement.objects.current().filter(**agreement)), then=Value("agreed")),
        When(Exists(CriterionSource.objects.filter(**clause)), then=Value("counted")),
        When(Exists(ClauseSource.objects.filter(**response)), then=Value("in_request")),
        default=Value("answered"),
        output_field=CharField(),
    )
    return _with_outcome(Contribution.objects.visible_to(reader).filter(tender=tender)).annotate(reached=furthest)


def counts_of(tender, reader) -> dict[str, int]:
    """How many contributions had which outcome; WAITING is those without one. One statement."""
    rows = _with_outcome(Contribution.objects.visible_to(reader).filter(tender=tender))
    found = dict(rows.order_by().values("outcome").annotate(total=Count("pk")).values_list("outcome", "total"))
    return {outcome: found.get(outcome, 0) for outcome in (*Outcome.values, WAITING)}


def _with_outcome(contributions):
    """Each with the answer that counts for it: its own, or that of the one it was put together with."""
    answer = Coalesce(F("response__pk"), F("merged_into__response__pk"))
    outcome = Coalesce(F("response__outcome"), F("merged_into__response__outcome"), Value(WAITING))
    return contributions.annotate(answer_id=answer, outcome=outcome)
