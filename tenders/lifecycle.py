"""A step is left here and nowhere else. Moving on, going back and stopping ask for a reason, and are public."""

from django.db import transaction
from django.utils.translation import gettext as _

from events import clock, log
from tenders.gates import leaving as gate_behind
from tenders.gates import pass_gate
from tenders.locks import hold_alone
from tenders.models import Move, StepChange, Tender
from tenders.refusal import Refused, WrongStep
from tenders.steps import Step


@transaction.atomic
def advance(tender: Tender, *, leaving: Step, by, reason: str) -> Tender:
    """Leave a step for the next; after the last the tender is complete.

    `leaving` is the step that the person saw: without it, two clicks at once moved a tender two steps. Raises WrongStep,
    GateClosed.
    """
    tender = _still_in(hold_alone(tender), leaving)
    pass_gate(tender, gate_behind(leaving), by=by)
    if leaving == Step.MONITORING:
        tender.completed_at = clock.now()
        return _moved(tender, Move.COMPLETE, leaving, leaving, by, reason, "tenders.tender_completed")
    tender.step = Step(leaving + 1)
    return _moved(tender, Move.ADVANCE, leaving, tender.step, by, reason, "tenders.step_left")


@transaction.atomic
def send_back(tender: Tender, *, leaving: Step, to: Step, by, reason: str) -> Tender:
    """Go back to an earlier step (terugschakelen). What was made stays."""
    tender = _still_in(hold_alone(tender), leaving)
    if not tender.first_step <= to < leaving:
        raise Refused(_("Choose an earlier step of this tender."), code="step")
    if leaving >= Step.SELECTION and tender.lots.filter(state__in=["decided", "contracted"]).exists():
        raise Refused(_("A lot has been decided. What was decided stays; stop the tender or begin a new one."), code="decided")
    tender.step = to
    return _moved(tender, Move.BACK, leaving, to, by, reason, "tenders.step_sent_back")


@transaction.atomic
def complete(tender: Tender, *, leaving: Step, by, reason: str) -> Tender:
    """End a tender well before its last step: what it began with turned out otherwise. The gate is the caller's."""
    tender = _still_in(hold_alone(tender), leaving)
    tender.completed_at = clock.now()
    return _moved(tender, Move.COMPLETE, leaving, leaving, by, reason, "tenders.tender_completed")


@transaction.atomic
def withdraw(tender: Tender, *, by, reason: str) -> Tender:
    """Stop a tender, with a reason that everybody can read."""
    tender = hold_alone(tender)
    if not tender.is_running:
        raise WrongStep(_("This tender was already stopped or completed."), code="step")
    tender.withdrawn_at = clock.now()
    return _moved(tender, Move.WITHDRAW, tender.step, tender.step, by, reason, "tenders.tender_withdrawn")


def _still_in(tender: Tender, leaving: Step) -> Tender:
    if not tender.is_running or tender.step != leaving:
        raise WrongStep(_("Somebody moved this tender just before you. Look where it stands now."), code="step")
    return tender


def _moved(tender: Tender, move: Move, from_step, to_step, by, reason: str, event: str) -> Tender:
    if not reason.strip():
        raise Refused(_("Say why. Everybody can read it."), code="reason")
    tender.save(update_fields=["step", "completed_at", "withdrawn_at"])
    StepChange.objects.create(
        tender=tender, move=move, from_step=from_step, to_step=to_step, reason=reason.strip(), by=by, at=clock.now()
    )
    log.record(event, by=by, thing=tender, public=True, reason=reason, from_step=int(from_step), to_step=int(to_step))
    return tender
