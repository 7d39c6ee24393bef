"""The text of a contract as it is frozen: what people sign, and what its fingerprint is of."""

from contracts.models import Contract
from documents.fingerprint import fingerprint
from documents.models import Document
from events import clock


def freeze(contract: Contract) -> None:
    """Give the contract its content, its fingerprint and a document that a task renders; the caller saves it."""
    contract.content = content_of(contract)
    contract.content_sha256 = fingerprint(contract.content)
    contract.frozen_at = clock.now()
    contract.document = new_document(contract)


def new_document(contract: Contract) -> Document:
    return Document.objects.create(
        kind="contract", title=contract.title, content_sha256=contract.content_sha256, made_at=clock.now()
    )


def content_of(contract: Contract) -> dict:
    """The whole content, in plain values. A promise enters as a fingerprint: the bid itself stays with who may read it."""
    tender, lot, decision = contract.tender, contract.lot, contract.decision
    return {
        "municipality": contract.municipality.name,
        "tender": {"reference": tender.reference, "title": tender.title} if tender else None,
        "lot": {"number": lot.number, "name": lot.name} if lot else None,
        "decision": decision.content_sha256 if decision else None,
        "title": contract.title,
        "form": {"kind": contract.form, "reason": contract.form_reason},
        "funding": {"model": contract.funding_model, "reason": contract.funding_reason},
        "money": {"cents": contract.amount, "per": contract.amount_per, "vat": contract.vat},
        "term": {"begins": str(contract.begins_on), "ends": str(contract.ends_on), "reason": contract.term_reason},
        "signed_on_paper": str(contract.signed_on_paper or ""),
        "parties": [
            {"id": row.party.public_id, "name": row.party.name, "kvk": row.party.kvk_number, "lead": row.is_lead}
            for row in contract.parties.select_related("party")
        ],
        "agreements": [_agreement(agreement) for agreement in contract.current_agreements()],
    }


def _agreement(agreement) -> dict:
    clause, promise = agreement.clause, agreement.promise
    return {
        "number": agreement.number,
        "title": agreement.title,
        "text": agreement.text,
        "clause": {"number": clause.number, "title": clause.title, "request": clause.version.content_sha256} if clause else None,
        "promise": {"heading": promise.heading, "sha256": fingerprint(promise.text)} if promise else None,
        "reason": agreement.reason,
    }
