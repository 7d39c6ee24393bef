"""Sorting boards: those of a municipality, one with its votes and choices, and what its officers do with it."""

from django.contrib import messages
from django.core.exceptions import NON_FIELD_ERRORS
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from accounts.permissions import allows
from events import clock
from events.etag import for_visitors
from events.middleware import keeps_its_own_promise
from inventory import actions, board_page
from inventory.actions.boards import BEGUN
from inventory.counted import shown_of, votes_of
from inventory.fetch import board_for, place_for, task_for
from inventory.forms import BoardForm, ChoiceForm, EndForm, FollowForm
from inventory.models import Board
from inventory.sorting import chosen_by_most_residents
from tenders.forms import attempt
from tenders.pace import Pace
from tenders.refusal import Refused

_FOLLOWING = Pace(
    "follow-board",
    at_most=20,
    seconds=900,
    sentence=gettext_lazy("Many addresses came from here in a short time. Wait a quarter of an hour and try again."),
)


@for_visitors
def list_boards(request, slug):
    place = place_for(request, slug, "inventory.view_inventory")
    boards = Board.objects.filter(municipality=place).for_page()
    page = Paginator(boards, 25).get_page(request.GET.get("page"))
    may = allows(request.user, "inventory.make_board", place)
    return render(request, "inventory/list_boards.html", {"municipality": place, "page_obj": page, "may_make": may})


@for_visitors
def show_board(request, slug, public_id):
    board = board_for(request, slug, public_id)
    return render(request, "inventory/show_board.html", board_page.context_of(board, request.user))


def make_board(request, slug):
    place = place_for(request, slug, "inventory.make_board")
    form = BoardForm(request.POST or None, municipality=place, initial={"begins_on": clock.today()})
    if form.is_valid() and (board := attempt(form, actions.make_board, municipality=place, by=request.user, **form.values())):
        messages.success(request, _("The board is there. Everybody can see it."))
        return redirect(board)
    has_tasks = form.fields["tasks"].queryset.exists()
    return render(request, "inventory/make_board.html", {"form": form, "municipality": place, "has_tasks": has_tasks})


def edit_board(request, slug, public_id):
    board = board_for(request, slug, public_id, "inventory.edit_board")
    if request.method == "GET" and board.sortings.exists():  # said before somebody fills in a form for nothing
        messages.error(request, BEGUN)
        return redirect(board)
    form = BoardForm(request.POST or None, instance=board, municipality=board.municipality)
    if form.is_valid():
        version = form.cleaned_data["version"] or 0
        if attempt(form, actions.edit_board, board=board, by=request.user, version=version, **form.values()):
            return redirect(board)
    latest = None
    if form.is_bound and form.has_error(NON_FIELD_ERRORS, code="changed"):
        latest = Board.objects.for_page().get(pk=board.pk)
        form.data = form.data.copy()
        form.data["version"] = str(latest.version)  # who sends it again has seen what the other saved
    return _form_page(request, "inventory/edit_board.html", form, board, latest=latest)


def close_board(request, slug, public_id):
    board = board_for(request, slug, public_id, "inventory.close_board")
    form = EndForm(request.POST or None)
    if form.is_valid() and attempt(form, actions.close_board, board=board, by=request.user, **form.cleaned_data):
        return redirect(board)
    return _form_page(request, "inventory/close_board.html", form, board)


def withdraw_task(request, slug, public_id, line):
    task = task_for(request, slug, public_id, line, "inventory.withdraw_task")
    form = EndForm(request.POST or None)
    if form.is_valid() and attempt(form, actions.withdraw_task, task=task, by=request.user, **form.cleaned_data):
        return redirect(task.board)
    return _form_page(request, "inventory/withdraw_task.html", form, task.board, task=task)


@require_POST
def publish_result(request, slug, public_id):
    board = board_for(request, slug, public_id, "inventory.publish_result")
    return _do(request, board, actions.publish_result, _("Everybody sees the votes now. Choose for each task who takes it up."))


def choose_sort(request, slug, public_id, line):
    """With the votes beside it; where most residents chose something else, why."""
    task = task_for(request, slug, public_id, line, "inventory.choose_sort")
    wanted = chosen_by_most_residents(shown_of(task.board), votes_of([task.pk]).get(task.pk, {}))
    last = task.choices.order_by("-number").first()
    known = {"version": last.number if last else 0}
    if last:
        known |= {"sort": last.sort, "reason": last.reason, "against_because": last.against_because}
    is_public = task.board.decided_at is not None
    form = ChoiceForm(request.POST or None, initial=known, wanted=wanted, is_public=is_public)
    if form.is_valid() and attempt(form, actions.choose_sort, task=task, by=request.user, **form.cleaned_data):
        return redirect(task.board)
    overtaken = form.is_bound and form.has_error(NON_FIELD_ERRORS, code="changed")
    if overtaken:
        form.data = form.data.copy()
        form.data["version"] = str(known["version"])  # who sends it again has seen what the other chose
    more = {"task": task, "result": board_page.result_of(task), "latest": last if overtaken else None}
    return _form_page(request, "inventory/choose_sort.html", form, task.board, **more)


@require_POST
def publish_choices(request, slug, public_id):
    board = board_for(request, slug, public_id, "inventory.publish_choices")
    return _do(request, board, actions.publish_choices, _("Everybody can read the choices now. Who asked for it gets a message."))


# For why this form has no token against forgery: dialogues/views/contributions.py. Asked twice, it is one.
@keeps_its_own_promise
@csrf_exempt
@for_visitors
def follow_board(request, slug, public_id):
    board = board_for(request, slug, public_id, "inventory.follow_board")
    by = request.user if request.user.is_authenticated else None
    form = FollowForm(request.POST or None)
    followed = False
    if by and request.method == "POST":
        followed = bool(actions.follow_board(board=board, by=by))
    elif form.is_valid():
        followed = bool(attempt(form, _follow, request=request, board=board, **form.cleaned_data))
    return _form_page(request, "inventory/follow_board.html", form, board, followed=followed)


def _follow(*, request, board: Board, email: str):
    _FOLLOWING.refuse(request)
    _FOLLOWING.count(request)
    return actions.follow_board(board=board, by=None, email=email)


def _do(request, board: Board, action, done: str):
    """A button without a form: what is refused is said on the page it came from."""
    try:
        action(board=board, by=request.user)
        messages.success(request, done)
    except Refused as refusal:
        messages.error(request, " ".join(refusal.messages))
    return redirect(board)


def _form_page(request, template: str, form, board: Board, **more):
    return render(request, template, {"form": form, "board": board, "municipality": board.municipality, **more})
