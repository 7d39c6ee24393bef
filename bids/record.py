"""The record of an opening (law notes, G.4): its content, of which the fingerprint is made before the PDF is."""

import datetime as dt

from accounts.models import RoleKind
from bids.models import Bid, BidState, OpenedBid, Opening, Round


def record_of(opening: Opening, round_: Round, opened: list[OpenedBid], irregular: list[str]) -> dict:
    """What was opened, when and by whom, as plain content."""
    tender, lot = round_.tender, round_.lot
    return {
        "municipality": tender.municipality.name,
        "tender": tender.title,
        "reference": tender.reference,
        "procedure": str(tender.traits.label),
        "anchor": tender.traits.anchor,
        "lot": {"number": lot.number, "name": lot.name},
        "round": round_.public_id,
        "call_sha256": round_.call_version.content_sha256,
        "deadline": round_.deadline.isoformat(),
        "opened_at": opening.second_at.isoformat(),
        "present": [
            {"name": opening.first_by.name, "kind": str(RoleKind(opening.first_kind).label), "at": opening.first_at.isoformat()},
            {"name": opening.second_by.name, "kind": str(RoleKind(opening.second_kind).label), "at": opening.second_at.isoformat()},
        ],
        "bids": [_row(one) for one in sorted(opened, key=lambda one: (len(one.letter), one.letter))],
        "withdrawn": Bid.objects.filter(round=round_, state=BidState.WITHDRAWN, submissions__isnull=False).distinct().count(),
        "irregular": irregular,
    }


def rows_of(opening: Opening) -> list[dict]:
    """The bids in a record, with the moment that each was received."""
    return [{**row, "received": dt.datetime.fromisoformat(row["received_at"])} for row in opening.content.get("bids", [])]


def _row(one: OpenedBid) -> dict:
    return {
        "letter": one.letter,
        "party": one.bid.party.name,
        "partners": [partner.party.name for partner in one.bid.current_partners() if partner.party_id != one.bid.party_id],
        "submission": one.submission.public_id,
        "number": one.submission.number,
        "received_at": one.submission.submitted_at.isoformat(),
        "content_sha256": one.submission.content_sha256,
        "files": [
            {"name": row.upload.original_name, "size": row.upload.size, "sha256": row.upload.sha256}
            for row in one.attachments.select_related("upload")
        ],
    }
