"""Reading what was counted on a board: two sums, whatever was sorted."""

from collections.abc import Iterable

from django.db.models import Sum

from inventory.models import Board, BoardTask, SortedBy, Sorting, Vote
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


def shown_of(board: Board) -> Shown:
    """Which groups of a board can be shown."""
    return rows_of(by_group(people_of(board)))


def most_residents_chose(task: BoardTask) -> str | None:
    """What most residents chose for a task, when that may be known."""
    return chosen_by_most_residents(shown_of(task.board), votes_of([task.pk]).get(task.pk, {}))
