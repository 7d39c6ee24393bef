"""The arithmetic of the ranking, against figures worked by hand and published, and as properties."""

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from evaluation import scoring
from evaluation.scoring import Tallies, Without


def test_a_total_is_the_weighted_mean_in_hundredths():
    assert scoring.total([10, 8, 6], [4_000, 3_500, 2_500]) == 830


def test_weights_that_are_no_whole_percents_add_up_exactly():
    assert scoring.weighted_mean([10, 10, 10], [3_333, 3_333, 3_334]) == 10
    assert scoring.total([2, 4, 6], [3_333, 3_333, 3_334]) == 400


@pytest.mark.parametrize(
    ("numerator", "denominator", "expected"),
    [(1, 3, 33), (2, 3, 67), (1, 200, 1), (1, 201, 0), (7_905, 1_000, 791), (79_049, 10_000, 790)],
)
def test_it_rounds_once_and_half_goes_up(numerator, denominator, expected):
    assert scoring.hundredths(numerator, denominator) == expected


@pytest.mark.parametrize(
    ("totals", "expected"),
    [([], []), ([700], [1]), ([700, 800], [2, 1]), ([800, 800, 700], [1, 1, 3]), ([700, 800, 700, 650], [2, 1, 2, 4])],
)
def test_equals_share_a_place_and_the_next_stays_empty(totals, expected):
    assert scoring.places(totals) == expected


@pytest.mark.parametrize(
    ("total", "share", "expected"), [(600, 6_000, True), (599, 6_000, False), (0, None, True), (1_000, 10_000, True)]
)
def test_the_lowest_mark_is_a_share_of_the_highest_points(total, share, expected):
    assert scoring.reaches(total, lowest_share=share, highest_points=10) is expected


def test_spread_counts_steps_of_the_scale_and_variance():
    points = [2, 4, 6, 8, 10]
    assert scoring.spread([0, 0, 3, 0, 0], points) == (0, 0)
    assert scoring.spread([0, 1, 0, 1, 0], points) == (2, 16)
    assert scoring.spread([0, 0, 0, 0, 0], points) == (0, 0)


def tallies(points: dict[int, list[list[int]]], weights: list[int]) -> Tallies:
    """As the database sums the points of each bid, a row for each member."""
    given_ = np.array(list(points.values()))
    return Tallies(np.array(list(points)), (given_ * np.array(weights)).sum(axis=2), given_.sum(axis=1))


def test_robustness_names_each_case_in_which_another_comes_first():
    # Two members, two criteria of 60 and 40. Bid 1 wins by the first criterion only; bid 2 is better on the second.
    weights = [6_000, 4_000]
    one = [[10, 4], [8, 4]]
    two = [[6, 8], [6, 8]]
    found = tallies({1: one, 2: two}, weights)
    assert found.totals(weights).tolist() == [700, 680]
    assert scoring.robustness(found, weights) == [
        scoring.Variation(Without.MEMBER, 0, frozenset({2}), False),
        scoring.Variation(Without.MEMBER, 1, frozenset({1}), True),
        scoring.Variation(Without.CRITERION, 0, frozenset({2}), False),
        scoring.Variation(Without.CRITERION, 1, frozenset({1}), True),
        scoring.Variation(Without.WEIGHTS, 0, frozenset({2}), False),
    ]


def test_with_one_member_and_one_criterion_nothing_can_be_left_out():
    assert scoring.robustness(tallies({1: [[8]]}, [10_000]), [10_000]) == []
    assert scoring.robustness(Tallies(np.zeros(0, int), np.zeros((0, 3), int), np.zeros((0, 2), int)), [5_000, 5_000]) == []


# Krippendorff (2011), Computing Krippendorff's Alpha-Reliability, section A: two observers, ten units, two values.
# The published value is 0.095; half a unit of its last digit is the tolerance.
TWO_OBSERVERS = ([0, 1, 0, 0, 0, 0, 0, 0, 1, 0], [1, 1, 1, 0, 0, 1, 0, 0, 0, 0])


