"""The agreements of a draft, one at a time."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from contracts import actions
from contracts.fetch import agreement_for, contract_for
from contracts.forms import AgreementForm, WithdrawForm
from contracts.models import Agreement
from tenders.forms import attempt


def write_agreement(request, public_id, agreement=None):
    """A new agreement below those that are there; or one of them, to change."""
    contract = contract_for(request, public_id, "contracts.write_agreement")
    others = contract.current_agreements()
    chosen = next((one for one in others if one.public_id == agreement), None)
    if agreement and chosen is None:
        raise Http404
    form = AgreementForm(request.POST or None, contract=contract, instance=chosen)
    if form.is_valid():
        words = {name: value for name, value in form.cleaned_data.items() if name != "version"}
        version = form.cleaned_data["version"] or 0
        if attempt(form, actions.write_agreement, contract=contract, by=request.user, agreement=chosen, version=version, **words):
            messages.success(request, _("The agreement is saved."))
            return redirect("contracts:write_agreement", public_id)
    theirs = None
    if form.has_error("__all__", code="version"):
        theirs = Agreement.objects.select_related("clause", "promise").get(pk=chosen.pk)
        form.data = {**form.data.dict(), "version": theirs.version}
    context = {"form": form, "contract": contract, "tender": contract.tender, "others": others, "chosen": chosen, "theirs": theirs}
    return render(request, "contracts/write_agreement.html", context)


def withdraw_agreement(request, public_id):
    agreement = agreement_for(request, public_id, "contracts.withdraw_agreement")
    form = WithdrawForm(request.POST or None)
    if form.is_valid() and attempt(form, actions.withdraw_agreement, agreement=agreement, by=request.user, **form.cleaned_data):
        messages.success(request, _("The agreement is left out. Its number is not used again."))
        return redirect("contracts:write_agreement", agreement.contract.public_id)
    return render(
        request, "contracts/withdraw_agreement.html", {"form": form, "agreement": agreement, "contract": agreement.contract}
    )
