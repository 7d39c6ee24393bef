"""Pages of step 3: the guide, the choice with its signatures, the timetable, publication."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from accounts.fresh import after_fresh_sign_in
from accounts.permissions import allows
from calls import actions
from calls.forms.procedure import ClosingForm, ConfirmForm, GuideForm, RouteForm, SignatureForm, TimetableForm
from calls.guide import cards_of
from calls.models import Call
from calls.procedure_page import (
    advice_of,
    answers_of,
    kinds_to_sign,
    moments_to_show,
    public_part,
    remarks_on,
    work_part,
)
from calls.standing import standing_of
from documents.serve import serve
from events.etag import for_visitors
from tenders.fetch import tender_for
from tenders.forms import attempt
from tenders.gates import Gate, checklist


@for_visitors
def show_procedure(request, slug):
    """Which route and why, for everybody; for the team also the advice, who must sign, and what is still to do."""
    tender = tender_for(request.user, slug, "calls.view_choice")
    may_work = any(allows(request.user, f"calls.{name}", tender) for name in ("ask_guide", "sign_choice"))
    context = public_part(tender) | (work_part(tender, request.user) if may_work else {})
    base = "base_work.html" if may_work else "base.html"
    return page(request, "calls/show_procedure.html", tender, base=base, may_work=may_work, **context)


def ask_guide(request, slug):
    """Every question with an answer already in it; the advice follows."""
    tender = tender_for(request.user, slug, "calls.ask_guide")
    form = GuideForm(request.POST or None, answers=answers_of(tender))
    if form.is_valid() and attempt(form, actions.ask_guide, tender=tender, by=request.user, answers=form.answers()):
        return redirect("calls:show_procedure", slug)
    return page(request, "calls/ask_guide.html", tender, form=form)


def choose_route(request, slug):
    """The advice as choices; the officer chooses and explains, also against the advice."""
    tender = tender_for(request.user, slug, "calls.choose_route")
    advice = advice_of(tender)
    form = RouteForm(request.POST or None, cards=cards_of(advice), answers=advice.answers)
    given = {"tender": tender, "by": request.user, "answers": advice.answers}
    if form.is_valid() and attempt(form, actions.choose_route, **given, **form.cleaned_data):
        messages.success(request, _("The route is chosen. Now it waits for signatures."))
        return redirect("calls:show_procedure", slug)
    return page(request, "calls/choose_route.html", tender, form=form, advice=advice)


@after_fresh_sign_in
def sign_choice(request, slug):
    tender = tender_for(request.user, slug, "calls.sign_choice")
    choice = standing_of(tender).choice
    kinds = kinds_to_sign(tender, choice, request.user)
    form = SignatureForm(request.POST or None, kinds=kinds, initial={"seen": choice.content_sha256 if choice else ""})
    if form.is_valid() and attempt(form, actions.sign_choice, tender=tender, by=request.user, **form.cleaned_data):
        messages.success(request, _("You have signed."))
        return redirect("calls:show_procedure", slug)
    return page(request, "calls/sign_choice.html", tender, form=form, choice=choice, kinds=kinds)


def set_timetable(request, slug):
    """The moments as they are set, or a proposal: from today, or around a closing date."""
    tender = tender_for(request.user, slug, "calls.set_timetable")
    ask = ClosingForm(request.GET if "sluiting" in request.GET else None)
    moments = moments_to_show(tender, ask.cleaned_data["sluiting"] if ask.is_valid() else None)
    call = Call.objects.filter(tender=tender).first() or Call(tender=tender)
    form = TimetableForm(request.POST or None, route=tender.route, moments=moments, version=call.version)
    if form.is_valid() and attempt(form, actions.set_timetable, tender=tender, by=request.user, **form.timetable()):
        messages.success(request, _("The timetable is saved."))
        return redirect("calls:set_timetable", slug)
    if form.is_stale:
        form.see(call.version)
    context = {"form": form, "ask": ask, "standing": standing_of(tender), "term_ends": moments.get("term_ends")}
    remarks = [] if form.is_bound else remarks_on(tender, moments)
    return page(request, "calls/set_timetable.html", tender, remarks=remarks, **context)


def prepare_publication(request, slug):
    tender = tender_for(request.user, slug, "calls.prepare_publication")
    form = ConfirmForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and attempt(form, actions.prepare_publication, tender=tender, by=request.user):
        return redirect("calls:publish_call", slug)
    return page(request, "calls/prepare_publication.html", tender, form=form, standing=standing_of(tender))


def publish_call(request, slug):
    """The prepared version to look at, what must be there, and one button."""
    tender = tender_for(request.user, slug, "calls.publish_call")
    form = ConfirmForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and attempt(form, actions.publish_call, tender=tender, by=request.user):
        messages.success(request, _("The request is published, for everybody at once."))
        return redirect("calls:show_procedure", slug)
    items = checklist(tender, Gate.PUBLISH_CALL)
    return page(request, "calls/publish_call.html", tender, form=form, items=items, standing=standing_of(tender))


def download_memo(request, slug):
    """The memo of the newest choice as PDF; 404 before it was made."""
    tender = tender_for(request.user, slug, "calls.view_choice")
    choice = standing_of(tender).choice
    return serve(choice.memo if choice else None)


def page(request, template: str, tender, **context):
    """Render a page of the procedure, in the house of its municipality."""
    request.municipality = tender.municipality
    return render(request, template, {"tender": tender, **context})
