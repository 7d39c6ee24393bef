"""The three moves of a tender; each asks for a reason and shows what it means first."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from tenders import lifecycle
from tenders.fetch import tender_for
from tenders.forms import BackForm, ReasonForm, attempt
from tenders.gates import checklist, leaving
from tenders.steps import Step


def advance(request, slug):
    tender = tender_for(request.user, slug, "tenders.advance")
    form = ReasonForm(request.POST or None, initial={"leaving": tender.step})
    if form.is_valid() and (moved := attempt(form, lifecycle.advance, tender=tender, by=request.user, **form.cleaned_data)):
        messages.success(request, _("The tender is now in step %(step)s.") % {"step": Step(moved.step).label})
        return redirect("tenders:manage_tender", slug)
    items = checklist(tender, leaving(tender.step))
    return render(request, "tenders/advance.html", {"form": form, "tender": tender, "items": items})


def send_back(request, slug):
    tender = tender_for(request.user, slug, "tenders.send_back")
    form = BackForm(request.POST or None, tender=tender, initial={"leaving": tender.step})
    if form.is_valid() and attempt(form, lifecycle.send_back, tender=tender, by=request.user, **form.cleaned_data):
        return redirect("tenders:manage_tender", slug)
    return render(request, "tenders/send_back.html", {"form": form, "tender": tender})


def withdraw(request, slug):
    tender = tender_for(request.user, slug, "tenders.withdraw")
    form = ReasonForm(request.POST or None, initial={"leaving": tender.step})
    if form.is_valid() and attempt(form, lifecycle.withdraw, tender=tender, by=request.user, reason=form.cleaned_data["reason"]):
        return redirect("tenders:manage_tender", slug)
    return render(request, "tenders/withdraw.html", {"form": form, "tender": tender})
