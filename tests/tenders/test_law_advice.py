"""The advice as a whole: what comes first, what falls away, and which answer would change it."""

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st

from tenders.law.advice import Change, advise, changes, weeks
from tenders.law.answers import Answers, Clarity, Initiative, Nature, ObjectType, OfferMode, SubsidyBasis, Talk
from tenders.routes import Route

ON = dt.date(2026, 6, 1)
EUR = 100
WELFARE = Answers(total_value=420_000 * EUR)
APPLICANTS = Answers(
    total_value=1_640_000 * EUR, nature=Nature.ACTIVITY, scarce=True, initiative=Initiative.TOGETHER, lots=2, areas=2
)


def order(answers: Answers) -> list[Route]:
    return [row.route for row in advise(answers, ON).open_routes]


def test_a_social_service_below_the_threshold_is_asked_privately_first():
    assert order(WELFARE) == [Route.MULTIPLE_PRIVATE, Route.SAS, Route.OPEN, Route.COMPETITIVE_DIALOGUE, Route.RESTRICTED]


def test_the_same_service_from_the_threshold_on_goes_by_its_own_procedure():
    at_threshold = Answers(total_value=750_000 * EUR)
    assert order(at_threshold) == [Route.SAS, Route.OPEN, Route.COMPETITIVE_DIALOGUE, Route.RESTRICTED]
    blocked = {row.route: [one.rule.id for one in row.blocked_by] for row in advise(at_threshold, ON).routes if row.blocked_by}
    assert blocked == {
        Route.MULTIPLE_PRIVATE: ["R10", "R24"],
        Route.SUBSIDY_TENDER: ["R04"],
        Route.SMALL_GRANT: ["F06", "R04"],
        Route.BUILDING: ["F04"],
        Route.BUILDING_ONE: ["F04"],
    }


def test_plans_of_applicants_under_a_ceiling_go_by_a_subsidy_tender():
    advice = advise(APPLICANTS, ON)
    assert advice.first.route == Route.SUBSIDY_TENDER
    assert [one.rule.id for one in advice.first.because] == ["F02", "R06"]
    assert [one.rule.id for one in advice.needs_lawyer(Route.SUBSIDY_TENDER)] == ["R03"]
    assert advice.needs_lawyer(Route.SAS) == []


def test_a_small_own_plan_is_a_small_grant():
    plan = Answers(total_value=5_000 * EUR, nature=Nature.ACTIVITY, initiative=Initiative.RESIDENTS, invite_and_select=False)
    advice = advise(plan, ON)
    assert advice.first.route == Route.SMALL_GRANT
    assert advice.needs_lawyer(Route.SMALL_GRANT) == []


def test_green_that_is_clear_goes_open_with_few_and_restricted_with_many():
    green = Answers(total_value=300_000 * EUR, cpv="77310000", need_dialogue=Talk.NONE, spec_clarity=Clarity.CLEAR)
    assert order(green) == [Route.OPEN, Route.RESTRICTED]
    assert order(Answers(**green.as_json() | {"expected_bidders": 12})) == [Route.RESTRICTED, Route.OPEN]


def test_a_mere_building_goes_to_everybody_unless_there_is_one_candidate_only():
    assert order(Answers(object_type=ObjectType.PROPERTY)) == [Route.BUILDING]
    assert order(Answers(object_type=ObjectType.PROPERTY, only_one_party=True)) == [Route.BUILDING_ONE, Route.BUILDING]


def test_only_rules_about_the_track_of_a_route_count_for_it():
    advice = advise(WELFARE, ON)
    assert [one.rule.id for one in advice.counted(Route.MULTIPLE_PRIVATE)] == ["R01", "F01", "R11", "R19"]
    assert [one.rule.id for one in advice.counted(Route.BUILDING)] == ["R01", "F04"]


def test_the_answers_that_would_change_the_outcome_are_named():
    found = changes(advise(WELFARE, ON))
    assert found[:3] == [
        Change("total_value", 750_000 * EUR, Route.SAS),
        Change("nature", Nature.ACTIVITY, Route.SUBSIDY_TENDER),
        Change("offer_mode", OfferMode.COALITIONS, Route.SAS),
    ]


