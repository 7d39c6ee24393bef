"""What is already there: the initiatives in the area of a tender, and what its request says of each."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import F, OuterRef, Q, Subquery
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from accounts.permissions import allows
from calls import actions
from calls.fetch import call_for, clause_for
from calls.forms.initiatives import WordForm
from calls.forms.request import SourceForm
from calls.models import InitiativeWord, Word, initiatives_around
from calls.sources import plans_for
from calls.views.clauses import page
from events.etag import for_visitors
from initiatives.models import Initiative
from tenders.forms import attempt


@for_visitors
def list_initiatives(request, slug):
    """For everybody; who writes the request sees first what it says nothing of yet."""
    call = call_for(request.user, slug, "calls.list_initiatives")
    said = InitiativeWord.objects.standing().filter(call=call.pk, initiative=OuterRef("pk"))
    rows = _concerned(call).annotate(
        word=Subquery(said.values("word")[:1]),
        reason=Subquery(said.values("reason")[:1]),
        clause_number=Subquery(said.values("clause__number")[:1]),
    )
    page_obj = Paginator(rows.order_by(F("word").asc(nulls_first=True), "name", "pk"), 25).get_page(request.GET.get("page"))
    for one in page_obj:
        one.word_label = Word(one.word).label if one.word else ""
    may_answer = allows(request.user, "calls.answer_initiative", call)
    return page(request, "calls/list_initiatives.html", call, page_obj=page_obj, may_answer=may_answer)


def answer_initiative(request, slug, public_id):
    call = call_for(request.user, slug, "calls.answer_initiative")
    initiative = get_object_or_404(_concerned(call), public_id=public_id)
    said = InitiativeWord.objects.filter(call=call.pk, initiative=initiative).select_related("by", "clause").order_by("-pk")
    now = next((one for one in said if one.replaced_at is None), None)
    form = WordForm(request.POST or None, call=call, said=now)
    if form.is_valid() and attempt(
        form, actions.answer_initiative, tender=call.tender, initiative=initiative, by=request.user, **form.cleaned_data
    ):
        messages.success(request, _("Said. It stands on the page of the initiative too."))
        return redirect("calls:list_initiatives", slug)
    return page(request, "calls/answer_initiative.html", call, form=form, initiative=initiative, said=said[:25])


def link_plan(request, slug, number, public_id):
    """This part comes from a plan from outside that was answered with yes or together."""
    clause = clause_for(request.user, slug, number, "calls.link_plan")
    answer = get_object_or_404(plans_for(clause.call), plan__public_id=public_id)
    form = SourceForm(request.POST or None)
    form.fields["reason"].help_text = _("Who made the plan reads this on the golden thread.")
    if form.is_valid() and attempt(form, actions.link_plan, clause=clause, by=request.user, answer=answer, **form.cleaned_data):
        messages.success(request, _("Linked. This part now stands on the golden thread of this plan."))
        return redirect("calls:write_clause", slug, number)
    return page(request, "calls/link_plan.html", clause.call, clause=clause, answer=answer, form=form)


def _concerned(call):
    """What goes on in its area, and what it says something of already: also when that stopped since."""
    said = InitiativeWord.objects.standing().filter(call=call.pk).values("initiative")
    around = initiatives_around(call.tender).values("pk")
    return Initiative.objects.filter(Q(pk__in=around) | Q(pk__in=said)).for_list()
