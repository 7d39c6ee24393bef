"""What the page of a sorting board shows: the tasks, the votes once they may be seen and what they say, and the choices."""

from dataclasses import dataclass, field

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from accounts.permissions import allows
from inventory.counted import by_channel, by_group, counted_of, people_of, votes_of
from inventory.models import Board, BoardChoice, BoardTask, Fitness, Group, Line, Period, Sort, TaskTender
from inventory.sorting import Row, Share, Shown, agrees, rows_of, shares_of
from tenders.charts import number
from tenders.models import Tender

_RIGHTS = (
    *("edit_board", "sort_tasks", "follow_board", "enter_form", "enter_table", "withdraw_task", "close_board"),
    *("publish_result", "choose_sort", "publish_choices"),
)


@dataclass(frozen=True)
class Bar:
    """What one row of groups chose, as a bar: its name, how many sorted, and its parts."""

    name: str
    parts: list[tuple[str, int, str]]


@dataclass
class Result:
    """One task on the page of a board, or a board on the page of a task."""

    task: BoardTask
    finding: str = ""
    bars: list[Bar] = field(default_factory=list)
    columns: list = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)
    choice: BoardChoice | None = None
    earlier: list[BoardChoice] = field(default_factory=list)
    follows: str = ""
    links: list[tuple[str, str]] = field(default_factory=list)


def context_of(board: Board, user) -> dict:
    """Everything of one board, in a fixed number of statements."""
    tasks = list(board.tasks.for_page())
    people = people_of(board)
    shown = rows_of(by_group(people))
    may = {name: allows(user, f"inventory.{name}", board) for name in _RIGHTS}
    results = [Result(task) for task in tasks if not task.withdrawn_at]
    for result in results:
        result.task.board = board
    if board.is_counted:
        _count(results, shown)
        _choose(results, see_drafts=may["choose_sort"])
        _follow(results, user, keeps=may["choose_sort"])
    return {
        "board": board,
        "municipality": board.municipality,
        "results": results,
        "sorted": _sorted(results) if board.decided_at else [],
        "withdrawn": [task for task in tasks if task.withdrawn_at],
        "people": sum(n for _group, _channel, n in people),
        "channels": [(channel.label, number(n)) for channel, n in by_channel(people).items()],
        "groups": [group.label for group in board.groups],
        "shown": [(name_of(row), row.people) for row in shown.rows],
        "hidden": [hidden_words(row) for row in shown.hidden],
        "unchosen": sum(result.choice is None for result in results),
        "may": may,
        "works": any(may[name] for name in ("edit_board", "enter_form", "withdraw_task", "publish_result", "choose_sort")),
    }


def of_line(line: Line, tenders, periods) -> tuple[Result | None, list[Board]]:
    """The votes and the choice of the newest board that a task lay on, once everybody may see them; and the boards before it.

    `tenders` and `periods` are those of the line that the reader may see.
    """
    counted = counted_of(line)
    if not counted:
        return None, []
    newest, *earlier = counted
    result = Result(newest.task)
    _fill(result, rows_of(newest.people), newest.votes)
    _choose([result], see_drafts=False)
    if result.choice:
        _say_what_follows(result, _links(line, tenders, next(iter(periods), None)), keeps=False)
    return result, [one.task.board for one in earlier]


def result_of(task: BoardTask) -> Result:
    """The votes for one task."""
    result = Result(task)
    _count([result], rows_of(by_group(people_of(task.board))))
    return result


def _count(results: list[Result], shown: Shown) -> None:
    votes = votes_of([result.task.pk for result in results])
    for result in results:
        _fill(result, shown, votes.get(result.task.pk, {}))


def _fill(result: Result, shown: Shown, votes: dict[str, Share]) -> None:
    said = [(row, shares_of(row, votes)) for row in shown.rows]
    result.finding = finding_of(said)
    result.bars = [Bar(_bar_name(row, share), _parts(share)) for row, share in said if share.answered]
    result.columns = [_("Who"), *((sort.label, "n") for sort in Sort), (_("No opinion"), "n")]
    result.rows = [[name_of(row), *map(number, share), number(row.people - share.answered)] for row, share in said]


def _choose(results: list[Result], *, see_drafts: bool) -> None:
    """The choice for each task with what was public before it; a draft for who makes it."""
    of_task: dict[int, list[BoardChoice]] = {}
    for choice in BoardChoice.objects.filter(task__in=[result.task.pk for result in results]).order_by("-number"):
        if choice.published_at or see_drafts:
            of_task.setdefault(choice.task_id, []).append(choice)
    for result in results:
        chosen = of_task.get(result.task.pk, [])
        result.choice = chosen[0] if chosen else None
        result.earlier = [choice for choice in chosen[1:] if choice.published_at]


def _sorted(results: list[Result]) -> list[tuple[str, list[Line]]]:
    """Who takes up what, once that is public: the board as it lies now."""
    public = [(result.choice.sort, result.task.line) for result in results if result.choice and result.choice.published_at]
    return [(str(capfirst(sort.label)), [line for chosen, line in public if chosen == sort]) for sort in Sort]


