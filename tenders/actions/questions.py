"""Verbs about questions; their answers reach everybody at one moment."""

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from accounts.models import User
from events import clock, log
from tenders.models import Lot, Question, Tender
from tenders.refusal import Changed, Refused


@transaction.atomic
def ask_question(*, tender: Tender, by: User | None, text: str, show_name: bool = False, lot: Lot | None = None) -> Question:
    """A question, seen by the team only until its answer goes to everybody at once."""
    if not tender.is_running:
        raise Refused(_("This tender was stopped or completed. You can call the municipality."), code="step")
    question = number_question({"tender": tender}, lot=lot, text=text, asked_by=by, show_name=show_name)
    log.record("tenders.question_asked", by=by, thing=question)
    return question


def number_question(where: dict, *, text: str, **fields) -> Question:
    """Write a question down under the next number of its tender or municipality: {"tender": …} or {"municipality": …}."""
    for _attempt in range(5):
        number = (Question.objects.filter(**where).aggregate(last=Max("number"))["last"] or 0) + 1
        try:
            with transaction.atomic():
                return Question.objects.create(**where, number=number, text=text.strip(), asked_at=clock.now(), **fields)
        except IntegrityError:  # somebody else took this number at the same moment
            continue
    raise Changed(_("Many people ask something at this moment. Send your question again; it is still here."))


@transaction.atomic
def answer_question(*, question: Question, by: User, answer: str) -> Question:
    """Write the answer. Nobody sees it before it is published, together with the others that wait."""
    if question.published_at:
        raise Changed(_("This answer has been published. Ask and answer a new question instead."), code="published")
    question.answer, question.answered_by, question.answered_at = answer.strip(), by, clock.now()
    question.save(update_fields=["answer", "answered_by", "answered_at"])
    log.record("tenders.question_answered", by=by, thing=question)
    return question


@transaction.atomic
def publish_answers(*, tender: Tender, by: User) -> int:
    """Publish every answer that waits, for everybody at one moment; returns how many."""
    now = clock.now()
    count = publish_waiting(tender.questions.all(), now)
    if count:
        log.record("tenders.answers_published", by=by, thing=tender, public=True, count=count)
    return count


def publish_waiting(questions, now) -> int:
    """Give every answer among these that waits the same moment; returns how many."""
    waiting = list(questions.filter(answered_at__isnull=False, published_at=None).select_for_update())
    for question in waiting:
        question.published_at = now
    Question.objects.bulk_update(waiting, ["published_at"])
    return len(waiting)
