"""Who sits in a committee: appointing, declaring, leaving."""

import pytest
from django.core.exceptions import ValidationError

from accounts.permissions import allows
from bids.models import OpenedBid
from evaluation import actions
from evaluation.conditions import committee_has_majority, members_declared
from evaluation.models import Capacity, Seat
from events.models import Event
from tenders.models import Involvement, InvolvementRole, Lot
from tenders.steps import Step
from tests import make


@pytest.fixture
def tender(cast):
    return make.tender(cast, step=Step.SELECTION, lots=2)


@pytest.fixture
def lot(tender):
    return tender.lots.get(number=1)


def names(public=None):
    rows = Event.objects.filter(name__startswith="evaluation.")
    return list((rows if public is None else rows.filter(is_public=public)).order_by("id").values_list("name", flat=True))


def test_a_seat_gives_no_right_before_the_declaration(cast, lot):
    seat = actions.appoint_member(lot=lot, person=cast.assessor, capacity=Capacity.RESIDENT, by=cast.officer)
    make.opened_bids(cast, lot.tender, lot=lot)
    assert OpenedBid.objects.visible_to(cast.fresh().assessor).count() == 0
    lot.refresh_from_db()
    actions.declare_impartial(seat=Seat.objects.for_page().get(pk=seat.pk), by=cast.assessor)
    assert OpenedBid.objects.visible_to(cast.fresh().assessor).count() == 3
    assert names(public=True) == ["evaluation.member_appointed", "evaluation.declared_impartial"]


def test_the_declaration_is_kept_as_it_was_agreed_to(cast, lot):
    seat = make.seat(cast, lot, cast.assessor, declared=False)
    actions.declare_impartial(seat=seat, by=cast.assessor)
    seat.refresh_from_db()
    assert "Ik praat met niemand buiten de commissie" in seat.declaration
    assert seat.declared_at is not None


def test_nobody_declares_for_another(cast, lot):
    seat = make.seat(cast, lot, cast.assessor, declared=False)
    with pytest.raises(ValidationError):
        actions.declare_impartial(seat=seat, by=cast.officer)


def test_a_bidder_is_not_appointed(cast, lot):
    make.involve(lot.tender, InvolvementRole.BIDDER, party=cast.party, lot=lot)
    with pytest.raises(ValidationError) as refusal:
        actions.appoint_member(lot=lot, person=cast.entrepreneur, capacity=Capacity.EXPERT, by=cast.officer)
    assert list(refusal.value.error_dict) == ["person"]
    assert Seat.objects.count() == 0


def test_who_bids_between_appointment_and_declaration_cannot_declare(cast, lot):
    seat = make.seat(cast, lot, cast.entrepreneur, declared=False)
    make.involve(lot.tender, InvolvementRole.BIDDER, party=cast.party, lot=lot)
    with pytest.raises(ValidationError):
        actions.declare_impartial(seat=seat, by=cast.entrepreneur)
    assert not Involvement.objects.filter(role=InvolvementRole.ASSESSOR).exists()


def test_a_bidder_in_one_lot_can_judge_another(cast, tender):
    one, other = tender.lots.all()
    make.involve(tender, InvolvementRole.BIDDER, party=cast.party, lot=one)
    seat = actions.appoint_member(lot=other, person=cast.entrepreneur, capacity=Capacity.EXPERT, by=cast.officer)
    actions.declare_impartial(seat=seat, by=cast.entrepreneur)
    assert Involvement.objects.get(role=InvolvementRole.ASSESSOR).lot == other


def test_a_member_is_not_appointed_twice(cast, lot):
    actions.appoint_member(lot=lot, person=cast.assessor, capacity=Capacity.RESIDENT, by=cast.officer)
    with pytest.raises(ValidationError):
        actions.appoint_member(lot=lot, person=cast.assessor, capacity=Capacity.RESIDENT, by=cast.officer)


def test_nobody_joins_once_the_talk_has_begun(cast, lot):
    bids = make.opened_bids(cast, lot.tender, lot=lot)
    make.consensus(cast, bids[:1])
    with pytest.raises(ValidationError):
        actions.appoint_member(lot=Lot.objects.get(pk=lot.pk), person=cast.neighbour, capacity=Capacity.RESIDENT, by=cast.officer)


