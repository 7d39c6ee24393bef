"""Who is told when a thread grows: who contributed to it by name, or behind a pseudonym. Who is anonymous follows with a code."""

from django.db.models import Q

from accounts.models import User
from calls.models import ClauseSource, CriterionSource
from contracts.models import Agreement
from dialogues.models import AppealOutcome, Contribution, NameChoice, Pseudonym, Response
from dialogues.pseudonyms import CannotUnseal, unseal
from evaluation.models import AwardReason
from events.models import Event
from monitoring.models import Lesson, Measurement


def people_on_thread(event: Event) -> list[tuple[User | str, Contribution]]:
    """Each person (or the e-mail address behind a pseudonym) once, with the contribution by which the event concerns them.

    Empty for an event that lies on no thread. What was hidden or taken back tells nobody; but that it was hidden is told.
    """
    contributions = _concerned(event).select_related("tender__municipality", "author")
    told: dict[User | str, Contribution] = {}
    behind = _behind_pseudonyms(contributions)
    for contribution in contributions.order_by("number"):
        person = contribution.author or contribution.email or behind.get(contribution.pk)
        if person and (isinstance(person, str) or person.is_active):
            told.setdefault(person, contribution)
    return list(told.items())


def _concerned(event: Event):
    """The contributions by which people are concerned by an event."""
    standing = Contribution.objects.filter(hidden_at=None, withdrawn_at=None)
    if event.name == "dialogues.appeal_decided" and event.data.get("outcome") == AppealOutcome.RESTORED:
        return standing.none()  # that everybody can read it again is told by its own event
    if event.name in _OF_ITSELF:
        return Contribution.objects.filter(pk=event.thing_id)
    if event.name == "dialogues.dialogue_concluded":
        return standing.filter(tender=event.tender_id)
    responses = _RESPONSES.get(event.name)
    if responses is None:
        return standing.none()
    found = responses(event.thing_id)
    return standing.filter(Q(response__in=found) | Q(merged_into__response__in=found))


# What is done with one contribution itself.
_OF_ITSELF = (
    "dialogues.contribution_hidden",
    "dialogues.contribution_restored",
    "dialogues.appeal_decided",
    "dialogues.contribution_merged",
    "dialogues.contribution_unmerged",
)


def _behind_pseudonyms(contributions) -> dict[int, User | str]:
    """Who is behind each pseudonym, by contribution: an account when there is one, else an address; three statements at most."""
    rows = Pseudonym.objects.filter(contribution__in=contributions.filter(name_choice=NameChoice.PSEUDONYM).values("pk"))
    opened = {}
    for row in rows:
        try:
            opened[row.contribution_id] = unseal(row.sealed, contribution=row.contribution_id)
        except CannotUnseal:  # the key is gone: this person follows with the code
            continue
    people = User.objects.in_bulk([one.person for one in opened.values() if one.person])
    return {pk: people.get(one.person) or one.email for pk, one in opened.items()}


def _of_clauses(clauses):
    return ClauseSource.objects.filter(clause__in=clauses).values("response")


def _of_response(pk):
    return Response.objects.filter(pk=pk).values("pk")


def _of_source(pk):
    return ClauseSource.objects.filter(pk=pk).values("response")


def _of_decision(pk):
    """Through the criteria on which the chosen bids were chosen."""
    criteria = AwardReason.objects.filter(result__decision=pk, result__chosen=True).values("criterion__criterion")
    return _of_clauses(CriterionSource.objects.filter(criterion__in=criteria).values("clause"))


def _of_contract(pk):
    return _of_clauses(Agreement.objects.current().filter(contract=pk, clause__isnull=False).values("clause__clause"))


def _of_measurement(pk):
    return _of_clauses(
        Measurement.objects.filter(pk=pk, indicator__agreement__clause__isnull=False).values("indicator__agreement__clause__clause")
    )


def _of_lesson(pk):
    clause = "measurement__indicator__agreement__clause"
    return _of_clauses(Lesson.objects.filter(pk=pk, **{f"{clause}__isnull": False}).values(f"{clause}__clause"))


def _of_withdrawn_clause(pk):
    return _of_clauses([pk])


_RESPONSES = {
    "dialogues.responded": _of_response,
    "dialogues.response_changed": _of_response,
    "calls.clause_withdrawn": _of_withdrawn_clause,
    "calls.source_linked": _of_source,
    "evaluation.decision_sent": _of_decision,
    "contracts.contract_signed": _of_contract,
    "monitoring.measurement_reported": _of_measurement,
    "monitoring.lesson_drawn": _of_lesson,
}
