"""Signing: both sides, after signing in again, the same fingerprint; with the last signature the contract holds."""

import threading

import pytest
from django.db import connection, connections
from django.urls import reverse

from accounts.actions import grant_role
from accounts.fresh import mark
from accounts.models import Membership, RoleKind
from contracts import actions
from contracts.actions.signatures import signers_of
from contracts.models import Contract, ContractSignature, ContractState
from evaluation.models import DecisionKind
from events.models import Event
from tenders.models import Involvement, LotState
from tenders.refusal import Changed, GateClosed, Refused
from tenders.routes import Route
from tenders.steps import Step
from tests import make


@pytest.fixture
def contract(cast):
    return _offered(cast)


def _offered(cast, **fields) -> Contract:
    tender = make.tender(cast, step=Step.CONTRACT)
    return make.contract(cast, tender, state=ContractState.TO_SIGN, **fields)


def _sign(contract, by, signer=None) -> Contract:
    signer = signer or signers_of(contract, by)[0].key
    return actions.sign_contract(contract=contract, by=by, signer=signer, content_sha256=contract.content_sha256)


def test_the_contract_holds_when_both_sides_signed_the_same_fingerprint(cast, contract):
    _sign(contract, cast.mandate)
    contract.refresh_from_db()
    assert (contract.state, contract.signed_at) == (ContractState.TO_SIGN, None)
    _sign(contract, cast.entrepreneur)
    contract.refresh_from_db()
    signatures = [(s.side, s.by, s.content_sha256) for s in contract.signatures.all()]
    assert signatures == [
        ("municipality", cast.mandate, contract.content_sha256),
        ("party", cast.entrepreneur, contract.content_sha256),
    ]
    assert (contract.state, contract.signed_at is not None) == (ContractState.SIGNED, True)
    assert contract.signed_document.content_sha256 == contract.content_sha256


def test_the_last_signature_gives_the_lot_its_contract_and_the_parties_their_work(cast):
    contract = _offered(cast, parties=[cast.party, cast.partner_party])
    for person in (cast.mandate, cast.entrepreneur):
        _sign(contract, person)
    assert contract.tender.lots.get().state == LotState.DECIDED
    _sign(contract, cast.partner)
    roles = Involvement.objects.filter(lot=contract.lot, role__in=["contractor", "reporter"])
    assert {(i.party, i.role) for i in roles} == {
        (party, role) for party in (cast.party, cast.partner_party) for role in ("contractor", "reporter")
    }
    assert contract.tender.lots.get().state == LotState.CONTRACTED
    events = Event.objects.filter(name__startswith="contracts.", thing_id=contract.pk).order_by("id")
    assert [(e.name, e.is_public) for e in events] == [
        *[("contracts.signature_set", False)] * 3,
        ("contracts.contract_signed", True),
    ]


def test_signing_twice_is_signing_once(cast, contract):
    _sign(contract, cast.mandate)
    _sign(contract, cast.mandate)
    assert contract.signatures.count() == 1
    _sign(contract, cast.entrepreneur)
    _sign(contract, cast.entrepreneur)
    assert (contract.signatures.count(), Event.objects.filter(name="contracts.contract_signed").count()) == (2, 1)


def test_nobody_signs_for_a_side_that_is_not_theirs(cast, contract):
    Membership.objects.create(party=cast.party, user=cast.neighbour, may_sign=False)
    tries = [
        (cast.officer, "municipality"),
        (cast.contract_manager, "municipality"),
        (cast.entrepreneur, "municipality"),
        (cast.neighbour, cast.party.public_id),
        (cast.rival, cast.party.public_id),
        (cast.rival, cast.rival_party.public_id),
        (cast.mandate, cast.party.public_id),
    ]
    for person, signer in tries:
        person.forget_roles()
        with pytest.raises(Refused) as refused:
            _sign(contract, person, signer)
        assert refused.value.code == "signer"
    assert contract.signatures.count() == 0


def test_one_person_does_not_sign_for_both_sides(cast, contract):
    Membership.objects.create(party=cast.party, user=cast.mandate, may_sign=True)
    _sign(contract, cast.mandate, "municipality")
    with pytest.raises(Refused) as refused:
        _sign(contract, cast.mandate, cast.party.public_id)
    assert refused.value.code == "two_sides"


def test_a_text_that_was_changed_since_it_was_read_is_not_signed(cast, contract):
    with pytest.raises(Changed) as refused:
        actions.sign_contract(contract=contract, by=cast.mandate, signer="municipality", content_sha256="0" * 64)
    assert (refused.value.code, contract.signatures.count()) == ("content", 0)


