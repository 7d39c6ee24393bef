"""Offering a contract for signature: it is frozen; and taking it back while nobody has signed."""

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from contracts.conditions import ABOUT_THE_TEXT
from contracts.hold import hold_contract, refuse_stale
from contracts.models import Contract, ContractState, TakenBack
from contracts.text import freeze
from events import log
from tenders.gates import Gate, missing
from tenders.refusal import GateClosed, Refused


@transaction.atomic
def offer_contract(*, contract: Contract, by: User, version: int) -> Contract:
    """Freeze the draft and offer it to both sides. What is missing in its text is refused here already.

    What only time brings (the term after the decision) is asked when somebody signs.
    """
    fresh = hold_contract(contract, ContractState.DRAFT)
    refuse_stale(version, fresh)
    sentences = {str(asked.sentence) for asked in ABOUT_THE_TEXT}
    lacking = [item for item in missing(fresh, Gate.SIGN_CONTRACT) if str(item.sentence) in sentences]
    if lacking:
        raise GateClosed(lacking)
    freeze(fresh)
    fresh.state = ContractState.TO_SIGN
    fresh.save(update_fields=["state", "content", "content_sha256", "frozen_at", "document"])
    log.record("contracts.contract_offered", by=by, thing=fresh, content=fresh.content_sha256)
    return fresh


@transaction.atomic
def take_back_contract(*, contract: Contract, by: User, reason: str) -> Contract:
    """Make it a draft again, so that it can be changed. Refused when somebody signed: what was signed is not changed."""
    fresh = hold_contract(contract, ContractState.TO_SIGN)
    if fresh.signatures.exists():
        raise Refused(_("Somebody has signed already. What was signed is not changed any more."), code="signed")
    TakenBack.objects.create(contract=fresh, by=by, reason=reason.strip(), content_sha256=fresh.content_sha256)
    before = fresh.content_sha256
    fresh.state, fresh.content, fresh.content_sha256, fresh.frozen_at, fresh.document = ContractState.DRAFT, {}, "", None, None
    fresh.version += 1
    fresh.save(update_fields=["state", "content", "content_sha256", "frozen_at", "document", "version"])
    log.record("contracts.contract_taken_back", by=by, thing=fresh, reason=reason, content=before)
    return fresh
