"""Sorting boards in the Indische Buurt: one with choices and what followed, one that waits for choices, one that is open today."""

import datetime as dt
from collections.abc import Iterator
from itertools import cycle, islice

from django.core.files.uploadedfile import SimpleUploadedFile

from areas.models import Area
from events import clock
from inventory import actions
from inventory.models import Board, BoardTask, Group, Line, LineKind, Sort
from inventory.sorting import Share
from inventory.taking_in.plan import mark_of, plan_of
from portal.demo.scenes import oost_board_texts as texts
from portal.demo.scenes.dialogue import ago
from portal.demo.scenes.oost_place import amsterdam
from portal.demo.world import World
from tenders.routes import Route

# Whose sorting of today's board can be found back at /code/ in the demo.
CODE = "bd7k-hm4p-xr2t"
_SOCIETY = (Group.ORGANISATIONS, Group.ENTREPRENEURS)


def play(world: World) -> None:
    """Tasks are taken in, sorted, chosen; a period for plans and a tender follow. Two boards more are younger."""
    area = amsterdam(world)
    _take_in(world)
    _first(world, area)
    _waiting(world, area)
    _open(world, area)


def _take_in(world: World) -> None:
    place, sylke = world.municipalities["amsterdam"], world.person("sylke")
    with world.at(ago(150, "09:30")):
        file = SimpleUploadedFile("indische-buurt-taken.csv", texts.TASKS.encode("utf-8-sig"))
        waiting, checked = actions.read_list(municipality=place, by=sylke, kind=LineKind.TASK, file=file)
        if waiting is None:
            raise ValueError(checked.errors)
        actions.import_lines(waiting=waiting, by=sylke, seen=mark_of(plan_of(place, LineKind.TASK, waiting.rows)), make_names=True)


def _first(world: World, area: Area) -> None:
    with world.at(ago(130)):
        titles = [*texts.LEANS, texts.WITHDRAWN[0]]
        board = world.notes["sorting board"] = _board(world, area, texts.BOARD, titles, days=30)
    with world.at(ago(118, "20:30")):
        _sort(board, Group.RESIDENTS, 19)
        _sort(board, Group.ORGANISATIONS, 8)
        _sort(board, Group.ENTREPRENEURS, 5)
    with world.at(ago(112)):
        task = board.tasks.get(line__title=texts.WITHDRAWN[0])
        actions.withdraw_task(task=task, by=world.person("sylke"), reason=texts.WITHDRAWN[1])
        _forms(world, board, 6)
        for number, people in enumerate((8, 9, 7), 1):
            _table(world, board, Group.RESIDENTS, people, f"Tafel {number}, avond in het buurtcentrum")
        _table(world, board, Group.MUNICIPALITY, 12, "Gebiedsteam Oost")
    with world.at(ago(98)):
        actions.publish_result(board=board, by=world.person("sylke"))
    with world.at(ago(84)):
        for title, (sort, reason, against) in texts.CHOICES.items():
            _choose(world, board, title, version=0, sort=sort, reason=reason, against_because=against)
        actions.publish_choices(board=board, by=world.person("sylke"))
    with world.at(ago(40)):
        title, sort, reason, why = texts.CHANGED
        against = "De meeste bewoners willen het zelf doen. Dat blijft: de docent komt erbij, niet ervoor in de plaats."
        _choose(world, board, title, version=1, sort=sort, reason=reason, changed_because=why, against_because=against)
    _what_followed(world, board)


def _what_followed(world: World, board: Board) -> None:
    sylke, (title, reason) = world.person("sylke"), texts.PERIOD
    with world.at(ago(20)):
        line = _line(board, "Het buurtcentrum openhouden")
        ends_on = clock.today() + dt.timedelta(days=60)
        known = {"begins_on": clock.today(), "ends_on": ends_on, "title": title, "reason": reason}
        actions.open_period(municipality=board.municipality, by=sylke, line=line, **known)
    with world.at(ago(18)):
        line = _line(board, "Huiswerkhulp voor kinderen")
        world.tenders["huiswerk"] = actions.start_from_line(line=line, by=sylke, route=Route.SUBSIDY_TENDER, **texts.TENDER)


