"""A complaint, summary proceedings or an objection stops one lot, and only that one."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from evaluation.actions.lots import hold_lot
from evaluation.models import Suspension
from events import clock, log
from tenders.models import Lot, LotState
from tenders.refusal import Changed

_CAN_BE_SUSPENDED = (LotState.OPEN, LotState.IN_ASSESSMENT, LotState.DECIDED)


@transaction.atomic
def suspend_lot(*, lot: Lot, by: User, reason: str) -> Suspension:
    """Stop a lot for a while; it stays as it was, and nothing can be done in it. Everybody can read why."""
    lot = hold_lot(lot, states=_CAN_BE_SUSPENDED)
    row = Suspension.objects.create(lot=lot, reason=_need(reason), by=by, since=clock.now())
    lot.state_before_suspension, lot.state = lot.state, LotState.SUSPENDED
    lot.save(update_fields=["state", "state_before_suspension"])
    log.record("evaluation.lot_suspended", by=by, thing=row, public=True, reason=reason)
    return row


@transaction.atomic
def lift_suspension(*, lot: Lot, by: User, reason: str) -> Suspension:
    """Let a suspended lot go on where it was."""
    lot = hold_lot(lot, states=(LotState.SUSPENDED,))
    row = Suspension.objects.filter(lot=lot, lifted_at=None).first()
    if row is None:
        raise Changed(_("This lot goes on already."), code="lot")
    row.lifted_at, row.lifted_because = clock.now(), _need(reason)
    row.save(update_fields=["lifted_at", "lifted_because"])
    lot.state, lot.state_before_suspension = lot.state_before_suspension, ""
    lot.save(update_fields=["state", "state_before_suspension"])
    row.lot = lot
    log.record("evaluation.suspension_lifted", by=by, thing=row, public=True, reason=reason)
    return row


def _need(reason: str) -> str:
    if not reason.strip():
        raise ValidationError({"reason": _("Say why. Everybody can read it.")}, code="reason")
    return reason.strip()
