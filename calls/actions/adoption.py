"""Verbs about the request as a whole: who writes along, adopting it, opening it again."""

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Party, User
from calls.actions.holding import hold_call, hold_draft
from calls.freezing import freeze
from calls.models import Call, CallVersion
from events import clock, log
from tenders import actions as tenders
from tenders.gates import Gate, pass_gate
from tenders.locks import hold
from tenders.models import Involvement, InvolvementRole, Tender
from tenders.refusal import Changed, Refused
from tenders.steps import Step


@transaction.atomic
def invite_co_author(*, tender: Tender, by: User, person: User | None = None, party: Party | None = None) -> Involvement:
    """Let a person, or all members of a party, write along. Raises ValidationError when a role stands in the way."""
    tender = hold(tender, Step.REQUEST)
    involvement = tenders.involve(tender=tender, role=InvolvementRole.CO_AUTHOR, by=by, person=person, party=party)
    log.record("calls.co_author_invited", by=by, thing=involvement, public=True)
    return involvement


@transaction.atomic
def end_co_author(*, involvement: Involvement, by: User, reason: str) -> None:
    """Somebody writes along no longer; what they wrote stays."""
    tenders.end_involvement(involvement=involvement, by=by, reason=reason)
    log.record("calls.co_author_ended", by=by, thing=involvement, public=True, reason=reason)


@transaction.atomic
def adopt_call(*, tender: Tender, by: User, reason: str) -> CallVersion:
    """Adopt the request: everything is answered, and from now it stands as it was frozen here. Raises GateClosed."""
    call = hold_draft(tender)
    if not reason.strip():
        raise Refused(_("Say why. Everybody can read it."), code="reason")
    pass_gate(call.tender, Gate.ADOPT_CALL, by=by)
    version = freeze(call, by=by, reason=reason.strip())
    call.adopted_at, call.adopted_by = clock.now(), by
    call.save(update_fields=["adopted_at", "adopted_by"])
    log.record("calls.call_adopted", by=by, thing=version, public=True, reason=reason, content_sha256=version.content_sha256)
    return version


@transaction.atomic
def reopen_call(*, tender: Tender, by: User, reason: str) -> Call:
    """Open an adopted request again, so that it can be changed. The version that was adopted stays, as set aside."""
    call = hold_call(tender, *tender.writing_steps)
    if call.adopted_at is None:
        raise Changed(_("The request is open already."), code="open")
    if not reason.strip():
        raise Refused(_("Say why. Everybody can read it."), code="reason")
    CallVersion.objects.filter(tender=call.tender, for_bids=False, set_aside_at=None).update(
        set_aside_at=clock.now(), set_aside_by=by, set_aside_because=reason.strip()
    )
    call.adopted_at, call.adopted_by = None, None
    call.save(update_fields=["adopted_at", "adopted_by"])
    log.record("calls.call_reopened", by=by, thing=call, public=True, reason=reason)
    return call
