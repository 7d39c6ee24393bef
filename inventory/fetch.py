"""Fetching is checking: the only ways for a view of the inventory to get something."""

from django.shortcuts import get_object_or_404

from accounts.models import Municipality
from accounts.permissions import check, fetch
from inventory.models import Board, BoardTask, Line, LineImport, MayStop, Period
from tenders.fetch import tender_for
from tenders.models import Question, Tender


def place_for(request, slug: str, permission: str) -> Municipality:
    """The municipality at this address, whose page it is."""
    request.municipality = check(request.user, permission, get_object_or_404(Municipality, slug=slug))
    return request.municipality


def line_for(request, slug: str, public_id: str, permission: str) -> Line:
    """A line of the municipality at this address."""
    lines = Line.objects.for_page().select_related("paper").filter(municipality__slug=slug)
    line = fetch(lines, request.user, permission, public_id=public_id)
    request.municipality = line.municipality
    return line


def waiting_for(request, slug: str, public_id: str, permission: str) -> LineImport:
    """A list that was read, for who keeps the inventory."""
    place = place_for(request, slug, permission)
    waiting = get_object_or_404(LineImport, municipality=place, public_id=public_id)
    waiting.municipality = place
    return waiting


def period_for(request, slug: str, public_id: str, permission: str) -> Period:
    period = get_object_or_404(Period.objects.for_page(), municipality__slug=slug, public_id=public_id)
    request.municipality = period.municipality
    return check(request.user, permission, period)


def line_question_for(request, slug: str, public_id: str, permission: str) -> Question:
    """A question about a line, with the line as `about`."""
    place = place_for(request, slug, permission)
    questions = Question.objects.select_related("municipality", "asked_by")
    return get_object_or_404(questions, municipality=place, public_id=public_id)


def tender_of(request, slug: str, permission: str) -> Tender:
    """The tender at this address, whose municipality the page is of."""
    tender = tender_for(request.user, slug, permission)
    request.municipality = tender.municipality
    return tender


def may_stop_for(request, slug: str, public_id: str, permission: str) -> MayStop:
    """What may stop by the tender at this address: for its team, and for the party that was told."""
    row = fetch(MayStop.objects.for_page(), request.user, permission, tender__slug=slug, public_id=public_id)
    request.municipality = row.tender.municipality
    return row


def board_for(request, slug: str, public_id: str, permission: str = "inventory.view_board") -> Board:
    """A sorting board of the municipality at this address."""
    board = fetch(Board.objects.for_page(), request.user, permission, municipality__slug=slug, public_id=public_id)
    request.municipality = board.municipality
    return board


def task_for(request, slug: str, public_id: str, line: str, permission: str) -> BoardTask:
    """A task on the board at this address, by its line."""
    board = board_for(request, slug, public_id, permission)
    task = get_object_or_404(board.tasks.for_page(), line__public_id=line)
    task.board = board
    return task
