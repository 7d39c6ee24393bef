"""Handing in, the receipt, and withdrawing."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from bids import actions
from bids.draft import read_draft
from bids.fetch import bid_for
from bids.forms import NothingForm
from bids.models import Submission
from bids.pages import closed_page, show, time_left
from documents.serve import serve
from tenders.forms import attempt


def submit_bid(request, public_id):
    bid = bid_for(request.user, public_id)
    if closed := closed_page(request, bid, "bids.submit_bid"):
        return closed
    form = NothingForm(request.POST or None)
    if form.is_valid() and (submission := attempt(form, actions.submit_bid, bid=bid, by=request.user)):
        return redirect("bids:show_receipt", public_id, submission.public_id)
    draft = read_draft(bid, request.user)
    lacking = [(part, draft.lacking[part.key]) for part in draft.parts if part.key in draft.lacking]
    before = Submission.objects.filter(bid=bid, withdrawn_at=None).first()
    context = {"bid": bid, "draft": draft, "lacking": lacking, "before": before, "form": form, "lines": draft.lines()}
    return show(request, "submit_bid", bid.tender, **context, left=time_left(bid.round.deadline))


def show_receipt(request, public_id, submission):
    bid = bid_for(request.user, public_id)
    row = get_object_or_404(Submission.objects.select_related("submitted_by", "receipt"), bid=bid, public_id=submission)
    later = Submission.objects.filter(bid=bid, number__gt=row.number, withdrawn_at=None).first()
    return show(request, "show_receipt", bid.tender, bid=bid, submission=row, later=later)


def download_receipt(request, public_id, submission):
    bid = bid_for(request.user, public_id)
    row = get_object_or_404(Submission.objects.select_related("receipt"), bid=bid, public_id=submission)
    return serve(row.receipt)


def withdraw_bid(request, public_id):
    bid = bid_for(request.user, public_id)
    if closed := closed_page(request, bid, "bids.withdraw_bid"):
        return closed
    form = NothingForm(request.POST or None)
    if form.is_valid() and attempt(form, _withdraw, bid=bid, by=request.user):
        messages.success(request, _("It was withdrawn. Nobody will open it."))
        return redirect("bids:show_round", bid.tender.slug, bid.round.public_id)
    return show(request, "withdraw_bid", bid.tender, bid=bid, form=form)


def _withdraw(**kwargs) -> bool:
    actions.withdraw_bid(**kwargs)
    return True
