"""The board on paper: a form for one person, and a sheet on which a table counts. Without a code: everybody may print it."""

from django.utils import translation
from django.utils.translation import gettext as _

from documents.paper import ACTION, SOFT, WIDTH, Paper
from documents.slips import where_to
from inventory.models import Board, BoardTask, Sort
from tenders import dates

_LEFT, _RIGHT = 18.0, WIDTH - 18.0
_ACROSS = _RIGHT - _LEFT
_BELOW = 262.0  # where the tasks of a page end
_BOX = 5.0
_COLUMNS = (102.0, 125.0, 148.0, 171.0)  # of the four answers, right of the task
_WORDS = 80.0  # how wide a task may be


def blank_form(board: Board, tasks: list[BoardTask], address: str) -> bytes:
    """In Dutch, as all paper."""
    with translation.override("nl"):
        paper = Paper(board.title)
        _form(paper, board, tasks, address)
        _table_sheet(paper, board, tasks)
        return paper.content()


def _form(paper: Paper, board: Board, tasks: list[BoardTask], address: str) -> None:
    y = _head(paper, board, _("Who takes this up? Put one cross for each task."))
    y = _groups(paper, board, y)
    y = _columns(paper, y, [*(sort.label for sort in Sort), _("I don't know")])
    for task in tasks:
        if y > _BELOW:
            y = _columns(paper, _head(paper, board, ""), [*(sort.label for sort in Sort), _("I don't know")])
        y = _task(paper, task, y, boxes=4)
    if y > 240:
        y = _head(paper, board, "")
    _where_to(paper, board, address, y + 4)


def _table_sheet(paper: Paper, board: Board, tasks: list[BoardTask]) -> None:
    """For who leads the table: one sheet for each group, a number in each box."""
    y = _head(paper, board, _("For the table: how many people chose what?"))
    for label in (_("Which table, on which day"), _("How many people of which group (one sheet for each group)")):
        y = paper.text(label, _LEFT, y, size=10)
        paper.line(_LEFT, y + 8, _ACROSS, colour=SOFT)
        y += 11
    y = _groups(paper, board, y)
    y = _columns(paper, y, [sort.label for sort in Sort])
    for task in tasks:
        if y > _BELOW:
            y = _columns(paper, _head(paper, board, ""), [sort.label for sort in Sort])
        y = _task(paper, task, y, boxes=3, wide=12.0)


def _head(paper: Paper, board: Board, title: str) -> float:
    paper.page()
    paper.text(_("Municipality of %(name)s") % {"name": board.municipality.name}, _LEFT, 15, size=12, bold=True, colour=ACTION)
    paper.line(_LEFT, 22.5, _ACROSS, weight=1, colour=ACTION)
    y = paper.text(board.title, _LEFT, 28, size=12, colour=SOFT)
    return paper.text(title, _LEFT, y + 1, size=17, bold=True, kind="H1") + 3 if title else y + 3


def _groups(paper: Paper, board: Board, y: float) -> float:
    y = paper.text(_("For whom do you sort?"), _LEFT, y, bold=True, kind="H2") + 1
    for group in board.groups:
        paper.box(_LEFT, y + 0.6, 4, 4)
        y = paper.text(str(group.label), _LEFT + 7, y) + 0.6
    return y + 4


def _columns(paper: Paper, y: float, labels: list) -> float:
    """What each column of boxes means; a cross in one of them is read with the task before it."""
    ends = [paper.text(str(label), x, y, size=9, bold=True, width=21) for x, label in zip(_COLUMNS, labels, strict=False)]
    return max(ends) + 2


def _task(paper: Paper, task: BoardTask, y: float, *, boxes: int, wide: float = _BOX) -> float:
    end = paper.text(task.line.title, _LEFT, y, width=_WORDS)
    for x in _COLUMNS[:boxes]:
        paper.box(x, y, wide, max(_BOX, wide / 2))
    end = max(end, y + 7)
    paper.line(_LEFT, end + 1, _ACROSS)
    return end + 3


def _where_to(paper: Paper, board: Board, address: str, y: float) -> None:
    paper.qr(address, _LEFT, y, 28, label=_("QR code: leads to the page of this board"))
    x = _LEFT + 33
    y = paper.text(_("Hand this form in until and including %(day)s.") % {"day": dates.day(board.ends_on)}, x, y, bold=True)
    if where := where_to(board.municipality):
        y = paper.text(where, x, y, size=10)
    y = paper.text(_("Do not write your name on it. Nobody sees what you chose."), x, y, size=10)
    paper.text(_("Would you rather do it on your telephone? Point it at the square."), x, y + 1, size=10)