def test_a_conflict_of_interest_ends_the_seat_of_that_lot_only(cast, tender):
    one, other = tender.lots.all()
    bids = make.opened_bids(cast, tender, lot=one, parties=[cast.party])
    others = make.opened_bids(cast, tender, lot=other, parties=[cast.rival_party])
    seat, _kept = [make.seat(cast, lot, cast.assessor) for lot in (one, other)]
    assert set(OpenedBid.objects.visible_to(cast.fresh().assessor)) == {*bids, *others}
    actions.recuse(seat=seat, by=cast.assessor, reason="Mijn zus werkt er.")
    assert set(OpenedBid.objects.visible_to(cast.fresh().assessor)) == set(others)
    excluded = Involvement.objects.get(lot=one, role=InvolvementRole.ASSESSOR)
    assert (excluded.ended_because, excluded.until is not None) == ("Mijn zus werkt er.", True)
    with pytest.raises(ValidationError):
        actions.appoint_member(lot=Lot.objects.get(pk=one.pk), person=cast.assessor, capacity=Capacity.RESIDENT, by=cast.officer)


def test_the_team_can_end_a_seat_but_must_say_why(cast, lot):
    seat = make.seat(cast, lot, cast.assessor)
    assert allows(cast.fresh().officer, "evaluation.recuse", seat)
    with pytest.raises(ValidationError):
        actions.recuse(seat=seat, by=cast.officer, reason="  ")
    actions.recuse(seat=seat, by=cast.officer, reason="De partij belde haar thuis.")
    assert Seat.objects.get().recused_at is not None
    assert "De partij" not in str(Event.objects.get(name="evaluation.member_recused").data)


def test_a_new_chair_takes_over_from_the_old(cast, lot):
    actions.appoint_lead(lot=lot, person=cast.neighbour, role=InvolvementRole.CHAIR, by=cast.officer)
    actions.appoint_lead(lot=lot, person=cast.resident, role=InvolvementRole.CHAIR, by=cast.officer)
    active = Involvement.objects.active().filter(lot=lot, role=InvolvementRole.CHAIR)
    assert [one.person for one in active] == [cast.resident]


def test_a_bidder_does_not_lead_the_committee(cast, lot):
    make.involve(lot.tender, InvolvementRole.BIDDER, party=cast.party, lot=lot)
    with pytest.raises(ValidationError):
        actions.appoint_lead(lot=lot, person=cast.entrepreneur, role=InvolvementRole.SECRETARY, by=cast.officer)


@pytest.mark.parametrize(
    ("capacities", "reason", "expected"),
    [
        ([Capacity.RESIDENT, Capacity.TARGET_GROUP, Capacity.OFFICER], "", True),
        ([Capacity.RESIDENT, Capacity.OFFICER], "", False),
        ([Capacity.OFFICER, Capacity.EXPERT], "", False),
        ([Capacity.OFFICER, Capacity.EXPERT], "Er woont nog niemand.", True),
        ([], "", False),
    ],
)
def test_residents_and_target_group_are_the_majority_or_the_request_says_why_not(cast, lot, capacities, reason, expected):
    make.published_call(cast, lot.tender, residents_minority_reason=reason)
    people = [cast.resident, cast.neighbour, cast.assessor]
    for person, capacity in zip(people, capacities, strict=False):
        make.seat(cast, lot, person, capacity=capacity)
    assert committee_has_majority(lot) is expected


def test_who_left_does_not_count_for_the_majority(cast, lot):
    make.published_call(cast, lot.tender)
    make.seat(cast, lot, cast.resident)
    make.seat(cast, lot, cast.neighbour)
    make.seat(cast, lot, cast.assessor, capacity=Capacity.OFFICER)
    assert committee_has_majority(lot)
    actions.recuse(seat=Seat.objects.get(person=cast.resident), by=cast.resident, reason="Mijn buurman doet mee.")
    assert not committee_has_majority(lot)


def test_everybody_must_have_declared(cast, lot):
    make.seat(cast, lot, cast.resident)
    assert members_declared(lot)
    make.seat(cast, lot, cast.neighbour, declared=False)
    assert not members_declared(lot)
