"""Verbs about amendments: proposing other wording, supporting it, taking it back, deciding on it with a reason."""

from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Party
from calls import differences
from calls.actions.clauses import hold_clause, new_version, newest_version
from calls.models import Amendment, AmendmentPart, AmendmentState, AmendmentSupport, Clause, ClauseVersion, PartChoice
from events import clock, log
from tenders.refusal import Changed, Refused


@dataclass(frozen=True)
class PartDecision:
    """What is done with one part of an amendment, and why; `text` is the other wording that it gets."""

    choice: PartChoice
    reason: str
    text: str = ""


@transaction.atomic
def propose_amendment(*, clause: Clause, by, version: int, text: str, reason: str, party: Party | None = None) -> Amendment:
    """Other wording for a clause, on the version that its proposer read."""
    clause = hold_clause(clause)
    on_version = clause.versions.filter(number=version).first()
    if on_version is None:
        raise Refused(_("This version of the text does not exist. Open the page again."), code="version")
    if not differences.changes(on_version.text, text):
        raise Refused(_("This is the text as it stands. Change what you want to see otherwise."), code="same")
    if party is not None and party.pk not in by.party_ids():
        raise Refused(_("You are no member of this party."), code="party")
    amendment = Amendment.objects.create(
        clause=clause, on_version=on_version, text=text.strip(), reason=reason.strip(), proposer=by, party=party, at=clock.now()
    )
    log.record("calls.amendment_proposed", by=by, thing=amendment, public=True, clause=clause.pk)
    return amendment


@transaction.atomic
def support_amendment(*, amendment: Amendment, by) -> AmendmentSupport:
    """Support an amendment; twice is once. Who supports hears what became of it."""
    amendment = _hold_open(amendment)
    if amendment.proposer_id == by.pk:
        raise Refused(_("This is your own proposal. Others can support it."), code="own")
    support, made = AmendmentSupport.objects.get_or_create(amendment=amendment, person=by, defaults={"at": clock.now()})
    if made:
        log.record("calls.amendment_supported", by=by, thing=amendment, public=True)
    return support


@transaction.atomic
def withdraw_amendment(*, amendment: Amendment, by) -> Amendment:
    """Take an amendment back, before it was answered. It stays in the list as withdrawn."""
    amendment = _hold_open(amendment)
    amendment.state = AmendmentState.WITHDRAWN
    amendment.save(update_fields=["state"])
    log.record("calls.amendment_withdrawn", by=by, thing=amendment, public=True)
    return amendment


@transaction.atomic
def decide_amendment(
    *,
    amendment: Amendment,
    by,
    version: int,
    outcome: AmendmentState | None = None,
    reason: str = "",
    text: str = "",
    parts: list[PartDecision] | None = None,
) -> Amendment:
    """Take an amendment over, partly or not, with the reason; what is taken over becomes a new version of the clause.

    `parts` decides on each part that differs, while the clause still reads as its proposer read it. Otherwise `outcome` says
    what is done, and `text` what the clause becomes. Raises Changed when `version` is not the newest of the clause.
    """
    amendment = _hold_open(amendment)
    newest = newest_version(amendment.clause)
    if newest.number != version:
        raise Changed(_("A colleague changed this part just before you. Look at the new text and decide again."), code="version")
    if parts is not None:
        outcome, reason, text = _decide_parts(amendment, newest, parts)
    elif outcome == AmendmentState.ACCEPTED and newest.pk == amendment.on_version_id:
        text = amendment.text
    elif outcome == AmendmentState.REFUSED:
        text = newest.text
    if not text.strip():
        raise Refused(_("Write the text as it becomes."), code="text")
    if not reason.strip():
        raise Refused(_("Say why. Who proposed it reads your reason."), code="reason")
    amendment.state, amendment.decision_reason = outcome, reason.strip()
    amendment.decided_by, amendment.decided_at = by, clock.now()
    amendment.save(update_fields=["state", "decision_reason", "decided_by", "decided_at"])
    if text.strip() != newest.text:
        new_version(amendment.clause, by=by, number=newest.number + 1, text=text, reason=reason, amendment=amendment)
    log.record("calls.amendment_decided", by=by, thing=amendment, public=True, reason=reason, outcome=str(outcome))
    return amendment


def _decide_parts(amendment: Amendment, newest: ClauseVersion, decisions: list[PartDecision]) -> tuple[AmendmentState, str, str]:
    """Write down what is done with each part; returns what that is together: outcome, reason and text."""
    parts = differences.changes(amendment.on_version.text, amendment.text)
    if newest.pk != amendment.on_version_id or len(parts) != len(decisions):
        raise Changed(_("This part was changed after the proposal. Look at the new text and decide again."), code="version")
    results: list[str | None] = []
    for position, (part, decision) in enumerate(zip(parts, decisions, strict=True), start=1):
        if not decision.reason.strip():
            raise Refused(_("Say why. Who proposed it reads your reason."), code="reason")
        result = {PartChoice.TAKEN: part.after, PartChoice.OWN: decision.text, PartChoice.NOT: None}[PartChoice(decision.choice)]
        results.append(result)
        AmendmentPart.objects.create(
            amendment=amendment,
            position=position,
            before=part.before.strip(),
            after=part.after.strip(),
            choice=decision.choice,
            result=(part.before if result is None else result).strip(),
            reason=decision.reason.strip(),
        )
    choices = {decision.choice for decision in decisions}
    whole = {frozenset({PartChoice.TAKEN}): AmendmentState.ACCEPTED, frozenset({PartChoice.NOT}): AmendmentState.REFUSED}
    outcome = whole.get(frozenset(choices), AmendmentState.PARTLY)
    text = amendment.text if outcome == AmendmentState.ACCEPTED else differences.compose(newest.text, amendment.text, results)
    return outcome, "\n\n".join(dict.fromkeys(d.reason.strip() for d in decisions)), text


def _hold_open(amendment: Amendment) -> Amendment:
    """An open amendment, locked with the request. Raises Changed when it was answered or withdrawn meanwhile."""
    clause = hold_clause(amendment.clause)
    fresh = Amendment.objects.select_related("on_version", "proposer", "party").get(pk=amendment.pk)
    fresh.clause = clause
    if not fresh.is_open:
        raise Changed(_("This proposal was answered or withdrawn just before you."), code="decided")
    return fresh
