"""Every rule of the guide, one by one, at its borders."""

import datetime as dt

import pytest

from tenders.law.advice import all_rules, wording
from tenders.law.answers import (
    Answers,
    Clarity,
    Control,
    CrossBorder,
    Funding,
    Initiative,
    Nature,
    ObjectType,
    OfferMode,
    OnePartyGround,
    SubsidyBasis,
    Talk,
    is_social,
)
from tenders.law.checks import law_files_fit, law_values_hold
from tenders.law.effect import CONTRACT, SUBSIDY, Effect
from tenders.law.rules import contract, fit, subsidy
from tenders.law.values import Lapsed
from tenders.routes import Route

ON = dt.date(2026, 6, 1)
EUR = 100
GREEN = "77310000"  # green and gardens: no social service
BARE = Effect()


def social(**fields) -> Answers:
    return Answers(**({"total_value": 420_000 * EUR} | fields))


def other(**fields) -> Answers:
    return Answers(**({"cpv": GREEN, "total_value": 100_000 * EUR} | fields))


@pytest.mark.parametrize(
    "cpv, social",
    [
        ("85000000", True),
        ("85323000", True),
        ("85323001", False),
        ("84999999", False),
        ("92700000", True),
        ("92700001", False),
        ("55510000", False),
        ("55520000", True),
        ("98500000", True),
        ("98500001", False),
        ("77310000", False),
        ("8532000", False),
        ("", False),
        ("8532000x", False),
    ],
)
def test_a_social_service_is_read_strictly_from_the_list(cpv, social):
    assert is_social(cpv) is social


def test_only_work_for_people_is_a_social_service():
    assert [kind for kind in ObjectType if Answers(object_type=kind).is_social] == [ObjectType.SERVICE, ObjectType.MIXED]


# Does the route fit at all?


def test_r01_every_choice_needs_its_reason():
    assert fit.objective_grounds(Answers(), ON) == BARE


def test_f01_who_wants_a_result_needs_a_contract():
    assert fit.result_is_wanted(social(nature=Nature.TASK), ON) == Effect(points=dict.fromkeys(CONTRACT, 40))
    assert fit.result_is_wanted(social(nature=Nature.ACTIVITY), ON) is None


def test_f02_somebodys_own_activity_asks_a_subsidy():
    assert fit.own_activity(social(nature=Nature.ACTIVITY), ON) == Effect(points=dict.fromkeys(SUBSIDY, 40))
    assert fit.own_activity(social(nature=Nature.TASK), ON) is None


def test_f03_the_social_procedure_is_for_social_services_only():
    assert fit.not_a_social_service(other(), ON) == Effect(blocks=(Route.SAS,))
    assert fit.not_a_social_service(social(object_type=ObjectType.WORK), ON) == Effect(blocks=(Route.SAS,))
    assert fit.not_a_social_service(social(), ON) is None


def test_f04_without_a_building_its_route_falls_away():
    assert fit.no_building(social(), ON) == Effect(blocks=(Route.BUILDING, Route.BUILDING_ONE))
    assert fit.no_building(social(uses_building=True), ON) is None
    assert fit.no_building(social(object_type=ObjectType.PROPERTY), ON) is None


def test_f05_a_mere_building_has_the_routes_of_property():
    others = tuple(route for route in Route if route not in (Route.BUILDING, Route.BUILDING_ONE))
    points = {Route.BUILDING: 60, Route.BUILDING_ONE: 60}
    assert fit.only_a_building(social(object_type=ObjectType.PROPERTY), ON) == Effect(points=points, blocks=others)
    assert fit.only_a_building(social(uses_building=True), ON) is None


def test_f06_a_small_grant_has_no_rivals():
    assert fit.choice_between_parties(social(invite_and_select=True), ON) == Effect(blocks=(Route.SMALL_GRANT,))
    without = Effect(points={Route.SUBSIDY_TENDER: -30}, says="no_choice")
    assert fit.choice_between_parties(social(invite_and_select=False), ON) == without


def test_f07_a_small_grant_is_small_up_to_and_including_its_border():
    assert fit.not_small(social(total_value=50_000 * EUR), ON) is None
    assert fit.not_small(social(total_value=50_000 * EUR + 1), ON) == Effect(points={Route.SMALL_GRANT: -30})


def test_f08_talk_with_bidders_needs_a_route_with_room():
    room = Effect(
        points={
            Route.SAS: 10,
            Route.MULTIPLE_PRIVATE: 5,
            Route.COMPETITIVE_DIALOGUE: 10,
            Route.OPEN: -20,
            Route.RESTRICTED: -20,
        }
    )
    found = {talk: fit.talk_with_bidders(social(need_dialogue=talk), ON) for talk in Talk}
    assert found == {Talk.NONE: None, Talk.BEFORE: None, Talk.DURING: room, Talk.AFTER: room}


