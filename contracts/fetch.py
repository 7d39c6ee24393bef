"""Fetching is checking: the only ways for a view to get a contract or an agreement."""

from accounts.permissions import fetch
from contracts.models import Agreement, Contract


def contract_for(request, public_id: str, permission: str) -> Contract:
    """The contract with this id, and its municipality on the page; 404 when unseen, 403 when this may not be done."""
    contract = fetch(Contract.objects.for_page(), request.user, permission, public_id=public_id)
    request.municipality = contract.municipality
    if contract.decision:
        contract.decision.lot = contract.lot
    return contract


def agreement_for(request, public_id: str, permission: str) -> Agreement:
    agreement = fetch(Agreement.objects.for_page(), request.user, permission, public_id=public_id)
    request.municipality = agreement.contract.municipality
    return agreement
