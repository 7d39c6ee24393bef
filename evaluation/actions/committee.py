"""Who sits in the committee of a lot, who leads it, and who leaves it."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.actions import refuse_excluded
from accounts.models import User
from evaluation.actions.lots import hold_lot
from evaluation.declaration import declaration_text
from evaluation.models import Capacity, Consensus, Seat
from events import clock, log
from tenders.actions import end_involvement, involve
from tenders.models import Involvement, InvolvementRole, Lot, LotState
from tenders.refusal import Changed, Refused
from tenders.steps import Step

LEADING = (InvolvementRole.CHAIR, InvolvementRole.SECRETARY)
_APPOINTING = (Step.REQUEST, Step.PROCEDURE, Step.SELECTION)
_JUDGING = (LotState.OPEN, LotState.IN_ASSESSMENT)


@transaction.atomic
def appoint_member(*, lot: Lot, person: User, capacity: Capacity, by: User, shown_as: str = "") -> Seat:
    """A seat in the committee of a lot. Rights come with the declaration of impartiality, not before.

    Raises ValidationError when the person may not judge here: a bidder, the guide, or who left for a conflict of interest.
    """
    lot = hold_lot(lot, *_APPOINTING, states=_JUDGING)
    if Consensus.objects.of_lot(lot).exists():
        raise Refused(_("The committee has begun its talk. Nobody can join it now."), code="begun")
    found = Seat.objects.filter(lot=lot, person=person).first()
    if found and found.is_sitting:
        raise ValidationError({"person": _("This person already sits in this committee.")}, code="twice")
    if found:
        raise ValidationError({"person": _("This person left this committee for a conflict of interest.")}, code="recused")
    _refuse_excluded(InvolvementRole.ASSESSOR, person, lot)
    seat = Seat.objects.create(
        lot=lot, person=person, capacity=capacity, shown_as=shown_as.strip(), appointed_by=by, appointed_at=clock.now()
    )
    log.record("evaluation.member_appointed", by=by, thing=seat, public=True, person=person.pk, capacity=str(capacity))
    return seat


@transaction.atomic
def declare_impartial(*, seat: Seat, by: User) -> Seat:
    """The member declares to be impartial and to keep the secret, for this lot; from now on the member may read and judge."""
    lot = hold_lot(seat.lot, *_APPOINTING, states=_JUDGING)
    seat = _sitting(seat)
    if seat.person_id != by.pk:
        raise Refused(_("Only the member can declare this."), code="not_you")
    if seat.declared_at:
        return seat
    involve(tender=lot.tender, lot=lot, person=by, role=InvolvementRole.ASSESSOR, by=by)
    seat.declared_at, seat.declaration = clock.now(), declaration_text(lot)
    seat.save(update_fields=["declared_at", "declaration"])
    by.forget_roles()
    log.record("evaluation.declared_impartial", by=by, thing=seat, public=True)
    return seat


@transaction.atomic
def recuse(*, seat: Seat, by: User, reason: str) -> Seat:
    """End a seat for a conflict of interest: of this lot only, and at once. The scores of this member no longer count."""
    lot = hold_lot(seat.lot, *_APPOINTING, states=(*_JUDGING, LotState.SUSPENDED))
    seat = _sitting(seat)
    seat.recused_at, seat.recused_because = clock.now(), _need(reason)
    seat.save(update_fields=["recused_at", "recused_because"])
    roles = Involvement.objects.active().filter(lot=lot, person_id=seat.person_id, role=InvolvementRole.ASSESSOR)
    for involvement in roles:
        end_involvement(involvement=involvement, by=by, reason=seat.recused_because, excluded=True)
    seat.person.forget_roles()
    log.record("evaluation.member_recused", by=by, thing=seat, public=True, reason=reason, person=seat.person_id)
    return seat


@transaction.atomic
def appoint_lead(*, lot: Lot, person: User, role: InvolvementRole, by: User) -> Involvement:
    """The chair or the secretary of a lot's committee; who was it before steps back."""
    lot = hold_lot(lot, *_APPOINTING, states=(*_JUDGING, LotState.SUSPENDED))
    if role not in LEADING:
        raise ValueError(role)
    _refuse_excluded(role, person, lot)
    for old in Involvement.objects.active().filter(lot=lot, role=role).exclude(person=person).select_related("tender", "lot"):
        end_involvement(involvement=old, by=by, reason=_("Somebody else took over."))
    involvement = involve(tender=lot.tender, lot=lot, person=person, role=role, by=by)
    person.forget_roles()
    log.record("evaluation.lead_appointed", by=by, thing=involvement, public=True, person=person.pk, role=str(role))
    return involvement


def _sitting(seat: Seat) -> Seat:
    fresh = Seat.objects.select_for_update(of=("self",)).select_related("person").get(pk=seat.pk)
    if not fresh.is_sitting:
        raise Changed(_("This seat was ended for a conflict of interest."), code="recused")
    fresh.lot = seat.lot
    return fresh


def _refuse_excluded(role: InvolvementRole, person: User, lot: Lot) -> None:
    """As `involve` does, but before there is an involvement: a seat waits for its declaration."""
    person.forget_roles()
    involvements = Involvement.objects.active().of(person).filter(tender=lot.tender)
    held = [i.role for i in involvements if i.lot_id is None or i.lot_id == lot.pk]
    seats = Seat.objects.sitting().filter(lot=lot, person=person)
    held += [InvolvementRole.ASSESSOR] if seats.exists() else []
    try:
        refuse_excluded(role, held)
    except ValidationError as refusal:
        raise ValidationError({"person": refusal.messages}, code="excluded") from refusal


def _need(reason: str) -> str:
    if not reason.strip():
        raise ValidationError({"reason": _("Say why.")}, code="reason")
    return reason.strip()
