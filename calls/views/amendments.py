"""Pages of amendments: other wording that people propose, and what became of it."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.permissions import allows
from accounts.reading import composed_for_visitors
from calls import actions, differences
from calls.fetch import amendment_for, call_for, clause_for
from calls.forms.request import AmendmentForm, DecisionForm
from calls.models import Amendment, AmendmentState, Clause, ClauseVersion
from calls.views.clauses import page
from events.composed import Pageable, number_of
from events.etag import for_visitors
from tenders.forms import attempt
from tenders.refusal import Refused


@for_visitors
def list_amendments(request, slug):
    """All amendments on the request with what became of them; the open ones first."""
    call = call_for(request.user, slug, "calls.list_amendments")
    state = request.GET.get("stand", "")
    found = Pageable(_found, _number_found, request.user, call.pk, state if state in AmendmentState.values else None)
    page_obj = Paginator(found, 25).get_page(request.GET.get("page"))
    return page(request, "calls/list_amendments.html", call, page_obj=page_obj, state=state, states=_chips(state))


def _of_call(reader, call_id, state):
    found = Amendment.objects.visible_to(reader).filter(clause__call_id=call_id)
    return found if state is None else found.filter(state=state)


@composed_for_visitors
def _found(reader, call_id, state, cut):
    return _of_call(reader, call_id, state).for_list().for_reading()[cut]


@composed_for_visitors
def _number_found(reader, call_id, state):
    return number_of(_of_call(reader, call_id, state))


@for_visitors
def show_amendment(request, slug, public_id):
    """One amendment: what it changes, who supports it, and what was decided on each part, with the reason."""
    amendment = amendment_for(request.user, slug, public_id, "calls.view_amendment")
    user, clause = request.user, amendment.clause
    newest = clause.versions.first()
    made = ClauseVersion.objects.filter(amendment=amendment).first()
    context = {
        "amendment": amendment,
        "clause": clause,
        "difference": differences.difference(amendment.on_version.text, amendment.text),
        "newest": newest,
        "since": differences.difference(amendment.on_version.text, newest.text) if _moved_on(amendment, newest) else "",
        "made": made,
        "parts": [(part, differences.difference(part.before, part.result)) for part in amendment.parts.all()],
        "supported": user.is_authenticated and amendment.supporters.filter(person=user).exists(),
        "may_support": allows(user, "calls.support_amendment", amendment),
        "may_withdraw": allows(user, "calls.withdraw_amendment", amendment),
        "may_decide": allows(user, "calls.decide_amendment", amendment),
    }
    return page(request, "calls/show_amendment.html", clause.call, **context)


def propose_amendment(request, slug, number):
    clause = clause_for(request.user, slug, number, "calls.propose_amendment")
    form = AmendmentForm(request.POST or None, clause=clause, user=request.user)
    preview = form.is_valid() and "preview" in request.POST
    if form.is_valid() and not preview:
        made = attempt(form, actions.propose_amendment, clause=clause, by=request.user, **form.cleaned_data)
        if made:
            messages.success(request, _("Your proposal is in. You hear what becomes of it, with the reason."))
            return redirect("calls:show_amendment", slug, made.public_id)
    context = {"clause": clause, "form": form, "preview": preview}
    if preview:
        context["difference"] = differences.difference(clause.newest_text, form.cleaned_data["text"])
    return page(request, "calls/propose_amendment.html", clause.call, **context)


@require_POST
def support_amendment(request, slug, public_id):
    amendment = amendment_for(request.user, slug, public_id, "calls.support_amendment")
    _press(request, actions.support_amendment, amendment, _("You support this proposal. You hear what becomes of it."))
    return redirect("calls:show_amendment", slug, public_id)


@require_POST
def withdraw_amendment(request, slug, public_id):
    amendment = amendment_for(request.user, slug, public_id, "calls.withdraw_amendment")
    _press(request, actions.withdraw_amendment, amendment, _("Your proposal is withdrawn."))
    return redirect("calls:show_amendment", slug, public_id)


def decide_amendment(request, slug, public_id):
    """Decide on each part of an amendment, with a reason that its proposer and supporters read."""
    amendment = amendment_for(request.user, slug, public_id, "calls.decide_amendment")
    clause = _with_newest(amendment)
    form = DecisionForm(request.POST or None, amendment=amendment, clause=clause)
    if form.is_valid() and attempt(form, actions.decide_amendment, amendment=amendment, by=request.user, **form.decision()):
        messages.success(request, _("Decided. Who proposed and supported it hears your reason."))
        return redirect("calls:show_amendment", slug, public_id)
    if form.is_stale:
        form.see(clause.newest_number)
    since = differences.difference(amendment.on_version.text, clause.newest_text) if form.changed_since else ""
    proposed = differences.difference(amendment.on_version.text, amendment.text)
    context = {"amendment": amendment, "clause": clause, "form": form, "since": since, "proposed": proposed}
    return page(request, "calls/decide_amendment.html", clause.call, **context)


def _press(request, action, amendment: Amendment, done: str) -> None:
    """Carry out what one button asks; a refusal becomes a message."""
    try:
        action(amendment=amendment, by=request.user)
        messages.success(request, done)
    except Refused as refusal:
        messages.error(request, refusal.messages[0])


def _with_newest(amendment: Amendment) -> Clause:
    """The clause of an amendment with its newest wording."""
    clause = Clause.objects.for_list().get(pk=amendment.clause_id)
    clause.call = amendment.clause.call
    return clause


def _moved_on(amendment: Amendment, newest: ClauseVersion) -> bool:
    """Whether the clause was changed after the amendment was made, and not by it."""
    return amendment.is_open and newest.pk != amendment.on_version_id


def _chips(state: str) -> list[tuple]:
    return [(_("All"), "?", not state), *((capfirst(s.label), f"?stand={s.value}", s.value == state) for s in AmendmentState)]