# Subsidies


def test_r02_a_plan_of_residents_without_choice_is_a_grant():
    plan = Answers(nature=Nature.ACTIVITY, initiative=Initiative.RESIDENTS, invite_and_select=False)
    grant = Effect(points={Route.SMALL_GRANT: 40})
    assert fit.small_own_plan(plan, ON) == grant
    assert fit.small_own_plan(Answers(**plan.as_json() | {"initiative": Initiative.TOGETHER}), ON) == grant
    for changed in (
        {"nature": Nature.TASK},
        {"initiative": Initiative.MUNICIPALITY},
        {"invite_and_select": True},
        {"control": Control.DETAILED},
    ):
        assert fit.small_own_plan(Answers(**plan.as_json() | changed), ON) is None


def test_r03_an_invitation_with_a_choice_asks_a_lawyers_signature():
    assert subsidy.invitation_and_choice(social(invite_and_select=True), ON) == Effect(sign_off=True)
    assert subsidy.invitation_and_choice(social(invite_and_select=False), ON) is None


@pytest.mark.parametrize(
    "nature, invite, control, blocked",
    [
        (Nature.TASK, True, Control.FRAMES, True),
        (Nature.TASK, False, Control.DETAILED, True),
        (Nature.TASK, False, Control.FRAMES, False),
        (Nature.ACTIVITY, True, Control.DETAILED, False),
    ],
)
def test_r04_what_can_be_enforced_and_was_asked_for_is_an_order(nature, invite, control, blocked):
    found = subsidy.enforceable_subsidy(social(nature=nature, invite_and_select=invite, control=control), ON)
    assert found == (Effect(blocks=SUBSIDY) if blocked else None)


def test_r05_a_subsidy_without_a_legal_basis_falls_away():
    found = {basis: subsidy.no_legal_basis(social(subsidy_basis=basis), ON) for basis in SubsidyBasis}
    assert [basis for basis, effect in found.items() if effect == Effect(blocks=SUBSIDY)] == [SubsidyBasis.NONE]


def test_r06_a_ceiling_asks_a_subsidy_tender():
    assert subsidy.scarce_subsidy(social(scarce=True), ON) == Effect(points={Route.SUBSIDY_TENDER: 30})
    assert subsidy.scarce_subsidy(social(scarce=False), ON) is None


@pytest.mark.parametrize(
    "basis, months, blocked",
    [
        (SubsidyBasis.INCIDENTAL, 48, False),
        (SubsidyBasis.INCIDENTAL, 49, True),
        (SubsidyBasis.REGULATION, 49, False),
    ],
)
def test_r07_an_incidental_subsidy_lasts_four_years_at_most(basis, months, blocked):
    found = subsidy.incidental_too_long(social(subsidy_basis=basis, term_months=months), ON)
    assert found == (Effect(blocks=SUBSIDY) if blocked else None)


def test_r08_who_received_a_subsidy_for_three_years_hears_in_time():
    assert subsidy.long_subsidy_ends(social(years_subsidised=3, existing_ends=True), ON) == BARE
    assert subsidy.long_subsidy_ends(social(years_subsidised=2, existing_ends=True), ON) is None
    assert subsidy.long_subsidy_ends(social(years_subsidised=3, existing_ends=False), ON) is None


def test_r30_paying_for_results_by_subsidy_looks_like_an_order():
    assert subsidy.results_by_subsidy(social(funding=Funding.OUTCOME), ON) == Effect(points=dict.fromkeys(SUBSIDY, -10))
    assert subsidy.results_by_subsidy(social(funding=Funding.COMBINED), ON) is None


def test_s01_who_works_on_a_market_may_receive_state_support():
    assert subsidy.state_aid(social(economic_activity=True), ON) == BARE
    assert subsidy.state_aid(social(economic_activity=False), ON) is None


@pytest.mark.parametrize(
    "total, months, used, says",
    [
        (300_000, 36, 0, "within"),
        (300_000, 36, 1, "above"),
        (400_000, 48, 0, "within"),  # of four years three count
        (400_002, 48, 0, "above"),
        (100_000, 12, 200_000, "within"),
        (100_000, 12, 200_001, "above"),
    ],
)
def test_s02_small_support_is_300_000_in_three_years_at_most(total, months, used, says):
    answers = social(total_value=total * EUR, term_months=months, de_minimis_used=used * EUR, economic_activity=True)
    assert subsidy.small_support(answers, ON) == Effect(says=says)


