"""Questions about a line: asked by anybody, answered for everybody at one moment."""

from functools import partial

from django.db import transaction

from accounts.models import Municipality, User
from events import log
from inventory.models import Line, LineQuestion
from tenders.actions.questions import asked_before, number_question, publish_waiting, who_asks
from tenders.locks import one_at_a_time
from tenders.models import Question


@transaction.atomic
def ask_about_line(
    *, line: Line, by: User | None, text: str, show_name: bool = False, email: str = "", code: str = ""
) -> LineQuestion:
    """A question about a line. Who keeps the inventory sees it; everybody does when its answer is published.

    The same `code` twice makes one.
    """
    one_at_a_time("line questions", line.municipality_id)
    if found := asked_before(code):
        return LineQuestion.objects.get(question=found)
    where = {"municipality": line.municipality}
    question = number_question(where, text=text, show_name=show_name, **who_asks(by, email, code))
    asked = LineQuestion.objects.create(line=line, question=question)
    log.record("inventory.asked_about_line", by=by, thing=question, day_only=by is None)
    return asked


@transaction.atomic
def publish_line_answers(*, municipality: Municipality, by: User) -> int:
    """Publish every answer about the inventory that waits, for everybody at one moment; returns how many."""
    tell = partial(log.record, "inventory.line_answers_published", by=by, thing=municipality, public=True)
    waiting = Question.objects.filter(municipality=municipality)
    return publish_waiting(waiting, lambda questions: tell(questions=[question.pk for question in questions]))
