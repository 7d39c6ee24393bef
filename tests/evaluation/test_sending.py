"""Making letters ready, approval by another, sending to all at once, and what follows."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from evaluation import actions, conditions
from evaluation.models import AwardDecision, Consensus, DecisionKind, Letter, Suspension
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

pytestmark = pytest.mark.whole


@pytest.fixture
def tender(cast):
    return make.tender(cast, step=Step.SELECTION)


@pytest.fixture
def bids(cast, tender):
    return make.opened_bids(cast, tender)


@pytest.fixture
def lot(tender):
    return Lot.objects.select_related("tender__municipality").get(tender=tender)


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
        criterion = make.criteria_of(bids[0]).first()
        actions.record_consensus(
            lot=Lot.objects.select_related("tender").get(),
            opened_bid=bids[0],
            criterion=criterion,
            grade=criterion.version.grades.first(),
            reason="Toch maar minder.",
            by=cast.secretary,
            version=1,
        )


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
