"""Two at the same moment, on PostgreSQL with threads: one opening, one state, nothing handed in and missing."""

import datetime as dt
import threading

import pytest
from django.db import connection, transaction

from accounts.models import RoleKind
from bids import actions
from bids.actions.opening import FIRST, SECOND
from bids.models import Bid, BidPart, BidState, OpenedBid, Opening, Round, Submission
from events import clock
from tenders import lifecycle
from tenders.locks import hold
from tenders.models import Tender
from tenders.refusal import Refused
from tenders.steps import Step
from tests import make

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]

POLICY, BUYING = RoleKind.POLICY_OFFICER, RoleKind.PROCUREMENT_OFFICER


@pytest.fixture(autouse=True)
def _on_postgresql(transactional_db):
    if connection.vendor != "postgresql":
        pytest.skip("needs PostgreSQL")


@pytest.fixture
def round_(cast):
    return make.round(cast, make.tender(cast, step=Step.SELECTION))


def at_once(*works) -> list:
    """Do these at the same moment, each with a connection of its own; what each returned, or the refusal it got."""
    start, results = threading.Barrier(len(works)), [None] * len(works)

    def run(place, work):
        try:
            start.wait(timeout=20)
            results[place] = work()
        except Refused as refusal:
            results[place] = refusal
        except Exception as error:
            results[place] = error
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(works)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    return results


def _close(round_) -> None:
    Round.objects.filter(pk=round_.pk).update(deadline=clock.now() - dt.timedelta(minutes=1))


def test_of_two_who_open_as_the_first_one_is_and_the_other_is_told(cast, round_):
    _close(round_)
    results = at_once(
        lambda: actions.open_bids(round_=round_, by=cast.officer, kind=POLICY, turn=FIRST),
        lambda: actions.open_bids(round_=round_, by=cast.buyer, kind=BUYING, turn=FIRST),
    )
    assert sorted(type(one).__name__ for one in results) == ["Changed", "Opening"]
    assert Opening.objects.get().second_by is None


def test_of_two_who_open_as_the_second_one_opens(cast, round_):
    make.bid(cast, round_, state=BidState.SUBMITTED)
    make.involve(round_.tender, "officer", person=cast.lawyer)
    _close(round_)
    actions.open_bids(round_=round_, by=cast.officer, kind=POLICY, turn=FIRST)
    results = at_once(
        lambda: actions.open_bids(round_=round_, by=cast.buyer, kind=BUYING, turn=SECOND),
        lambda: actions.open_bids(round_=round_, by=cast.lawyer, kind=RoleKind.LEGAL_ADVISER, turn=SECOND),
    )
    assert sorted(type(one).__name__ for one in results) == ["Changed", "Opening"]
    assert (Opening.objects.count(), OpenedBid.objects.count()) == (1, 1)


def test_handing_in_against_withdrawing_ends_in_one_of_the_two_and_whole(cast, round_):
    bid = make.bid(cast, round_, state=BidState.SUBMITTED)
    for _time in range(5):
        at_once(
            lambda: actions.submit_bid(bid=bid, by=cast.entrepreneur),
            lambda: actions.withdraw_bid(bid=bid, by=cast.entrepreneur),
        )
        now, standing = Bid.objects.get(pk=bid.pk), Submission.objects.filter(bid=bid, withdrawn_at=None)
        assert (now.state, standing.exists()) in ((BidState.SUBMITTED, True), (BidState.WITHDRAWN, False))
        actions.begin_bid(round_=round_, party=cast.party, by=cast.entrepreneur)
        actions.submit_bid(bid=bid, by=cast.entrepreneur)


def test_two_who_hand_in_the_same_bid_make_two_submissions_with_numbers_of_their_own(cast, round_):
    bid = make.bid(cast, round_)
    results = at_once(*[lambda: actions.submit_bid(bid=bid, by=cast.entrepreneur)] * 4)
    assert sorted(one.number for one in results) == [1, 2, 3, 4]


