"""What `make` gives is what the platform itself would have made: it opens, and it is read by who may."""

from bids.models import Bid, BidState, OpenedBid
from tenders.steps import Step
from tests import make


def test_opened_bids_can_be_read_by_the_team_and_stand_under_letters(cast):
    tender = make.tender(cast, step=Step.SELECTION)
    opened = make.opened_bids(cast, tender)
    assert [one.letter for one in opened] == ["A", "B", "C"]
    assert [one.bid.party.name for one in opened] == ["Stichting De Werkplaats", "Welzijn Groot", "Bewonersgroep Assendorp"]
    assert list(OpenedBid.objects.visible_to(cast.officer).order_by("pk")) == opened
    assert [part.key for part in opened[0].parts.all()] == ["summary", "criterion-1", "criterion-2", "partners", "budget"]
    assert opened[0].amount == 38_000_000


def test_a_bid_is_a_draft_or_handed_in(cast):
    tender = make.tender(cast, step=Step.SELECTION)
    round_ = make.round(cast, tender)
    draft = make.bid(cast, round_)
    handed_in = make.bid(cast, round_, party=cast.rival_party, state=BidState.SUBMITTED)
    assert [(b.pk, b.state, b.submissions.count()) for b in Bid.objects.order_by("pk")] == [
        (draft.pk, BidState.DRAFT, 0),
        (handed_in.pk, BidState.SUBMITTED, 1),
    ]
