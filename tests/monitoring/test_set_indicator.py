"""What is measured is agreed beforehand, with an agreement; the first measurement fixes it."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from calls.models import FrozenIndicator
from contracts.models import ContractState
from events.models import Event
from monitoring import actions
from monitoring.models import Indicator
from tenders.refusal import Changed, Refused, WrongStep
from tenders.steps import Step
from tests import make

FACTS = {"name": "Nieuwe mensen met een klus", "unit": "van elke 100", "baseline": 38, "target": 60, "every_months": 3}


@pytest.fixture
def contract(cast):
    return make.contract(cast, make.tender(cast, step=Step.MONITORING), state=ContractState.SIGNED)


def test_an_indicator_belongs_to_an_agreement_and_to_what_the_request_proposed(cast, contract):
    proposed = FrozenIndicator.objects.get(version=contract.decision.call_version)
    agreement = contract.agreements.get()
    made = actions.set_indicator(
        contract=contract, by=cast.entrepreneur, agreement=agreement, proposed=proposed, owner=cast.party, **FACTS
    )
    assert (made.agreement, made.proposed, made.owner, made.target) == (agreement, proposed, cast.party, 60)
    assert Event.objects.get(name="monitoring.indicator_set").is_public


def test_before_the_contract_is_signed_it_is_agreed_in_private(cast):
    contract = make.contract(cast, make.tender(cast, step=Step.CONTRACT))
    actions.set_indicator(contract=contract, by=cast.officer, agreement=contract.agreements.get(), **FACTS)
    assert not Event.objects.get(name="monitoring.indicator_set").is_public


def test_nothing_of_another_contract_fits(cast, contract):
    other = make.contract(cast, make.tender(cast, step=Step.MONITORING), state=ContractState.SIGNED)
    strange = {
        "agreement": {"agreement": other.agreements.get()},
        "proposed": {"proposed": FrozenIndicator.objects.get(version=other.decision.call_version)},
        "owner": {"owner": cast.rival_party},
    }
    for field, facts in strange.items():
        with pytest.raises(ValidationError) as refused:
            actions.set_indicator(contract=contract, by=cast.officer, **{"agreement": contract.agreements.get(), **FACTS, **facts})
        assert list(refused.value.message_dict) == [field]


def test_a_story_has_no_unit_and_no_numbers(cast, contract):
    facts = {"contract": contract, "by": cast.officer, "agreement": contract.agreements.get(), "name": "Een verhaal"}
    with pytest.raises(ValidationError):
        actions.set_indicator(**facts, in_words=True, unit="van elke 100")
    with pytest.raises(ValidationError):
        actions.set_indicator(**facts, unit="")
    assert actions.set_indicator(**facts, in_words=True).in_words


def test_it_changes_until_the_first_measurement_and_then_it_stays(cast, contract):
    made = make.indicator(contract)
    actions.set_indicator(contract=contract, by=cast.officer, indicator=made, version=1, target=65)
    with pytest.raises(Changed):
        actions.set_indicator(contract=contract, by=cast.officer, indicator=made, version=1, target=70)
    make.measurement(cast, made)
    with pytest.raises(Refused) as refused:
        actions.set_indicator(contract=contract, by=cast.officer, indicator=made, version=2, target=70)
    made.refresh_from_db()
    assert (refused.value.code, made.target) == ("measured", 65)


def test_a_tender_that_was_stopped_takes_no_indicators(cast, contract):
    type(contract.tender).objects.filter(pk=contract.tender_id).update(withdrawn_at=contract.made_at)
    with pytest.raises(WrongStep):
        actions.set_indicator(contract=contract, by=cast.officer, agreement=contract.agreements.get(), **FACTS)


def test_party_team_and_contract_manager_set_them_and_nobody_else(cast, client_of, contract):
    url = reverse("monitoring:set_indicator", args=[contract.public_id])
    people = (cast.entrepreneur, cast.officer, cast.contract_manager, cast.rival, cast.resident, cast.stranger)
    assert [client_of(one).get(url).status_code for one in people] == [200, 200, 200, 403, 403, 403]


def test_the_page_saves_it_and_keeps_what_was_typed_when_it_is_wrong(cast, client_of, contract):
    client, url = client_of(cast.entrepreneur), reverse("monitoring:set_indicator", args=[contract.public_id])
    posted = {**FACTS, "agreement": contract.agreements.get().pk}
    wrong = client.post(url, {**posted, "unit": ""})
    assert wrong.context["form"].errors == {"__all__": ["Vul de eenheid in. Of kies een verhaal, en laat eenheid en cijfers leeg."]}
    assert 'value="Nieuwe mensen met een klus"' in wrong.content.decode()
    assert client.post(url, posted).status_code == 302
    assert Indicator.objects.get().name == "Nieuwe mensen met een klus"


def test_what_the_request_proposed_need_not_be_typed_again(cast, client_of, contract):
    client, url = client_of(cast.entrepreneur), reverse("monitoring:set_indicator", args=[contract.public_id])
    proposed = FrozenIndicator.objects.get(version=contract.decision.call_version)
    assert [one.pk for one in client.get(url).context["form"].waiting] == [proposed.pk]
    begun = client.get(url, {"voorstel": proposed.pk}).context["form"]
    taken = ("name", "unit", "baseline", "target")
    assert {name: begun[name].value() for name in taken} == {name: getattr(proposed, name) for name in taken}
    assert begun["agreement"].value() == contract.agreements.get(clause=proposed.frozen_clause).pk
    assert client.get(url, {"voorstel": "x"}).context["form"]["name"].value() is None


def test_a_colleague_who_was_first_is_shown(cast, client_of, contract):
    made = make.indicator(contract)
    actions.set_indicator(contract=contract, by=cast.officer, indicator=made, version=1, name="Van de collega")
    url = reverse("monitoring:set_indicator", args=[contract.public_id, made.public_id])
    posted = {**FACTS, "agreement": contract.agreements.get().pk, "version": 1}
    page = client_of(cast.entrepreneur).post(url, posted).content.decode()
    assert ("Van de collega" in page, 'name="version" value="2"' in page) == (True, True)
