"""From the consensus to a decision that everybody has at the same moment."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from evaluation import actions, conditions
from evaluation.models import AwardDecision, AwardResult, Consensus, DecisionKind, Letter, Suspension
from events import clock
from events.models import Event
from tenders import lifecycle
from tenders.gates import Gate, checklist
from tenders.law import terms
from tenders.models import Lot, LotState, Tender
from tenders.refusal import Changed, GateClosed, Refused
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
    tender = make.tender(cast, step=Step.SELECTION, route=Route.BUILDING)
    decision = make.decision(cast, tender.lots.get(), state="sent", kind=DecisionKind.DIRECT)
    assert (decision.amount, decision.term_ends_on) == (None, terms.standstill_end(clock.today()))


# Making ready


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda d: d.results.update(advantages=""), 2),
        (lambda d: d.results.first().reasons.update(text="Kort."), 2),
        (lambda d: AwardDecision.objects.update(legal_basis=""), 1),
        (lambda d: type(d.tender.municipality).objects.update(court=""), 1),
        (lambda d: Consensus.objects.filter(opened_bid__letter="C").update(reason="Wij vonden later iets anders."), 1),
    ],
)
def test_letters_are_not_made_while_something_is_missing(cast, tender, lot, bids, spoil, words):
    make.judged_lot(cast, tender, bids)
    decision = make.decision(cast, lot, state="written")
    spoil(decision)
    decision = AwardDecision.objects.for_page().get()
    with pytest.raises(Refused) as refusal:
        actions.prepare_decision(decision=decision, by=cast.officer, send_on=clock.today())
    assert len(refusal.value.messages) == words
    assert Letter.objects.count() == 0


def test_the_dates_of_the_term_are_fixed_when_the_letters_are_made(cast, tender, lot, bids):
    make.judged_lot(cast, tender, bids)
    decision = make.decision(cast, lot, state="written")
    later = clock.today() + dt.timedelta(days=3)
    decision = actions.prepare_decision(decision=decision, by=cast.officer, send_on=later)
    assert (decision.term_begins_on, decision.term_ends_on) == (later + dt.timedelta(days=1), terms.objection_end(later))
    with pytest.raises(ValidationError):
        actions.prepare_decision(decision=decision, by=cast.officer, send_on=clock.today() - dt.timedelta(days=1))


def test_on_the_contract_track_the_standstill_runs(cast):
    tender = make.tender(cast, step=Step.SELECTION, route=Route.SAS)
    bids = make.opened_bids(cast, tender, count=2)
    make.judged_lot(cast, tender, bids)
    decision = make.decision(cast, tender.lots.get(), state="prepared")
    assert decision.term_ends_on == terms.standstill_end(clock.today())


def test_once_letters_are_ready_the_consensus_stands(cast, tender, lot, bids):
    make.judged_lot(cast, tender, bids)
    make.decision(cast, lot, state="prepared")
    with pytest.raises(Changed):
        agree(cast, lot, bids[0], version=1)


# Approving


def test_who_made_it_does_not_approve_it(cast, tender, lot, bids):
    make.judged_lot(cast, tender, bids)
    decision = make.decision(cast, lot, state="prepared", by=cast.mandate)
    with pytest.raises(Refused):
        actions.approve_decision(decision=decision, by=cast.mandate, content_sha256=decision.content_sha256)
    with pytest.raises(IntegrityError), transaction.atomic():
        AwardDecision.objects.update(approved_by=cast.mandate)


def test_what_is_approved_is_what_was_read(cast, tender, lot, bids):
    make.judged_lot(cast, tender, bids)
    decision = make.decision(cast, lot, state="prepared")
    read = decision.content_sha256
    actions.prepare_decision(decision=decision, by=cast.officer, send_on=clock.today() + dt.timedelta(days=1))
    with pytest.raises(Changed):
        actions.approve_decision(decision=decision, by=cast.mandate, content_sha256=read)


# Sending


def test_letters_go_to_all_at_the_same_moment(cast, tender, lot, bids):
    make.judged_lot(cast, tender, bids)
    decision = make.decision(cast, lot, state="approved")
    readers = {name: person for name, person in cast.fresh().people().items() if name in ("entrepreneur", "rival", "partner")}
    assert {name: Letter.objects.visible_to(person).count() for name, person in readers.items()} == dict.fromkeys(readers, 0)
    actions.send_decision(decision=decision, by=cast.officer)
    assert {name: Letter.objects.visible_to(person).get().party for name, person in readers.items()} == {
        "entrepreneur": cast.party,
        "rival": cast.rival_party,
        "partner": cast.partner_party,
    }
    lot.refresh_from_db()
    assert lot.state == LotState.DECIDED
    assert Event.objects.filter(name="evaluation.decision_sent", is_public=True).count() == 1


def test_nothing_is_sent_before_everything_is_there(cast, tender, lot, bids):
    make.judged_lot(cast, tender, bids)
    decision = make.decision(cast, lot, state="prepared")
    with pytest.raises(GateClosed) as closed:
        actions.send_decision(decision=decision, by=cast.officer)
    assert [item.url.rsplit("/", 2)[-2] for item in closed.value.missing] == [decision.public_id]


def test_letters_of_another_day_are_not_sent(cast, tender, lot, bids, move_clock):
    make.judged_lot(cast, tender, bids)
    decision = make.decision(cast, lot, state="approved")
    move_clock(days=1)
    with pytest.raises(GateClosed) as closed:
        actions.send_decision(decision=decision, by=cast.officer)
    assert len(closed.value.missing) == 1


def test_a_letter_that_is_still_being_made_is_not_sent(cast, tender, lot, bids):
    make.judged_lot(cast, tender, bids)
    decision = make.decision(cast, lot, state="written")
    decision = actions.prepare_decision(decision=decision, by=cast.officer, send_on=clock.today())
    assert [item.done for item in checklist(AwardDecision.objects.for_page().get(), Gate.SEND_AWARD)] == [
        True,
        True,
        True,
        True,
        False,
        False,
        True,
    ]


def test_what_was_sent_cannot_be_changed(cast, tender, lot, bids):
    make.judged_lot(cast, tender, bids)
    decision = make.decision(cast, lot, state="sent")
    for again in (
        lambda: decide(cast, lot, version=1),
        lambda: actions.send_decision(decision=decision, by=cast.officer),
        lambda: actions.prepare_decision(decision=decision, by=cast.officer, send_on=clock.today()),
        lambda: actions.write_advantages(result=decision.results.last(), by=cast.officer, text="Iets anders."),
    ):
        with pytest.raises(Changed):
            again()


def test_nobody_chosen_is_a_decision_too(cast, tender, lot):
    decision = make.decision(cast, lot, state="sent", kind=DecisionKind.NONE)
    lot.refresh_from_db()
    assert (lot.state, decision.party, Letter.objects.count()) == (LotState.NOT_AWARDED, None, 0)


def test_who_was_set_aside_gets_a_letter_too(cast, tender, lot, bids):
    bids[2].set_aside_at, bids[2].set_aside_because = clock.now(), "Het plan ging over een andere stad."
    bids[2].save()
    make.judged_lot(cast, tender, bids[:2])
    make.decision(cast, lot, state="prepared")
    letters = {letter.party: letter.content["outcome"] for letter in Letter.objects.select_related("party")}
    assert letters == {cast.party: "chosen", cast.rival_party: "not_chosen", cast.partner_party: "set_aside"}


# After it


def test_the_step_is_left_when_every_lot_is_decided(cast):
    tender = make.tender(cast, step=Step.SELECTION, route=Route.SMALL_GRANT)
    with pytest.raises(GateClosed):
        lifecycle.advance(tender, leaving=Step.SELECTION, by=cast.officer, reason="Klaar.")
    make.decision(cast, tender.lots.get(), state="sent", kind=DecisionKind.DIRECT)
    lifecycle.advance(tender, leaving=Step.SELECTION, by=cast.officer, reason="Klaar.")
    assert Tender.objects.get(pk=tender.pk).step == Step.CONTRACT


def test_the_term_is_over_the_day_after_its_last_day(cast, tender, lot, bids, move_clock):
    make.judged_lot(cast, tender, bids)
    decision = make.decision(cast, lot, state="sent")
    move_clock(to=terms.noon(decision.term_ends_on))
    assert not conditions.term_over(decision)
    move_clock(to=terms.noon(decision.term_ends_on + dt.timedelta(days=1)))
    assert conditions.term_over(decision)


def test_a_suspended_lot_stops_alone_and_goes_on_where_it_was(cast, tender, lot, bids, move_clock):
    make.judged_lot(cast, tender, bids)
    decision = make.decision(cast, lot, state="sent")
    other = make.lot(tender, number=2)
    with pytest.raises(ValidationError):
        actions.suspend_lot(lot=lot, by=cast.lawyer, reason=" ")
    actions.suspend_lot(lot=lot, by=cast.lawyer, reason="Een partij begon een kort geding.")
    move_clock(days=100)
    assert {one.number: one.state for one in tender.lots.all()} == {1: LotState.SUSPENDED, 2: other.state}
    assert not conditions.term_over(AwardDecision.objects.for_page().get())
    with pytest.raises(Changed):
        actions.suspend_lot(lot=lot, by=cast.lawyer, reason="Nog een keer.")
    actions.lift_suspension(lot=lot, by=cast.lawyer, reason="De rechter gaf de gemeente gelijk.")
    lot.refresh_from_db()
    assert (lot.state, conditions.term_over(AwardDecision.objects.for_page().get())) == (LotState.DECIDED, True)
    assert Suspension.objects.get().lifted_because == "De rechter gaf de gemeente gelijk."
    assert decision.is_sent


def test_the_committee_explains_in_its_own_words(cast, tender, lot, bids):
    make.judged_lot(cast, tender, bids)
    decision = make.decision(cast, lot, state="sent")
    before = decision.content_sha256
    actions.explain_decision(
        decision=decision, by=cast.assessor, explanation="De mensen maken zelf iets.\nHet kan morgen beginnen."
    )
    decision.refresh_from_db()
    assert decision.explanation.splitlines() == ["De mensen maken zelf iets.", "Het kan morgen beginnen."]
    assert (decision.content_sha256, decision.explained_at is not None) == (before, True)
