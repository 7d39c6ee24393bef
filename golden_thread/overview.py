"""All threads of a tender: how each contribution was answered, and how far it got."""

from django.db.models import Case, CharField, Count, Exists, F, OuterRef, Q, TextField, Value, When
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from accounts.reading import composed_for_visitors
from calls.models import ClauseSource, CriterionSource
from contracts.models import Agreement
from dialogues.models import Contribution, Outcome, ProposalSource, answer_of
from monitoring.models import Lesson, Measurement

WAITING, HIDDEN, MISTAKE = "waiting", "hidden", "mistake"
# How far a thread got, furthest first: the key is also in the list's statement.
REACHED = {
    "learnt": _("a lesson came of it"),
    "measured": _("it is measured"),
    "agreed": _("it was agreed"),
    "counted": _("it counts in the choice"),
    "in_request": _("it stands in the request"),
    "proposed": _("a theme group built a proposal on it"),
    "answered": _("it was answered"),
    "said": _("it was said"),
}


@composed_for_visitors
def threads_of(reader, tender_id, outcome, cut):
    """The contributions of a tender, newest first, each with `outcome` and `reached`; of what is hidden only its place."""
    signed = Agreement.objects.current().filter(contract__signed_at__isnull=False)
    furthest = Case(
        When(hidden_at__isnull=False, then=Value("said")),
        When(Q(answer_id=None) & ~Exists(_proposals(OuterRef("pk"), OuterRef("merged_into"))), then=Value("said")),
        When(_leads_to(Lesson.objects, "measurement__indicator__agreement__clause__clause__sources"), then=Value("learnt")),
        When(_leads_to(Measurement.objects.current(), "indicator__agreement__clause__clause__sources"), then=Value("measured")),
        When(_leads_to(signed, "clause__clause__sources"), then=Value("agreed")),
        When(_leads_to(CriterionSource.objects, "clause__sources"), then=Value("counted")),
        When(_leads_to(ClauseSource.objects, ""), then=Value("in_request")),
        When(Exists(_proposals(OuterRef("pk"), OuterRef("merged_into"))), then=Value("proposed")),
        default=Value("answered"),
        output_field=CharField(),
    )
    found = _with_outcome(Contribution.objects.places_for(reader).filter(tender=tender_id)).annotate(reached=furthest)
    found = found if outcome is None else found.filter(outcome=outcome)
    ground = Coalesce("hiding__ground__text", "hidden_because", output_field=TextField())
    shown = ("number", "said_on", "withdrawn_at", "merged_into_id", "hidden_at", "outcome", "reached")
    return found.values(*shown, words=_unless_hidden("text"), name=_unless_hidden("shown_name"), ground=ground)[cut]


def _leads_to(rows, sources: str):
    """An arrow leads from the answer to one of these rows, or from a proposal of a theme group that was built on it."""
    path = f"{sources}__" if sources else ""
    answered = rows.filter(**{f"{path}response": OuterRef("answer_id")})
    built_on = _proposals(OuterRef(OuterRef("pk")), OuterRef(OuterRef("merged_into"))).values("proposal")
    proposed = rows.filter(**{f"{path}proposal__in": built_on})
    return Q(Exists(answered)) | Q(Exists(proposed))


def _proposals(contribution, merged_into):
    """The arrows from a contribution, and from the one it was put together with, to proposals that everybody can read."""
    sources = ProposalSource.objects.current().filter(proposal__handed_in_at__isnull=False, proposal__withdrawn_at=None)
    return sources.filter(Q(contribution=contribution) | Q(contribution=merged_into))


def _unless_hidden(field: str):
    return Case(When(hidden_at=None, then=F(field)), default=Value(""), output_field=TextField())


def counts_of(tender, reader) -> dict[str, int]:
    """How many contributions had which outcome; WAITING is those without one, HIDDEN what nobody reads, MISTAKE what
    was typed in by mistake and taken back. One statement."""
    found = dict(_counted(reader, tender.pk))
    return {outcome: found.get(outcome, 0) for outcome in (*Outcome.values, WAITING, HIDDEN, MISTAKE)}


@composed_for_visitors
def _counted(reader, tender_id):
    rows = _with_outcome(Contribution.objects.places_for(reader).filter(tender=tender_id))
    return rows.order_by().values("outcome").annotate(total=Count("pk")).values_list("outcome", "total")


def _with_outcome(contributions):
    """Each with the answer that counts for it, and what became of it: hidden, answered so, or waiting."""
    hidden = When(hiding__isnull=False, then=Value(HIDDEN))
    mistake = When(hidden_at__isnull=False, then=Value(MISTAKE))
    outcome = Case(hidden, mistake, default=Coalesce(answer_of("outcome"), Value(WAITING)))
    return contributions.annotate(answer_id=answer_of("pk"), outcome=outcome)
