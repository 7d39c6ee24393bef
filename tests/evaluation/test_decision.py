"""From the consensus to a decision that everybody has at the same moment."""

import pytest
from django.core.exceptions import ValidationError

from evaluation import actions
from evaluation.models import AwardResult, Consensus, DecisionKind, Letter
from events import clock
from tenders.law import terms
from tenders.models import Lot
from tenders.refusal import Changed, Refused
from tenders.routes import Route
from tenders.steps import Step
from tests import make

REASON = "Dit plan sluit het best aan bij wat de buurt vroeg."


@pytest.fixture
def tender(cast):
    return make.tender(cast, step=Step.SELECTION)


@pytest.fixture
def bids(cast, tender):
    return make.opened_bids(cast, tender)


@pytest.fixture
def lot(tender):
    return Lot.objects.select_related("tender__municipality").get(tender=tender)


def decide(cast, lot, **fields):
    lot.refresh_from_db()
    values = {"kind": DecisionKind.AWARD, "reason": REASON, "legal_basis": "Nadere regels 2026, artikel 7"}
    return actions.make_decision(lot=lot, by=cast.officer, **(values | fields))


# Agreeing


def agree(cast, lot, bid, *, points=8, version=0, **fields):
    criterion = make.criteria_of(bid).first()
    values = {"reason": "Zij laten de mensen zelf beslissen.", "dissent": "", **fields}
    grade = criterion.version.grades.get(points=points)
    lot.refresh_from_db()
    return actions.record_consensus(
        lot=lot, opened_bid=bid, criterion=criterion, grade=grade, by=cast.secretary, version=version, **values
    )


def test_the_talk_begins_when_everybody_is_done(cast, lot, bids):
    seats = make.committee(cast, lot)
    make.scores(seats[:2], bids)
    with pytest.raises(Refused):
        agree(cast, lot, bids[0])
    make.scores(seats[2:], bids)
    agree(cast, lot, bids[0], dissent="Cor vindt het voldoende.")
    assert Consensus.objects.values_list("grade__points", "dissent", "version").get() == (8, "Cor vindt het voldoende.", 1)


def test_two_who_record_the_same_at_once_do_not_overwrite_each_other(cast, lot, bids):
    make.scores(make.committee(cast, lot), bids)
    agree(cast, lot, bids[0])
    with pytest.raises(Changed):
        agree(cast, lot, bids[0], points=4)
    agree(cast, lot, bids[0], points=4, version=1)
    assert Consensus.objects.get().grade.points == 4


# Making


def test_the_winner_follows_from_the_consensus_by_the_published_weights(cast, tender, lot, bids):
    make.judged_lot(cast, tender, bids, points={"A": [4, 10], "B": [8, 6], "C": [6, 6]})
    decision = decide(cast, lot)
    results = AwardResult.objects.order_by("rank").values_list("opened_bid__letter", "rank", "points", "chosen")
    assert list(results) == [("B", 1, 720, True), ("A", 2, 640, False), ("C", 3, 600, False)]
    assert decision.party == bids[1].bid.party
    assert decision.results.get(chosen=True).reasons.count() == 2


def test_without_a_complete_consensus_nobody_is_chosen(cast, tender, lot, bids):
    make.judged_lot(cast, tender, bids)
    Consensus.objects.first().delete()
    with pytest.raises(Refused) as refusal:
        decide(cast, lot)
    assert refusal.value.code == "consensus"


def test_when_the_first_are_equal_a_person_chooses_between_them(cast, tender, lot, bids):
    make.judged_lot(cast, tender, bids, points={"A": [8, 8], "B": [8, 8], "C": [6, 6]})
    for chosen in (None, bids[2]):
        with pytest.raises(ValidationError) as refusal:
            decide(cast, lot, chosen=chosen)
        assert list(refusal.value.error_dict) == ["chosen"]
    assert decide(cast, lot, chosen=bids[1]).party == bids[1].bid.party
    assert list(AwardResult.objects.order_by("opened_bid__letter").values_list("rank", flat=True)) == [1, 1, 3]


def test_who_does_not_reach_the_lowest_mark_is_not_chosen(cast, tender, lot):
    make.published_call(cast, tender, lowest_mark=7_000)
    bids = make.opened_bids(cast, tender)
    make.judged_lot(cast, tender, bids, points={"A": [6, 6], "B": [4, 6], "C": [2, 2]})
    with pytest.raises(Refused) as refusal:
        decide(cast, lot)
    assert refusal.value.code == "nobody"
    assert decide(cast, lot, kind=DecisionKind.NONE).party is None
    assert AwardResult.objects.filter(chosen=True).count() == 0


def test_a_party_wins_no_more_lots_than_the_request_allows(cast):
    tender = make.tender(cast, step=Step.SELECTION, lots=2)
    make.published_call(cast, tender, max_lots_per_party=1)
    parties = [cast.party, cast.rival_party]
    one, other = Lot.objects.filter(tender=tender)
    for lot in (one, other):
        bids = make.opened_bids(cast, tender, lot=lot, parties=parties)
        make.scores([make.seat(cast, Lot.objects.get(pk=lot.pk), cast.assessor)], bids)
        make.consensus(cast, bids, {"A": [10, 10], "B": [8, 8]})
    assert decide(cast, one).party == cast.party
    assert decide(cast, other).party == cast.rival_party


def test_making_it_again_keeps_what_was_written_and_asks_for_approval_again(cast, tender, lot, bids):
    make.judged_lot(cast, tender, bids)
    decision = make.decision(cast, lot, state="approved")
    decide(cast, lot, version=1, reason=REASON + " Nog duidelijker.")
    decision.refresh_from_db()
    assert (decision.version, decision.approved_at, decision.prepared_at, Letter.objects.count()) == (2, None, None, 0)
    assert decision.results.exclude(advantages="").count() == 2
    with pytest.raises(Changed):
        decide(cast, lot, version=1)


def test_a_route_without_competition_decides_on_one_page(cast):
    tender = make.tender(cast, step=Step.SELECTION, route=Route.SMALL_GRANT)
    lot = Lot.objects.select_related("tender__municipality").get(tender=tender)
    with pytest.raises(Refused):
        decide(cast, lot)
    with pytest.raises(ValidationError) as refusal:
        decide(cast, lot, kind=DecisionKind.DIRECT)
    assert list(refusal.value.error_dict) == ["party"]
    decision = decide(cast, lot, kind=DecisionKind.DIRECT, party=cast.party, amount=250_000, conditions="Een foto na afloop.")
    assert (decision.party, decision.amount, decision.results.count()) == (cast.party, 250_000, 0)


def test_nobody_decides_for_the_own_party(cast):
    tender = make.tender(cast, step=Step.SELECTION, route=Route.SMALL_GRANT)
    lot = Lot.objects.get(tender=tender)
    with pytest.raises(ValidationError):
        actions.make_decision(lot=lot, by=cast.entrepreneur, kind=DecisionKind.DIRECT, reason=REASON, party=cast.party)


def test_a_building_is_given_without_money(cast):
    tender = make.tender(cast, step=Step.SELECTION, route=Route.BUILDING_ONE)
    decision = make.decision(cast, tender.lots.get(), state="sent", kind=DecisionKind.DIRECT)
    assert (decision.amount, decision.term_ends_on) == (None, terms.standstill_end(clock.today()))
