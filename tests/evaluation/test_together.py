"""Two at the same moment, on PostgreSQL with threads: a score against closing, the last two members, two who decide."""

import pytest

from evaluation import actions
from evaluation.models import AwardDecision, Consensus, DecisionKind, Score, Seat
from events.models import Event
from tenders.models import Lot
from tenders.steps import Step
from tests import make
from tests.at_once import at_once, needs_postgresql

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]

REASON = "Dit plan sluit het best aan bij wat de buurt vroeg."


@pytest.fixture(autouse=True)
def _on_postgresql(transactional_db):
    needs_postgresql()


@pytest.fixture
def tender(cast):
    return make.tender(cast, step=Step.SELECTION)


@pytest.fixture
def lot(tender):
    return Lot.objects.select_related("tender__municipality").get(tender=tender)


@pytest.fixture
def bids(cast, tender):
    return make.opened_bids(cast, tender, count=2)


def fresh(seat) -> Seat:
    return Seat.objects.for_page().get(pk=seat.pk)


@pytest.mark.parametrize("turn", range(5))
def test_a_score_against_closing_is_in_or_refused_and_nothing_between(cast, lot, bids, turn):
    seats = make.committee(cast, lot)
    make.scores(seats[:1], bids, finish=False)
    criterion = make.criteria_of(bids[0]).first()
    grade = criterion.version.grades.get(points=10)
    values = {"opened_bid": bids[0], "criterion": criterion, "by": cast.assessor, "grade": grade, "version": 1}
    saved, finished = at_once(
        lambda: actions.score_bid(seat=fresh(seats[0]), reason="Op het laatste moment.", **values),
        lambda: actions.finish_scores(seat=fresh(seats[0]), by=cast.assessor),
    )
    kept = Score.objects.get(seat=seats[0], opened_bid=bids[0], criterion=criterion)
    assert isinstance(finished, Seat)
    if isinstance(saved, Score):
        assert (kept.reason, kept.version, kept.saved_at <= finished.finished_at) == ("Op het laatste moment.", 2, True)
    else:
        assert (saved.code, kept.version) == ("finished", 1)


def test_of_the_last_two_members_one_is_told_to_be_the_last(cast, lot, bids):
    seats = make.committee(cast, lot)
    make.scores(seats[:1], bids)
    make.scores(seats[1:], bids, finish=False)
    at_once(*(lambda seat=seat: actions.finish_scores(seat=fresh(seat), by=seat.person) for seat in seats[1:]))
    assert [row.data["waiting"] for row in Event.objects.filter(name="evaluation.scores_finished").order_by("id")] == [1, 0]


def test_two_tabs_that_save_the_same_score_do_not_overwrite_each_other(cast, lot, bids):
    seats = make.committee(cast, lot)
    criterion = make.criteria_of(bids[0]).first()
    results = at_once(
        *(
            lambda text=text: actions.score_bid(
                seat=fresh(seats[0]), opened_bid=bids[0], criterion=criterion, by=cast.assessor, reason=text
            )
            for text in ("tablet", "telefoon")
        )
    )
    kept = Score.objects.get()
    assert sorted(type(one).__name__ for one in results) == ["Changed", "Score"]
    assert kept.reason == next(one.reason for one in results if isinstance(one, Score))


def test_two_secretaries_record_one_consensus(cast, lot, bids):
    make.scores(make.committee(cast, lot), bids)
    criterion = make.criteria_of(bids[0]).first()
    grades = criterion.version.grades
    results = at_once(
        *(
            lambda points=points: actions.record_consensus(
                lot=Lot.objects.select_related("tender").get(pk=lot.pk),
                opened_bid=bids[0],
                criterion=criterion,
                grade=grades.get(points=points),
                reason=f"Wij vinden dit een {points}.",
                by=cast.secretary,
            )
            for points in (4, 8)
        )
    )
    assert sorted(type(one).__name__ for one in results) == ["Changed", "Consensus"]
    assert Consensus.objects.count() == 1


def test_nobody_joins_while_the_talk_begins(cast, lot, bids):
    make.scores(make.committee(cast, lot), bids)
    criterion = make.criteria_of(bids[0]).first()
    grade = criterion.version.grades.first()
    talk, joined = at_once(
        lambda: actions.record_consensus(
            lot=lot, opened_bid=bids[0], criterion=criterion, grade=grade, reason="Wij beginnen.", by=cast.secretary
        ),
        lambda: actions.appoint_member(
            lot=Lot.objects.select_related("tender").get(pk=lot.pk), person=cast.neighbour, capacity="resident", by=cast.officer
        ),
    )
    # One of the two goes through: who joins makes the talk wait, and a talk that began lets nobody join.
    assert isinstance(talk, Consensus) is not isinstance(joined, Seat)


def test_two_officers_make_one_decision(cast, tender, lot, bids):
    make.judged_lot(cast, tender, bids)
    results = at_once(
        *(
            lambda by=by: actions.make_decision(
                lot=Lot.objects.select_related("tender__municipality").get(pk=lot.pk),
                by=by,
                kind=DecisionKind.AWARD,
                reason=REASON,
                legal_basis="Nadere regels 2026, artikel 7",
                amount=41_000_000,
            )
            for by in (cast.officer, cast.buyer)
        )
    )
    assert sorted(type(one).__name__ for one in results) == ["AwardDecision", "Changed"]
    assert AwardDecision.objects.get().results.count() == 2


def test_two_who_send_at_once_send_once(cast, tender, lot, bids):
    make.judged_lot(cast, tender, bids)
    decision = make.decision(cast, lot, state="approved")
    results = at_once(
        *(
            lambda by=by: actions.send_decision(decision=AwardDecision.objects.for_page().get(pk=decision.pk), by=by)
            for by in (cast.officer, cast.buyer)
        )
    )
    assert sorted(type(one).__name__ for one in results) == ["AwardDecision", "Changed"]
    assert Event.objects.filter(name="evaluation.decision_sent").count() == 1
