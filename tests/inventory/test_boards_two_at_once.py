"""Two at the same moment on a board, on a real PostgreSQL with a thread each."""

import pytest

from inventory import actions
from inventory.counted import votes_of
from inventory.models import Group, Sorting
from inventory.sorting import Share
from tenders.refusal import Refused
from tests import make
from tests.at_once import at_once, needs_postgresql
from tests.cast import make_cast

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def cast(transactional_db):
    needs_postgresql()
    return make_cast()


def said_at_once(*acts) -> list:
    """What each act gave, or the code of its refusal."""
    return [one.error_list[0].code if isinstance(one, Refused) else one for one in at_once(*acts)]


def test_a_result_that_comes_by_itself_in_two_workers_is_told_once(cast):
    board = make.board(cast, state="counted")
    assert sorted(at_once(*[lambda: actions.let_result_come(board=board)] * 4)) == [False, False, False, True]


def choices(board, sort: str) -> dict:
    return dict.fromkeys(board.tasks.values_list("pk", flat=True), sort)


def test_who_saves_one_sorting_on_two_telephones_sees_it_on_the_second(cast):
    board = make.board(cast)
    sorting = make.sorting(board, "residents", "residents")

    def change(sort: str):
        def act():
            known = {"version": 1, "group": Group.RESIDENTS, "choices": choices(board, sort)}
            actions.change_sorting(sorting=sorting, by=None, **known)
            return sort

        return act

    found = said_at_once(change("together"), change("municipality"))
    assert sorted(found, key=found.index) in (["together", "changed"], ["changed", "municipality"])
    kept = next(one for one in found if one != "changed")
    votes = votes_of([task.pk for task in board.tasks.all()])
    assert [votes[task.pk] for task in board.tasks.all()] == [{"residents": Share(**{kept: 1})}] * 2


def test_the_same_form_sent_twice_and_one_account_on_two_telephones_count_once(cast):
    board = make.board(cast)

    def sort(code: str, by=None):
        known = {"group": Group.RESIDENTS, "choices": choices(board, "together")}
        return lambda: actions.sort_tasks(board=board, by=by, code=code, **known).pk

    assert len(set(said_at_once(*[sort("dezelfde")] * 4))) == 1
    found = said_at_once(sort("een", cast.resident), sort("twee", cast.resident))
    assert (found.count("changed"), Sorting.objects.count()) == (1, 2)


def test_who_sorts_while_the_board_closes_counts_or_is_told(cast):
    board = make.board(cast)

    def sort(number: int):
        known = {"group": Group.RESIDENTS, "choices": choices(board, "together")}
        return lambda: bool(actions.sort_tasks(board=board, by=None, code=f"code-{number}", **known).pk)

    found = said_at_once(
        *[sort(number) for number in range(5)], lambda: actions.close_board(board=board, by=cast.officer, reason="Klaar.").pk
    )
    said = found[:5]
    assert set(said) <= {True, "over"}
    assert Sorting.objects.count() == said.count(True)


def test_who_types_in_while_the_result_is_shown_counts_or_is_told(cast):
    board = make.board(cast, state="counting")
    known = {"board": board, "by": cast.officer, "group": Group.RESIDENTS, "choices": choices(board, "together")}

    def enter():
        return bool(actions.enter_form(**known).pk)

    said = said_at_once(enter, enter, enter, lambda: bool(actions.publish_result(board=board, by=cast.officer).result_at))
    assert (set(said[:3]) <= {True, "counted"}, said[3]) == (True, True)
    numbers = list(Sorting.objects.order_by("number").values_list("number", flat=True))
    assert numbers == list(range(1, said[:3].count(True) + 1))
