"""No group under ten can be seen, and none can be had by subtracting, however the counts are."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from areas.representation import compare, missing
from areas.small_cells import SMALLEST, STEP, rounded, showable

NAMES = "abcdef"
counts_of = st.lists(st.integers(0, 60), min_size=2, max_size=6).map(lambda numbers: dict(zip(NAMES, numbers, strict=False)))


@given(counts_of)
def test_what_is_shown_is_ten_or_more_and_rounded(counts):
    shown = showable(counts)
    if shown is None:
        return
    assert all(counts[name] >= SMALLEST and number >= SMALLEST and number % STEP == 0 for name, number in shown.cells.items())
    assert shown.total % STEP == 0
    assert {*shown.cells, *shown.small, *shown.with_them} == set(counts)
    assert set(shown.small) == {name for name, number in counts.items() if number < SMALLEST}


@given(counts_of)
def test_a_small_group_never_stands_alone_among_the_hidden(counts):
    shown = showable(counts)
    hidden = [] if shown is None else [*shown.small, *shown.with_them]
    assert len(hidden) != 1


def test_whoever_knows_how_it_works_still_cannot_tell_any_hidden_cell():
    """Every table of two, three and four groups up to some size: the same picture always leaves three values open."""
    for size, most in ((2, 90), (3, 60), (4, 30)):
        pictures = {}
        for numbers in itertools.product(range(most + 1), repeat=size):
            shown = showable(dict(zip(NAMES, numbers, strict=False))) if sum(numbers) <= most else None
            if shown is not None and shown.total <= most - STEP // 2:  # of larger ones not every table is looked at
                key = shown.total, tuple(sorted(shown.cells.items())), shown.small, shown.with_them
                pictures.setdefault(key, []).append(numbers)
        open_values = [
            len({numbers[NAMES.index(name)] for numbers in alike})
            for (_total, _cells, small, with_them), alike in pictures.items()
            for name in (*small, *with_them)
        ]
        assert min(open_values) >= 3


def test_fewer_than_ten_in_all_show_nothing():
    assert showable({"a": 4, "b": 5}) is None
    assert showable({}) is None


def test_counts_are_rounded_to_the_nearest_five():
    assert [rounded(number) for number in (10, 12, 13, 17, 18)] == [10, 10, 15, 15, 20]


def test_the_most_missing_group_comes_first_and_chance_is_not_called_missing():
    residents = {"a": 400, "b": 300, "c": 300}
    far = compare(showable({"a": 150, "b": 40, "c": 10}), residents)
    assert [(one.name, round(one.index)) for one in missing(far)] == [("c", 17), ("b", 67)]
    near = compare(showable({"a": 20, "b": 11, "c": 12}), residents)
    assert missing(near) == []


def test_a_small_group_is_named_only_when_nine_would_be_too_few_as_well():
    residents = {"a": 500, "b": 500}
    few = compare(showable({"a": 20, "b": 8}), residents)
    many = compare(showable({"a": 150, "b": 0}), residents)
    assert [one.name for one in missing(many)] == ["b"]
    assert [(one.name, one.took_part, one.index) for one in few] == [("a", None, None), ("b", None, None)]
    assert [one.name for one in missing(few)] == ["b"]
    assert missing(compare(showable({"a": 15, "b": 9}), residents)) == []


def test_where_nobody_lives_nothing_is_compared():
    assert compare(showable({"a": 50, "b": 50}), {"a": 0, "b": 0}) == []
    assert compare(showable({"a": 50, "b": 50}), {}) == []
    alone = compare(showable({"a": 50, "b": 50}), {"a": 10, "b": 0})
    assert [(one.index, one.is_missing) for one in alone] == [(50.0, False), (None, False)]
