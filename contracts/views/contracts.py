"""Contracts: all of a tender, one of them, drafting and changing, and one from before the platform."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from accounts.models import Municipality
from accounts.permissions import allows, check
from contracts import actions
from contracts.actions.signatures import still_to_sign
from contracts.fetch import contract_for
from contracts.forms import FactsForm, OfferForm, StartForm
from contracts.models import Contract, ContractState
from contracts.overview import lot_rows
from contracts.term import Term, term_of
from documents.serve import serve
from events.etag import for_visitors
from tenders.fetch import lot_for, tender_for
from tenders.forms import attempt
from tenders.gates import Gate, checklist, leaving
from tenders.steps import Step


@for_visitors
def show_contracts(request, slug):
    tender = tender_for(request.user, slug, "tenders.view_tender")
    request.municipality = tender.municipality
    rows = lot_rows(tender, request.user)
    works = tender.step == Step.CONTRACT and allows(request.user, "tenders.advance", tender)
    items = checklist(tender, leaving(Step.CONTRACT)) if works else []
    return render(request, "contracts/show_contracts.html", {"tender": tender, "rows": rows, "items": items, "works": works})


@for_visitors
def show_contract(request, public_id):
    """The contract for everybody who may see it, with what waits for this person."""
    contract = contract_for(request, public_id, "contracts.view_contract")
    user, unsigned = request.user, contract.state in (ContractState.DRAFT, ContractState.TO_SIGN)
    may = {
        name: allows(user, f"contracts.{name}", contract)
        for name in ("edit_contract", "offer_contract", "take_back_contract", "sign_contract", "record_contract")
        if unsigned and user.is_authenticated
    }
    signatures = list(contract.signatures.select_related("party", "by")) if contract.state != ContractState.DRAFT else []
    context = {
        "contract": contract,
        "tender": contract.tender,
        "agreements": contract.current_agreements(),
        "signatures": signatures,
        "waiting": still_to_sign(contract, signatures) if contract.state == ContractState.TO_SIGN else [],
        "may": may,
        "taken_back": contract.taken_back.select_related("by").first() if contract.state == ContractState.DRAFT else None,
        "items": checklist(contract, Gate.SIGN_CONTRACT) if contract.tender and unsigned and user.is_authenticated else [],
        "is_short": unsigned and term_of(contract.begins_on, contract.ends_on) != Term.LONG_ENOUGH,
        "offer_form": OfferForm(initial={"version": contract.version}),
    }
    return render(request, "contracts/show_contract.html", context)


def download_contract(request, public_id):
    return serve(contract_for(request, public_id, "contracts.view_contract").best_document)


def draft_contract(request, slug, number):
    lot = lot_for(request.user, slug, number, "contracts.draft_contract")
    request.municipality = lot.tender.municipality
    asks = StartForm if lot.tender.began_after(Step.SELECTION) else FactsForm
    form = asks(request.POST or None, tender=lot.tender, initial={"title": lot.name})
    if form.is_valid():
        facts = _facts(form)
        if contract := attempt(form, actions.draft_contract, lot=lot, by=request.user, **facts):
            messages.success(request, _("The draft is there. Now write down what was agreed."))
            return redirect("contracts:write_agreement", contract.public_id)
    return render(request, "contracts/draft_contract.html", {"form": form, "tender": lot.tender, "lot": lot})


def edit_contract(request, public_id):
    contract = contract_for(request, public_id, "contracts.edit_contract")
    form = FactsForm(request.POST or None, tender=contract.tender, instance=contract)
    if form.is_valid() and attempt(
        form, actions.edit_contract, contract=contract, by=request.user, version=form.cleaned_data["version"] or 0, **_facts(form)
    ):
        return redirect(contract)
    theirs = _what_the_other_saved(form, Contract.objects.get(pk=contract.pk))
    return render(
        request, "contracts/edit_contract.html", {"form": form, "contract": contract, "tender": contract.tender, "theirs": theirs}
    )


def start_contract(request, municipality):
    place = check(request.user, "contracts.start_contract", get_object_or_404(Municipality, slug=municipality))
    request.municipality = place
    form = StartForm(request.POST or None)
    if form.is_valid() and (contract := attempt(form, actions.start_contract, municipality=place, by=request.user, **_facts(form))):
        return redirect("contracts:write_agreement", contract.public_id)
    return render(request, "contracts/start_contract.html", {"form": form, "municipality": place})


def _facts(form) -> dict:
    return {name: value for name, value in form.cleaned_data.items() if name != "version"}


def _what_the_other_saved(form, fresh):
    """After a stale save: what stands there now, and the form may overwrite it knowingly at the next attempt."""
    if not form.has_error("__all__", code="version"):
        return None
    form.data = {**form.data.dict(), "version": fresh.version}
    return fresh
