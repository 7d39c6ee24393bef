"""A contract from before the platform: without a tender, recorded by the contract manager."""

import datetime as dt

import pytest
from django.urls import reverse

from accounts.models import Party
from contracts import actions
from contracts.models import Contract, ContractState
from events import clock
from events.models import Event
from tenders.refusal import Refused
from tests import make

POSTED = {
    "title": "Beheer van het buurthuis",
    "parties": "Stichting De Werkplaats\nStichting Nieuw Leven",
    "signed_on_paper": "2023-06-01",
    "form": "classic",
    "form_reason": "Zo was het.",
    "funding_model": "availability",
    "funding_reason": "Elk jaar hetzelfde.",
    "amount": "60.000",
    "amount_per": "year",
    "vat": "none",
    "begins_on": "2023-07-01",
    "ends_on": "2024-06-30",
}


def _url(cast):
    return reverse("contracts:start_contract", args=[cast.municipality.slug])


def test_the_contract_manager_writes_it_down_with_parties_that_are_here_and_a_new_one(cast, client_of):
    response = client_of(cast.contract_manager).post(_url(cast), POSTED)
    contract = Contract.objects.get()
    assert response.url == reverse("contracts:write_agreement", args=[contract.public_id])
    assert [(row.party.name, row.is_lead) for row in contract.parties.all()] == [
        ("Stichting De Werkplaats", True),
        ("Stichting Nieuw Leven", False),
    ]
    assert (contract.tender, contract.municipality, contract.state) == (None, cast.municipality, "draft")


@pytest.mark.parametrize(
    ("changes", "errors"),
    [
        ({"parties": ""}, {"parties": ["Kies ten minste één partij."]}),
        ({"parties": "12345678"}, {"parties": ["Wij kennen het KvK-nummer 12345678 niet. Schrijf de naam."]}),
        ({"parties": "Dubbel"}, {"parties": ["Er zijn twee partijen met de naam “Dubbel”. Schrijf het KvK-nummer."]}),
        (
            {"signed_on_paper": "2999-01-01"},
            {"signed_on_paper": ["Deze dag is nog niet geweest. Is het nog niet getekend? Begin dan met een traject."]},
        ),
    ],
)
def test_what_is_wrong_is_said_beside_the_field(cast, client_of, changes, errors):
    Party.objects.create(name="Dubbel")
    Party.objects.create(name="dubbel", kvk_number="87654321")
    form = client_of(cast.contract_manager).post(_url(cast), POSTED | changes).context["form"]
    assert form.errors == errors
    assert Contract.objects.count() == 0


def test_a_kvk_number_finds_its_party(cast, client_of):
    Party.objects.create(name="dubbel", kvk_number="87654321")
    client_of(cast.contract_manager).post(_url(cast), POSTED | {"parties": "87654321"})
    assert Contract.objects.get().parties.get().party.name == "dubbel"


def test_nobody_else_begins_one(cast, client_of):
    people = (cast.officer, cast.stranger, cast.entrepreneur, cast.administrator)
    assert [client_of(one).get(_url(cast)).status_code for one in people] == [403, 403, 403, 403]


def test_recorded_it_is_public_from_the_day_it_was_signed_on_paper(cast, client_of):
    contract = make.contract(cast)
    recorded = actions.record_contract(contract=contract, by=cast.contract_manager)
    assert (recorded.state, clock.today() > recorded.signed_at.date()) == (ContractState.SIGNED, True)
    assert recorded.signed_at.date() == dt.date(2024, 12, 18)
    assert Event.objects.get(name="contracts.contract_recorded").is_public
    assert client_of(cast.visitor).get(contract.get_absolute_url()).status_code == 200


def test_without_agreements_there_is_nothing_to_record(cast):
    with pytest.raises(Refused) as refused:
        actions.record_contract(contract=make.contract(cast, agreements=0), by=cast.contract_manager)
    assert refused.value.code == "no_agreements"


def test_a_contract_of_a_tender_is_signed_and_never_just_recorded(cast, client_of):
    contract = make.contract(cast, make.tender(cast, step=5))
    url = reverse("contracts:record_contract", args=[contract.public_id])
    assert client_of(cast.contract_manager).post(url).status_code == 403
    alone = make.contract(cast)
    offer = reverse("contracts:offer_contract", args=[alone.public_id])
    assert client_of(cast.contract_manager).post(offer, {"version": 1}).status_code == 403


def test_the_button_records_it(cast, client_of):
    contract = make.contract(cast)
    client = client_of(cast.contract_manager)
    assert "Leg het vast als op papier getekend" in client.get(contract.get_absolute_url()).content.decode()
    page = client.post(reverse("contracts:record_contract", args=[contract.public_id]), {"version": 1}, follow=True)
    assert "Het contract is vastgelegd." in page.content.decode()
