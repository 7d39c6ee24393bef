"""Who is told when a thread grows: who contributed to it by name, or behind a pseudonym. Who is anonymous follows with a code."""

from django.db.models import Q

from accounts.models import User
from calls.models import ClauseSource, CriterionSource
from contracts.models import Agreement
from dialogues.models import AppealOutcome, Contribution, NameChoice, ProposalSource, Pseudonym
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
    if event.name == "dialogues.contribution_translated" and not event.data.get("first", True):
        return standing.none()  # a correction of the Dutch that was told already
    if event.name in _OF_ITSELF:
        return Contribution.objects.filter(pk=event.thing_id)
    if event.name == "dialogues.dialogue_concluded":
        return standing.filter(tender=event.tender_id)
    tied = _TIED.get(event.name)
    if tied is None or not event.data.get("out", True):
        return standing.none()
    own, through_another = tied(event.thing_id), tied(event.thing_id, "merged_into__")
    return standing.filter(own | through_another)


# What is done with one contribution itself.
_OF_ITSELF = (
    "dialogues.contribution_hidden",
    "dialogues.contribution_restored",
    "dialogues.appeal_decided",
    "dialogues.contribution_translated",
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


def _contributions(rows, begin: str) -> Q:
    return Q(**{f"{begin}pk__in": rows})


def _of_responses(responses, begin: str = "") -> Q:
    return Q(**{f"{begin}response__in": responses})


def _of_proposals(proposals, begin: str = "") -> Q:
    """On which these proposals of theme groups rest."""
    sources = ProposalSource.objects.current().filter(proposal__in=proposals)
    return _contributions(sources.values("contribution"), begin)


def _of_sources(sources, begin: str = "") -> Q:
    """From which these arrows to clauses come, by an answer or by a proposal."""
    answered, proposed = sources.filter(response__isnull=False), sources.filter(proposal__isnull=False)
    return _of_responses(answered.values("response"), begin) | _of_proposals(proposed.values("proposal"), begin)


def _of_clauses(clauses, begin: str = "") -> Q:
    return _of_sources(ClauseSource.objects.filter(clause__in=clauses), begin)


def _of_response(pk, begin: str = "") -> Q:
    return _of_responses([pk], begin)


def _of_source(pk, begin: str = "") -> Q:
    return _of_sources(ClauseSource.objects.filter(pk=pk), begin)


def _of_proposal(pk, begin: str = "") -> Q:
    return _of_proposals([pk], begin)


def _of_linked(pk, begin: str = "") -> Q:
    """The contribution itself that a proposal was said to rest on."""
    sources = ProposalSource.objects.current().filter(pk=pk)
    return _contributions(sources.values("contribution"), begin)


def _of_decision(pk, begin: str = "") -> Q:
    """Through the criteria on which the chosen bids were chosen."""
    criteria = AwardReason.objects.filter(result__decision=pk, result__chosen=True).values("criterion__criterion")
    return _of_clauses(CriterionSource.objects.filter(criterion__in=criteria).values("clause"), begin)


def _of_contract(pk, begin: str = "") -> Q:
    agreed = Agreement.objects.current().filter(contract=pk, clause__isnull=False)
    return _of_clauses(agreed.values("clause__clause"), begin)


def _of_measurement(pk, begin: str = "") -> Q:
    clause = "indicator__agreement__clause"
    return _of_clauses(Measurement.objects.filter(pk=pk, **{f"{clause}__isnull": False}).values(f"{clause}__clause"), begin)


def _of_lesson(pk, begin: str = "") -> Q:
    clause = "measurement__indicator__agreement__clause"
    return _of_clauses(Lesson.objects.filter(pk=pk, **{f"{clause}__isnull": False}).values(f"{clause}__clause"), begin)


def _of_withdrawn_clause(pk, begin: str = "") -> Q:
    return _of_clauses([pk], begin)


_TIED = {
    "dialogues.responded": _of_response,
    "dialogues.response_changed": _of_response,
    "dialogues.contribution_linked": _of_linked,
    "dialogues.proposal_handed_in": _of_proposal,
    "dialogues.council_decision_recorded": _of_proposal,
    "calls.clause_withdrawn": _of_withdrawn_clause,
    "calls.source_linked": _of_source,
    "calls.proposal_linked": _of_source,
    "evaluation.decision_sent": _of_decision,
    "contracts.contract_signed": _of_contract,
    "monitoring.measurement_reported": _of_measurement,
    "monitoring.lesson_drawn": _of_lesson,
}
