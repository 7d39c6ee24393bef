"""Words about lines of an inventory and about what may stop, for config/permissions."""

import rules

from accounts.predicates import community_worker, holds
from tenders.models.involvement import OFFICER_KINDS

# Who keeps the inventory of a municipality: those who can lead a tender there.
keeper = holds(*OFFICER_KINDS)
# Who is at the table when people sort tasks on paper, and types in what they said.
types_in = keeper | community_worker


@rules.predicate
def not_ended(user, line) -> bool:
    """It still stands in the inventory."""
    return line.ended_at is None


@rules.predicate
def can_be_put_to_society(user, line) -> bool:
    """It is a task, a building, a contract or a subsidy."""
    return line.is_judged


@rules.predicate
def still_needed(user, line) -> bool:
    """Nobody said that it is not fit for a social tender, or no longer needed."""
    return line.fitness in ("", "fit")


@rules.predicate
def period_not_over(user, period) -> bool:
    return period.closed_at is None


@rules.predicate
def not_told(user, may_stop) -> bool:
    return may_stop.told_on is None


@rules.predicate
def told(user, may_stop) -> bool:
    """Who does the work now was told."""
    return may_stop.told_on is not None


@rules.predicate
def not_taken_back(user, may_stop) -> bool:
    return may_stop.taken_back_at is None


@rules.predicate
def does_the_work(user, may_stop) -> bool:
    """Acts for the party that was told: also when the line names another one since."""
    return user.is_authenticated and may_stop.party_id is not None and may_stop.party_id in user.party_ids()


@rules.predicate
def board_open(user, board) -> bool:
    """People can sort today."""
    return board.is_open


@rules.predicate
def board_not_over(user, board) -> bool:
    return not board.is_over


@rules.predicate
def takes_paper(user, board) -> bool:
    """Sorting began, and the votes are not public yet."""
    return board.has_begun and not board.is_counted


@rules.predicate
def counting(user, board) -> bool:
    """Nobody sorts any more, and the votes are not public yet."""
    return board.is_counting


@rules.predicate
def counted(user, board) -> bool:
    """Everybody sees the votes."""
    return board.is_counted


@rules.predicate
def not_counted(user, board) -> bool:
    """Nobody saw a vote yet: a task cannot be taken off because of them."""
    return not board.is_counted


@rules.predicate
def not_decided(user, board) -> bool:
    """The choices are not public yet."""
    return board.decided_at is None
