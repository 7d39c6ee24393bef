"""Sorting: on one's own telephone with a code to come back, and by who types in what was put on paper or said at a table."""

from urllib.parse import urljoin

from django.conf import settings
from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from accounts.permissions import allows
from documents.serve import serve_paper
from events.etag import for_visitors, kept_by_nobody
from events.middleware import keeps_its_own_promise
from inventory import actions
from inventory.blank_form import blank_form
from inventory.fetch import board_for
from inventory.forms import SortForm, TableForm
from inventory.models import Board, Sort, Sorting
from inventory.sorting import Share
from tenders.codes import code_of, count_wrong, hash_code, refuse_guessing
from tenders.forms import CodeForm, attempt
from tenders.pace import Pace
from tenders.refusal import Refused

_SHOWN = 50  # forms and tables below the one that is being typed
_SORTING = Pace(
    "sort-tasks",
    at_most=40,
    seconds=900,
    sentence=gettext_lazy("Many people sorted here in a short time. Wait a quarter of an hour, or sort on paper."),
)


# For why this form has no token against forgery: dialogues/views/contributions.py.
@keeps_its_own_promise
@csrf_exempt
@for_visitors
def sort_tasks(request, slug, public_id):
    """Somebody's own sorting, without an account; who is signed in finds the own one back here."""
    board = board_for(request, slug, public_id)
    by = request.user if request.user.is_authenticated else None
    if not allows(request.user, "inventory.sort_tasks", board):  # signing in would not help: say so
        return _page(request, "inventory/too_late.html", board, status=403)
    if by and (own := _own(board, by)):
        return _change(request, own, by)
    form = _sort_form(request, board, request.POST or None)
    if form.is_valid():
        code = code_of(form, "sorting", board.pk)
        if made := attempt(form, _sort, request=request, board=board, by=by, code=code, **form.values()):
            return _sorted(request, made, code)
    return _page(request, "inventory/sort_tasks.html", board, form=form)


@keeps_its_own_promise
@csrf_exempt
def change_sorting(request, slug, public_id):
    """With the code from the screen or paper: what one chose, and changing it as long as the board is open."""
    board = board_for(request, slug, public_id)
    form = CodeForm(request.POST or None)
    if form.is_valid() and (found := attempt(form, _look_up, request=request, board=board, code=form.cleaned_data["code"])):
        return show_own_sorting(request, found, form.cleaned_data["code"])
    return _page(request, "inventory/ask_code.html", board, form=form)


def show_own_sorting(request, sorting: Sorting, code: str):
    """What somebody chose, for who has the code; nobody else ever sees it."""
    request.municipality = sorting.board.municipality
    if not sorting.board.is_open:
        tasks = _tasks(sorting.board)
        chosen = _chosen(sorting)
        rows = [(task.line.title, Sort(chosen[task.pk]).label if chosen.get(task.pk) else _("I don't know")) for task in tasks]
        return kept_by_nobody(_page(request, "inventory/show_own_sorting.html", sorting.board, sorting=sorting, rows=rows))
    return _change(request, sorting, request.user if request.user.is_authenticated else None, code)


def enter_form(request, slug, public_id):
    """One paper form after another; the page comes back empty, with what was typed below it."""
    board = board_for(request, slug, public_id, "inventory.enter_form")
    form = SortForm(request.POST or None, tasks=_tasks(board), groups=board.groups, for_others=True)
    if form.is_valid() and (made := attempt(form, actions.enter_form, board=board, by=request.user, **form.values())):
        messages.success(request, _("Number %(number)d is in. The next one, please.") % {"number": made.number})
        return redirect("inventory:enter_form", slug, public_id)
    return _entering(request, "inventory/enter_form.html", board, form)


def enter_table(request, slug, public_id):
    board = board_for(request, slug, public_id, "inventory.enter_table")
    form = TableForm(request.POST or None, tasks=_tasks(board), groups=board.groups, for_others=True)
    if form.is_valid() and (made := attempt(form, actions.enter_table, board=board, by=request.user, **form.values())):
        messages.success(request, _("Number %(number)d is in. The next one, please.") % {"number": made.number})
        return redirect("inventory:enter_table", slug, public_id)
    return _entering(request, "inventory/enter_table.html", board, form)