def test_s02_does_not_speak_of_who_works_on_no_market_or_for_a_public_service():
    assert subsidy.small_support(social(economic_activity=False), ON) is None
    assert subsidy.small_support(social(economic_activity=True, public_service=True), ON) is None


def test_s03_a_public_service_may_have_750_000_in_three_years():
    service = {"economic_activity": True, "public_service": True, "term_months": 36}
    within, above = social(total_value=750_000 * EUR, **service), social(total_value=750_000 * EUR + 1, **service)
    assert subsidy.small_support_for_public_service(within, ON) == Effect(says="within")
    assert subsidy.small_support_for_public_service(above, ON) == Effect(says="above")
    assert subsidy.small_support_for_public_service(social(economic_activity=True), ON) is None


# Orders


@pytest.mark.parametrize("euros, applies", [(749_999, False), (750_000, True), (750_001, True)])
def test_r10_a_social_service_from_750_000_on_has_its_own_procedure(euros, applies):
    found = contract.social_at_threshold(social(total_value=euros * EUR), ON)
    assert found == (Effect(points={Route.SAS: 25}, blocks=(Route.MULTIPLE_PRIVATE,)) if applies else None)


def test_r10_does_not_speak_of_other_services():
    assert contract.social_at_threshold(other(total_value=750_000 * EUR), ON) is None


def test_r11_a_social_service_below_750_000_may_be_asked_privately():
    free = Effect(points={Route.MULTIPLE_PRIVATE: 25, Route.SAS: 10})
    assert contract.social_below_threshold(social(total_value=749_999 * EUR + 99), ON) == free
    assert contract.social_below_threshold(social(total_value=750_000 * EUR), ON) is None
    assert contract.social_below_threshold(social(cross_border=CrossBorder.POSSIBLE), ON) is None
    assert contract.social_below_threshold(other(), ON) is None


def test_r12_certain_interest_from_abroad_asks_a_notice_below_the_threshold_too():
    notice = Effect(points={Route.SAS: 15, Route.OPEN: 15}, blocks=(Route.MULTIPLE_PRIVATE,))
    assert contract.certain_interest_from_abroad(social(cross_border=CrossBorder.CERTAIN), ON) == notice
    assert contract.certain_interest_from_abroad(social(cross_border=CrossBorder.POSSIBLE), ON) is None
    above = social(cross_border=CrossBorder.CERTAIN, total_value=750_000 * EUR)
    assert contract.certain_interest_from_abroad(above, ON) is None


@pytest.mark.parametrize(
    "kind, euros, applies",
    [
        (ObjectType.SERVICE, 215_999, False),
        (ObjectType.SERVICE, 216_000, True),
        (ObjectType.SUPPLY, 216_000, True),
        (ObjectType.MIXED, 216_000, True),
        (ObjectType.WORK, 216_000, False),
    ],
)
def test_r13_another_service_from_216_000_on_asks_a_european_procedure(kind, euros, applies):
    found = contract.other_service_at_threshold(other(object_type=kind, total_value=euros * EUR), ON)
    european = Effect(points={Route.OPEN: 20, Route.RESTRICTED: 15}, blocks=(Route.MULTIPLE_PRIVATE,))
    assert found == (european if applies else None)


def test_r13_knows_the_threshold_of_its_year_and_no_other():
    last_year = dt.date(2025, 12, 31)
    assert contract.other_service_at_threshold(other(total_value=220_999 * EUR), last_year) is None
    assert contract.other_service_at_threshold(other(total_value=221_000 * EUR), last_year) is not None
    with pytest.raises(Lapsed):
        contract.other_service_at_threshold(other(), dt.date(2028, 1, 1))


@pytest.mark.parametrize(
    "kind, euros, applies",
    [
        (ObjectType.WORK, 5_403_999, False),
        (ObjectType.WORK, 5_404_000, True),
        (ObjectType.CONCESSION, 5_403_999, False),
        (ObjectType.CONCESSION, 5_404_000, True),
        (ObjectType.SERVICE, 5_404_000, False),
    ],
)
def test_r14_works_and_concessions_have_a_threshold_of_their_own(kind, euros, applies):
    found = contract.work_or_concession_at_threshold(other(object_type=kind, total_value=euros * EUR), ON)
    european = Effect(points={Route.OPEN: 20, Route.RESTRICTED: 15}, blocks=(Route.MULTIPLE_PRIVATE,))
    assert found == (european if applies else None)


def test_r15_of_a_mix_the_main_part_decides():
    assert contract.mixed_order(social(object_type=ObjectType.MIXED), ON) == BARE
    assert contract.mixed_order(social(), ON) is None


