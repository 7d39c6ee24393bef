"""Counting a board: which groups may be shown, what they chose most often, and whether they agree."""

import pytest

from inventory.sorting import Row, Share, agrees, chosen_by_most_residents, rows_of, shares_of


@pytest.mark.parametrize(
    ("people", "rows", "hidden"),
    [
        ({}, [], []),
        ({"residents": 12}, ["residents 12"], []),
        ({"residents": 9}, [], ["residents 9"]),
        ({"residents": 30, "municipality": 12}, ["residents 30", "municipality 12"], []),
        ({"residents": 30, "municipality": 3}, ["residents 30"], ["municipality 3"]),
        # Two small groups of society are shown as one.
        ({"residents": 30, "organisations": 6, "entrepreneurs": 5}, ["residents 30", "organisations+entrepreneurs 11"], []),
        # One small group takes the other with it, never the residents.
        ({"residents": 30, "organisations": 14, "entrepreneurs": 2}, ["residents 30", "organisations+entrepreneurs 16"], []),
        ({"residents": 30, "entrepreneurs": 2}, ["residents 30"], ["entrepreneurs 2"]),
        ({"residents": 6, "organisations": 5}, ["residents+organisations 11"], []),
        ({"residents": 4, "organisations": 20}, ["residents+organisations 24"], []),
        # A fold that stays small is hidden as a whole.
        ({"residents": 30, "organisations": 4, "entrepreneurs": 4}, ["residents 30"], ["organisations+entrepreneurs 8"]),
        ({"residents": 3, "entrepreneurs": 3, "municipality": 40}, ["municipality 40"], ["residents+entrepreneurs 6"]),
    ],
)
def test_a_group_under_ten_is_folded_or_hidden(people, rows, hidden):
    shown = rows_of(people)
    assert [f"{'+'.join(row.groups)} {row.people}" for row in shown.rows] == rows
    assert [f"{'+'.join(row.groups)} {row.people}" for row in shown.hidden] == hidden


def test_no_row_that_is_shown_is_under_ten_whoever_sorts():
    numbers = (0, 1, 5, 9, 10, 11, 40)
    for residents in numbers:
        for organisations in numbers:
            for entrepreneurs in numbers:
                people = {"residents": residents, "organisations": organisations, "entrepreneurs": entrepreneurs, "municipality": 9}
                shown = rows_of(people)
                assert all(row.people >= 10 for row in shown.rows)
                everybody = [group for row in (*shown.rows, *shown.hidden) for group in row.groups]
                assert sorted(everybody) == sorted(group for group, number in people.items() if number)


def test_a_fold_adds_up_what_its_groups_chose():
    votes = {"organisations": Share(1, 2, 3), "entrepreneurs": Share(4, 0, 1), "residents": Share(9, 9, 9)}
    assert shares_of(Row(("organisations", "entrepreneurs"), 11), votes) == Share(5, 2, 4)


def test_most_often_is_nothing_of_a_tie_and_of_nobody():
    assert [share.most for share in (Share(5, 2, 1), Share(1, 6, 1), Share(3, 3, 1), Share())] == [
        "residents",
        "together",
        None,
        None,
    ]


def test_groups_agree_when_each_that_answered_chose_the_same():
    assert agrees([Share(5, 1, 0), Share(3, 2, 2), Share()]) is True
    assert agrees([Share(5, 1, 0), Share(1, 2, 0)]) is False
    assert agrees([Share(5, 1, 0), Share(2, 2, 0)]) is False
    assert agrees([Share()]) is False


def test_what_most_residents_chose_is_known_of_ten_residents_or_more():
    votes = {"residents": Share(6, 2, 1), "organisations": Share(0, 9, 0)}
    assert chosen_by_most_residents(rows_of({"residents": 9, "organisations": 9}), votes) is None
    assert chosen_by_most_residents(rows_of({"residents": 12}), votes) == "residents"
