"""Sorting tasks: on the website by oneself, typed in from paper, or a whole table at once; and taking back what was a mistake."""

import datetime as dt
from collections.abc import Mapping

from django.db import transaction
from django.db.models import Max
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from accounts.models import RoleKind, User
from events import clock, log
from inventory.actions.boards import alone
from inventory.models import Board, BoardTask, Group, Sort, SortedBy, Sorting, Vote
from inventory.sorting import Share
from tenders.codes import hash_code
from tenders.refusal import Changed, Refused

# Of one person: what was chosen for each task, by the task's id. A task without a choice is one without an opinion.
Choices = Mapping[int, Sort | str]


@transaction.atomic
def sort_tasks(*, board: Board, by: User | None, code: str, group: Group, choices: Choices) -> Sorting:
    """Somebody's own sorting. The same `code` twice makes one, and an account has one on each board."""
    board = alone(board)
    if found := Sorting.objects.filter(code_hash=hash_code(code)).first():
        return found
    _refuse_over(board)
    _refuse_group(board, by, group)
    mark = mark_of(board, by)
    if mark and Sorting.objects.filter(board=board, owner_mark=mark).exists():
        raise Changed(_("You sorted these tasks already. Look at what you chose, and change that."), code="changed")
    known = {"code_hash": hash_code(code), "owner_mark": mark, "sorted_on": clock.today()}
    sorting = Sorting.objects.create(board=board, group=group, channel=SortedBy.WEBSITE, **known)
    _write(sorting, {task: _one(choice) for task, choice in choices.items()})
    log.record("inventory.tasks_sorted", by=None, thing=board, public=True, day_only=True)
    return sorting


@transaction.atomic
def change_sorting(*, sorting: Sorting, by: User | None, version: int, group: Group, choices: Choices) -> Sorting:
    """Change one's own sorting while the board is open. What it was before is kept by nobody."""
    board = alone(sorting.board)
    sorting = Sorting.objects.counting().get(pk=sorting.pk)
    sorting.board = board
    _refuse_over(board)
    _refuse_group(board, by, group)
    if sorting.version == version + 1 and sorting.group == group and _stands(sorting, choices):
        return sorting  # the same form sent twice
    if sorting.version != version:
        raise Changed(_("You changed this somewhere else just before. Look at what stands here now."), code="changed")
    sorting.group, sorting.version, sorting.sorted_on = group, version + 1, clock.today()
    sorting.save(update_fields=["group", "version", "sorted_on"])
    _write(sorting, {task: _one(choice) for task, choice in choices.items()})
    log.record("inventory.sorting_changed", by=None, thing=board, day_only=True)
    return sorting


@transaction.atomic
def enter_form(*, board: Board, by: User, group: Group, choices: Choices) -> Sorting:
    """Type in one paper form."""
    board = alone(board)
    sorting = _enter(board, by, channel=SortedBy.PAPER, group=group)
    _write(sorting, {task: _one(choice) for task, choice in choices.items()})
    log.record("inventory.form_entered", by=by, thing=board, public=True, number=sorting.number)
    return sorting


@transaction.atomic
def enter_table(
    *, board: Board, by: User, label: str, group: Group, people: int, sorted_on: dt.date, votes: Mapping[int, Share]
) -> Sorting:
    """Type in what a table of so many people of one group sorted: how many chose what for each task."""
    board = alone(board)
    if sorted_on > clock.today():
        raise Refused({"sorted_on": _("This day is still to come. On which day did they sort?")})
    if any(share.answered > people for share in votes.values()):
        raise Refused(_("There are more votes than people at the table."), code="many")
    sorting = _enter(board, by, channel=SortedBy.TABLE, group=group, people=people, label=label.strip(), sorted_on=sorted_on)
    _write(sorting, votes)
    log.record("inventory.table_entered", by=by, thing=board, public=True, number=sorting.number)
    return sorting


@transaction.atomic
def take_back_entry(*, board: Board, number: int, by: User) -> Sorting:
    """Take back a form or a table that was typed by mistake. It keeps its number. Done twice, it changes nothing."""
    board = alone(board)
    sorting = board.sortings.filter(number=number).first()
    if sorting is None:
        raise Refused(_("This number is not on this board."))
    if sorting.taken_back_at is None:
        if board.is_counted:
            raise Refused(_("Everybody sees the votes already, so they stay as they are."), code="counted")
        sorting.taken_back_at = clock.now()
        sorting.save(update_fields=["taken_back_at"])
        log.record("inventory.entry_taken_back", by=by, thing=board, public=True, number=number)
    return sorting


def mark_of(board: Board, user) -> str:
    """By which an account finds its own sorting back; only with our own key can it be made. "" for who is not signed in."""
    if user is None or not user.is_authenticated:
        return ""
    return salted_hmac("sorting board", f"{board.pk}:{user.pk}", algorithm="sha256").hexdigest()


def groups_for(board: Board, user) -> list[Group]:
    """For which groups somebody can sort: who works for the municipality for that alone, everybody else for the others."""
    works_there = user is not None and user.is_authenticated and user.has_role({board.municipality_id}, *RoleKind)
    return [group for group in board.groups if (group == Group.MUNICIPALITY) == works_there]


def _refuse_over(board: Board) -> None:
    if not board.has_begun:
        raise Refused(_("Sorting has not begun yet."), code="early")
    if board.is_over:
        raise Refused(_("This board is closed: nobody can sort any more."), code="over")


def _refuse_group(board: Board, by: User | None, group: Group) -> None:
    if group not in groups_for(board, by):
        raise Refused({"group": _("You cannot sort for this group.")})


def _enter(board: Board, by: User, *, group: Group, **fields) -> Sorting:
    if not board.has_begun:
        raise Refused(_("Sorting has not begun yet."), code="early")
    if board.is_counted:
        raise Refused(_("Everybody sees the votes already, so they stay as they are."), code="counted")
    if group not in board.groups:
        raise Refused({"group": _("This group does not sort on this board.")})
    number = (board.sortings.aggregate(last=Max("number"))["last"] or 0) + 1
    return Sorting.objects.create(board=board, group=group, number=number, entered_by=by, entered_at=clock.now(), **fields)


def _stands(sorting: Sorting, choices: Choices) -> bool:
    """Whether this is what the sorting says already."""
    votes = sorting.votes.values_list("task_id", *Share._fields)
    return all(Share(*counts) == _one(choices.get(task, "")) for task, *counts in votes)


def _one(choice: Sort | str) -> Share:
    return Share(**{str(choice): 1}) if choice else Share()


def _write(sorting: Sorting, votes: Mapping[int, Share]) -> None:
    """One row for each task that lies on the board, also where nobody had an opinion."""
    tasks = BoardTask.objects.standing().filter(board=sorting.board_id).values_list("pk", flat=True)
    if not any(votes.get(task, Share()).answered for task in tasks):
        raise Refused(_("Choose for at least one task who should take it up."), code="empty")
    rows = [Vote(sorting=sorting, task_id=task, **votes.get(task, Share())._asdict()) for task in tasks]
    columns = list(Share._fields)
    Vote.objects.bulk_create(rows, update_conflicts=True, unique_fields=["sorting", "task"], update_fields=columns)
