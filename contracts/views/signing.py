"""Offering a contract, taking it back, and signing it, after signing in again."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.fresh import after_fresh_sign_in
from contracts import actions
from contracts.actions.signatures import signers_of, still_to_sign
from contracts.fetch import contract_for
from contracts.forms import OfferForm, SignForm, TakeBackForm
from tenders.forms import attempt
from tenders.gates import Gate, checklist
from tenders.refusal import Refused


@require_POST
def offer_contract(request, public_id):
    contract = contract_for(request, public_id, "contracts.offer_contract")
    return _done(
        request,
        contract,
        _("The contract is offered. Both sides can read and sign it now."),
        lambda: actions.offer_contract(contract=contract, by=request.user, version=_version(request, contract)),
    )


def take_back_contract(request, public_id):
    contract = contract_for(request, public_id, "contracts.take_back_contract")
    form = TakeBackForm(request.POST or None)
    if form.is_valid() and attempt(form, actions.take_back_contract, contract=contract, by=request.user, **form.cleaned_data):
        messages.success(request, _("It is a draft again."))
        return redirect(contract)
    return render(request, "contracts/take_back_contract.html", {"form": form, "contract": contract, "tender": contract.tender})


@require_POST
def record_contract(request, public_id):
    contract = contract_for(request, public_id, "contracts.record_contract")
    return _done(
        request,
        contract,
        _("The contract is recorded. Everybody can read it now."),
        lambda: actions.record_contract(contract=contract, by=request.user),
    )


@after_fresh_sign_in
def sign_contract(request, public_id):
    contract = contract_for(request, public_id, "contracts.sign_contract")
    open_ = {one.key for one in still_to_sign(contract)}
    mine = [one for one in signers_of(contract, request.user) if one.key in open_]
    initial = {"content_sha256": contract.content_sha256}
    form = SignForm(request.POST or None, contract=contract, signers=mine, initial=initial)
    if form.is_valid():
        values = {name: form.cleaned_data[name] for name in ("signer", "content_sha256")}
        if attempt(form, actions.sign_contract, contract=contract, by=request.user, **values):
            messages.success(request, _("You have signed."))
            return redirect(contract)
    context = {
        "form": form,
        "contract": contract,
        "tender": contract.tender,
        "signers": mine,
        "agreements": contract.current_agreements(),
        "items": checklist(contract, Gate.SIGN_CONTRACT) if contract.tender else [],
    }
    return render(request, "contracts/sign_contract.html", context)


def _version(request, contract) -> int:
    form = OfferForm(request.POST)
    return form.cleaned_data["version"] if form.is_valid() else 0


def _done(request, contract, said: str, act):
    """One button without fields: what came of it stands on the contract's page."""
    try:
        act()
    except Refused as refusal:
        for sentence in refusal.messages:
            messages.error(request, sentence)
    else:
        messages.success(request, said)
    return redirect(contract)
