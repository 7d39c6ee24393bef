"""Handing a bid in, again if one likes, and withdrawing it: until the deadline, by the database's clock."""

import secrets

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from bids.admission import is_open, refuse_conflicts, why_closed
from bids.draft import Draft, read_draft
from bids.models import Bid, BidState, Submission
from bids.parts import ATTACHMENTS, BUDGET, PARTNERS, SUMMARY
from bids.preview import division_of
from bids.sealed_log import record_sealed
from documents.fingerprint import fingerprint
from events import clock
from tenders.locks import hold
from tenders.refusal import Changed, Refused
from tenders.steps import Step


class Incomplete(Refused):
    """Something is missing that the request asks; `lacking` has the sentences by part."""

    def __init__(self, lacking: dict[str, list[str]]):
        self.lacking = lacking
        super().__init__([sentence for found in lacking.values() for sentence in found], code="incomplete")


@transaction.atomic
def submit_bid(*, bid: Bid, by: User) -> Submission:
    """Hand the bid in as it stands now, sealed. Handing in again makes the next one; the last one counts.

    The deadline is compared in the statement that takes the bid in, and its time is the time of the receipt. The shared
    lock on the tender makes the opening wait for who is in time. Raises Late, Incomplete.
    """
    hold(bid.tender, Step.SELECTION)
    if not is_open(bid).update(state=BidState.SUBMITTED, submitted_at=clock.Now()):
        raise why_closed(Bid.objects.for_page().get(pk=bid.pk))
    bid = bid.read_again()  # its row is ours now
    draft = read_draft(bid, by)
    if draft.lacking:
        raise Incomplete(draft.lacking)
    refuse_conflicts(bid.lot, [partner.party for partner in bid.current_partners()])
    number = (bid.last or 0) + 1
    content = content_of(draft, number=number)
    submission = Submission.objects.create(
        bid=bid,
        number=number,
        sealed=draft.envelope.seal(f"submission/{number}", content),
        content_sha256=fingerprint(content),
        submitted_at=bid.submitted_at,
        submitted_by=by,
    )
    record_sealed("bids.bid_submitted", by=by, row=submission, content_sha256=submission.content_sha256)
    return submission


@transaction.atomic
def withdraw_bid(*, bid: Bid, by: User) -> None:
    """Take a bid back before the deadline. It will not be opened; its draft stays, for its makers only."""
    hold(bid.tender, Step.SELECTION)
    if not is_open(bid).filter(state=BidState.SUBMITTED).update(state=BidState.WITHDRAWN, withdrawn_at=clock.Now()):
        now = Bid.objects.for_page().get(pk=bid.pk)
        if now.round.is_open:
            raise Changed(_("This was withdrawn already, or never handed in."), code="changed")
        raise why_closed(now)
    Submission.objects.filter(bid=bid, withdrawn_at=None).update(withdrawn_at=clock.now())
    record_sealed("bids.bid_withdrawn", by=by, row=bid)


def content_of(draft: Draft, *, number: int) -> dict:
    """What is handed in, as plain content: what the fingerprint is of, and what is opened later.

    The salt keeps the fingerprint, which is no secret, from being tried against guessed content.
    """
    bid = draft.bid
    return {
        "bid": bid.public_id,
        "number": number,
        "submitted_at": bid.submitted_at.isoformat(),
        "round": bid.round.public_id,
        "call_sha256": bid.round.call_version.content_sha256,
        "party": bid.party.name,
        "salt": secrets.token_hex(16),
        "title": draft.title,
        "texts": _texts(draft),
        **_division(draft),
        **_budget(draft),
        "attachments": [vars(file) for file in draft.files],
    }


def _texts(draft: Draft) -> list[dict]:
    found = []
    for part in draft.parts:
        if part.key in (PARTNERS, BUDGET, ATTACHMENTS):
            continue
        typed = draft.typed(part.key)
        text = typed.get("summary" if part.key == SUMMARY else "text", "")
        criterion = part.criterion.pk if part.criterion else None
        found.append({"key": part.key, "heading": part.heading, "criterion": criterion, "text": text})
    return found


def _budget(draft: Draft) -> dict:
    """The lines of the budget; none where the route pays no money."""
    if draft.part(BUDGET) is None:
        return {"budget": [], "total": None, "budget_note": ""}
    form = _form(draft, BUDGET)
    lines = form.lines()
    return {"budget": lines, "total": form.total() if lines else None, "budget_note": form.cleaned_data.get("note", "")}


def _division(draft: Draft) -> dict:
    """Who takes part, and how money, hours and decisions are shared. One party has all of it and decides alone."""
    alone = len(draft.bid.current_partners()) == 1
    decided = {} if alone else _form(draft, PARTNERS).cleaned_data
    return {
        "partners": division_of(draft),
        "lead_role": decided.get("lead_role", ""),
        "decision_rule": decided.get("decision_rule", ""),
    }


def _form(draft: Draft, key: str):
    return draft.form(draft.part(key))
