"""The pages of step 5: what everybody reads when it is signed, and nobody before."""

import pytest
from django.urls import reverse

from accounts.actions import grant_role
from accounts.models import RoleKind
from contracts import actions
from contracts.models import Agreement, Contract, ContractState
from contracts.tasks import render_contract
from evaluation.models import DecisionKind
from events.log import record
from events.models import Event
from tenders.models import LotState
from tenders.routes import Route
from tenders.steps import Step
from tests import make

pytestmark = pytest.mark.whole


@pytest.fixture
def tender(cast):
    return make.tender(cast, step=Step.CONTRACT)


def _all(cast, contract, client_of) -> dict[str, int]:
    url = contract.get_absolute_url()
    return {name: client_of(one).get(url).status_code for name, one in cast.people().items()}


WORKING = {"officer", "buyer", "mandate", "contract_manager", "entrepreneur"}


@pytest.mark.parametrize("state", [ContractState.DRAFT, ContractState.TO_SIGN])
def test_before_it_is_signed_it_is_there_for_the_team_and_the_parties_alone(cast, client_of, tender, state):
    contract = make.contract(cast, tender, state=state)
    seen = {name for name, status in _all(cast, contract, client_of).items() if status == 200}
    assert seen == WORKING
    assert {status for name, status in _all(cast, contract, client_of).items() if name not in WORKING} == {404}


def test_signed_it_is_there_for_everybody(cast, client_of, tender):
    contract = make.contract(cast, tender, state=ContractState.SIGNED)
    assert set(_all(cast, contract, client_of).values()) == {200}


def test_a_signed_contract_of_a_tender_that_is_not_public_is_not_public(cast, client_of):
    tender = make.tender(cast, step=Step.CONTRACT, published=False)
    contract = make.contract(cast, tender, state=ContractState.SIGNED)
    assert client_of(cast.visitor).get(contract.get_absolute_url()).status_code == 404
    assert client_of(cast.officer).get(contract.get_absolute_url()).status_code == 200


@pytest.mark.parametrize("state", list(ContractState)[:3])
@pytest.mark.parametrize("published", [True, False])
def test_what_is_visible_is_what_may_be_viewed(cast, state, published):
    tender = make.tender(cast, step=Step.CONTRACT, published=published)
    tender.others.add(cast.other_municipality)
    grant_role(user=cast.stranger, municipality=cast.other_municipality, kind=RoleKind.CONTRACT_MANAGER, by=None)
    made = [make.contract(cast, tender, state=state), make.contract(cast)]
    cast.fresh()
    for model, things in ((Contract, made), (Agreement, [one.agreements.get() for one in made])):
        for name, person in cast.people().items():
            for thing in things:
                fresh = model.objects.for_page().get(pk=thing.pk)
                visible = model.objects.visible_to(person).filter(pk=thing.pk).exists()
                assert (name, visible) == (name, person.has_perm(model.view_permission, fresh))


def test_the_page_says_with_each_agreement_where_it_comes_from(cast, client_of, tender):
    contract = make.contract(cast, tender, state=ContractState.SIGNED)
    agreement = contract.agreements.get()
    page = client_of(cast.visitor).get(contract.get_absolute_url()).content.decode()
    where = reverse("golden_thread:where_from", args=[tender.slug, "afspraak", agreement.public_id])
    assert (agreement.text in page, f"Uit onderdeel {agreement.clause.number}" in page, where in page) == (True, True, True)


def test_the_words_of_the_bid_are_not_on_the_public_page(cast, client_of, tender):
    contract = make.contract(cast, tender, agreements=0)
    promise = contract.decision.results.get().opened_bid.parts.filter(criterion__isnull=False).first()
    make.agreement(contract, promise=promise)
    Contract.objects.filter(pk=contract.pk).update(signed_at=contract.made_at, state="signed")
    page = client_of(cast.visitor).get(contract.get_absolute_url()).content.decode()
    assert (promise.heading in page, promise.text in page) == (True, False)


def test_who_signed_is_named_to_who_is_signed_in_and_not_to_everybody(cast, client_of, tender):
    contract = make.contract(cast, tender, state=ContractState.SIGNED)
    pages = [client_of(one).get(contract.get_absolute_url()).content.decode() for one in (cast.visitor, cast.officer)]
    assert [cast.mandate.name in page for page in pages] == [False, True]


def test_what_was_left_out_is_not_shown(cast, client_of, tender):
    contract = make.contract(cast, tender, agreements=2)
    contract.agreements.filter(number=2).update(withdrawn_at=contract.made_at, withdrawn_because="Dubbel", title="Weggelaten")
    assert "Weggelaten" not in client_of(cast.officer).get(contract.get_absolute_url()).content.decode()


def test_a_short_contract_warns_who_works_on_it(cast, client_of, tender):
    contract = make.contract(cast, tender, ends_on="2027-06-30")
    assert "Dit is een kort contract" in client_of(cast.officer).get(contract.get_absolute_url()).content.decode()