def test_r16_a_dialogue_above_the_threshold_needs_a_condition_of_the_law():
    big = {"total_value": 216_000 * EUR, "need_dialogue": Talk.DURING}
    blocked = Effect(blocks=(Route.COMPETITIVE_DIALOGUE,), says="blocked")
    assert contract.talk_during(other(**big), ON) == blocked
    assert contract.talk_during(other(**big | {"need_dialogue": Talk.NONE}), ON) == blocked
    allowed = other(**big, dialogue_conditions=("complex",))
    assert contract.talk_during(allowed, ON) == Effect(points={Route.COMPETITIVE_DIALOGUE: 35})
    assert contract.talk_during(other(**big | {"total_value": 215_999 * EUR}), ON) is None
    assert contract.talk_during(social(**big | {"total_value": 750_000 * EUR}), ON) is None


def test_r17_negotiating_afterwards_comes_nearest_to_a_dialogue():
    big = {"total_value": 216_000 * EUR, "need_dialogue": Talk.AFTER}
    assert contract.talk_after_offers(other(**big), ON) == BARE
    nearest = Effect(points={Route.COMPETITIVE_DIALOGUE: 15})
    assert contract.talk_after_offers(other(**big, dialogue_conditions=("design",)), ON) == nearest
    assert contract.talk_after_offers(other(**big | {"need_dialogue": Talk.DURING}), ON) is None
    assert contract.talk_after_offers(other(**big | {"total_value": 215_999 * EUR}), ON) is None


def test_r18_what_must_be_invented_above_the_threshold():
    assert contract.something_new(social(innovation=True, total_value=750_000 * EUR), ON) == Effect(points={Route.SAS: 5})
    assert contract.something_new(social(innovation=True, total_value=749_999 * EUR), ON) is None
    assert contract.something_new(social(total_value=750_000 * EUR), ON) is None


def test_r19_a_conversation_beforehand_asks_published_reports():
    assert [talk for talk in Talk if fit.talk_before(social(need_dialogue=talk), ON) == BARE] == [Talk.BEFORE]


@pytest.mark.parametrize(
    "talk, clarity, bidders, effect",
    [
        (Talk.NONE, Clarity.CLEAR, 5, Effect(points={Route.OPEN: 25}, says="few")),
        (Talk.NONE, Clarity.CLEAR, 6, Effect(points={Route.RESTRICTED: 25}, says="many")),
        (Talk.NONE, Clarity.PARTLY, 5, None),
        (Talk.BEFORE, Clarity.CLEAR, 5, None),
    ],
)
def test_r20_few_bidders_bid_at_once_and_many_are_selected_first(talk, clarity, bidders, effect):
    answers = social(need_dialogue=talk, spec_clarity=clarity, expected_bidders=bidders)
    assert contract.clear_and_no_talk(answers, ON) == effect


def test_r21_competing_coalitions_need_talk():
    assert contract.competing_coalitions(social(offer_mode=OfferMode.COALITIONS), ON) == Effect(points={Route.SAS: 20})
    dialogue = Effect(points={Route.COMPETITIVE_DIALOGUE: 15})
    assert contract.competing_coalitions(other(offer_mode=OfferMode.COALITIONS), ON) == dialogue
    assert contract.competing_coalitions(social(), ON) is None


def test_r22_one_offer_together_is_open_to_all_from_the_threshold_on():
    joint = {"offer_mode": OfferMode.JOINT}
    above = Effect(points={Route.SAS: 20}, blocks=(Route.MULTIPLE_PRIVATE,), says="published")
    assert contract.one_joint_offer(social(total_value=750_000 * EUR, **joint), ON) == above
    below = Effect(points={Route.MULTIPLE_PRIVATE: 10}, says="below")
    assert contract.one_joint_offer(social(total_value=749_999 * EUR, **joint), ON) == below
    assert contract.one_joint_offer(social(), ON) is None


def test_r23_rivals_who_offer_together_are_warned():
    assert contract.rivals_together(social(offer_mode=OfferMode.JOINT, competitors_join=True), ON) == BARE
    assert contract.rivals_together(social(offer_mode=OfferMode.JOINT), ON) is None
    assert contract.rivals_together(social(competitors_join=True), ON) is None


