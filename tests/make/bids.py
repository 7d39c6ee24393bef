"""Rounds, bids in the vault and opened bids in any state. No gate or deadline is passed here; the sealing is the real one."""

import datetime as dt
import hashlib
import itertools

from django.core.files.base import ContentFile

from accounts.models import Membership, Party, RoleKind, User
from bids import vault
from bids.actions.bid import _new_bid
from bids.actions.opening import letter_of
from bids.actions.submission import content_of
from bids.draft import read_draft
from bids.models import (
    Bid,
    BidAttachment,
    BidPart,
    BidPartner,
    BidState,
    OpenedBid,
    Opening,
    PartnerRole,
    Round,
    RoundKind,
    Submission,
)
from bids.parts import BUDGET, SUMMARY
from bids.record import record_of
from bids.unsealing import write_opened
from calls.models import CallVersion
from documents.fingerprint import fingerprint
from events import clock
from tenders.models import InvolvementRole, LotState
from tests.make.calls import published_call
from tests.make.tenders import involve

_count = itertools.count(1)
# The smallest PDF that says that it is one.
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


def round(cast, tender, *, lot=None, days=14, number=1, kind=RoundKind.BID, **fields) -> Round:
    """A round of a lot (the first), with a published request when there is none; closes in `days` (below 0: has closed)."""
    version = CallVersion.objects.published().filter(tender=tender, for_bids=True).first() or published_call(cast, tender)
    deadline = (clock.now() + dt.timedelta(days=days)).replace(microsecond=0)
    values = {"number": number, "kind": kind, "call_version": version, "deadline": deadline, "begins_at": clock.now()}
    made = Round(lot=lot or tender.lots.first(), **(values | fields))
    vault.make_round_key(made)
    made.save()
    return Round.objects.for_page().get(pk=made.pk)


def party(name: str = "", **fields) -> Party:
    """A party with one member, who may sign."""
    number = next(_count)
    made = Party.objects.create(name=name or f"Partij {number}", **fields)
    member = User.objects.create_user(f"lid{number}@example.nl", name=f"Lid {number}")
    Membership.objects.create(party=made, user=member, may_sign=True)
    return made


def bid(
    cast,
    round_,
    *,
    party=None,
    by=None,
    state=BidState.DRAFT,
    partners=(),
    typed=None,
    files=(),
    title="Samen aan het werk",
    **parts,
) -> Bid:
    """A bid of `party` (the entrepreneur's) that is complete; `typed` replaces what stands in a part, by its key.

    `partners` are parties that confirmed; `files` are (name, bytes). State SUBMITTED has a submission, WITHDRAWN one that was
    withdrawn.
    """
    party = party or cast.party
    by = by or party.memberships.first().user
    made = _new_bid(round_, party, by)
    for one in partners:
        BidPartner.objects.create(
            bid=made, party=one, role=PartnerRole.PARTNER, confirmed_at=clock.now(), confirmed_by=one.memberships.first().user
        )
    made = Bid.objects.for_page().get(pk=made.pk)
    envelope = vault.envelope_for(by, made)
    for key, content in (_typed(made, title) | (typed or {})).items():
        BidPart.objects.filter(bid=made, key=key).update(sealed=envelope.seal(key, content), version=2, saved_by=by)
    for name, content in files:
        attachment(made, by=by, name=name, content=content)
    if state != BidState.DRAFT:
        submission(made, by=by)
    if state == BidState.WITHDRAWN:
        made.submissions.update(withdrawn_at=clock.now())
        Bid.objects.filter(pk=made.pk).update(state=state, withdrawn_at=clock.now())
    return Bid.objects.for_page().get(pk=made.pk)


