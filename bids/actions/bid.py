"""Beginning a bid and writing it. What is written is encrypted before it is stored, from the first word."""

import hashlib

from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils.translation import gettext as _

from accounts.models import Party, User
from bids import vault
from bids.admission import check_open, is_open, refuse_conflicts, refuse_head_start, why_closed
from bids.models import Bid, BidAttachment, BidPart, BidPartner, BidPreview, BidState, PartnerRole, Round
from bids.parts import keys_of
from bids.sealed_log import record_sealed
from calls.models import FrozenCriterion
from documents.fingerprint import canonical
from documents.uploads import ALLOWED, check_upload
from events import clock
from tenders.dates import clock_time
from tenders.locks import hold
from tenders.refusal import Changed, Refused
from tenders.steps import Step

MOST_FILES = 10
_LONGEST_PART = 200_000  # bytes


@transaction.atomic
def begin_bid(*, round_: Round, party: Party, by: User) -> Bid:
    """The bid of a party in a round: a new one, or the one that is there. One that was withdrawn is a draft again."""
    hold(round_.tender, Step.SELECTION)
    if party.pk not in by.party_ids():
        raise Refused(_("You do not act for this party."), code="party")
    refuse_conflicts(round_.lot, [party])
    refuse_head_start(round_.lot, [party])
    there = Bid.objects.select_for_update().filter(round=round_, party=party).first()
    if not Round.objects.open_for_bids().filter(pk=round_.pk).exists():
        raise why_closed(there or Bid(round=round_, party=party))
    if there and there.state != BidState.WITHDRAWN:
        return there
    if there:
        there.state = BidState.DRAFT
        there.save(update_fields=["state"])
        record_sealed("bids.bid_begun", by=by, row=there)
        return there
    try:
        with transaction.atomic():
            return _new_bid(round_, party, by)
    except IntegrityError:  # a colleague began it at this moment
        return Bid.objects.get(round=round_, party=party)


def _new_bid(round_: Round, party: Party, by: User) -> Bid:
    bid = Bid(round=round_, party=party, begun_at=clock.now())
    envelope = vault.make_envelope(bid)
    bid.save()
    BidPartner.objects.create(bid=bid, party=party, role=PartnerRole.LEAD, confirmed_at=clock.now(), confirmed_by=by)
    criteria = FrozenCriterion.objects.filter(version_id=round_.call_version_id).count()
    # A row for every part, empty: saving one is then always the same statement.
    BidPart.objects.bulk_create(
        BidPart(bid=bid, key=key, sealed=envelope.seal(key, {}), saved_by=by, saved_at=clock.now()) for key in keys_of(criteria)
    )
    record_sealed("bids.bid_begun", by=by, row=bid)
    return bid


@transaction.atomic
def write_bid(*, bid: Bid, key: str, typed: dict, version: int, by: User) -> int:
    """Save one part of the draft as it was typed; returns its new version.

    Deadline, withdrawal and version are compared in the statement that saves. Raises Changed when somebody else saved this
    part meanwhile, Refused when the round has closed; nothing is saved then. No event: this happens every few seconds.
    """
    hold(bid.tender, Step.SELECTION)
    content = canonical(typed)
    if len(content) > _LONGEST_PART:
        raise Refused(_("This part is too long. Make it shorter, or send a part of it as an attachment."), code="long")
    sealed = vault.envelope_for(by, bid).seal(key, typed)
    saved = BidPart.objects.filter(bid=bid, key=key, version=version, bid__in=is_open(bid)).update(
        sealed=sealed, version=F("version") + 1, saved_at=clock.now(), saved_by=by
    )
    if not saved:
        check_open(bid)
        raise _changed(bid, key)
    return version + 1


def _changed(bid: Bid, key: str) -> Changed:
    row = BidPart.objects.filter(bid=bid, key=key).select_related("saved_by").first()
    if row is None:
        return Changed(_("This part is not there any more. Go back to your parts."), code="changed")
    return Changed(
        _("%(person)s saved this part at %(time)s, while you were writing. Put both texts together, then save again."),
        params={"person": row.saved_by.name, "time": clock_time(row.saved_at)},
        code="changed",
    )


@transaction.atomic
def add_attachment(*, bid: Bid, by: User, file) -> BidAttachment:
    """Check a file and store it encrypted; its name is sealed too."""
    hold(bid.tender, Step.SELECTION)
    check_open(bid, lock=True)
    if BidAttachment.objects.filter(bid=bid, removed_at=None).count() >= MOST_FILES:
        raise Refused({"file": _("You have %(most)d files. Remove one before you add another.") % {"most": MOST_FILES}})
    kind = check_upload(file)
    content = file.read()
    envelope = vault.envelope_for(by, bid)
    attachment = BidAttachment(bid=bid, size=len(content), added_by=by, added_at=clock.now())
    facts = {
        "name": file.name[-200:],
        "content_type": ALLOWED[kind],
        "size": len(content),
        "sha256": hashlib.sha256(content).hexdigest(),
    }
    attachment.sealed_facts = envelope.seal(f"facts/{attachment.public_id}", facts)
    sealed = envelope.seal_bytes(f"file/{attachment.public_id}", content)
    attachment.file.save(f"{bid.tender.folder()}/sealed/{attachment.public_id}", ContentFile(sealed), save=False)
    attachment.save()
    return attachment


@transaction.atomic
def remove_attachment(*, attachment: BidAttachment, by: User) -> None:
    """Leave a file out of the draft. What was handed in before keeps it."""
    hold(attachment.bid.tender, Step.SELECTION)
    check_open(attachment.bid)
    BidAttachment.objects.filter(pk=attachment.pk, removed_at=None).update(removed_at=clock.now())


@transaction.atomic
def ask_preview(*, bid: Bid, by: User) -> BidPreview:
    """Ask for the draft as a PDF; a task makes it and seals it."""
    vault.envelope_for(by, bid)
    preview = BidPreview.objects.create(bid=bid, asked_by=by, asked_at=clock.now())
    record_sealed("bids.preview_asked", by=by, row=preview)
    return preview


def attachment_content(attachment: BidAttachment, *, by: User) -> bytes:
    """The bytes of an attachment, for one of its makers."""
    with attachment.file.open("rb") as file:
        return vault.envelope_for(by, attachment.bid).open_bytes(f"file/{attachment.public_id}", file.read())


def preview_content(preview: BidPreview, *, by: User) -> bytes:
    """The PDF of a draft, for one of its makers."""
    with preview.file.open("rb") as file:
        return vault.envelope_for(by, preview.bid).open_bytes(f"preview/{preview.pk}", file.read())
