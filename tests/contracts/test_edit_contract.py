"""Changing the facts of a draft: two people never overwrite each other unknowingly."""

import pytest
from django.urls import reverse

from contracts import actions
from contracts.models import Contract, ContractState
from tenders.refusal import Changed, WrongStep
from tenders.steps import Step
from tests import make


@pytest.fixture
def contract(cast):
    return make.contract(cast, make.tender(cast, step=Step.CONTRACT), form="subsidy")


def test_a_draft_is_changed_and_counts_its_versions(cast, contract):
    actions.edit_contract(contract=contract, by=cast.officer, version=1, title="Dag en avond")
    contract.refresh_from_db()
    assert (contract.title, contract.version) == ("Dag en avond", 2)


def test_what_is_frozen_is_not_changed(cast):
    contract = make.contract(cast, make.tender(cast, step=Step.CONTRACT), state=ContractState.TO_SIGN)
    with pytest.raises(Changed) as refused:
        actions.edit_contract(contract=contract, by=cast.officer, version=1, title="Anders")
    assert refused.value.code == "state"


def test_nothing_changes_in_a_tender_that_was_stopped(cast, contract):
    type(contract.tender).objects.filter(pk=contract.tender_id).update(withdrawn_at=contract.made_at)
    with pytest.raises(WrongStep):
        actions.edit_contract(contract=contract, by=cast.officer, version=1, title="Anders")


def test_who_saves_after_a_colleague_keeps_the_own_words_and_sees_the_others(cast, client_of, contract):
    url = reverse("contracts:edit_contract", args=[contract.public_id])
    client = client_of(cast.officer)
    fields = client.get(url).context["form"]
    typed = {name: fields[name].value() for name in fields.fields if fields[name].value() is not None}
    typed |= {"begins_on": "2025-01-01", "ends_on": "2028-12-31", "amount": "410000"}
    actions.edit_contract(contract=contract, by=cast.contract_manager, version=1, funding_reason="De collega schreef dit.")
    response = client.post(url, {**typed, "title": "Mijn titel"})
    page = response.content.decode()
    assert response.context["form"].errors == {
        "__all__": ["Een collega bewaarde dit net voor u. Vergelijk het met uw tekst, en bewaar opnieuw."]
    }
    assert ("Mijn titel" in page, "De collega schreef dit." in page) == (True, True)
    again = {**typed, "title": "Mijn titel", "version": response.context["form"]["version"].value()}
    assert client.post(url, again).status_code == 302
    assert Contract.objects.get().title == "Mijn titel"
