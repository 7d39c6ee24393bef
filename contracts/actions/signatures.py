"""Signing: the municipality and each party sign the same fingerprint; with the last signature the contract holds."""

from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Party, RoleKind, User
from accounts.predicates import municipality_ids
from contracts.actions.contracts import settle_lot
from contracts.hold import hold_contract
from contracts.models import Contract, ContractSignature, ContractState, Side
from contracts.text import new_document
from events import clock, log
from tenders.gates import Gate, pass_gate
from tenders.refusal import Changed, Refused


@dataclass(frozen=True)
class Signer:
    """For whom somebody can sign: the municipality, or one of the parties."""

    side: Side
    party: Party | None = None

    @property
    def key(self) -> str:
        return self.party.public_id if self.party else self.side.value

    def name(self, contract: Contract) -> str:
        return self.party.name if self.party else str(contract.municipality)


@transaction.atomic
def sign_contract(*, contract: Contract, by: User, signer: str, content_sha256: str) -> Contract:
    """Sign for `signer` (a party's public id, or "municipality") the content with this fingerprint. Twice changes nothing.

    Raises Changed when the content is no longer what the person read, GateClosed when something must be there first.
    """
    fresh = hold_contract(contract, ContractState.TO_SIGN, ContractState.SIGNED)
    if fresh.content_sha256 != content_sha256:
        raise Changed(_("The text was changed after you read it. Read it again before you sign."), code="content")
    one = next((one for one in signers_of(fresh, by) if one.key == signer), None)
    if one is None:
        raise Refused(_("You cannot sign for this side. Choose for whom you sign."), code="signer")
    signatures = list(fresh.signatures.all())
    if any(row.party_id == (one.party.pk if one.party else None) for row in signatures):
        return fresh
    if any(row.by_id == by.pk and row.side != one.side for row in signatures):
        raise Refused(_("You signed for the other side. Two sides are two people."), code="two_sides")
    if fresh.tender:
        pass_gate(fresh, Gate.SIGN_CONTRACT, by=by)
    ContractSignature.objects.create(
        contract=fresh, side=one.side, party=one.party, by=by, content_sha256=content_sha256, at=clock.now()
    )
    log.record("contracts.signature_set", by=by, thing=fresh, side=str(one.side), content=content_sha256)
    if not still_to_sign(fresh):
        _complete(fresh, by)
    return fresh


def signers_of(contract: Contract, user: User) -> list[Signer]:
    """For whom this person may sign: as mandate holder for the municipality, and for the parties that let the person sign."""
    found = []
    if user.has_role(municipality_ids(contract), RoleKind.MANDATE_HOLDER):
        found.append(Signer(Side.MUNICIPALITY))
    parties = set(user.memberships.active().filter(may_sign=True).values_list("party_id", flat=True))
    found += [Signer(Side.PARTY, row.party) for row in contract.parties.all() if row.party_id in parties]
    return found


def still_to_sign(contract: Contract, signatures=None) -> list[Signer]:
    """Who has not signed yet, the municipality first; pass the signatures when you have them."""
    signed = {row.party_id for row in (contract.signatures.all() if signatures is None else signatures)}
    everyone = [Signer(Side.MUNICIPALITY), *(Signer(Side.PARTY, row.party) for row in contract.parties.all())]
    return [one for one in everyone if (one.party.pk if one.party else None) not in signed]


def _complete(contract: Contract, by: User) -> None:
    """Everybody signed: the contract holds, the lot has its contract, and its parties may report measurements."""
    contract.signed_at, contract.state, contract.signed_document = clock.now(), ContractState.SIGNED, new_document(contract)
    contract.save(update_fields=["signed_at", "state", "signed_document"])
    if contract.tender:
        settle_lot(contract, by)
    log.record("contracts.contract_signed", by=by, thing=contract, public=True, content=contract.content_sha256)