def _waiting(world: World, area: Area) -> None:
    with world.at(ago(35)):
        board = _board(world, area, texts.WAITING, texts.WAITING_TASKS, days=25)
        _sort(board, Group.RESIDENTS, 22)
        _sort(board, Group.ENTREPRENEURS, 4)
    with world.at(ago(12)):
        _table(world, board, Group.MUNICIPALITY, 11, "Gebiedsteam Oost")
    with world.at(ago(6)):
        actions.publish_result(board=board, by=world.person("sylke"))


def _open(world: World, area: Area) -> None:
    with world.at(ago(9)):
        board = world.notes["open board"] = _board(world, area, texts.OPEN, texts.OPEN_TASKS, days=30)
        _sort(board, Group.RESIDENTS, 13)
        choices = dict.fromkeys(board.tasks.values_list("pk", flat=True), Sort.TOGETHER)
        actions.sort_tasks(board=board, by=None, code=CODE, group=Group.RESIDENTS, choices=choices)
        actions.follow_board(board=board, by=None, email="buur@demo.example")
    with world.at(ago(2)):
        _forms(world, board, 3)


def _board(world: World, area: Area, says: dict, titles, *, days: int) -> Board:
    place, sylke = world.municipalities["amsterdam"], world.person("sylke")
    found = {line.title: line for line in Line.objects.filter(municipality=place, kind=LineKind.TASK)}
    asks = {"asks_organisations": True, "asks_entrepreneurs": True, "asks_municipality": True}
    known = {"begins_on": clock.today(), "ends_on": clock.today() + dt.timedelta(days=days), "area": area, **asks, **says}
    return actions.make_board(municipality=place, by=sylke, tasks=[found[title] for title in titles], **known)


def _sort(board: Board, group: Group, people: int) -> None:
    """So many people, who choose as their group leans; some have no opinion of a task."""
    for number, choices in enumerate(_people(board, group, people)):
        actions.sort_tasks(board=board, by=None, code=f"{board.pk}-{group}-{number}", group=group, choices=choices)


def _forms(world: World, board: Board, people: int) -> None:
    for choices in _people(board, Group.RESIDENTS, people):
        actions.enter_form(board=board, by=world.person("sylke"), group=Group.RESIDENTS, choices=choices)


def _people(board: Board, group: Group, people: int) -> Iterator[dict[int, str]]:
    tasks = list(board.tasks.select_related("line"))
    said = {task.pk: list(islice(_lean(task, group, shift=place), people)) for place, task in enumerate(tasks)}
    for number in range(people):
        yield {task.pk: "" if (number + place) % 11 == 10 else said[task.pk][number] for place, task in enumerate(tasks)}


def _table(world: World, board: Board, group: Group, people: int, label: str) -> None:
    votes = {}
    for place, task in enumerate(board.tasks.standing().select_related("line")):
        said = list(islice(_lean(task, group, shift=place), people))
        votes[task.pk] = Share(*(said.count(sort.value) for sort in Sort))
    known = {"label": label, "group": group, "people": people, "sorted_on": clock.today(), "votes": votes}
    actions.enter_table(board=board, by=world.person("sylke"), **known)


def _lean(task: BoardTask, group: Group, *, shift: int) -> Iterator[str]:
    """What one after another of a group chooses: of every ten as many as the group leans, in a mixed order."""
    leans = texts.LEANS.get(task.line.title, ((4, 4, 2), (3, 5, 2), (1, 4, 5)))
    of_group = leans[1] if group in _SOCIETY else leans[2] if group == Group.MUNICIPALITY else leans[0]
    ten = [sort.value for sort, number in zip(Sort, of_group, strict=True) for _one in range(number)]
    return islice(cycle(ten[place * 3 % 10] for place in range(10)), shift, None)


def _choose(world: World, board: Board, title: str, **values) -> None:
    actions.choose_sort(task=board.tasks.get(line__title=title), by=world.person("sylke"), **values)


def _line(board: Board, title: str) -> Line:
    return Line.objects.for_page().get(municipality=board.municipality, title=title)
