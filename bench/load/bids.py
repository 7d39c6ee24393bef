"""A round with so many drafts in the vault, and lots with so many opened bids."""

import datetime as dt
import os
import random

from accounts.models import Party
from bench.load.call import TEXT
from bench.load.people import make_parties
from bids import vault
from bids.actions.opening import letter_of
from bids.models import Bid, BidPart, BidPartner, BidState, OpenedBid, OpenedPart, PartnerRole, Round, RoundKind, Submission
from bids.parts import SUMMARY, keys_of
from calls.models import CallVersion
from events import clock
from tenders.models import Involvement, InvolvementRole, Lot, LotState
from tests import make

# Drafts that can really be opened, saved and handed in; the others are there to be in the way.
REAL = 24
PROMISE = f"{TEXT}\n\n{TEXT}\n\n{TEXT}"


def make_round(lot: Lot, version: CallVersion, *, days: int) -> Round:
    """A round that closes in so many days; below zero it has closed."""
    deadline = (clock.now() + dt.timedelta(days=days)).replace(microsecond=0)
    made = Round(
        lot=lot, kind=RoundKind.BID, call_version=version, begins_at=clock.now() - dt.timedelta(days=30), deadline=deadline
    )
    vault.make_round_key(made)
    made.save()
    return made


def make_drafts(cast, round_: Round, size: int) -> list[Bid]:
    """So many drafts; the first `REAL` are complete, under the real seal. Returns those, each with its `maker`."""
    real, others = make_parties(REAL, "maker"), make_parties(max(0, size - REAL), "indiener")
    found = []
    for party in real:
        draft = make.bid(cast, round_, party=party, by=party.member, typed={"criterion-1": {"text": PROMISE}})
        draft.maker = party.member
        found.append(draft)
    bids = _bids(round_, others, BidState.DRAFT)
    keys = keys_of(round_.call_version.criteria.count())
    BidPart.objects.bulk_create(
        [
            BidPart(bid=one, key=key, sealed=os.urandom(400), saved_by=party.member)
            for one, party in zip(bids, others, strict=True)
            for key in keys
        ],
        batch_size=2000,
    )
    return found


def make_opened(lot: Lot, version: CallVersion, size: int, stem: str) -> tuple[Round, list[OpenedBid]]:
    """A closed round with so many opened bids, each with an answer to every criterion; the lot is in assessment."""
    round_ = make_round(lot, version, days=-2)
    parties, now = make_parties(size, stem), clock.now()
    bids = _bids(round_, parties, BidState.SUBMITTED)
    submissions = Submission.objects.bulk_create(
        Submission(
            bid=one,
            number=1,
            sealed=os.urandom(600),
            content_sha256=os.urandom(32).hex(),
            submitted_at=now,
            submitted_by=party.member,
        )
        for one, party in zip(bids, parties, strict=True)
    )
    opened = OpenedBid.objects.bulk_create(
        OpenedBid(
            bid=one.bid, submission=one, letter=letter_of(n), title=f"Werkplaats nummer {n}", amount=40_000_000, opened_at=now
        )
        for n, one in enumerate(submissions)
    )
    _parts(opened, version)
    Involvement.objects.bulk_create(
        Involvement(tender=lot.tender, lot=lot, party=party, role=InvolvementRole.BIDDER) for party in parties
    )
    Round.objects.filter(pk=round_.pk).update(opened_at=now)
    Lot.objects.filter(pk=lot.pk).update(state=LotState.IN_ASSESSMENT)
    return round_, opened


def _bids(round_: Round, parties: list[Party], state: BidState) -> list[Bid]:
    now = clock.now()
    bids = Bid.objects.bulk_create(
        Bid(
            round=round_,
            party=party,
            state=state,
            key_for_round=os.urandom(93),
            key_for_makers=os.urandom(70),
            submitted_at=now if state == BidState.SUBMITTED else None,
        )
        for party in parties
    )
    BidPartner.objects.bulk_create(
        BidPartner(bid=one, party=party, role=PartnerRole.LEAD, confirmed_at=now, confirmed_by=party.member)
        for one, party in zip(bids, parties, strict=True)
    )
    return bids


def _parts(opened: list[OpenedBid], version: CallVersion) -> None:
    criteria = list(version.criteria.all())
    rows = []
    for one in opened:
        rows.append(OpenedPart(opened_bid=one, key=SUMMARY, position=1, heading="Het plan in het kort", text=TEXT))
        rows += [
            OpenedPart(
                opened_bid=one, key=f"criterion-{n}", criterion=criterion, position=n + 1, heading=criterion.name, text=PROMISE
            )
            for n, criterion in enumerate(criteria, start=1)
        ]
    OpenedPart.objects.bulk_create(rows, batch_size=2000)


def chance() -> random.Random:
    """The same chances in every run."""
    return random.Random(20260401)
