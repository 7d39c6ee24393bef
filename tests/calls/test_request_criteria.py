"""Criteria whose weights are one whole, a scale in words, and indicators that belong to a part."""

import pytest
from django.core.exceptions import ValidationError

from calls import actions
from calls.actions import CriterionDraft
from calls.models import Criterion, Section
from events.models import Event
from tenders.refusal import Changed, Refused
from tenders.steps import Step
from tests import make


@pytest.fixture
def tender(cast):
    return make.tender(cast, step=Step.REQUEST)


@pytest.fixture
def call(cast, tender):
    return make.call(cast, tender, criteria=())


def drafts(*weights) -> list[CriterionDraft]:
    return [CriterionDraft(name=f"Criterium {i}", question="Hoe goed?", weight=w) for i, w in enumerate(weights, start=1)]


def current(call) -> list[tuple]:
    return [(c.position, c.name, c.weight) for c in Criterion.objects.current().filter(call=call)]


def test_weights_are_one_whole(cast, call):
    actions.set_criteria(tender=call.tender, by=cast.officer, version=1, criteria=drafts(4_000, 3_500, 2_500))
    assert current(call) == [(1, "Criterium 1", 4_000), (2, "Criterium 2", 3_500), (3, "Criterium 3", 2_500)]
    assert list(Event.objects.values_list("name", "is_public")) == [("calls.criteria_set", True)]


@pytest.mark.parametrize("weights, said", [((4_000, 3_500), "75 %"), ((), "0 %"), ((10_000, 1), "100,01 %")])
def test_weights_that_do_not_add_up_are_refused_with_their_sum(cast, call, weights, said):
    with pytest.raises(Refused) as refusal:
        actions.set_criteria(tender=call.tender, by=cast.officer, version=1, criteria=drafts(*weights))
    assert said in refusal.value.messages[0]
    assert current(call) == []


def test_a_criterion_keeps_its_place_on_the_thread_when_it_changes(cast, call):
    clause = call.clauses.get(section=Section.OUTCOME)
    made = actions.set_criteria(tender=call.tender, by=cast.officer, version=1, criteria=drafts(10_000))
    again = CriterionDraft(name="Anders", question="?", weight=10_000, clauses=[clause], public_id=made[0].public_id)
    changed = actions.set_criteria(tender=call.tender, by=cast.officer, version=2, criteria=[again])
    assert (changed[0].pk, changed[0].name) == (made[0].pk, "Anders")
    assert [source.clause for source in changed[0].sources.all()] == [clause]


def test_a_criterion_that_is_left_out_stays_with_the_reason(cast, call):
    made = actions.set_criteria(tender=call.tender, by=cast.officer, version=1, criteria=drafts(6_000, 4_000))
    one = CriterionDraft(name="Kwaliteit", question="?", weight=10_000, public_id=made[0].public_id)
    with pytest.raises(Refused) as refusal:
        actions.set_criteria(tender=call.tender, by=cast.officer, version=2, criteria=[one])
    assert refusal.value.code == "reason"
    actions.set_criteria(tender=call.tender, by=cast.officer, version=2, criteria=[one], reason="een is genoeg")
    gone = Criterion.objects.get(pk=made[1].pk)
    assert (gone.withdrawn_at is not None, gone.withdrawn_because, current(call)) == (
        True,
        "een is genoeg",
        [(1, "Kwaliteit", 10_000)],
    )


def test_price_needs_a_reason(cast, call):
    price = CriterionDraft(name="Prijs", question="Wat kost het?", weight=10_000, is_price=True)
    with pytest.raises(ValidationError):
        actions.set_criteria(tender=call.tender, by=cast.officer, version=1, criteria=[price])
    price.price_reason = "Er zijn vier gelijke plannen."
    assert actions.set_criteria(tender=call.tender, by=cast.officer, version=1, criteria=[price])[0].is_price


def test_two_who_save_criteria_write_over_nobody(cast, call):
    actions.set_criteria(tender=call.tender, by=cast.officer, version=1, criteria=drafts(10_000))
    with pytest.raises(Changed):
        actions.set_criteria(tender=call.tender, by=cast.buyer, version=1, criteria=drafts(5_000, 5_000))
    assert current(call) == [(1, "Criterium 1", 10_000)]


def test_a_scale_in_words(cast, call):
    grades = [("Goed", 8, "Het klopt."), ("Matig", 4, "")]
    actions.set_scale(tender=call.tender, by=cast.officer, version=1, grades=grades, committee_rules="Samen.", lowest_mark=5_500)
    call.refresh_from_db()
    assert [(g.label, g.points, g.meaning) for g in call.grades.all()] == [("Matig", 4, ""), ("Goed", 8, "Het klopt.")]
    assert (call.committee_rules, call.lowest_mark, call.version) == ("Samen.", 5_500, 2)


@pytest.mark.parametrize("grades", [[("Goed", 8, "")], [("Goed", 8, ""), ("Beter", 8, "")], [("Goed", 8, ""), ("goed ", 6, "")]])
def test_a_scale_that_cannot_be_used_is_refused(cast, call, grades):
    with pytest.raises(Refused) as refusal:
        actions.set_scale(tender=call.tender, by=cast.officer, version=1, grades=grades)
    assert refusal.value.code == "grades"
    assert call.grades.count() == 5


def test_an_indicator_belongs_to_a_part_of_the_same_request(cast, call):
    clause = call.clauses.get(section=Section.OUTCOME)
    made = actions.propose_indicator(
        tender=call.tender,
        by=cast.officer,
        clause=clause,
        name="Overlast",
        unit="meldingen",
        baseline=40,
        target=20,
        lower_is_better=True,
    )
    assert (made.clause, made.baseline, made.target, made.lower_is_better) == (clause, 40, 20, True)
    elsewhere = make.clause(cast, make.call(cast, make.tender(cast, step=Step.REQUEST)))
    with pytest.raises(Refused):
        actions.propose_indicator(tender=call.tender, by=cast.officer, clause=elsewhere, name="Overlast", unit="meldingen")


def test_a_withdrawn_indicator_stays_with_its_reason(cast, call):
    indicator = call.indicators.get()
    actions.withdraw_indicator(indicator=indicator, by=cast.officer, reason="niet te meten")
    indicator.refresh_from_db()
    assert (indicator.withdrawn_at is not None, indicator.withdrawn_because) == (True, "niet te meten")
    assert list(call.indicators.current()) == []
