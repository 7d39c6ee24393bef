"""A measurement: a value and a story, on one page, by the party. A wrong one is corrected by a new row."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from contracts.models import ContractState
from events import clock
from events.models import Event
from monitoring import actions
from monitoring.models import Measurement
from tenders.refusal import Changed
from tenders.steps import Step
from tests import make


@pytest.fixture
def contract(cast):
    return make.contract(cast, make.tender(cast, step=Step.MONITORING), state=ContractState.SIGNED)


@pytest.fixture
def indicator(contract):
    return make.indicator(contract)


def _report(cast, indicator, **changes):
    values = {"measured_on": clock.today(), "value": 63, "story": "Twaalf mensen aan de werkbank."}
    return actions.report_measurement(indicator=indicator, by=cast.entrepreneur, **(values | changes))


def test_it_holds_value_story_and_the_party_and_everybody_may_know(cast, indicator):
    made = _report(cast, indicator)
    assert (made.value, made.story, made.party, made.by) == (63, "Twaalf mensen aan de werkbank.", cast.party, cast.entrepreneur)
    event = Event.objects.get(name="monitoring.measurement_reported")
    assert (event.thing_id, event.lot_id, event.is_public) == (made.pk, indicator.contract.lot_id, True)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"measured_on": dt.date(2999, 1, 1)}, "measured_on"),
        ({"value": None}, "value"),
    ],
)
def test_what_cannot_be_is_refused_by_field(cast, indicator, changes, field):
    with pytest.raises(ValidationError) as refused:
        _report(cast, indicator, **changes)
    assert (list(refused.value.message_dict), Measurement.objects.count()) == ([field], 0)


def test_a_story_indicator_asks_for_the_story_and_takes_no_number(cast, contract):
    story = make.indicator(contract, in_words=True)
    with pytest.raises(ValidationError) as refused:
        _report(cast, story, story="  ")
    assert list(refused.value.message_dict) == ["story"]
    assert _report(cast, story, value=7).value is None


def test_one_a_day(cast, indicator):
    _report(cast, indicator)
    with pytest.raises(ValidationError) as refused:
        _report(cast, indicator, value=64)
    assert list(refused.value.message_dict) == ["measured_on"]


def test_zero_is_a_value(cast, indicator):
    assert _report(cast, indicator, value=0).value == 0


def test_a_correction_is_a_new_row_and_the_wrong_one_stays(cast, indicator):
    wrong = _report(cast, indicator)
    right = actions.correct_measurement(
        measurement=wrong, by=cast.entrepreneur, measured_on=wrong.measured_on, value=36, story="Cijfers verwisseld."
    )
    assert [(one.value, one.corrected_by) for one in Measurement.objects.order_by("id")] == [(63, right), (36, None)]
    assert list(indicator.measurements.current()) == [right]
    with pytest.raises(Changed):
        actions.correct_measurement(measurement=wrong, by=cast.entrepreneur, measured_on=wrong.measured_on, value=37)
    _report(cast, indicator, measured_on=clock.today() - dt.timedelta(days=1))


def test_a_correction_may_not_land_on_another_measurement(cast, indicator):
    first = _report(cast, indicator, measured_on=clock.today() - dt.timedelta(days=1))
    _report(cast, indicator)
    with pytest.raises(ValidationError) as refused:
        actions.correct_measurement(measurement=first, by=cast.entrepreneur, measured_on=clock.today(), value=1)
    assert list(refused.value.message_dict) == ["measured_on"]


def test_the_page_of_a_phone_asks_day_value_and_story_and_nothing_else(cast, client_of, indicator):
    client, url = client_of(cast.entrepreneur), reverse("monitoring:report_measurement", args=[indicator.public_id])
    assert list(client.get(url).context["form"].fields) == ["measured_on", "value", "story"]
    wrong = client.post(url, {"measured_on": "2999-01-01", "value": "63", "story": "Mijn verhaal"})
    assert wrong.context["form"].errors == {"measured_on": ["Deze dag is nog niet geweest. Vul de dag in waarop u mat."]}
    assert "Mijn verhaal" in wrong.content.decode()
    assert client.post(url, {"measured_on": clock.today().isoformat(), "value": "", "story": ""}).context["form"].errors == {
        "value": ["Vul het cijfer in dat u mat."]
    }
    done = client.post(url, {"measured_on": clock.today().isoformat(), "value": "63"}, follow=True)
    assert "De meting is binnen." in done.content.decode()


def test_the_page_of_a_story_asks_no_number(cast, client_of, contract):
    story = make.indicator(contract, in_words=True)
    page = client_of(cast.entrepreneur).get(reverse("monitoring:report_measurement", args=[story.public_id]))
    assert list(page.context["form"].fields) == ["measured_on", "story"]


def test_only_who_is_party_to_it_reports_and_corrects(cast, client_of, indicator):
    wrong = make.measurement(cast, indicator)
    report = reverse("monitoring:report_measurement", args=[indicator.public_id])
    correct = reverse("monitoring:correct_measurement", args=[wrong.public_id])
    people = (cast.entrepreneur, cast.officer, cast.contract_manager, cast.rival, cast.resident)
    for url in (report, correct):
        assert [client_of(one).get(url).status_code for one in people] == [200, 403, 403, 403, 403]


def test_nobody_reports_before_the_contract_is_signed(cast, client_of):
    contract = make.contract(cast, make.tender(cast, step=Step.CONTRACT), state=ContractState.TO_SIGN)
    url = reverse("monitoring:report_measurement", args=[make.indicator(contract).public_id])
    assert [client_of(one).get(url).status_code for one in (cast.entrepreneur, cast.rival)] == [403, 404]


def test_a_contract_that_stands_alone_is_measured_too(cast, client_of):
    contract = make.contract(cast, signed_on_paper="2024-12-18")
    type(contract).objects.filter(pk=contract.pk).update(signed_at=clock.now(), state="signed")
    indicator = make.indicator(contract)
    url = reverse("monitoring:report_measurement", args=[indicator.public_id])
    posted = {"measured_on": clock.today().isoformat(), "value": "63"}
    page = client_of(cast.entrepreneur).post(url, posted, follow=True)
    assert page.redirect_chain[-1][0] == reverse("monitoring:show_contract_monitoring", args=[contract.public_id])
    assert (indicator.name in page.content.decode(), indicator.measurements.get().value) == (True, 63)