@require_POST
def take_back_entry(request, slug, public_id, number):
    board = board_for(request, slug, public_id, "inventory.take_back_entry")
    try:
        taken = actions.take_back_entry(board=board, number=number, by=request.user)
        messages.success(request, _("Number %(number)d was taken back. It counts no more.") % {"number": taken.number})
    except Refused as refusal:
        messages.error(request, " ".join(refusal.messages))
    page = "enter_table" if request.POST.get("back") == "table" else "enter_form"
    return redirect(f"inventory:{page}", slug, public_id)


@for_visitors
def print_board(request, slug, public_id):
    """A blank form, and a sheet on which a table counts; without a code, so everybody may print them."""
    board = board_for(request, slug, public_id)
    if board.is_over:
        return _page(request, "inventory/too_late.html", board, status=403, printing=True)
    address = urljoin(settings.SITE_ADDRESS, board.get_absolute_url())
    return serve_paper(blank_form(board, _tasks(board), address), "sorteren")


def _own(board: Board, by) -> Sorting | None:
    return Sorting.objects.for_code().filter(board=board, owner_mark=actions.mark_of(board, by)).first()


def _sort_form(request, board: Board, data, **known) -> SortForm:
    return SortForm(data, tasks=_tasks(board), groups=actions.groups_for(board, request.user), **known)


def _sort(*, request, board: Board, by, code: str, group, choices) -> Sorting:
    if Sorting.objects.filter(code_hash=hash_code(code)).exists():  # sent twice: it counts once
        return actions.sort_tasks(board=board, by=by, code=code, group=group, choices=choices)
    _SORTING.refuse(request)
    made = actions.sort_tasks(board=board, by=by, code=code, group=group, choices=choices)
    _SORTING.count(request)
    return made


def _change(request, sorting: Sorting, by, code: str = ""):
    board, chosen = sorting.board, _chosen(sorting)
    data = request.POST if "version" in request.POST else None  # who only typed a code did not fill it in yet
    form = _sort_form(request, board, data, chosen=chosen, version=sorting.version, code=code, initial={"group": sorting.group})
    if form.is_valid():
        asked = {"version": form.cleaned_data["version"] or 0, **form.values()}
        if made := attempt(form, actions.change_sorting, sorting=sorting, by=by, **asked):
            return _sorted(request, made, code, changed=True)
        if form.has_error("__all__", code="changed"):
            form.data = form.data.copy()
            form.data["version"] = str(Sorting.objects.get(pk=sorting.pk).version)
    return kept_by_nobody(_page(request, "inventory/change_sorting.html", board, form=form, code=code))


def _sorted(request, sorting: Sorting, code: str, *, changed: bool = False):
    """The page with the code: shown now, kept by nobody."""
    board, chosen = sorting.board, _chosen(sorting)
    rows = [(task.line.title, Sort(chosen[task.pk]).label) for task in _tasks(board) if chosen.get(task.pk)]
    shown = {"sorting": sorting, "rows": rows, "code": code, "changed": changed}
    return kept_by_nobody(_page(request, "inventory/sorted.html", board, **shown))


def _look_up(*, request, board: Board, code: str) -> Sorting:
    refuse_guessing(request)
    found = Sorting.objects.for_code().filter(board=board, code_hash=hash_code(code)).first()
    if found is None:
        count_wrong(request)
        raise Refused({"code": _("We do not know this code. Look once more at your paper: perhaps one letter is different.")})
    return found


def _tasks(board: Board) -> list:
    return list(board.tasks.standing().for_page())


def _chosen(sorting: Sorting) -> dict[int, str]:
    """What one person chose for each task."""
    votes = sorting.votes.values_list("task_id", *Share._fields)
    return {task: Share(*counts).most or "" for task, *counts in votes}


def _entering(request, template: str, board: Board, form):
    entered = board.sortings.entered()[:_SHOWN]
    return _page(request, template, board, form=form, entered=entered)


def _page(request, template: str, board: Board, *, status: int = 200, **more):
    return render(request, template, {"board": board, "municipality": board.municipality, **more}, status=status)
