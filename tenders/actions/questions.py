"""Verbs about questions; their answers reach everybody at one moment."""

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from accounts.models import User
from events import clock, log
from tenders.models import Lot, Question, Tender
from tenders.refusal import Changed, Refused


@transaction.atomic
def ask_question(
    *, tender: Tender, by: User | None, text: str, about: str = "", show_name: bool = False, lot: Lot | None = None
) -> Question:
    """A question, seen by the team only until its answer goes to everybody at once."""
    if not tender.is_running:
        raise Refused(_("This tender was stopped or completed. You can call the municipality."), code="step")
    for _attempt in range(5):
        number = (tender.questions.aggregate(last=Max("number"))["last"] or 0) + 1
        try:
            with transaction.atomic():
                said = {"text": text.strip(), "about": about.strip(), "show_name": show_name}
                question = Question.objects.create(tender=tender, lot=lot, number=number, asked_by=by, asked_at=clock.now(), **said)
        except IntegrityError:  # somebody else took this number at the same moment
            continue
        log.record("tenders.question_asked", by=by, thing=question)
        return question
    raise Changed(_("Many people ask something at this moment. Send your question again; it is still here."))


@transaction.atomic
def answer_question(*, question: Question, by: User, answer: str, version: int | None = None) -> Question:
    """Write the answer. Nobody sees it before it is published, together with the others that wait.

    Raises Changed when it was published meanwhile, or a colleague wrote another answer than the one of `version`.
    """
    question = Question.objects.select_related("tender__municipality").select_for_update(of=("self",)).get(pk=question.pk)
    if question.published_at:
        raise Changed(_("This answer has been published. Ask and answer a new question instead."), code="published")
    if version not in (None, question.version):
        sentence = _("A colleague answered while you were writing. What you wrote is still here; compare it first.")
        raise Changed(sentence, code="changed")
    question.answer, question.answered_by, question.answered_at = answer.strip(), by, clock.now()
    question.version += 1
    question.save(update_fields=["answer", "answered_by", "answered_at", "version"])
    log.record("tenders.question_answered", by=by, thing=question)
    return question


@transaction.atomic
def publish_answers(*, tender: Tender, by: User) -> int:
    """Publish every answer that waits, for everybody at one moment; returns how many."""
    waiting = list(tender.questions.filter(answered_at__isnull=False, published_at=None).select_for_update())
    if waiting:
        event = log.record("tenders.answers_published", by=by, thing=tender, public=True, count=len(waiting))
        for question in waiting:
            question.published_at = event.at  # the moment that stands on every notice too
        Question.objects.bulk_update(waiting, ["published_at"])
    return len(waiting)
