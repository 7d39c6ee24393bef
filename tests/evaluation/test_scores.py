"""Own scores: drafts with versions, handing in, reopening."""

import pytest
from django.core.exceptions import ValidationError

from evaluation import actions
from evaluation.actions.scores import missing_scores
from evaluation.models import Score, Seat
from events.models import Event
from tenders.models import Lot, LotState
from tenders.refusal import Changed, Refused, WrongStep
from tenders.steps import Step
from tests import make
from tests.make.evaluation import REASON


@pytest.fixture
def tender(cast):
    return make.tender(cast, step=Step.SELECTION)


@pytest.fixture
def bids(cast, tender):
    return make.opened_bids(cast, tender)


@pytest.fixture
def seats(cast, tender, bids):
    return make.committee(cast, Lot.objects.get())


def save(seat, bid, *, points=8, reason=REASON, version=0, place=0, by=None):
    criterion = list(make.criteria_of(bid))[place]
    grade = criterion.version.grades.get(points=points) if points else None
    return actions.score_bid(
        seat=seat, opened_bid=bid, criterion=criterion, by=by or seat.person, grade=grade, reason=reason, version=version
    )


def test_half_a_score_is_saved_and_goes_on_from_its_version(bids, seats):
    save(seats[0], bids[0], points=None, reason="Nog even")
    save(seats[0], bids[0], points=10, reason="Zij beslissen mee.", version=1)
    score = Score.objects.get()
    assert (score.grade.points, score.reason, score.version) == (10, "Zij beslissen mee.", 2)


def test_a_stale_version_is_refused_and_what_was_saved_stays(bids, seats):
    save(seats[0], bids[0], reason="Zo staat het.")
    with pytest.raises(Changed):
        save(seats[0], bids[0], reason="Uit een oud venster.", version=0)
    assert Score.objects.get().reason == "Zo staat het."


def test_nobody_saves_a_score_of_another(cast, bids, seats):
    with pytest.raises(Refused):
        save(seats[0], bids[0], by=cast.other_assessor)


def test_without_a_declaration_nothing_is_saved(cast, tender, bids):
    seat = make.seat(cast, Lot.objects.get(), cast.neighbour, declared=False)
    with pytest.raises(Refused):
        save(seat, bids[0])


def test_who_left_for_a_conflict_saves_nothing(cast, bids, seats):
    actions.recuse(seat=seats[0], by=cast.officer, reason="Haar zus werkt er.")
    with pytest.raises(Refused):
        save(seats[0], bids[0])


def test_a_bid_of_another_lot_is_refused(cast, tender, bids, seats):
    other = make.lot(tender, number=2)
    stray = make.opened_bids(cast, tender, lot=other, parties=[cast.party])
    with pytest.raises(Refused):
        save(seats[0], stray[0])


def test_a_bid_that_was_set_aside_is_not_judged(bids, seats):
    bids[2].set_aside_at = bids[2].opened_at
    bids[2].save()
    with pytest.raises(Refused):
        save(seats[0], bids[2])
    assert missing_scores(seats[0]) == 4


def test_a_suspended_lot_takes_no_score(bids, seats):
    Lot.objects.update(state=LotState.SUSPENDED)
    with pytest.raises(Changed):
        save(seats[0], bids[0])


def test_in_another_step_nothing_is_saved(tender, bids, seats):
    tender.step = Step.CONTRACT
    tender.save()
    with pytest.raises(WrongStep):
        save(seats[0], bids[0])


def test_handing_in_asks_for_every_grade_and_every_reason(bids, seats):
    make.scores(seats[:1], bids, finish=False)
    Score.objects.filter(opened_bid=bids[0]).update(reason="")
    with pytest.raises(Refused) as refusal:
        actions.finish_scores(seat=seats[0], by=seats[0].person)
    assert refusal.value.code == "missing"
    assert missing_scores(seats[0]) == 2
    Score.objects.filter(opened_bid=bids[0]).update(reason="Nu wel.")
    actions.finish_scores(seat=seats[0], by=seats[0].person)
    assert Seat.objects.get(pk=seats[0].pk).finished_at is not None


def test_what_was_handed_in_stands(bids, seats):
    make.scores(seats[:1], bids)
    with pytest.raises(Changed):
        save(seats[0], bids[0], version=1, reason="Toch maar anders.")


def test_the_event_says_how_many_still_judge_and_holds_no_grade(bids, seats):
    for seat in seats:
        make.scores([seat], bids, finish=False)
        actions.finish_scores(seat=seat, by=seat.person)
    rows = Event.objects.filter(name="evaluation.scores_finished").order_by("id")
    assert [row.data["waiting"] for row in rows] == [2, 1, 0]
    assert {key for row in rows for key in row.data} == {"waiting", "content_sha256"}
    assert not any(row.is_public for row in rows)


def test_the_secretary_reopens_with_a_reason(cast, bids, seats):
    make.scores(seats, bids)
    with pytest.raises(ValidationError):
        actions.reopen_scores(seat=seats[0], by=cast.secretary, reason=" ")
    actions.reopen_scores(seat=seats[0], by=cast.secretary, reason="Zij las de verkeerde bijlage.")
    save(seats[0], bids[0], version=1, reason="Nu de goede bijlage gelezen.")
    seat = Seat.objects.get(pk=seats[0].pk)
    assert (seat.finished_at, seat.reopened_because) == (None, "Zij las de verkeerde bijlage.")


def test_once_the_talk_has_begun_scores_stay_closed(cast, bids, seats):
    make.scores(seats, bids)
    make.consensus(cast, bids[:1])
    with pytest.raises(Refused):
        actions.reopen_scores(seat=seats[0], by=cast.secretary, reason="Te laat bedacht.")
