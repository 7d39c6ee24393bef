"""Composing the committee, declaring to be impartial, leaving."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from evaluation import actions
from evaluation.declaration import declaration
from evaluation.fetch import lot_for, own_seat, seat_for
from evaluation.forms.committee import DeclarationForm, LeadForm, MemberForm, WhyForm
from tenders.forms import attempt


def appoint_member(request, slug, number):
    lot = lot_for(request.user, slug, number, "evaluation.appoint_member")
    request.municipality = lot.tender.municipality
    form = MemberForm(request.POST or None)
    if form.is_valid() and (seat := attempt(form, actions.appoint_member, lot=lot, by=request.user, **form.cleaned_data)):
        messages.success(request, _("%(name)s sits in the committee. First comes the declaration.") % {"name": seat.person.name})
        return redirect("evaluation:show_committee", slug)
    return render(request, "evaluation/appoint_member.html", {"form": form, "lot": lot, "tender": lot.tender})


def appoint_lead(request, slug, number):
    lot = lot_for(request.user, slug, number, "evaluation.appoint_lead")
    request.municipality = lot.tender.municipality
    form = LeadForm(request.POST or None)
    if form.is_valid() and attempt(form, actions.appoint_lead, lot=lot, by=request.user, **form.cleaned_data):
        return redirect("evaluation:show_committee", slug)
    return render(request, "evaluation/appoint_lead.html", {"form": form, "lot": lot, "tender": lot.tender})


def declare_impartial(request, slug, number):
    seat = own_seat(request.user, slug, number, "evaluation.declare_impartial")
    request.municipality = seat.tender.municipality
    form = DeclarationForm(request.POST or None)
    if form.is_valid() and attempt(form, actions.declare_impartial, seat=seat, by=request.user):
        messages.success(request, _("Thank you. You can read the plans as soon as they are opened."))
        return redirect("evaluation:show_selection", slug)
    context = {"form": form, "seat": seat, "lot": seat.lot, "tender": seat.tender, "sentences": declaration(seat.lot)}
    return render(request, "evaluation/declare_impartial.html", context)


def recuse(request, slug, public_id):
    seat = seat_for(request.user, slug, public_id, "evaluation.recuse")
    request.municipality = seat.tender.municipality
    form = WhyForm(request.POST or None)
    if form.is_valid() and attempt(form, actions.recuse, seat=seat, by=request.user, **form.cleaned_data):
        messages.success(request, _("This seat is ended, for this lot only."))
        return redirect("evaluation:show_committee", slug)
    own = seat.person_id == request.user.pk
    return render(
        request, "evaluation/recuse.html", {"form": form, "seat": seat, "lot": seat.lot, "tender": seat.tender, "own": own}
    )