def test_nobody_signs_while_the_term_after_the_decision_runs(cast):
    tender = make.tender(cast, step=Step.CONTRACT)
    decision = make.awarded_lot(cast, tender, days_ago=42, term_days=42)
    contract = make.contract(cast, tender, decision=decision, state=ContractState.TO_SIGN)
    with pytest.raises(GateClosed):
        _sign(contract, cast.mandate)
    assert contract.signatures.count() == 0


def test_the_day_after_the_term_it_can(cast, move_clock):
    tender = make.tender(cast, step=Step.CONTRACT)
    decision = make.awarded_lot(cast, tender, days_ago=42, term_days=42)
    contract = make.contract(cast, tender, decision=decision, state=ContractState.TO_SIGN)
    move_clock(days=1)
    _sign(contract, cast.mandate)
    assert contract.signatures.count() == 1


def test_a_small_grant_is_signed_at_once(cast):
    tender = make.tender(cast, step=Step.CONTRACT, route=Route.SMALL_GRANT)
    decision = make.awarded_lot(cast, tender, kind=DecisionKind.DIRECT, days_ago=0)
    contract = make.contract(cast, tender, decision=decision, state=ContractState.TO_SIGN)
    _sign(contract, cast.mandate)
    assert contract.signatures.count() == 1


@pytest.mark.parametrize("route", [Route.SMALL_GRANT, Route.SUBSIDY_TENDER])
def test_nobody_signs_for_a_suspended_lot(cast, route):
    tender = make.tender(cast, step=Step.CONTRACT, route=route)
    kind = DecisionKind.AWARD if tender.traits.competition else DecisionKind.DIRECT
    contract = make.contract(cast, tender, decision=make.awarded_lot(cast, tender, kind=kind), state=ContractState.TO_SIGN)
    contract.lot.state = LotState.SUSPENDED
    contract.lot.save()
    with pytest.raises(GateClosed) as refused:
        _sign(contract, cast.mandate)
    assert "Het perceel is niet opgeschort." in refused.value.messages


def test_the_page_asks_to_sign_in_again_for_this_act(cast, client_of, contract):
    url = reverse("contracts:sign_contract", args=[contract.public_id])
    client = client_of(cast.mandate)
    assert client.get(url).url == f"{reverse('accounts:sign_in_again')}?next={url.replace('/', '%2F')}"
    assert client.post(url, {}).status_code == 302
    assert contract.signatures.count() == 0


def _fresh(client, url):
    session = client.session
    mark(session, url)
    session.save()
    return client


def test_the_page_signs_what_was_read(cast, client_of, contract):
    url = reverse("contracts:sign_contract", args=[contract.public_id])
    client = _fresh(client_of(cast.entrepreneur), url)
    page = client.get(url)
    assert contract.agreements.get().text in page.content.decode()
    wrong = client.post(url, {"content_sha256": contract.content_sha256, "signer": cast.party.public_id})
    assert wrong.context["form"].errors == {"agreed": ["Vink dit aan als het zo is. Anders moet iemand anders tekenen."]}
    right = client.post(url, {"content_sha256": contract.content_sha256, "signer": cast.party.public_id, "agreed": "on"})
    assert right.url == contract.get_absolute_url()
    assert client.get(url).status_code == 302  # signing used the fresh sign-in up


def test_who_may_sign_for_two_parties_chooses(cast, client_of):
    contract = _offered(cast, parties=[cast.party, cast.partner_party])
    Membership.objects.create(party=cast.partner_party, user=cast.entrepreneur, may_sign=True)
    url = reverse("contracts:sign_contract", args=[contract.public_id])
    form = _fresh(client_of(cast.entrepreneur), url).get(url).context["form"]
    assert [label for _key, label in form.fields["signer"].choices] == ["Stichting De Werkplaats", "Bewonersgroep Assendorp"]


def test_a_mandate_in_a_municipality_that_leads_along_is_enough(cast, contract):
    contract.tender.others.add(cast.other_municipality)
    grant_role(user=cast.stranger, municipality=cast.other_municipality, kind=RoleKind.MANDATE_HOLDER, by=None)
    fresh = Contract.objects.for_page().get(pk=contract.pk)
    assert [one.key for one in signers_of(fresh, cast.stranger)] == ["municipality"]


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_two_clicks_at_once_are_one_signature(cast):
    if connection.vendor != "postgresql":
        pytest.skip("needs PostgreSQL")
    contract = _offered(cast)
    _sign(contract, cast.mandate)
    together, results = threading.Barrier(2), []

    def click():
        try:
            together.wait(timeout=10)
            results.append(_sign(contract, cast.entrepreneur, cast.party.public_id).state)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=click) for _click in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=20)
    assert results == [ContractState.SIGNED, ContractState.SIGNED]
    assert ContractSignature.objects.filter(contract=contract).count() == 2
    assert Event.objects.filter(name="contracts.contract_signed").count() == 1
    assert Involvement.objects.filter(party=cast.party, role="reporter").count() == 1
