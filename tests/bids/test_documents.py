"""The PDFs of bids: receipt, record of the opening, and a preview that is sealed like the draft. Made by tasks, once."""

import io

import pikepdf
import pytest

from bids import actions, tasks
from bids.actions.bid import preview_content
from bids.models import Bid, BidPreview, Opening, Submission
from documents.models import Document
from events import log
from events.models import Event
from tenders.routes import Route
from tenders.steps import Step
from tests import make

pytestmark = pytest.mark.whole


@pytest.fixture
def bid(cast):
    round_ = make.round(cast, make.tender(cast, step=Step.SELECTION, route=Route.SAS))
    return make.bid(cast, round_, title="De zilveren draaimolen", files=[("plan.pdf", make.PDF)])


def _event(name) -> int:
    return Event.objects.get(name=name).pk


def _title_and_language(content: bytes) -> tuple[str, str]:
    with pikepdf.open(io.BytesIO(content)) as pdf:
        return str(pdf.docinfo["/Title"]), str(pdf.Root.Lang)


def test_the_receipt_is_made_after_handing_in_and_once(cast, bid, commit, client_of):
    with commit():
        submission = actions.submit_bid(bid=bid, by=cast.entrepreneur)
    tasks.render_receipt(_event("bids.bid_submitted"))
    document = Document.objects.get(kind="receipt")
    assert (document.content_sha256, document.title) == (submission.content_sha256, "Ontvangstbewijs")
    client, url = client_of(cast.entrepreneur), f"/voorstellen/{bid.public_id}/ontvangst/{submission.public_id}/pdf/"
    content = b"".join(client.get(url))
    assert _title_and_language(content) == (f"Ontvangstbewijs {submission.public_id}", "nl")
    assert client_of(cast.officer).get(url).status_code == 404


def test_a_receipt_that_is_not_ready_says_so(cast, bid, client_of):
    submission = actions.submit_bid(bid=bid, by=cast.entrepreneur)
    url = f"/voorstellen/{bid.public_id}/ontvangst/{submission.public_id}/"
    assert "De PDF van dit bewijs wordt gemaakt." in client_of(cast.entrepreneur).get(url).content.decode()
    assert client_of(cast.entrepreneur).get(url + "pdf/").status_code == 404


def test_the_record_of_the_opening_is_made_once_and_for_who_may_read_it(cast, commit, client_of):
    tender = make.tender(cast, step=Step.SELECTION)
    opened = make.opened_bids(cast, tender)
    round_ = opened[0].round
    with commit():
        log.record("bids.bids_opened", by=cast.buyer, thing=round_, public=True)
    tasks.render_opening(_event("bids.bids_opened"))
    document = Document.objects.get(kind="opening")
    assert Opening.objects.get().document == document
    url = f"/trajecten/{tender.slug}/selectie/rondes/{round_.public_id}/opening/pdf/"
    content = b"".join(client_of(cast.rival).get(url))
    lot = tender.lots.get().name
    assert _title_and_language(content) == (f"Proces-verbaal van opening: {tender.title}, {lot}", "nl")
    assert client_of(cast.resident).get(url).status_code == 404


def test_a_preview_is_made_for_its_makers_and_lies_sealed(cast, bid, commit, client_of):
    client, url = client_of(cast.entrepreneur), f"/voorstellen/{bid.public_id}/voorbeeld/"
    assert client.get(url + "pdf/").status_code == 404
    with commit():
        client.post(url, {"once": "a"})
    preview = BidPreview.objects.get()
    tasks.render_preview(_event("bids.preview_asked"))
    assert preview.file.read()[:5] != b"%PDF-"
    preview.bid = Bid.objects.for_page().get(pk=bid.pk)
    content = preview_content(preview, by=cast.entrepreneur)
    assert _title_and_language(content) == ("De zilveren draaimolen", "nl")
    assert client.get(url + "pdf/").content == content
    assert client_of(cast.rival).get(url + "pdf/").status_code == 404
    assert not Document.objects.exists()


def test_who_left_before_the_preview_was_made_gets_none(cast, bid):
    preview = actions.ask_preview(bid=bid, by=cast.entrepreneur)
    cast.party.memberships.update(left_at="2026-01-01T00:00Z")
    tasks.render_preview(Event.objects.get(thing_id=preview.pk, name="bids.preview_asked").pk)
    preview.refresh_from_db()
    assert (preview.ready_at, bool(preview.file)) == (None, False)


def test_the_words_follow_the_track(cast, bid, client_of):
    page = client_of(cast.entrepreneur).get(f"/voorstellen/{bid.public_id}/").content.decode()
    assert "Uw inschrijving" in page
    assert "aanvraag" not in page
    assert Submission.objects.count() == 0
