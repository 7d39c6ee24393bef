"""Verbs about questions; their answers reach everybody at one moment."""

from collections.abc import Callable
from functools import partial

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from accounts.models import User
from events import clock, log
from tenders.codes import hash_code
from tenders.models import Lot, Question, Tender
from tenders.refusal import Changed, Refused


@transaction.atomic
def ask_question(
    *,
    tender: Tender,
    by: User | None,
    text: str,
    about: str = "",
    show_name: bool = False,
    lot: Lot | None = None,
    email: str = "",
    code: str = "",
) -> Question:
    """A question, seen by the team only until its answer goes to everybody at once. The same `code` twice makes one."""
    _refuse_ended(tender)
    if found := asked_before(code):
        return found
    named = {"show_name": show_name, **who_asks(by, email, code)}
    question = number_question({"tender": tender}, lot=lot, text=text, about=about.strip(), **named)
    log.record("tenders.question_asked", by=by, thing=question, day_only=by is None)
    return question


def asked_before(code: str) -> Question | None:
    """The question that came with the same form."""
    return Question.objects.filter(code_hash=hash_code(code)).first() if code else None


def who_asks(by: User | None, email: str, code: str) -> dict:
    """What is kept of who asks: the account, or only a code, perhaps an address, and the day."""
    known = {"asked_by": by, "code_hash": hash_code(code) if code else None}
    return known if by else known | {"email": email, "asked_at": clock.beginning_of(clock.today())}


def number_question(where: dict, *, text: str, **fields) -> Question:
    """Write a question down under the next number of its tender or municipality: {"tender": …} or {"municipality": …}."""
    fields = {"asked_at": clock.now()} | fields
    for _attempt in range(5):
        number = (Question.objects.filter(**where).aggregate(last=Max("number"))["last"] or 0) + 1
        try:
            with transaction.atomic():
                return Question.objects.create(**where, number=number, text=text.strip(), **fields)
        except IntegrityError:  # somebody else took this number at the same moment, or the same form came twice
            if there := Question.objects.filter(code_hash=fields.get("code_hash") or "").first():
                return there
    raise Changed(_("Many people ask something at this moment. Send your question again; it is still here."))


@transaction.atomic
def answer_unasked(*, tender: Tender, by: User, text: str, answer: str, page: str = "") -> Question:
    """An answer that everybody must get at one moment, to what nobody asked here. It waits with the others to be published.

    `page` is where the answer is written and stands in full; there it is changed, too.
    """
    _refuse_ended(tender)
    return answer_question(question=number_question({"tender": tender}, text=text, page=page), by=by, answer=answer)


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
    tell = partial(log.record, "tenders.answers_published", by=by, thing=tender, public=True)
    return publish_waiting(tender.questions.all(), lambda waiting: tell(count=len(waiting)))


def publish_waiting(questions, tell: Callable) -> int:
    """Give every answer among these that waits the moment of the event that `tell` records; that stands on each notice too."""
    waiting = list(questions.filter(answered_at__isnull=False, published_at=None).select_for_update())
    if waiting:
        event = tell(waiting)
        for question in waiting:
            question.published_at = event.at
        Question.objects.bulk_update(waiting, ["published_at"])
    return len(waiting)


def _refuse_ended(tender: Tender) -> None:
    if not tender.is_running:
        raise Refused(_("This tender was stopped or completed. You can call the municipality."), code="step")
