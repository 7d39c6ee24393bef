"""Writing an opened bid in the clear: its parts, and its attachments as files."""

import hashlib

from django.core.files.base import ContentFile
from django.utils.translation import gettext as _

from bids import vault
from bids.models import Bid, BidAttachment, OpenedAttachment, OpenedBid, OpenedPart, Submission
from bids.parts import BUDGET, PARTNERS, SUMMARY, VISION
from bids.wording import budget_text, division_text
from documents.fingerprint import fingerprint
from documents.models import Upload
from documents.uploads import ALLOWED

_EXTENSIONS = {kind: extension for extension, kind in ALLOWED.items()}


def write_opened(bid: Bid, submission: Submission, envelope: vault.Envelope, *, letter: str, at) -> tuple[OpenedBid, list[str]]:
    """The opened bid under its letter, and what was irregular about it. Raises vault.Damaged when it does not open."""
    content = envelope.open(f"submission/{submission.number}", submission.sealed)
    irregular = []
    if fingerprint(content) != submission.content_sha256:
        irregular.append(_("The fingerprint of the content is not the one on the receipt."))
    opened = OpenedBid.objects.create(
        bid=bid,
        submission=submission,
        letter=letter,
        title=content["title"] or bid.party.name,
        amount=content["total"],
        opened_at=at,
    )
    OpenedPart.objects.bulk_create(
        OpenedPart(opened_bid=opened, position=position, **part) for position, part in enumerate(_parts(content), start=1)
    )
    return opened, irregular + _write_attachments(opened, envelope, content["attachments"])


def _parts(content: dict) -> list[dict]:
    """What is read of it, in the order in which it was asked."""
    own = {SUMMARY: _("The plan in short"), VISION: _("Their own vision")}
    found = [
        {"key": t["key"], "heading": own.get(t["key"], t["heading"]), "criterion_id": t["criterion"], "text": t["text"]}
        for t in content["texts"]
        if t["text"].strip()
    ]
    found.append(
        {
            "key": PARTNERS,
            "heading": _("Who takes part, and how they divide"),
            "text": division_text(content["partners"], content["lead_role"], content["decision_rule"]),
        }
    )
    if content["budget"]:
        found.append({"key": BUDGET, "heading": _("Budget"), "text": budget_text(content["budget"], content["budget_note"])})
    return found


def _write_attachments(opened: OpenedBid, envelope: vault.Envelope, files: list[dict]) -> list[str]:
    rows = {row.public_id: row for row in BidAttachment.objects.filter(bid=opened.bid)}
    irregular = []
    for facts in files:
        try:
            content = _content(rows[facts["public_id"]], envelope)
        except (vault.Damaged, OSError, KeyError):
            irregular.append(_("The file %(name)s could not be opened.") % {"name": facts["name"]})
            continue
        if hashlib.sha256(content).hexdigest() != facts["sha256"]:
            irregular.append(_("The file %(name)s is not the one that was handed in.") % {"name": facts["name"]})
        upload = Upload(
            original_name=facts["name"],
            content_type=facts["content_type"],
            size=len(content),
            sha256=facts["sha256"],
            uploaded_by_id=rows[facts["public_id"]].added_by_id,
        )
        name = f"{opened.tender.folder()}/bids/{upload.public_id}{_EXTENSIONS.get(facts['content_type'], '')}"
        upload.file.save(name, ContentFile(content), save=False)
        upload.save()
        OpenedAttachment.objects.create(opened_bid=opened, upload=upload)
    return irregular


def _content(attachment: BidAttachment, envelope: vault.Envelope) -> bytes:
    with attachment.file.open("rb") as file:
        return envelope.open_bytes(f"file/{attachment.public_id}", file.read())