def _follow(results: list[Result], user, *, keeps: bool) -> None:
    """What follows from a public choice, and where that is: a tender, a period for plans, or how an officer begins one."""
    chosen = [result for result in results if result.choice and result.choice.published_at]
    lines = [result.task.line_id for result in chosen]
    tenders, periods = (_tenders_of(lines, user), _periods_of(lines)) if lines else ({}, {})
    for result in chosen:
        line = result.task.line
        _say_what_follows(result, _links(line, tenders.get(line.pk, []), periods.get(line.pk)), keeps=keeps)


def _links(line: Line, tenders, period: Period | None) -> list[tuple[str, str]]:
    """What there is already of a task that was chosen: the tenders that it began, and where plans for it are welcome."""
    links = [(tender.title, tender.get_absolute_url()) for tender in tenders]
    if period:
        links.append((period.title, reverse("inventory:show_periods", args=[line.municipality.slug])))
    return links


def _say_what_follows(result: Result, links: list[tuple[str, str]], *, keeps: bool) -> None:
    sort = Sort(result.choice.sort)
    there, not_yet = _FOLLOWS[sort]
    result.follows = str(there if links else not_yet)
    result.links = links or (_begin(sort, result.task.line) if keeps else [])


def _tenders_of(lines: list[int], user) -> dict[int, list[Tender]]:
    """The tenders that began with these lines and that the reader may see."""
    found: dict[int, list[Tender]] = {}
    visible = Tender.objects.visible_to(user).values("pk")
    for row in TaskTender.objects.filter(line__in=lines, tender__in=visible).select_related("tender"):
        found.setdefault(row.line_id, []).append(row.tender)
    return found


def _periods_of(lines: list[int]) -> dict[int, Period]:
    """The periods in which plans for these lines are welcome now."""
    return {period.line_id: period for period in Period.objects.filter(line__in=lines).open()}


def _begin(sort: Sort, line: Line) -> list[tuple[str, str]]:
    """How who keeps the board goes on with a task that residents take up, or that is done together."""
    if line.ended_at:
        return []
    place = line.municipality.slug
    if sort == Sort.RESIDENTS:
        return [(_("Ask for plans"), reverse("inventory:open_period", args=[place]) + f"?regel={line.public_id}")]
    if sort == Sort.TOGETHER and line.fitness in ("", Fitness.FIT):
        return [(_("Start a tender from this"), reverse("inventory:start_from_line", args=[place, line.public_id]))]
    return []


# What follows from a choice: when it stands somewhere already, and when not yet.
_FOLLOWS = {
    Sort.RESIDENTS: (
        gettext_lazy("Residents take this up. Here you see how:"),
        gettext_lazy("Residents take this up. When plans are welcome, it stands here."),
    ),
    Sort.TOGETHER: (
        gettext_lazy("Residents and the municipality do this together. Here you see how:"),
        gettext_lazy("Residents and the municipality do this together. When the conversation begins, it stands here."),
    ),
    Sort.MUNICIPALITY: (
        gettext_lazy("The municipality does this itself. More about it:"),
        gettext_lazy("The municipality does this itself."),
    ),
}


def name_of(row: Row) -> str:
    """The groups of a row in words."""
    names = [str(Group(group).label) for group in row.groups]
    if len(names) == 1:
        return names[0]
    *first, last = [names[0], *(name[:1].lower() + name[1:] for name in names[1:])]
    return _("%(first)s and %(last)s") % {"first": ", ".join(first), "last": last}


def hidden_words(row: Row) -> str:
    """That a group is too small to show, and how many people it is."""
    sentence = ngettext(
        "%(groups)s: %(n)d person sorted. Fewer than ten would show what each of them chose.",
        "%(groups)s: %(n)d people sorted. Fewer than ten would show what each of them chose.",
        row.people,
    )
    return sentence % {"groups": name_of(row), "n": row.people}


def finding_of(said: list[tuple[Row, Share]]) -> str:
    """What the groups chose most often, and whether they agree, in words."""
    answered = [(row, share) for row, share in said if share.answered]
    if not answered:
        return _("Nobody whose votes we can show chose here.")
    if len(answered) > 1 and agrees(share for _row, share in answered):
        return _("All groups chose most often: %(chose)s.") % {"chose": _in_a_sentence(answered[0][1].most)}
    each = [_said_by(name_of(row), share.most) for row, share in answered]
    return each[0] if len(each) == 1 else " ".join([_("The groups do not agree."), *each])


def _said_by(group: str, most: str | None) -> str:
    if most is None:
        return _("%(group)s are divided.") % {"group": group}
    return _("%(group)s chose most often: %(chose)s.") % {"group": group, "chose": _in_a_sentence(most)}


def _in_a_sentence(sort: str) -> str:
    label = str(Sort(sort).label)
    return label[:1].lower() + label[1:]


def _bar_name(row: Row, share: Share) -> str:
    count = ngettext("%(n)d person chose", "%(n)d people chose", share.answered) % {"n": share.answered}
    return f"{name_of(row)} ({count})"


def _parts(share: Share) -> list[tuple[str, int, str]]:
    return [(str(Sort(name).label), n, number(n)) for name, n in share._asdict().items()]
