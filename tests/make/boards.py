"""Sorting boards in any state, with votes as people give them."""

import datetime as dt

from django.utils.crypto import get_random_string

from events import clock
from inventory.models import Board, BoardChoice, BoardTask, Group, Sort, SortedBy, Sorting, Vote
from tenders.codes import hash_code
from tests.make.inventory import line


def board(cast, *, tasks=2, begins_in=-3, days=20, **fields) -> Board:
    """A board that is open now, with so many tasks; `state` "counting", "counted" or "decided" is after it."""
    state = fields.pop("state", "open")
    if state != "open":
        begins_in, days = min(begins_in, -30), 28 if state == "counting" else 20
    begins_on = clock.today() + dt.timedelta(days=begins_in)
    values = {"title": "Wie doet wat in de buurt?", "reason": "Wij willen weten wie wat oppakt.", "made_by": cast.officer}
    values |= {"begins_on": begins_on, "ends_on": begins_on + dt.timedelta(days=days)}
    if state == "decided":
        values["decided_at"] = clock.now()
    made = Board.objects.create(municipality=cast.municipality, **(values | fields))
    for place in range(1, tasks + 1):
        task = BoardTask.objects.create(board=made, line=line(cast, fitness="fit", fitness_because="Kan."), place=place)
        if state == "decided":
            board_choice(cast, task, published_at=clock.now())
    return made


def board_choice(cast, task: BoardTask, *, sort=Sort.RESIDENTS, **fields) -> BoardChoice:
    """What the municipality chose for a task, not public unless said so."""
    number = task.choices.count() + 1
    values = {"sort": sort, "reason": "De buurt kan dit het beste.", "chosen_by": cast.officer}
    return BoardChoice.objects.create(task=task, number=number, **(values | fields))


def sorting(of: Board, *choices: str, group=Group.RESIDENTS, code="", **fields) -> Sorting:
    """Somebody who sorted on the website; a choice for each task in order, "" for none."""
    code = code or get_random_string(12, "bcdfghjkmn")
    known = {"channel": SortedBy.WEBSITE, "code_hash": hash_code(code)}
    made = Sorting.objects.create(board=of, group=group, **(known | fields))
    for task, chose in zip(of.tasks.all(), choices, strict=False):
        Vote.objects.create(sorting=made, task=task, **({str(chose): 1} if chose else {}))
    return made


def sorted_table(cast, of: Board, counts: tuple[int, int, int], *, group=Group.RESIDENTS, people=0, **fields) -> Sorting:
    """A table that sorted, the same for each task: (residents, together, municipality)."""
    number = of.sortings.filter(number__isnull=False).count() + 1
    values = {"channel": SortedBy.TABLE, "entered_by": cast.officer, "entered_at": clock.now(), "label": "Tafel 1"}
    made = Sorting.objects.create(board=of, group=group, number=number, people=people or sum(counts), **(values | fields))
    votes = dict(zip(("residents", "together", "municipality"), counts, strict=True))
    Vote.objects.bulk_create(Vote(sorting=made, task=task, **votes) for task in of.tasks.all())
    return made
