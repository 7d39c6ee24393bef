"""Writing a bid, part by part, by several people at once; its attachments and its preview."""

from django.http import Http404, HttpResponse, HttpResponseBadRequest
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_POST

from accounts.actions import settings_of
from accounts.permissions import allows
from bids import actions
from bids.actions.bid import attachment_content, preview_content
from bids.draft import Draft, read_draft
from bids.fetch import bid_for
from bids.forms import AttachmentForm, NothingForm
from bids.models import BidAttachment, BidPreview, Submission
from bids.pages import closed_page, show, time_left
from bids.parts import ATTACHMENTS, BUDGET, PARTNERS, Part, asks_money, form_of, key_of
from bids.preview import sections_of, split_of
from events import clock
from events.fields import whole
from events.middleware import FIELD as ONCE
from tenders.forms import attempt


def write_bid(request, public_id, part=""):
    """One part of the bid. With htmx it saves by itself; what was typed never leaves the page when saving is refused."""
    if request.htmx and not request.user.is_authenticated:
        return render(request, "bids/_signed_out.html")
    bid = bid_for(request.user, public_id)
    if request.method == "POST":
        return _save(request, bid, part)
    if closed := closed_page(request, bid, "bids.write_bid"):
        return closed
    draft = read_draft(bid, request.user)
    here = _part_or_404(draft, part)
    if here.key == ATTACHMENTS:
        return _page(request, draft, here, AttachmentForm())
    return _page(request, draft, here, draft.form(here) if "controle" in request.GET else draft.blank_form(here))


def _save(request, bid, path):
    key = key_of(path)
    if key in (None, ATTACHMENTS) or (key == BUDGET and not asks_money(bid)):
        raise Http404
    if request.htmx and ONCE in request.POST:
        # A form with a token counts as done by its redirect only: this answer would say "saved" and be rolled back.
        return HttpResponseBadRequest()
    typed = {name: request.POST.get(name, "") for name in form_of(key, bid).fields}
    version = whole(request.POST.get("version", "")) or 0
    refusal = NothingForm(request.POST)
    saved = attempt(refusal, actions.write_bid, bid=bid, key=key, typed=typed, version=version, by=request.user)
    if request.htmx:
        context = {"version": saved, "saved_at": clock.now(), "today": clock.today(), "refusal": refusal, "bid": bid}
        return render(request, "bids/_saved.html", context)
    draft = read_draft(bid, request.user)
    here = _part_or_404(draft, path)
    if not saved:
        return _page(request, draft, here, form_of(key, bid, initial=typed), refusal=refusal, now=draft.blank_form(here))
    if not draft.is_complete(here):
        return redirect(f"{_address(bid, here)}?controle=1")
    following = draft.after(here)
    return redirect(_address(bid, following) if following else reverse("bids:submit_bid", args=[bid.public_id]))


def _page(request, draft: Draft, here: Part, form, **context):
    bid = draft.bid
    context |= {
        "bid": bid,
        "draft": draft,
        "here": here,
        "number": draft.parts.index(here) + 1,
        "form": form,
        "version": draft.version(here.key),
        "lines": draft.lines(here),
        "left": time_left(bid.round.deadline),
        **_about(request, draft, here),
    }
    return show(request, "write_bid", bid.tender, **context)


def _about(request, draft: Draft, here: Part) -> dict:
    """What one kind of part shows beside its form."""
    bid = draft.bid
    if here.key == PARTNERS:
        limit = settings_of(bid.tender.municipality).unequal_share
        may_lead = allows(request.user, "bids.invite_partner", bid)
        return {"split": split_of(draft, limit), "may_lead": may_lead, "following": draft.after(here)}
    if here.key == BUDGET:
        return {"total": draft.total, "too_much": bid.lot.budget is not None and draft.total > bid.lot.budget}
    return {}


def _part_or_404(draft: Draft, path: str) -> Part:
    part = draft.part(key_of(path))
    if part is None:
        raise Http404
    return part


def _address(bid, part: Part) -> str:
    return reverse("bids:write_bid", args=[bid.public_id, part.path])


@require_POST
def add_attachment(request, public_id):
    bid = bid_for(request.user, public_id)
    form = AttachmentForm(request.POST, request.FILES)
    if form.is_valid() and attempt(form, actions.add_attachment, bid=bid, by=request.user, file=form.cleaned_data["file"]):
        return redirect("bids:write_bid", public_id, "bijlagen")
    draft = read_draft(bid, request.user)
    return _page(request, draft, draft.part(ATTACHMENTS), form)


@require_POST
def remove_attachment(request, public_id, attachment):
    bid = bid_for(request.user, public_id, "bids.write_bid")
    row = get_object_or_404(BidAttachment.objects.filter(bid=bid, removed_at=None), public_id=attachment)
    row.bid = bid
    actions.remove_attachment(attachment=row, by=request.user)
    return redirect("bids:write_bid", public_id, "bijlagen")


def download_attachment(request, public_id, attachment):
    """A file of one's own bid, opened from its envelope for this one answer."""
    bid = bid_for(request.user, public_id)
    draft = read_draft(bid, request.user)
    row = next((a for a in draft.attachments if a.public_id == attachment), None)
    if row is None:
        raise Http404
    facts = next(file for file in draft.files if file.public_id == attachment)
    row.bid = bid
    return _private_file(attachment_content(row, by=request.user), facts.content_type, facts.name, inline=False)


def preview_bid(request, public_id):
    """The whole bid as it will read, with what is missing; also after the deadline, for its makers only."""
    bid = bid_for(request.user, public_id)
    form = NothingForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and attempt(form, actions.ask_preview, bid=bid, by=request.user):
        return redirect("bids:preview_bid", public_id)
    draft = read_draft(bid, request.user)
    context = {
        "bid": bid,
        "draft": draft,
        "sections": sections_of(draft),
        "left": time_left(bid.round.deadline),
        "preview": BidPreview.objects.filter(bid=bid).first(),
        "submission": Submission.objects.filter(bid=bid, withdrawn_at=None).first(),
        "form": form,
    }
    return show(request, "preview_bid", bid.tender, **context)


def download_preview(request, public_id):
    bid = bid_for(request.user, public_id)
    preview = BidPreview.objects.filter(bid=bid, ready_at__isnull=False).first()
    if preview is None:
        raise Http404
    preview.bid = bid
    return _private_file(preview_content(preview, by=request.user), "application/pdf", f"{bid.public_id}.pdf", inline=True)


def _private_file(content: bytes, content_type: str, name: str, *, inline: bool) -> HttpResponse:
    headers = {"Cache-Control": "private, no-store", "X-Content-Type-Options": "nosniff"}
    response = HttpResponse(content, content_type=content_type, headers=headers)
    response["Content-Disposition"] = content_disposition_header(not inline, name)
    return response
