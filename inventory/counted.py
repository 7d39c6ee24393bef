"""Reading what was counted on a board: two sums, whatever was sorted."""

from collections.abc import Iterable
from typing import NamedTuple

from django.db.models import Q, Sum

from inventory.models import Board, BoardTask, Line, SortedBy, Sorting, Vote
from inventory.sorting import Share, Shown, chosen_by_most_residents, rows_of


def people_of(board: Board) -> list[tuple[str, str, int]]:
    """(group, channel, how many people) of a board."""
    rows = Sorting.objects.counting().filter(board=board).order_by().values("group", "channel")
    return [(row["group"], row["channel"], row["n"]) for row in rows.annotate(n=Sum("people"))]


def by_group(people: Iterable[tuple[str, str, int]]) -> dict[str, int]:
    found: dict[str, int] = {}
    for group, _channel, number in people:
        found[group] = found.get(group, 0) + number
    return found


def by_channel(people: Iterable[tuple[str, str, int]]) -> dict[SortedBy, int]:
    """How it came in, in the order of the channels; those of which there is something."""
    found = {channel: sum(number for _group, one, number in people if one == channel) for channel in SortedBy}
    return {channel: number for channel, number in found.items() if number}


def votes_of(tasks) -> dict[int, dict[str, Share]]:
    """What each group chose, for each of these tasks by its id."""
    sums = Vote.objects.filter(task__in=tasks, sorting__taken_back_at=None).order_by().values("task_id", "sorting__group")
    found: dict[int, dict[str, Share]] = {}
    for row in sums.annotate(*(Sum(name) for name in Share._fields)):
        share = Share(*(row[f"{name}__sum"] for name in Share._fields))
        found.setdefault(row["task_id"], {})[row["sorting__group"]] = share
    return found


class Counted(NamedTuple):
    """A task on a board whose votes everybody may see: how many people of each group sorted, and what they chose."""

    task: BoardTask
    people: dict[str, int]
    votes: dict[str, Share]


def counted_of(line: Line) -> list[Counted]:
    """The boards that a task of the inventory lay on, the newest first. One statement for its public page."""
    still = Q(votes__sorting__taken_back_at=None)
    sums = {name: Sum(f"votes__{name}", filter=still, default=0) for name in Share._fields}
    boards = Board.objects.counted().filter(municipality=line.municipality_id).values("pk")
    rows = BoardTask.objects.standing().filter(line=line, board__in=boards).order_by("-board__ends_on", "-pk")
    fields = ("pk", "board_id", "board__public_id", "board__title", "board__ends_on", "votes__sorting__group")
    found: dict[int, Counted] = {}
    for row in rows.values(*fields).annotate(people=Sum("votes__sorting__people", filter=still, default=0), **sums):
        if row["pk"] not in found:
            known = {name: row[f"board__{name}"] for name in ("public_id", "title", "ends_on")}
            board = Board(pk=row["board_id"], municipality=line.municipality, **known)
            found[row["pk"]] = Counted(BoardTask(pk=row["pk"], board=board, line=line), {}, {})
        if group := row["votes__sorting__group"]:
            found[row["pk"]].people[group] = row["people"]  # a sorting has a row for each task, also without an opinion
            found[row["pk"]].votes[group] = Share(*(row[name] for name in Share._fields))
    return list(found.values())


def shown_of(board: Board) -> Shown:
    """Which groups of a board can be shown."""
    return rows_of(by_group(people_of(board)))


def most_residents_chose(task: BoardTask) -> str | None:
    """What most residents chose for a task, when that may be known."""
    return chosen_by_most_residents(shown_of(task.board), votes_of([task.pk]).get(task.pk, {}))
