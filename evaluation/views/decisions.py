"""The decision on a lot: making it, having letters made, approval by another, sending; and reading it."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from accounts.fresh import after_fresh_sign_in
from accounts.permissions import allows
from documents.serve import serve
from evaluation import actions
from evaluation.deciding import Deciding, Work, comparison
from evaluation.fetch import decision_for, letter_for, lot_for
from evaluation.forms.committee import SureForm
from evaluation.forms.decisions import AdvantagesForm, ApproveForm, DecisionForm, ExplanationForm, PrepareForm
from evaluation.freezing import days
from evaluation.models import AwardDecision, Letter
from evaluation.standing import bring_along
from events.etag import for_visitors
from tenders.forms import attempt


def make_decision(request, slug, number):
    lot = lot_for(request.user, slug, number, "evaluation.make_decision")
    request.municipality = lot.tender.municipality
    deciding = Deciding(lot)
    form = DecisionForm(request.POST or None, initial=deciding.initial, lot=lot, equals=deciding.equals)
    if form.is_valid():
        decision = attempt(form, actions.make_decision, lot=lot, by=request.user, **form.cleaned_data)
        if decision:
            return redirect("evaluation:show_decision", slug, decision.public_id)
    return render(request, "evaluation/make_decision.html", {"form": form, "deciding": deciding, "lot": lot, "tender": lot.tender})


@for_visitors
def show_decision(request, slug, public_id):
    """The decision as it was sent, for everybody; until then the team's page with what must still be done."""
    decision = decision_for(request.user, slug, public_id, "evaluation.view_decision")
    request.municipality = decision.tender.municipality
    context = {"decision": decision, "lot": decision.lot, "tender": decision.tender}
    if not decision.is_sent:
        bring_along([decision.lot])
        work = Work(decision, request.user, request.GET.get("page"))
        return render(request, "evaluation/work_on_decision.html", context | {"work": work})
    context["content"] = days(decision.content)
    context["letters"] = Letter.objects.visible_to(request.user).filter(decision=decision).select_related("party")[:25]
    context["may_explain"] = allows(request.user, "evaluation.explain_decision", decision)
    return render(request, "evaluation/show_decision.html", context)


def write_advantages(request, slug, public_id, letter):
    decision = decision_for(request.user, slug, public_id, "evaluation.write_advantages")
    request.municipality = decision.tender.municipality
    result = get_object_or_404(
        decision.results.filter(chosen=False).select_related("opened_bid__bid__party"), opened_bid__letter=letter
    )
    result.decision = decision
    form = AdvantagesForm(request.POST or None, initial={"text": result.advantages})
    if form.is_valid() and attempt(form, actions.write_advantages, result=result, by=request.user, **form.cleaned_data):
        return redirect("evaluation:show_decision", slug, public_id)
    context = {"form": form, "result": result, "rows": comparison(result), "decision": decision, "tender": decision.tender}
    return render(request, "evaluation/write_advantages.html", context)


def prepare_decision(request, slug, public_id):
    decision = decision_for(request.user, slug, public_id, "evaluation.prepare_decision")
    request.municipality = decision.tender.municipality
    form = PrepareForm(request.POST or None)
    if form.is_valid() and attempt(form, actions.prepare_decision, decision=decision, by=request.user, **form.cleaned_data):
        messages.success(request, _("The letters are being made. Only the team can read them until they are sent."))
        return redirect("evaluation:show_decision", slug, public_id)
    return render(request, "evaluation/prepare_decision.html", {"form": form, "decision": decision, "tender": decision.tender})


@after_fresh_sign_in
def approve_decision(request, slug, public_id):
    decision = decision_for(request.user, slug, public_id, "evaluation.approve_decision")
    request.municipality = decision.tender.municipality
    form = ApproveForm(request.POST or None, initial={"content_sha256": decision.content_sha256})
    if form.is_valid() and attempt(form, actions.approve_decision, decision=decision, by=request.user, **form.cleaned_data):
        messages.success(request, _("You approved the decision. A colleague sends it now."))
        return redirect("evaluation:show_decision", slug, public_id)
    context = {"form": form, "decision": decision, "tender": decision.tender, "content": days(decision.content)}
    return render(request, "evaluation/approve_decision.html", context)


@after_fresh_sign_in
def send_decision(request, slug, public_id):
    decision = decision_for(request.user, slug, public_id, "evaluation.send_decision")
    request.municipality = decision.tender.municipality
    bring_along([decision.lot])
    form = SureForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and attempt(form, actions.send_decision, decision=decision, by=request.user):
        messages.success(request, _("The letters went to everybody at the same moment. The decision is public."))
        return redirect("evaluation:show_decision", slug, public_id)
    context = {"form": form, "decision": decision, "tender": decision.tender, "work": Work(decision, request.user)}
    return render(request, "evaluation/send_decision.html", context)


@for_visitors
def show_explanation(request, slug, public_id):
    """Why we chose, by the committee itself; fits on one printed sheet."""
    decision = decision_for(request.user, slug, public_id, "evaluation.view_decision")
    if not decision.explained_at:
        return redirect("evaluation:show_decision", slug, public_id)
    request.municipality = decision.tender.municipality
    context = {"decision": decision, "lot": decision.lot, "tender": decision.tender, "content": days(decision.content)}
    return render(request, "evaluation/show_explanation.html", context)


def explain_decision(request, slug, public_id):
    decision = decision_for(request.user, slug, public_id, "evaluation.explain_decision")
    request.municipality = decision.tender.municipality
    form = ExplanationForm(request.POST or None, instance=AwardDecision.objects.get(pk=decision.pk))
    if form.is_valid() and attempt(form, actions.explain_decision, decision=decision, by=request.user, **form.cleaned_data):
        return redirect("evaluation:show_explanation", slug, public_id)
    return render(request, "evaluation/explain_decision.html", {"form": form, "decision": decision, "tender": decision.tender})


def download_decision(request, slug, public_id):
    return serve(decision_for(request.user, slug, public_id, "evaluation.view_decision").document)


def download_record(request, slug, public_id):
    return serve(decision_for(request.user, slug, public_id, "evaluation.view_record").record)


def download_letter(request, slug, public_id):
    return serve(letter_for(request.user, slug, public_id).document)