def test_r24_inviting_without_notice_above_the_threshold_needs_a_ground():
    blocked = Effect(blocks=(Route.MULTIPLE_PRIVATE,))
    assert contract.invitation_without_notice(social(total_value=750_000 * EUR), ON) == blocked
    assert contract.invitation_without_notice(social(total_value=749_999 * EUR), ON) is None
    assert contract.invitation_without_notice(other(total_value=216_000 * EUR), ON) == blocked
    ground = {"only_one_party": True, "one_party_ground": OnePartyGround.TECHNICAL}
    assert contract.invitation_without_notice(social(total_value=750_000 * EUR, **ground), ON) is None
    assert contract.invitation_without_notice(social(total_value=750_000 * EUR, only_one_party=True), ON) == blocked


def test_r25_one_party_above_the_threshold_needs_proof():
    only = {"only_one_party": True, "total_value": 750_000 * EUR}
    assert contract.one_party_at_threshold(social(**only), ON) == Effect(says="no_ground")
    assert contract.one_party_at_threshold(social(**only, one_party_ground=OnePartyGround.EXCLUSIVE), ON) == BARE
    assert contract.one_party_at_threshold(social(**only | {"total_value": 749_999 * EUR}), ON) is None


def test_r26_admitting_everybody_is_no_order():
    assert contract.everybody_admitted(social(offer_mode=OfferMode.ADMIT_ALL), ON) == BARE
    assert contract.everybody_admitted(social(), ON) is None


def test_r27_the_right_to_challenge_comes_before_the_route():
    found = [who for who in Initiative if fit.right_to_challenge(social(initiative=who), ON) == BARE]
    assert found == [Initiative.CHALLENGE]


def test_r28_and_r29_speak_of_how_is_paid():
    assert [way for way in Funding if contract.paid_for_results(social(funding=way), ON)] == [Funding.OUTCOME]
    assert [way for way in Funding if contract.paid_for_presence(social(funding=way), ON)] == [
        Funding.AVAILABILITY,
        Funding.PERFORMANCE,
    ]


@pytest.mark.parametrize("areas, lots, applies", [(1, 1, False), (2, 1, True), (2, 2, False)])
def test_r32_several_areas_in_one_lot_ask_an_explanation(areas, lots, applies):
    assert fit.several_areas_one_lot(social(areas=areas, lots=lots), ON) == (BARE if applies else None)


@pytest.mark.parametrize(
    "euros, repeated, effect",
    [
        (674_999, False, None),
        (675_000, False, BARE),
        (749_999, False, BARE),
        (750_000, False, None),
        (100_000, True, Effect(says="repeated")),
        (750_000, True, None),
    ],
)
def test_r34_from_ten_percent_below_the_threshold_one_looks_twice(euros, repeated, effect):
    assert contract.just_below_threshold(social(total_value=euros * EUR, repeated=repeated), ON) == effect


def test_r34_does_not_speak_of_a_mere_building():
    assert contract.just_below_threshold(social(object_type=ObjectType.PROPERTY), ON) is None


def test_r35_the_support_act_asks_a_fair_price():
    assert fit.support_act(social(wmo_or_youth=True), ON) == BARE
    assert fit.support_act(social(), ON) is None


def test_p01_a_building_asks_equal_chances():
    property_ = {"object_type": ObjectType.PROPERTY}
    one = Effect(points={Route.BUILDING_ONE: 20}, says="one")
    beside = {Route.BUILDING: -20, Route.BUILDING_ONE: -20}
    assert fit.building_goes_along(social(**property_), ON) == Effect(blocks=(Route.BUILDING_ONE,))
    assert fit.building_goes_along(social(**property_, only_one_party=True), ON) == one
    assert fit.building_goes_along(social(uses_building=True), ON) == Effect(
        points=beside, blocks=(Route.BUILDING_ONE,), says="beside"
    )
    assert fit.building_goes_along(social(uses_building=True, only_one_party=True), ON) == Effect(points=beside, says="beside")
    assert fit.building_goes_along(social(), ON) is None


# The table


def test_the_law_files_fit_each_other():
    assert law_files_fit(None) == []


def test_a_value_that_lapses_is_announced_three_months_before(move_clock):
    move_clock(to=dt.datetime(2027, 10, 1, 12, tzinfo=dt.UTC))
    assert [warning.id for warning in law_values_hold(None)] == []
    move_clock(to=dt.datetime(2027, 11, 1, 12, tzinfo=dt.UTC))
    assert sorted(warning.msg.split()[0] for warning in law_values_hold(None)) == [
        "concessions_threshold",
        "services_threshold",
        "works_threshold",
    ]


def test_every_rule_has_a_source():
    assert [rule.id for rule in all_rules().values() if not rule.source] == []


def test_a_wording_names_the_values_of_its_day():
    assert wording("R10", "", {"social_threshold": "€ 750.000"}).count("€ 750.000") == 1