def test_an_amount_at_the_threshold_changes_by_falling_just_below_it():
    found = changes(advise(Answers(total_value=750_000 * EUR), ON))
    assert found[0] == Change("total_value", 749_999 * EUR, Route.MULTIPLE_PRIVATE)


amounts = st.sampled_from([0, 50_000, 50_001, 215_999, 216_000, 749_999, 750_000, 9_920_000]).map(lambda euros: euros * EUR)
any_answers = st.builds(
    Answers,
    total_value=amounts,
    object_type=st.sampled_from(ObjectType),
    cpv=st.sampled_from(["85320000", "77310000"]),
    nature=st.sampled_from(Nature),
    initiative=st.sampled_from(Initiative),
    invite_and_select=st.booleans(),
    offer_mode=st.sampled_from(OfferMode),
    need_dialogue=st.sampled_from(Talk),
    subsidy_basis=st.sampled_from(SubsidyBasis),
    scarce=st.booleans(),
    uses_building=st.booleans(),
)


@settings(max_examples=60, deadline=None)
@given(any_answers)
def test_each_change_really_changes_the_first_route_and_nothing_else_was_varied(answers):
    advice = advise(answers, ON)
    now = advice.first.route if advice.first else None
    for change in changes(advice):
        then = advise(Answers(**answers.as_json() | {change.name: change.answer}), ON).first.route
        assert (then, then != now) == (change.route, True)


@settings(max_examples=60, deadline=None)
@given(any_answers)
def test_no_answers_lead_to_a_private_invitation_from_the_threshold_on(answers):
    advice = advise(answers, ON)
    border = 750_000 if answers.is_social else 216_000
    if answers.total_value >= border * EUR and answers.object_type not in (ObjectType.WORK, ObjectType.CONCESSION):
        assert advice.of(Route.MULTIPLE_PRIVATE).blocked_by


@settings(max_examples=60, deadline=None)
@given(any_answers)
def test_answers_survive_being_stored(answers):
    assert Answers.of(answers.as_json()) == answers


def test_stored_answers_from_before_a_question_existed_get_its_usual_answer():
    assert Answers.of({"total_value": 100, "gone": 1}) == Answers(total_value=100)


def test_a_rule_with_a_lapsed_value_says_so_and_does_nothing():
    advice = advise(Answers(total_value=300_000 * EUR, cpv="77310000"), dt.date(2028, 1, 1))
    lapsed = {one.rule.id for one in advice.lapsed}
    assert {"R13", "R24"} <= lapsed
    assert {one.effect.points == {} and one.effect.blocks == () for one in advice.lapsed} == {True}
    assert len({one.text for one in advice.lapsed}) == 1


def test_a_rule_says_until_when_its_amount_holds():
    advice = advise(Answers(total_value=300_000 * EUR, cpv="77310000"), ON)
    ends = {one.rule.id: one.holds_until for one in advice.applied if one.holds_until}
    assert ends == {"R13": dt.date(2027, 12, 31)}


def test_weeks_are_those_of_bidding_choosing_and_the_term_after_it():
    assert {route: weeks(route, ON) for route in Route} == {
        Route.SMALL_GRANT: 8,
        Route.SUBSIDY_TENDER: 20,  # 42 days to apply, 8 weeks to decide, 6 weeks to object
        Route.SAS: 12,  # 30 + 28 + 20 days
        Route.OPEN: 14,  # 45 + 28 + 20
        Route.RESTRICTED: 17,  # 30 + 40 + 28 + 20
        Route.COMPETITIVE_DIALOGUE: 20,  # 30 + 28 + 28 + 28 + 20
        Route.MULTIPLE_PRIVATE: 10,  # 21 + 28 + 20
        Route.BUILDING: 11,  # 28 + 28 + 20
        Route.BUILDING_ONE: 3,
    }
