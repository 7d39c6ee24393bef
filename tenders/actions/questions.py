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
    question = _numbered(tender, lot=lot, text=text.strip(), asked_by=by, show_name=show_name)
    log.record("tenders.question_asked", by=by, thing=question)
    return question


@transaction.atomic
def answer_unasked(*, tender: Tender, by: User, text: str, answer: str) -> Question:
    """An answer that everybody must get at one moment, to what nobody asked here. It waits with the others to be published."""
    return answer_question(question=_numbered(tender, text=text.strip()), by=by, answer=answer)


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
    waiting = list(tender.questions.filter(answered_at__isnull=False, published_at=None).select_for_update())
    for question in waiting:
        question.published_at = now
    Question.objects.bulk_update(waiting, ["published_at"])
    if waiting:
        log.record("tenders.answers_published", by=by, thing=tender, public=True, count=len(waiting))
    return len(waiting)


def _numbered(tender: Tender, **fields) -> Question:
    """A question with the next number of the tender."""
    if not tender.is_running:
        raise Refused(_("This tender was stopped or completed. You can call the municipality."), code="step")
    for _attempt in range(5):
        number = (tender.questions.aggregate(last=Max("number"))["last"] or 0) + 1
        try:
            with transaction.atomic():
                return Question.objects.create(tender=tender, number=number, asked_at=clock.now(), **fields)
        except IntegrityError:  # somebody else took this number at the same moment
            continue
    raise Changed(_("Many people ask something at this moment. Send your question again; it is still here."))
