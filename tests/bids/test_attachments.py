"""Attachments: checked, encrypted before they are stored, and only their makers get them back."""

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile

from bids import actions
from bids.draft import read_draft
from bids.models import Bid, BidAttachment
from tenders.refusal import Refused
from tenders.steps import Step
from tests import make


@pytest.fixture
def bid(cast):
    return make.bid(cast, make.round(cast, make.tender(cast, step=Step.SELECTION)))


def _send(client, bid, name="Begroting 2027.pdf", content=make.PDF):
    url = f"/voorstellen/{bid.public_id}/bijlagen/"
    return client.post(url, {"file": SimpleUploadedFile(name, content), "once": name})


def _files(bid, user):
    return [(f.name, f.content_type, f.size) for f in read_draft(Bid.objects.for_page().get(pk=bid.pk), user).files]


def test_a_file_goes_in_sealed_and_comes_back_as_it_was(cast, bid, client_of):
    client = client_of(cast.entrepreneur)
    response = _send(client, bid)
    assert response["Location"] == f"/voorstellen/{bid.public_id}/onderdelen/bijlagen/"
    assert _files(bid, cast.entrepreneur) == [("Begroting 2027.pdf", "application/pdf", len(make.PDF))]
    row = BidAttachment.objects.get()
    assert make.PDF not in row.file.read()
    back = client.get(f"/voorstellen/{bid.public_id}/bijlagen/{row.public_id}/")
    assert back.content == make.PDF
    assert back["Content-Disposition"] == 'attachment; filename="Begroting 2027.pdf"'
    assert back["Cache-Control"] == "private, no-store"


def test_nobody_else_gets_a_file(cast, bid, client_of):
    row = make.attachment(bid, by=cast.entrepreneur)
    url = f"/voorstellen/{bid.public_id}/bijlagen/{row.public_id}/"
    for person in (cast.rival, cast.officer, cast.administrator, cast.operator, cast.assessor):
        assert client_of(person).get(url).status_code == 404


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("plan.pdf", b"<html>dit is geen pdf</html>", "Wij kunnen"),
        ("leeg.pdf", b"", "leeg"),
        ("groot.pdf", make.PDF + b"0" * 2_000_000, "Dit bestand is"),
    ],
)
def test_a_file_that_we_cannot_take_gets_a_sentence(cast, bid, client_of, settings, name, content, sentence):
    settings.UPLOAD_LIMIT = 1_000_000
    page = _send(client_of(cast.entrepreneur), bid, name, content)
    assert page.status_code == 200
    assert sentence in page.content.decode()
    assert not BidAttachment.objects.exists()


def test_without_a_file_the_form_says_what_to_do(cast, bid, client_of):
    page = client_of(cast.entrepreneur).post(f"/voorstellen/{bid.public_id}/bijlagen/", {"once": "a"}).content.decode()
    assert "Kies eerst een bestand." in page


def test_a_removed_file_is_out_of_the_draft(cast, bid, client_of):
    row = make.attachment(bid, by=cast.entrepreneur)
    client = client_of(cast.entrepreneur)
    client.post(f"/voorstellen/{bid.public_id}/bijlagen/{row.public_id}/verwijderen/", {"once": "a"})
    assert _files(bid, cast.entrepreneur) == []
    assert client.get(f"/voorstellen/{bid.public_id}/bijlagen/{row.public_id}/").status_code == 404


def test_a_file_of_another_bid_is_not_removed_through_this_one(cast, bid, client_of):
    other = make.attachment(make.bid(cast, bid.round, party=cast.rival_party), by=cast.rival)
    response = client_of(cast.entrepreneur).post(
        f"/voorstellen/{bid.public_id}/bijlagen/{other.public_id}/verwijderen/", {"once": "a"}
    )
    assert response.status_code == 404
    other.refresh_from_db()
    assert other.removed_at is None


def test_ten_files_are_enough(cast, bid):
    for number in range(10):
        make.attachment(bid, by=cast.entrepreneur, name=f"{number}.pdf")
    with pytest.raises(Refused) as refused:
        actions.add_attachment(bid=bid, by=cast.entrepreneur, file=ContentFile(make.PDF, name="elf.pdf"))
    assert refused.value.message_dict == {"file": ["U hebt 10 bestanden. Haal er een weg voordat u een ander toevoegt."]}
