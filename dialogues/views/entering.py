"""Writing down what somebody else said: by the team, and by an organisation that the team trusts."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from dialogues import actions
from dialogues.fetch import tender_of
from dialogues.forms import BringInForm, EndTrustForm, EnterContributionForm, TrustForm
from dialogues.views.codes import with_code
from events.middleware import keeps_its_own_promise
from tenders.codes import code_of
from tenders.forms import attempt
from tenders.models import Involvement, InvolvementRole


@keeps_its_own_promise
def enter_contribution(request, slug):
    tender = tender_of(request, slug, "dialogues.enter_contribution")
    form = EnterContributionForm(request.POST or None, tender=tender)
    if form.is_valid():
        code = code_of(form, "entered", tender.pk, request.user.pk)
        if made := attempt(form, actions.enter_contribution, tender=tender, by=request.user, code=code, **form.cleaned_data):
            shown = "" if form.cleaned_data["sheet"] else code  # the code is on the slip that was printed
            return with_code(request, "dialogues/contribution_entered.html", made, shown, again="dialogues:enter_contribution")
    return render(request, "dialogues/enter_contribution.html", {"form": form, "tender": tender})


@keeps_its_own_promise
def bring_in(request, slug):
    tender = tender_of(request, slug, "dialogues.bring_in")
    form = BringInForm(request.POST or None, tender=tender, user=request.user)
    if form.is_valid():
        code = code_of(form, "brought in", tender.pk, request.user.pk)
        if made := attempt(form, actions.bring_in, tender=tender, by=request.user, code=code, **form.cleaned_data):
            return with_code(request, "dialogues/contribution_entered.html", made, code, again="dialogues:bring_in")
    return render(request, "dialogues/bring_in.html", {"form": form, "tender": tender})


def trust_organisation(request, slug):
    tender = tender_of(request, slug, "dialogues.trust_organisation")
    form = TrustForm(request.POST or None, tender=tender)
    if form.is_valid() and attempt(form, actions.trust_organisation, tender=tender, by=request.user, **form.cleaned_data):
        messages.success(request, _("Its people can write down what somebody said to them. They were told."))
        return redirect("dialogues:trust_organisation", slug)
    trusted = Involvement.objects.active().filter(tender=tender, role=InvolvementRole.TRUSTED).select_related("party")
    ended = Involvement.objects.filter(tender=tender, role=InvolvementRole.TRUSTED, until__isnull=False).select_related("party")
    context = {"form": form, "tender": tender, "trusted": trusted.order_by("party__name"), "ended": ended.order_by("-until")}
    return render(request, "dialogues/trust_organisation.html", context)


def end_trust(request, slug, public_id):
    tender = tender_of(request, slug, "dialogues.end_trust")
    trusted = Involvement.objects.active().filter(tender=tender, role=InvolvementRole.TRUSTED).select_related("party")
    one = get_object_or_404(trusted, public_id=public_id)
    form = EndTrustForm(request.POST or None)
    if form.is_valid() and attempt(form, actions.end_trust, involvement=one, by=request.user, **form.cleaned_data):
        return redirect("dialogues:trust_organisation", slug)
    return render(request, "dialogues/end_trust.html", {"form": form, "tender": tender, "one": one})
