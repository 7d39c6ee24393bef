"""The document of a contract, rendered outside the request: once when it is offered, once when everybody has signed."""

from celery import shared_task

from contracts.models import Contract
from documents.pdf import render
from events import log
from events.models import Event


@shared_task(name="contracts.render_contract")
def render_contract(event_id: int) -> None:
    """Render what the contract of this event has to be read or kept; what was rendered stays as it is."""
    event = Event.objects.get(pk=event_id)
    contract = Contract.objects.for_page().get(pk=event.thing_id)
    context = {"contract": contract, "tender": contract.tender, "agreements": contract.current_agreements()}
    if contract.document:
        render(contract.document, "documents/contract.html", context, folder=contract.folder)
    if contract.signed_document and not contract.signed_document.file:
        signatures = list(contract.signatures.select_related("party", "by"))
        render(contract.signed_document, "documents/contract.html", {**context, "signatures": signatures}, folder=contract.folder)
        # The page for visitors shows a link from now on; one that a browser has kept does not.
        log.record(
            "contracts.document_rendered", by=None, thing=contract, public=True, file_sha256=contract.signed_document.file_sha256
        )
