"""What follows from an event about rounds and bids, outside the request. Each takes the event's id and may run twice."""

from celery import shared_task
from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import translation

from bids import actions
from bids.draft import read_draft
from bids.models import Bid, BidPreview, Opening, Round, Submission
from bids.preview import sections_of
from bids.record import rows_of
from bids.vault import Sealed
from calls.models import CallVersion
from documents.models import Document
from documents.pdf import make_pdf, render
from events import clock
from events.models import Event
from tenders.models import Tender
from tenders.refusal import Refused
from tenders.steps import Step


@shared_task(name="bids.open_rounds")
def open_rounds(event_id: int) -> int:
    """Open the rounds when the request is published, or when the tender comes into step 4 without them."""
    tender = Tender.objects.get(pk=Event.objects.values_list("tender_id", flat=True).get(pk=event_id))
    version = CallVersion.objects.published().filter(tender=tender, for_bids=True).first()
    if version is None or tender.step not in (Step.PROCEDURE, Step.SELECTION) or not tender.traits.rounds:
        return 0
    try:
        return len(actions.open_rounds(tender=tender, call_version=version, by=None))
    except Refused:  # the page says what is missing, and has the button
        return 0


@shared_task(name="bids.render_receipt")
def render_receipt(event_id: int) -> None:
    """The receipt of a submission as PDF. It holds no word of the bid: it lies in the archive before the opening."""
    event = Event.objects.get(pk=event_id)
    submission = _submissions().get(pk=event.thing_id)
    tender = submission.bid.tender
    if submission.receipt is None:
        _attach(submission, "receipt", kind="receipt", title="Ontvangstbewijs", content_sha256=submission.content_sha256)
    render(submission.receipt, "documents/receipt.html", {"submission": submission, "tender": tender}, folder=tender.folder())


@shared_task(name="bids.render_opening")
def render_opening(event_id: int) -> None:
    """The record of an opening as PDF."""
    round_ = Round.objects.for_page().get(pk=Event.objects.values_list("thing_id", flat=True).get(pk=event_id))
    opening = Opening.objects.for_page().get(round=round_)
    tender = round_.tender
    if opening.document is None:
        _attach(opening, "document", kind="opening", title="Proces-verbaal van opening", content_sha256=opening.content_sha256)
    context = {"opening": opening, "tender": tender, "rows": rows_of(opening)}
    render(opening.document, "documents/opening.html", context, folder=tender.folder())


@shared_task(name="bids.render_preview")
def render_preview(event_id: int) -> None:
    """The draft as PDF for its makers, sealed before it is stored."""
    event = Event.objects.get(pk=event_id)
    preview = BidPreview.objects.select_related("asked_by").get(pk=event.thing_id)
    if preview.ready_at:
        return
    bid = Bid.objects.for_page().get(pk=preview.bid_id)
    try:
        draft = read_draft(bid, preview.asked_by)
    except Sealed:  # who asked does not make this bid any more
        return
    language = preview.asked_by.language
    with translation.override(language):
        context = {"draft": draft, "bid": bid, "tender": bid.tender, "sections": sections_of(draft), "made_at": clock.now()}
    content, _pages = make_pdf("documents/bid_preview.html", context, language=language)
    sealed = draft.envelope.seal_bytes(f"preview/{preview.pk}", content)
    preview.file.save(f"{bid.tender.folder()}/sealed/{bid.public_id}-{preview.pk}", ContentFile(sealed), save=False)
    preview.ready_at = clock.now()
    preview.save(update_fields=["file", "ready_at"])


@transaction.atomic
def _attach(thing, field: str, **document) -> None:
    """Give a row its document, once: of two runs at the same moment one makes it."""
    held = type(thing).objects.select_for_update().get(pk=thing.pk)
    if getattr(held, f"{field}_id") is None:
        setattr(held, field, Document.objects.create(language="nl", made_at=clock.now(), **document))
        held.save(update_fields=[field])
    setattr(thing, field, getattr(held, field))


def _submissions():
    return Submission.objects.select_related(
        "bid__party", "bid__round__lot__tender__municipality", "bid__round__call_version", "submitted_by", "receipt"
    )