@pytest.mark.parametrize("level", ["ordinal", "interval"])
def test_alpha_is_the_published_one_for_two_observers_and_two_values(level):
    # With two values every level of measurement gives the same alpha.
    units = [[(a, b).count(0), (a, b).count(1)] for a, b in zip(*TWO_OBSERVERS, strict=True)]
    assert scoring.agreement(units, [0, 1], level=level) == pytest.approx(0.095, abs=0.0005)


def test_alpha_is_one_when_all_agree_and_none_when_there_is_nothing_to_compare():
    points = [2, 4, 6]
    assert scoring.agreement([[3, 0, 0], [0, 3, 0]], points) == pytest.approx(1)
    assert scoring.agreement([[3, 0, 0], [3, 0, 0]], points) is None
    assert scoring.agreement([[1, 0, 0], [0, 1, 0]], points) is None
    assert scoring.agreement([], points) is None


# A busy machine is no reason to fail.
calm = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
POINTS = st.sampled_from([2, 4, 6, 8, 10])
WEIGHTS = st.lists(st.integers(1, 10_000), min_size=1, max_size=5)


@st.composite
def grades(draw):
    """Weights, and for each bid a grade of each member on each criterion."""
    weights = draw(WEIGHTS)
    members = draw(st.integers(1, 5))
    one_bid = st.lists(st.lists(POINTS, min_size=len(weights), max_size=len(weights)), min_size=members, max_size=members)
    return weights, draw(st.lists(one_bid, min_size=1, max_size=6))


@calm
@given(grades())
def test_the_sums_of_the_database_give_the_mean_of_the_members(case):
    weights, bids = case
    totals = tallies(dict(enumerate(bids)), weights).totals(weights).tolist()
    for by_members, total in zip(bids, totals, strict=True):
        means = [scoring.weighted_mean(row, weights) for row in by_members]
        exact = sum(means) / len(means)
        assert total == scoring.hundredths(exact.numerator, exact.denominator)


@calm
@given(grades())
def test_a_total_lies_between_the_lowest_and_the_highest_grade(case):
    weights, bids = case
    totals = tallies(dict(enumerate(bids)), weights).totals(weights).tolist()
    for by_members, total in zip(bids, totals, strict=True):
        given_ = [p for row in by_members for p in row]
        assert 100 * min(given_) <= total <= 100 * max(given_)


@calm
@given(grades(), st.randoms())
def test_the_order_of_bids_and_members_changes_no_place(case, random):
    weights, bids = case
    totals = tallies(dict(enumerate(bids)), weights).totals(weights)
    shuffled = list(range(len(bids)))
    random.shuffle(shuffled)
    members = list(range(len(bids[0])))
    random.shuffle(members)
    others = tallies({i: [bids[i][m] for m in members] for i in shuffled}, weights).totals(weights)
    places = scoring.places(totals)
    assert scoring.places(others) == [places[i] for i in shuffled]


@calm
@given(st.lists(st.integers(0, 1_000), max_size=30))
def test_a_place_says_how_many_are_better(totals):
    assert scoring.places(totals) == [1 + sum(other > total for other in totals) for total in totals]


@calm
@given(grades())
def test_a_winner_who_is_best_in_everything_stays_first_whatever_is_left_out(case):
    weights, bids = case
    others = {i: [[min(p, 8) for p in row] for row in one] for i, one in enumerate(bids)}
    found = tallies({99: [[10] * len(weights) for _member in bids[0]]} | others, weights)
    assert all(variation.same for variation in scoring.robustness(found, weights))


@calm
@given(st.lists(st.lists(st.integers(0, 4), min_size=5, max_size=5), min_size=1, max_size=8))
def test_alpha_is_never_above_one(units):
    alpha = scoring.agreement(units, [2, 4, 6, 8, 10])
    assert alpha is None or alpha <= 1 + 1e-9
