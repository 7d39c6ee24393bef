"""What the municipality chooses for each task of a board: written, made public at once, and changed later only with a reason."""

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import User
from events import clock, log
from inventory.actions.boards import alone
from inventory.counted import most_residents_chose
from inventory.models import Board, BoardChoice, BoardTask, Sort
from tenders.refusal import Changed, Refused


@transaction.atomic
def choose_sort(
    *,
    task: BoardTask,
    by: User,
    version: int,
    sort: Sort,
    reason: str,
    against_because: str = "",
    changed_because: str = "",
) -> BoardChoice:
    """Choose who takes a task up. Before the choices are public it can be written anew; after that it says why it changed.

    `version` is the number of the choice that was seen, 0 when there was none.
    """
    board = alone(task.board)
    task = BoardTask.objects.select_related("line").get(pk=task.pk)
    if not board.is_counted:
        raise Refused(_("The result is not there yet. Show it first."), code="early")
    if task.withdrawn_at:
        raise Refused(_("This task was taken off the board."), code="withdrawn")
    last = task.choices.order_by("-number").first()
    if version != (last.number if last else 0):
        raise Changed(_("A colleague chose just before you. Look at it once more."), code="changed")
    wanted = most_residents_chose(task)
    if wanted and wanted != sort and not against_because.strip():
        chose = Sort(wanted).label
        why = _("Most residents chose “%(chose)s”. Say what weighs heavier than that.") % {"chose": chose}
        raise Refused({"against_because": why})
    if board.decided_at and not changed_because.strip():
        raise Refused({"changed_because": _("The earlier choice is public. Say why it became something else.")})
    made = BoardChoice.objects.create(
        task=task,
        number=version + 1,
        sort=sort,
        reason=reason.strip(),
        against_because=against_because.strip() if wanted and wanted != sort else "",
        changed_because=changed_because.strip() if board.decided_at else "",
        chosen_by=by,
        chosen_at=clock.now(),
        published_at=clock.now() if board.decided_at else None,
    )
    name = "inventory.choice_changed" if board.decided_at else "inventory.sort_chosen"
    log.record(name, by=by, thing=board, public=bool(board.decided_at), reason=reason, task=task.pk)
    return made


@transaction.atomic
def publish_choices(*, board: Board, by: User) -> Board:
    """Make the choice for every task public, all at once. Done twice, it changes nothing."""
    board = alone(board)
    if board.decided_at:
        return board
    if not board.is_counted:
        raise Refused(_("The result is not there yet. Show it first."), code="early")
    missing = [task.line.title for task in board.tasks.standing().select_related("line") if not task.choices.exists()]
    if missing:
        sentence = ngettext("This task has no choice yet: %(tasks)s.", "These tasks have no choice yet: %(tasks)s.", len(missing))
        raise Refused(sentence % {"tasks": ", ".join(missing)}, code="missing")
    board.decided_at = clock.now()
    board.save(update_fields=["decided_at"])
    # Of what was written more than once before, only the last was ever the choice.
    for task in board.tasks.standing():
        last = task.choices.order_by("-number").first()
        BoardChoice.objects.filter(pk=last.pk).update(published_at=board.decided_at)
    log.record("inventory.choices_published", by=by, thing=board, public=True)
    return board
