"""The page of step 6: charts with their table, stories as voices, reflections and lessons; for everybody."""

import pytest
from django.urls import reverse

from contracts.models import ContractState
from monitoring.models import Indicator, Lesson, Measurement, Voice
from tenders.gates import Gate, missing
from tenders.routes import Route
from tenders.steps import Step
from tests import make

pytestmark = pytest.mark.whole


def _url(tender):
    return reverse("monitoring:show_monitoring", args=[tender.slug])


@pytest.fixture
def tender(cast):
    return make.tender(cast, step=Step.MONITORING)


def _measured(cast, contract, times=2, **fields):
    indicator = make.indicator(contract, **fields)
    for number in range(times):
        make.measurement(cast, indicator, value=61 + number, days_ago=90 * (times - number), story=f"Verhaal {number}")
    return indicator


def test_each_indicator_has_its_words_its_chart_and_its_table(cast, client_of, tender):
    contract = make.contract(cast, tender, state=ContractState.SIGNED)
    indicator = _measured(cast, contract)
    page = client_of(cast.visitor).get(_url(tender)).content.decode()
    where = reverse("golden_thread:where_from", args=[tender.slug, "indicator", indicator.public_id])
    words = ("Op koers", 'role="img"', "Nu 62 van elke 100. Aan het begin 38.", "<table", "Verhaal 0", "Verhaal 1", where)
    assert [word in page for word in words] == [True] * len(words)


def test_a_corrected_measurement_does_not_count(cast, client_of, tender):
    indicator = make.indicator(make.contract(cast, tender, state=ContractState.SIGNED))
    wrong = make.measurement(cast, indicator, value=99)
    Measurement.objects.filter(pk=wrong.pk).update(corrected_by=make.measurement(cast, indicator, value=61, days_ago=2))
    page = client_of(cast.visitor).get(_url(tender))
    assert [[one.value for one in standing.measurements] for standing in page.context["overview"].standings] == [[61]]


def test_what_is_agreed_in_a_draft_is_not_on_the_public_page(cast, client_of, tender):
    make.indicator(make.contract(cast, tender))
    pages = [client_of(one).get(_url(tender)).content.decode() for one in (cast.visitor, cast.officer)]
    assert ["Nieuwe mensen met een klus" in page for page in pages] == [False, True]


def test_empty_it_says_what_will_come(cast, client_of, tender):
    page = client_of(cast.visitor).get(_url(tender)).content.decode()
    assert [word in page for word in ("Er wordt nog niets gemeten", "Nog geen lessen", "Er is nog geen moment gepland")] == [
        True
    ] * 3


def test_each_finds_what_can_be_done(cast, client_of, tender):
    contract = make.contract(cast, tender, state=ContractState.SIGNED)
    _measured(cast, contract)
    words = (
        "Geef een meting door",
        "Verbeter de laatste",
        "Spreek een indicator af",
        "Plan een reflectiemoment",
        "Schrijf een les op",
    )
    found = {
        name: [word in client_of(getattr(cast, name)).get(_url(tender)).content.decode() for word in words]
        for name in ("visitor", "rival", "entrepreneur", "officer")
    }
    assert found == {
        "visitor": [False] * 5,
        "rival": [False] * 5,
        "entrepreneur": [True, True, True, False, True],
        "officer": [False, False, True, True, True],
    }


@pytest.mark.parametrize("many", [1, 3])
@pytest.mark.parametrize(("who", "count"), [("visitor", 7), ("officer", 13), ("entrepreneur", 14)])
def test_the_page_costs_the_same_however_much_was_measured_and_learnt(cast, client_of, statements, tender, many, who, count):
    contract = make.contract(cast, tender, state=ContractState.SIGNED, agreements=many)
    for agreement in contract.agreements.all():
        _measured(cast, contract, times=many, agreement=agreement)
        make.lesson(cast, tender, reflection=make.reflection(cast, tender, closed=True))
        make.reflection(cast, tender, voices=[Voice.PROVIDER])
    client = client_of(getattr(cast, who))
    with statements() as sent:
        client.get(_url(tender))
    assert len(sent) == count


@pytest.mark.parametrize("many", [1, 3])
def test_a_moment_of_reflection_costs_the_same_for_any_number_of_groups(cast, client_of, statements, tender, many):
    reflection = make.reflection(cast, tender, closed=True, voices=list(Voice)[:many])
    with statements() as sent:
        client_of(cast.visitor).get(reverse("monitoring:show_reflection", args=[tender.slug, reflection.public_id]))
    assert len(sent) == 5


@pytest.mark.parametrize("state", [ContractState.DRAFT, ContractState.SIGNED])
def test_what_is_visible_is_what_may_be_viewed(cast, tender, state):
    measurement = make.measurement(cast, make.indicator(make.contract(cast, tender, state=state)))
    lesson = make.lesson(cast, tender, measurement=measurement)
    cast.fresh()
    for person in cast.people().values():
        for model, thing in ((Indicator, measurement.indicator), (Measurement, measurement), (Lesson, lesson)):
            fresh = model.objects.get(pk=thing.pk)
            visible = model.objects.visible_to(person).filter(pk=thing.pk).exists()
            assert visible == person.has_perm(model.view_permission, fresh)


@pytest.mark.parametrize("route", [Route.SUBSIDY_TENDER, Route.SAS])
def test_after_competition_step_6_ends_with_a_measurement_a_reflection_and_a_lesson(cast, route):
    tender = make.tender(cast, step=Step.MONITORING, route=route)
    contract = make.contract(cast, tender, state=ContractState.SIGNED)
    assert len(missing(tender, Gate.LEAVE_MONITORING)) == 3
    measurement = make.measurement(cast, make.indicator(contract))
    assert len(missing(tender, Gate.LEAVE_MONITORING)) == 2
    make.lesson(cast, tender, measurement=measurement)
    make.reflection(cast, tender)
    assert len(missing(tender, Gate.LEAVE_MONITORING)) == 1
    make.reflection(cast, tender, closed=True)
    assert missing(tender, Gate.LEAVE_MONITORING) == []


@pytest.mark.parametrize("route", [Route.SMALL_GRANT, Route.BUILDING_ONE])
def test_a_direct_route_is_accounted_for_by_one_talk(cast, route):
    tender = make.tender(cast, step=Step.MONITORING, route=route)
    decision = make.awarded_lot(cast, tender, kind="direct")
    make.contract(cast, tender, decision=decision, state=ContractState.SIGNED)
    assert len(missing(tender, Gate.LEAVE_MONITORING)) == 1
    make.reflection(cast, tender, closed=True)
    assert missing(tender, Gate.LEAVE_MONITORING) == []
