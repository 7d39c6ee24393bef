"""Questions about a line: asked under it, answered by who keeps the inventory, public for all at one moment."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from events.middleware import keeps_its_own_promise
from inventory import actions
from inventory.fetch import line_for, line_question_for, place_for
from inventory.forms import AskForm
from inventory.models import LineQuestion
from inventory.views.lines import line_form_page
from tenders.actions import answer_question as answer
from tenders.codes import code_of
from tenders.forms import AnswerForm, attempt
from tenders.views.questions import at_a_pace, question_in


# For why this form has no token against forgery: dialogues/views/contributions.py.
@keeps_its_own_promise
@csrf_exempt
def ask_about_line(request, slug, public_id):
    line = line_for(request, slug, public_id, "inventory.ask_about_line")
    form = AskForm(request.POST or None, user=request.user)
    if form.is_valid():
        code = code_of(form, "line question", line.pk, request.user.pk)
        asked = {"line": line, "code": code, **form.cleaned_data}
        if made := attempt(form, at_a_pace, request=request, action=actions.ask_about_line, **asked):
            return question_in(request, made.question, code, redirect(line), {"municipality": line.municipality, "line": line})
    if not form.is_bound:
        return redirect(line)
    return line_form_page(request, "inventory/ask_about_line.html", form, line)


def list_line_questions(request, slug):
    """What waits for an answer, and the answers that wait to be published."""
    place = place_for(request, slug, "inventory.answer_line_question")
    rows = LineQuestion.objects.filter(question__municipality=place, question__published_at=None)
    rows = rows.select_related("question", "line__municipality").order_by("pk")
    waiting = [row for row in rows if row.question.answered_at is None]
    ready = [row for row in rows if row.question.answered_at]
    context = {"municipality": place, "waiting": waiting, "ready": ready}
    return render(request, "inventory/list_line_questions.html", context)


def answer_line_question(request, slug, public_id):
    question = line_question_for(request, slug, public_id, "inventory.answer_line_question")
    form = AnswerForm(request.POST or None, instance=question)
    if form.is_valid() and attempt(form, answer, question=question, by=request.user, **form.cleaned_data):
        messages.success(request, _("The answer is saved. Publish it when all answers are ready."))
        return redirect("inventory:list_line_questions", slug)
    about = LineQuestion.objects.select_related("line__municipality").get(question=question)
    context = {"form": form, "question": question, "line": about.line, "municipality": question.municipality}
    return render(request, "inventory/answer_line_question.html", context)


@require_POST
def publish_line_answers(request, slug):
    place = place_for(request, slug, "inventory.publish_line_answers")
    count = actions.publish_line_answers(municipality=place, by=request.user)
    sentence = ngettext("%(count)d answer is public now.", "%(count)d answers are public now.", count)
    messages.success(request, sentence % {"count": count})
    return redirect("inventory:list_line_questions", slug)
