"""A coalition, for its own parties: who takes part, its terms, and who agreed with them."""

from django.contrib import messages
from django.core.exceptions import NON_FIELD_ERRORS
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from accounts.actions import settings_of
from accounts.models import Party
from accounts.permissions import check
from coalitions import actions
from coalitions.actions.terms import current_terms
from coalitions.fetch import coalition_for, introduction_for, member_for
from coalitions.forms import BeginForm, InviteForm, LeaveForm, NothingForm, SignForm, TermsForm
from coalitions.models import Coalition, Member, Terms
from coalitions.terms_page import Read, read_terms
from tenders.forms import attempt


def begin_coalition(request, public_id):
    introduction = introduction_for(request, public_id, "coalitions.begin_coalition")
    form = BeginForm(request.POST or None)
    if form.is_valid() and (
        made := attempt(form, actions.begin_coalition, introduction=introduction, by=request.user, **form.cleaned_data)
    ):
        return redirect(made)
    return render(request, "coalitions/begin_coalition.html", {"form": form, "introduction": introduction})


def show_coalition(request, public_id):
    coalition = coalition_for(request, public_id)
    terms = _read(coalition, current_terms(coalition))
    context = {
        "coalition": coalition,
        "terms": terms,
        "form": _sign_form(request, coalition, terms),
        "own": [one for one in coalition.partners() if one.party_id in request.user.party_ids()],
        "earlier": coalition.terms.for_page()[1:],
        "left": Member.objects.filter(coalition=coalition, left_at__isnull=False).select_related("party"),
    }
    return render(request, "coalitions/show_coalition.html", context)


def show_terms(request, public_id, number):
    """An earlier version, as it was signed."""
    coalition = coalition_for(request, public_id)
    terms = Terms.objects.for_page().filter(coalition=coalition, number=number).first()
    if terms is None:
        raise Http404
    return render(request, "coalitions/show_terms.html", {"coalition": coalition, "terms": _read(coalition, terms)})


def invite_member(request, public_id):
    coalition = coalition_for(request, public_id, "coalitions.invite_member")
    form = InviteForm(request.POST or None)
    if form.is_valid() and attempt(form, actions.invite_member, coalition=coalition, by=request.user, **form.cleaned_data):
        messages.success(request, _("The party was asked. It says itself whether it takes part."))
        return redirect(coalition)
    return render(request, "coalitions/invite_member.html", {"form": form, "coalition": coalition})


def join_coalition(request, public_id):
    """An invitation: who asks, with whom, for what. Nothing of the terms."""
    member = member_for(request, public_id)
    if member.joined_at:
        return redirect(member.coalition)
    form = NothingForm(request.POST or None)
    if form.is_valid() and attempt(form, actions.join_coalition, member=member, by=request.user):
        return redirect(member.coalition)
    return render(request, "coalitions/join_coalition.html", {"form": form, "member": member, "coalition": member.coalition})


def leave_coalition(request, public_id):
    member = member_for(request, public_id, "coalitions.leave_coalition")
    form = LeaveForm(request.POST or None)
    if form.is_valid() and attempt(form, actions.leave_coalition, member=member, by=request.user, **form.cleaned_data):
        return redirect("coalitions:my_coalitions")
    return render(request, "coalitions/leave_coalition.html", {"form": form, "member": member, "coalition": member.coalition})


def write_terms(request, public_id):
    coalition = coalition_for(request, public_id, "coalitions.write_terms")
    terms = current_terms(coalition)
    form = TermsForm(request.POST or None, coalition=coalition, terms=terms)
    if form.is_valid() and attempt(form, actions.write_terms, coalition=coalition, by=request.user, **form.said()):
        return redirect(coalition)
    if form.is_bound and form.has_error(NON_FIELD_ERRORS, code="changed"):
        form.data = form.data.copy()
        form.data["after"] = str(terms.number)
    return render(request, "coalitions/write_terms.html", {"form": form, "coalition": coalition, "terms": _read(coalition, terms)})


def sign_terms(request, public_id):
    """Agree with the version that is shown."""
    coalition = check(request.user, "coalitions.sign_terms", coalition_for(request, public_id))
    terms = _read(coalition, current_terms(coalition))
    form = _sign_form(request, coalition, terms, request.POST or None)
    if form is None:
        return redirect(coalition)
    if form.is_valid() and attempt(form, actions.sign_terms, coalition=coalition, by=request.user, **form.cleaned_data):
        return redirect(coalition)
    return render(request, "coalitions/sign_terms.html", {"form": form, "coalition": coalition, "terms": terms})


def _read(coalition: Coalition, terms: Terms | None) -> Read | None:
    return read_terms(coalition, terms, settings_of(coalition.municipality).unequal_share) if terms else None


def _sign_form(request, coalition: Coalition, terms: Read | None, data=None) -> SignForm | None:
    """For the own parties that have not agreed yet and let this person sign; None when there are none."""
    if terms is None or not terms.fits:
        return None
    waiting = {one.party_id for one in coalition.partners()} - terms.terms.signed_ids()
    own = request.user.memberships.active().filter(may_sign=True, party_id__in=waiting).values("party_id")
    parties = Party.objects.filter(pk__in=own)
    initial = {"content_sha256": terms.terms.content_sha256}
    return SignForm(data, parties=parties, initial=initial) if parties else None