def _typed(made: Bid, title: str) -> dict[str, dict]:
    """What is typed in every part, complete enough to hand in."""
    found = {
        SUMMARY: {"title": title, "summary": "Wij maken een werkplaats waar mensen zelf iets maken."},
        BUDGET: {"what_1": "Twee begeleiders", "amount_1": "380.000", "note": ""},
    }
    for part in made.parts.filter(key__startswith="criterion-"):
        found[part.key] = {"text": f"{title}: elke dag staan er twaalf mensen aan de werkbank ({part.key})."}
    partners = made.current_partners()
    if len(partners) > 1:
        rest = 4_000 // (len(partners) - 1)
        shares = {p.party.public_id: rest // 100 for p in partners[1:]}
        shares[partners[0].party.public_id] = 100 - sum(shares.values())
        division = {f"{kind}_{key}": str(share) for key, share in shares.items() for kind in ("money", "hours")}
        found["partners"] = {**division, "lead_role": "content", "decision_rule": "Iedereen heeft één stem."}
    return found


def attachment(made: Bid, *, by, name="plan.pdf", content=PDF) -> BidAttachment:
    envelope = vault.envelope_for(by, made)
    row = BidAttachment(bid=made, size=len(content), added_by=by)
    digest = hashlib.sha256(content).hexdigest()
    facts = {"name": name, "content_type": "application/pdf", "size": len(content), "sha256": digest}
    row.sealed_facts = envelope.seal(f"facts/{row.public_id}", facts)
    sealed = envelope.seal_bytes(f"file/{row.public_id}", content)
    row.file.save(f"{made.tender.folder()}/sealed/{row.public_id}", ContentFile(sealed), save=False)
    row.save()
    return row


def submission(made: Bid, *, by=None, at=None) -> Submission:
    """The bid handed in as it stands, whatever the deadline says."""
    by = by or made.party.memberships.first().user
    made = Bid.objects.for_page().get(pk=made.pk)
    made.state, made.submitted_at = BidState.SUBMITTED, at or clock.now()
    made.save(update_fields=["state", "submitted_at"])
    draft = read_draft(made, by)
    number = made.submissions.count() + 1
    content = content_of(draft, number=number)
    return Submission.objects.create(
        bid=made,
        number=number,
        sealed=draft.envelope.seal(f"submission/{number}", content),
        content_sha256=fingerprint(content),
        submitted_at=made.submitted_at,
        submitted_by=by,
    )


def opened_bids(cast, tender, *, lot=None, parties=None, count=3, round_=None, titles=(), **fields) -> list[OpenedBid]:
    """Opened bids of a lot that is in assessment, letters in the order of `parties` (default: `count` of them, cast's first)."""
    lot = lot or tender.lots.first()
    round_ = round_ or round(cast, tender, lot=lot, days=-1)
    if parties is None:
        parties = [cast.party, cast.rival_party, cast.partner_party][:count]
        parties += [party() for _more in range(count - len(parties))]
    made = []
    for place, one in enumerate(parties):
        title = titles[place] if place < len(titles) else f"Plan van {one.name}"
        draft = bid(cast, round_, party=one, state=BidState.SUBMITTED, title=title, **fields)
        envelope = vault.envelope_for(one.memberships.first().user, draft)
        opened, _irregular = write_opened(draft, draft.submissions.first(), envelope, letter=letter_of(place), at=clock.now())
        involve(tender, InvolvementRole.BIDDER, party=one, lot=lot)
        made.append(opened)
    opening(cast, round_, made)
    return list(OpenedBid.objects.for_page().filter(pk__in=[one.pk for one in made]).order_by("pk"))


def opening(cast, round_, opened=()) -> Opening:
    """The finished opening of a round by `officer` and `buyer`."""
    now = clock.now()
    made = Opening(
        round=round_,
        first_by=cast.officer,
        first_kind=RoleKind.POLICY_OFFICER,
        first_at=now,
        second_by=cast.buyer,
        second_kind=RoleKind.PROCUREMENT_OFFICER,
        second_at=now,
    )
    made.content = record_of(made, round_, list(opened), [])
    made.content_sha256 = fingerprint(made.content)
    made.save()
    Round.objects.filter(pk=round_.pk).update(opened_at=now)
    round_.lot.state = LotState.IN_ASSESSMENT
    round_.lot.save(update_fields=["state"])
    return made