def test_the_list_says_of_each_lot_how_far_it_is(cast, client_of):
    tender = make.tender(cast, step=Step.CONTRACT, lots=5)
    lots = list(tender.lots.all())
    make.contract(cast, tender, decision=make.awarded_lot(cast, tender, lot=lots[0]), state=ContractState.SIGNED)
    make.contract(cast, tender, decision=make.awarded_lot(cast, tender, lot=lots[1], party=cast.rival_party))
    make.awarded_lot(cast, tender, lot=lots[2], kind=DecisionKind.NONE)
    make.awarded_lot(cast, tender, lot=lots[3])
    type(lots[3]).objects.filter(pk=lots[3].pk).update(state=LotState.SUSPENDED)
    url = reverse("contracts:show_contracts", args=[tender.slug])
    visitor, officer = (client_of(one).get(url).content.decode() for one in (cast.visitor, cast.officer))
    words = ("Getekend op", "nog niet getekend", "Er komt dus geen contract", "opgeschort", "Er is nog geen besluit")
    assert [word in visitor for word in words] == [True] * 5
    assert ("Ga verder met het concept" in visitor, "Ga verder met het concept" in officer) == (False, True)
    assert ("Dit moet er eerst zijn" in visitor, "Dit moet er eerst zijn" in officer) == (False, True)


def test_a_direct_route_meets_the_same_page(cast, client_of):
    tender = make.tender(cast, step=Step.CONTRACT, route=Route.BUILDING_ONE)
    make.awarded_lot(cast, tender, kind=DecisionKind.DIRECT)
    page = client_of(cast.officer).get(reverse("contracts:show_contracts", args=[tender.slug])).content.decode()
    assert "Maak het contract" in page


@pytest.mark.parametrize("lots", [1, 3])
@pytest.mark.parametrize(("who", "count"), [("visitor", 7), ("officer", 12)])
def test_the_list_costs_the_same_for_any_number_of_lots(cast, client_of, statements, lots, who, count):
    tender = make.tender(cast, step=Step.CONTRACT, lots=lots)
    for lot in tender.lots.all():
        make.contract(cast, tender, decision=make.awarded_lot(cast, tender, lot=lot), state=ContractState.SIGNED)
    client, url = client_of(getattr(cast, who)), reverse("contracts:show_contracts", args=[tender.slug])
    with statements() as sent:
        client.get(url)
    assert len(sent) == count


@pytest.mark.parametrize("agreements", [1, 3])
@pytest.mark.parametrize(("who", "count"), [("visitor", 5), ("officer", 9)])
def test_a_contract_costs_the_same_for_any_number_of_agreements(cast, client_of, statements, tender, agreements, who, count):
    contract = make.contract(cast, tender, agreements=agreements, state=ContractState.SIGNED)
    client = client_of(getattr(cast, who))
    with statements() as sent:
        client.get(contract.get_absolute_url())
    assert len(sent) == count


@pytest.mark.parametrize("agreements", [1, 3])
@pytest.mark.parametrize(("who", "state", "count"), [("officer", "draft", 11), ("entrepreneur", "to_sign", 11)])
def test_what_must_be_there_first_costs_the_same_too(cast, client_of, statements, tender, agreements, who, state, count):
    contract = make.contract(cast, tender, agreements=agreements, state=state)
    client = client_of(getattr(cast, who))
    with statements() as sent:
        client.get(contract.get_absolute_url())
    assert len(sent) == count


def test_a_visitor_who_comes_back_gets_nothing_new_when_nothing_changed(cast, client_of, tender):
    contract = make.contract(cast, tender, state=ContractState.SIGNED)
    client = client_of(cast.visitor)
    tag = client.get(contract.get_absolute_url()).headers["ETag"]
    assert client.get(contract.get_absolute_url(), headers={"If-None-Match": tag}).status_code == 304
    record("contracts.contract_signed", by=cast.mandate, thing=contract, public=True)
    assert client.get(contract.get_absolute_url(), headers={"If-None-Match": tag}).status_code == 200


def test_the_document_is_rendered_once_and_downloaded_by_who_may_read_it(cast, client_of, tender):
    contract = make.contract(cast, tender, state=ContractState.SIGNED)
    event = record("contracts.contract_signed", by=cast.mandate, thing=contract)
    url = reverse("contracts:download_contract", args=[contract.public_id])
    assert client_of(cast.visitor).get(url).status_code == 404
    render_contract(event.pk)
    first = Contract.objects.get(pk=contract.pk).signed_document
    render_contract(event.pk)
    again = Contract.objects.get(pk=contract.pk).signed_document
    response = client_of(cast.visitor).get(url)
    assert (first.file_sha256, first.pages >= 1) == (again.file_sha256, True)
    assert b"".join(response.streaming_content)[:5] == b"%PDF-"
    assert Contract.objects.get(pk=contract.pk).document.file


def test_a_visitor_who_read_the_contract_before_its_document_was_there_sees_it_afterwards(cast, client_of, tender):
    contract = make.contract(cast, tender, state=ContractState.SIGNED)
    event = record("contracts.contract_signed", by=cast.mandate, thing=contract, public=True)
    before = client_of(cast.visitor).get(contract.get_absolute_url())
    kept = {"If-None-Match": before["ETag"]}
    assert client_of(cast.visitor).get(contract.get_absolute_url(), headers=kept).status_code == 304
    render_contract(event.pk)
    render_contract(event.pk)
    after = client_of(cast.visitor).get(contract.get_absolute_url(), headers=kept)
    links = [reverse("contracts:download_contract", args=[contract.public_id]) in page.content.decode() for page in (before, after)]
    assert links == [False, True]
    assert Event.objects.filter(name="contracts.document_rendered", is_public=True).count() == 1


def test_offering_makes_the_document_by_itself(cast, client_of, commit, tender):
    contract = make.contract(cast, tender)
    with commit():
        actions.offer_contract(contract=contract, by=cast.officer, version=1)
    url = reverse("contracts:download_contract", args=[contract.public_id])
    assert [client_of(one).get(url).status_code for one in (cast.entrepreneur, cast.rival)] == [200, 404]
