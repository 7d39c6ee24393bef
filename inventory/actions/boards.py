"""A sorting board: making it, changing it before anybody sorted, taking a task off, closing it, and showing what was counted."""

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import Municipality, User
from areas.models import Area
from events import clock, log
from inventory.models import Board, BoardFollower, BoardTask, Line
from tenders.locks import one_at_a_time
from tenders.refusal import Changed, Refused

BEGUN = gettext_lazy("Somebody sorted already, so the board stays as it is. You can still take a task off.")
MOST_TASKS = 25  # who must sort more gives up; on paper these are two pages


def alone(board: Board) -> Board:
    """The board as it is now, with nobody else sorting, closing or typing in until the transaction is over."""
    one_at_a_time("board", board.pk)
    return Board.objects.for_page().get(pk=board.pk)


@transaction.atomic
def make_board(*, municipality: Municipality, by: User, tasks: list[Line], begins_on: dt.date, ends_on: dt.date, **fields) -> Board:
    """Lay tasks on a board. From now on everybody can see it, and sort from its first day."""
    _refuse_days(begins_on, ends_on, clock.today())
    board = Board(municipality=municipality, begins_on=begins_on, ends_on=ends_on, made_by=by, made_at=clock.now())
    _fill(board, **fields)
    board.full_clean(exclude=["municipality", "area", "made_by"])
    board.save()
    _lay(board, tasks)
    log.record("inventory.board_made", by=by, thing=board, public=True)
    return board


@transaction.atomic
def edit_board(*, board: Board, by: User, version: int, tasks: list[Line], begins_on: dt.date, ends_on: dt.date, **fields) -> Board:
    """Change a board on which nobody sorted yet; `tasks` come beside those that lie on it."""
    board = alone(board)
    if board.version != version:
        raise Changed(_("A colleague changed this board just before you. Look at it once more."), code="changed")
    if board.sortings.exists():
        raise Refused(BEGUN, code="begun")
    _refuse_days(begins_on, ends_on, min(clock.today(), board.begins_on))
    board.begins_on, board.ends_on = begins_on, ends_on
    _fill(board, **fields)
    board.version += 1
    board.full_clean(exclude=["municipality", "area", "made_by"])
    board.save()
    _lay(board, tasks)
    log.record("inventory.board_edited", by=by, thing=board, public=True)
    return board


@transaction.atomic
def withdraw_task(*, task: BoardTask, by: User, reason: str) -> BoardTask:
    """Take a task off the board. It stays readable with the reason; its votes count no more. Done twice, it changes nothing."""
    board = alone(task.board)
    task = BoardTask.objects.select_related("line").get(pk=task.pk)
    if task.withdrawn_at:
        return task
    if board.is_counted:  # else a task could be taken off because of its votes
        raise Refused(_("Everybody sees the votes already. Choose for this task, and say why."), code="counted")
    if board.tasks.standing().count() == 1:
        raise Refused(_("This is the last task of the board. Close the board instead."), code="last")
    task.withdrawn_at, task.withdrawn_because = clock.now(), reason.strip()
    task.save(update_fields=["withdrawn_at", "withdrawn_because"])
    task.board = board
    log.record("inventory.task_withdrawn", by=by, thing=board, public=True, reason=reason, task=task.pk)
    return task


@transaction.atomic
def close_board(*, board: Board, by: User, reason: str) -> Board:
    """Let nobody sort any more before the last day, with the reason. Done twice, it changes nothing."""
    board = alone(board)
    if board.closed_at is None:
        if board.is_over:
            raise Refused(_("The last day is over, so the board is closed already."), code="over")
        board.closed_at, board.closed_because = clock.now(), reason.strip()
        board.save(update_fields=["closed_at", "closed_because"])
        log.record("inventory.board_closed", by=by, thing=board, public=True, reason=reason)
    return board


@transaction.atomic
def publish_result(*, board: Board, by: User) -> Board:
    """Show everybody the votes: all paper was typed in. From now on nothing is added. Done twice, it changes nothing."""
    board = alone(board)
    if not board.is_over:
        raise Refused(_("People can still sort. Close the board first."), code="open")
    if board.result_at is None:
        board.result_at = clock.now()
        board.save(update_fields=["result_at"])
        log.record("inventory.result_published", by=by, thing=board, public=True)
    return board


@transaction.atomic
def let_result_come(*, board: Board) -> bool:
    """The day has come on which everybody sees the votes: from now on that is known, and told. Whether it was new."""
    one_at_a_time("board", board.pk)
    board = Board.objects.result_due().for_page().filter(pk=board.pk).first()
    if board is None:  # an officer was first, or a colleague of this worker
        return False
    board.result_at = clock.now()
    board.save(update_fields=["result_at"])
    log.record("inventory.result_published", by=None, thing=board, public=True)
    return True


@transaction.atomic
def follow_board(*, board: Board, by: User | None, email: str = "") -> BoardFollower:
    """Hear of the result and the choices: with an account, or at an address. Asked twice, it is one."""
    who = {"user": by} if by else {"email": email.strip().lower()}
    follower, made = BoardFollower.objects.get_or_create(board=board, **who)
    if made:
        log.record("inventory.board_followed", by=None, thing=board, day_only=True)
    return follower


def _fill(board: Board, *, title: str, reason: str, area: Area | None, **asks: bool) -> None:
    board.title, board.reason, board.area = title.strip(), reason.strip(), area
    for name in ("asks_organisations", "asks_entrepreneurs", "asks_municipality"):
        setattr(board, name, asks[name])


def _lay(board: Board, lines: list[Line]) -> None:
    there = set(board.tasks.values_list("line_id", flat=True))
    new = [line for line in lines if line.pk not in there]
    standing = board.tasks.standing().count() + len(new)
    if standing == 0:
        raise Refused({"tasks": _("Choose at least one task to sort.")})
    if standing > MOST_TASKS:
        most = _("Choose %(most)d tasks at most: who must sort more gives up.") % {"most": MOST_TASKS}
        raise Refused({"tasks": most})
    BoardTask.objects.bulk_create(BoardTask(board=board, line=line, place=place) for place, line in enumerate(new, len(there) + 1))


def _refuse_days(begins_on: dt.date, ends_on: dt.date, first: dt.date) -> None:
    if begins_on < first:
        raise Refused({"begins_on": _("This day is over. Choose a day that is still to come.")})
    if ends_on < max(begins_on, clock.today()):
        raise Refused({"ends_on": _("The last day lies before the first.") if ends_on < begins_on else _("This day is over.")})
