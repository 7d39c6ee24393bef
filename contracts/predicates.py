"""Words about contracts for config/permissions."""

import rules

from contracts.models import ContractState


def _contract(thing):
    return getattr(thing, "contract", thing)


@rules.predicate
def party_to_it(user, thing) -> bool:
    """Acts for a party to this contract."""
    return user.is_authenticated and any(row.party_id in user.party_ids() for row in _contract(thing).parties.all())


@rules.predicate
def may_sign_for_party(user, thing) -> bool:
    """May sign for a party to this contract."""
    if not user.is_authenticated:
        return False
    parties = [row.party_id for row in _contract(thing).parties.all()]
    return user.memberships.active().filter(party_id__in=parties, may_sign=True).exists()


@rules.predicate
def contract_is_draft(user, thing) -> bool:
    return _contract(thing).state == ContractState.DRAFT


@rules.predicate
def contract_to_sign(user, thing) -> bool:
    return _contract(thing).state == ContractState.TO_SIGN


@rules.predicate
def contract_signed(user, thing) -> bool:
    return _contract(thing).signed_at is not None


@rules.predicate
def contract_public(user, thing) -> bool:
    """It is signed, and its tender (if it has one) is public."""
    contract = _contract(thing)
    return contract.signed_at is not None and (contract.tender_id is None or contract.tender.published_at is not None)


@rules.predicate
def nobody_signed(user, thing) -> bool:
    return not _contract(thing).signatures.exists()


@rules.predicate
def signed_before(user, thing) -> bool:
    """It was signed on paper, before the platform: it stands alone, or its tender came here in step 6."""
    return _contract(thing).is_from_before


@rules.predicate
def not_stopped(user, thing) -> bool:
    """Its tender was neither stopped nor completed; a contract that stands alone has none."""
    tender = thing.tender
    return tender is None or tender.is_running