def test_what_is_handed_in_in_the_last_second_is_in_the_opening(cast, round_):
    """The one who hands in is in time, but slow: the opening waits for it."""
    bid = make.bid(cast, round_)
    late = threading.Event()

    def hand_in():
        with transaction.atomic():
            hold(round_.tender)
            submission = actions.submit_bid(bid=bid, by=cast.entrepreneur)
            late.set()  # in time, and not committed yet
            threading.Event().wait(1.5)
            return submission

    def open_both():
        late.wait(timeout=20)
        _close(round_)
        actions.open_bids(round_=round_, by=cast.officer, kind=POLICY, turn=FIRST)
        return actions.open_bids(round_=round_, by=cast.buyer, kind=BUYING, turn=SECOND)

    submission, opening = at_once(hand_in, open_both)
    assert [row["content_sha256"] for row in opening.content["bids"]] == [submission.content_sha256]


def test_in_a_rush_at_the_deadline_what_was_acknowledged_is_opened_and_nothing_else(cast, round_):
    parties = [make.party() for _number in range(6)]
    bids = [make.bid(cast, round_, party=party) for party in parties]
    Round.objects.filter(pk=round_.pk).update(deadline=clock.now() + dt.timedelta(seconds=0.4))

    def hand_in(bid, user, wait):
        threading.Event().wait(wait)
        return actions.submit_bid(bid=bid, by=user)

    works = [
        lambda bid=bid, wait=place * 0.5: hand_in(bid, bid.party.memberships.get().user, wait) for place, bid in enumerate(bids)
    ]
    results = at_once(*works)
    acknowledged = {one.content_sha256 for one in results if isinstance(one, Submission)}
    refused = [one for one in results if not isinstance(one, Submission)]
    assert {type(one).__name__ for one in refused} == {"Late"}
    actions.open_bids(round_=round_, by=cast.officer, kind=POLICY, turn=FIRST)
    opening = actions.open_bids(round_=round_, by=cast.buyer, kind=BUYING, turn=SECOND)
    assert {row["content_sha256"] for row in opening.content["bids"]} == acknowledged
    assert len(acknowledged) + len(refused) == 6


def test_two_who_save_the_same_part_keep_one_text_and_one_is_told(cast, round_):
    bid = make.bid(cast, round_, partners=[cast.partner_party])
    results = at_once(
        lambda: actions.write_bid(bid=bid, key="vision", typed={"text": "Een."}, version=1, by=cast.entrepreneur),
        lambda: actions.write_bid(bid=bid, key="vision", typed={"text": "Twee."}, version=1, by=cast.partner),
    )
    assert sorted(type(one).__name__ for one in results) == ["Changed", "int"]
    assert BidPart.objects.get(bid=bid, key="vision").version == 2


def test_two_colleagues_who_begin_get_the_same_bid(cast, round_):
    results = at_once(*[lambda: actions.begin_bid(round_=round_, party=cast.party, by=cast.entrepreneur)] * 3)
    assert len({one.pk for one in results}) == 1


def test_rounds_opened_by_two_tasks_at_once_are_made_once(cast):
    tender = make.tender(cast, step=Step.SELECTION, lots=2)
    closing = (clock.now() + dt.timedelta(days=30)).isoformat()
    version = make.published_call(cast, tender, procedure={"timetable": [{"kind": "3_closing", "at": closing}]})
    results = at_once(*[lambda: actions.open_rounds(tender=tender, call_version=version, by=None)] * 3)
    assert sorted(len(one) for one in results) == [0, 0, 2]


def test_handing_in_against_stopping_the_tender_is_one_of_the_two(cast, round_):
    bid = make.bid(cast, round_)
    results = at_once(
        lambda: actions.submit_bid(bid=bid, by=cast.entrepreneur),
        lambda: lifecycle.withdraw(round_.tender, by=cast.officer, reason="Geen geld meer."),
    )
    assert isinstance(results[1], Tender)
    assert isinstance(results[0], Submission) is Submission.objects.exists()
