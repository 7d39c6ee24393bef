"""Questions and answers: asked by anybody, until parties compete without an account too; answered for all at one moment."""

from django.contrib import messages
from django.core.exceptions import NON_FIELD_ERRORS
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from accounts.permissions import allows
from events.etag import for_visitors, kept_by_nobody
from events.middleware import keeps_its_own_promise
from tenders import actions
from tenders.codes import code_of
from tenders.fetch import question_for, tender_for
from tenders.forms import AnswerForm, QuestionForm, attempt
from tenders.models import Question
from tenders.pace import Pace

ASKING = Pace(
    "ask-question",
    at_most=10,
    seconds=900,
    sentence=gettext_lazy("Many questions came from here in a short time. Wait a quarter of an hour, or call the municipality."),
)


@for_visitors
def list_questions(request, slug):
    tender = tender_for(request.user, slug, "tenders.view_tender")
    request.municipality = tender.municipality
    may_answer = allows(request.user, "tenders.answer_question", tender)
    seen = Question.objects.visible_to(request.user)
    questions = (seen.for_team() if may_answer else seen.for_list()).filter(tender=tender)
    page = Paginator(questions, 25).get_page(request.GET.get("page"))
    waiting = tender.questions.filter(answered_at__isnull=False, published_at=None).count() if may_answer else 0
    unread = 0 if page.object_list else tender.questions.filter(published_at=None).count()  # of others; only that they wait
    context = {"tender": tender, "page_obj": page, "may_answer": may_answer, "waiting": waiting, "unread": unread}
    return render(request, "tenders/list_questions.html", context)


# For why this form has no token against forgery: dialogues/views/contributions.py.
@keeps_its_own_promise
@csrf_exempt
@for_visitors
def ask_question(request, slug):
    tender = tender_for(request.user, slug, "tenders.ask_question")
    request.municipality = tender.municipality
    form = QuestionForm(
        request.POST or None, tender=tender, user=request.user, initial={"about": request.GET.get("over", "")[:300]}
    )
    if form.is_valid():
        code = code_of(form, "question", tender.pk, request.user.pk)
        asked = {"tender": tender, "code": code, **form.cleaned_data}
        if made := attempt(form, at_a_pace, request=request, action=actions.ask_question, **asked):
            return question_in(request, made, code, redirect("tenders:list_questions", slug), {"tender": tender})
    return render(request, "tenders/ask_question.html", {"form": form, "tender": tender})


def at_a_pace(*, request, action, **asked):
    """Carry out the asking by who is signed in, or by a visitor who does not ask too often."""
    if request.user.is_authenticated:
        return action(by=request.user, **asked)
    ASKING.refuse(request)
    made = action(by=None, **asked)
    ASKING.count(request)
    return made


def question_in(request, question: Question, code: str, back, context: dict):
    """For who is signed in back to the list; for a visitor the page with the code, that nobody keeps."""
    if request.user.is_authenticated:
        messages.success(request, _("Your question is in. The answer reaches everybody at the same moment."))
        return back
    return kept_by_nobody(render(request, "tenders/show_question.html", {"question": question, "code": code, **context}))


def answer_question(request, public_id):
    question = question_for(request.user, public_id, "tenders.answer_question")
    form = AnswerForm(request.POST or None, instance=question)
    if form.is_valid() and attempt(form, actions.answer_question, question=question, by=request.user, **form.cleaned_data):
        messages.success(request, _("The answer is saved. Publish it when all answers are ready."))
        return redirect("tenders:list_questions", question.tender.slug)
    if form.is_bound and form.has_error(NON_FIELD_ERRORS, code="changed"):
        form.data = form.data.copy()
        form.data["version"] = str(Question.objects.get(pk=question.pk).version)
    return render(request, "tenders/answer_question.html", {"form": form, "question": question, "tender": question.tender})


@require_POST
def publish_answers(request, slug):
    tender = tender_for(request.user, slug, "tenders.publish_answers")
    count = actions.publish_answers(tender=tender, by=request.user)
    sentence = ngettext("%(count)d answer is public now.", "%(count)d answers are public now.", count)
    messages.success(request, sentence % {"count": count})
    return redirect("tenders:list_questions", slug)
