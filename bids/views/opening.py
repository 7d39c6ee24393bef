"""Opening by two, the record of it, and the opened bids."""

from django.shortcuts import get_object_or_404, redirect

from accounts.fresh import after_fresh_sign_in
from accounts.permissions import allows
from bids import actions
from bids.actions.opening import turn_of
from bids.fetch import opened_bid_for, opening_for, round_for
from bids.forms import OpenForm, SetAsideForm
from bids.models import OpenedBid, Opening
from bids.openers import kinds_of
from bids.pages import show
from bids.record import rows_of
from documents.serve import serve, serve_upload
from tenders.forms import attempt
from tenders.gates import Gate, checklist


@after_fresh_sign_in
def open_bids(request, slug, public_id):
    """The first of two says "I am here"; with the second the bids come out."""
    round_ = round_for(request.user, slug, public_id, "bids.open_bids")
    kinds = [(kind.value, kind.label) for kind in kinds_of(request.user, round_.tender)]
    turn = turn_of(round_)
    form = OpenForm(request.POST or None, kinds=kinds, initial={"turn": turn, "kind": kinds[0][0] if kinds else ""})
    if form.is_valid() and (opening := attempt(form, actions.open_bids, round_=round_, by=request.user, **form.cleaned_data)):
        page = "bids:show_opening" if opening.second_at else "bids:show_round"
        return redirect(page, slug, public_id)
    context = {
        "round": round_,
        "form": form,
        "turn": turn,
        "opening": Opening.objects.select_related("first_by").filter(round=round_).first(),
        "items": checklist(round_, Gate.OPEN_BIDS),
    }
    return show(request, "open_bids", round_.tender, **context)


def show_opening(request, slug, public_id):
    """The record: who opened what, when, with the fingerprints of the receipts."""
    opening = opening_for(request.user, slug, public_id)
    opened = {one.letter: one for one in OpenedBid.objects.visible_to(request.user).filter(bid__round=opening.round)}
    rows = [{**row, "opened": opened.get(row["letter"])} for row in rows_of(opening)]
    return show(request, "show_opening", opening.tender, opening=opening, round=opening.round, rows=rows)


def download_opening(request, slug, public_id):
    return serve(opening_for(request.user, slug, public_id).document)


def show_opened_bid(request, slug, public_id):
    """One opened bid, to read from beginning to end."""
    opened = opened_bid_for(request.user, slug, public_id, "bids.view_opened_bid")
    context = {
        "opened": opened,
        "parts": opened.parts.select_related("criterion"),
        "attachments": opened.attachments.select_related("upload"),
        "may_set_aside": allows(request.user, "bids.set_aside_bid", opened),
    }
    return show(request, "show_opened_bid", opened.tender, **context)


def download_opened_attachment(request, slug, public_id, upload):
    opened = opened_bid_for(request.user, slug, public_id, "bids.view_opened_bid")
    return serve_upload(get_object_or_404(opened.attachments.select_related("upload"), upload__public_id=upload).upload)


def set_aside_bid(request, slug, public_id):
    opened = opened_bid_for(request.user, slug, public_id, "bids.set_aside_bid")
    form = SetAsideForm(request.POST or None)
    if form.is_valid() and attempt(form, actions.set_aside_bid, opened_bid=opened, by=request.user, **form.cleaned_data):
        return redirect("bids:show_opened_bid", slug, public_id)
    return show(request, "set_aside_bid", opened.tender, opened=opened, form=form)
