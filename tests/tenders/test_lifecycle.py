"""A step is left through one door, once, with a reason."""

import pytest

from events.models import Event
from tenders import lifecycle
from tenders.actions import add_lot, involve, publish_tender, start_tender
from tenders.gates import Gate, checklist
from tenders.locks import hold
from tenders.models import InvolvementRole, Move, StepChange
from tenders.refusal import GateClosed, Refused, WrongStep
from tenders.routes import Route
from tenders.steps import Step
from tests import make


def _started(cast):
    values = {"title": "Samen koken", "summary": "Elke week.", "route": Route.SMALL_GRANT}
    return start_tender(municipality=cast.municipality, by=cast.officer, **values)


def test_a_new_tender_has_one_lot_and_its_maker_in_the_team(cast):
    tender = _started(cast)
    assert [(lot.number, lot.name) for lot in tender.lots.all()] == [(1, "Samen koken")]
    assert [(i.person, i.role) for i in tender.involvements.all()] == [(cast.officer, InvolvementRole.OFFICER)]
    assert (tender.slug, tender.published_at, tender.route_is_final) == ("samen-koken", None, False)


def test_two_tenders_with_one_title_have_two_addresses(cast):
    assert [_started(cast).slug, _started(cast).slug] == ["samen-koken", "samen-koken-2"]


def test_a_tender_may_start_at_the_step_where_it_stands(cast):
    tender = start_tender(
        municipality=cast.municipality, by=cast.officer, title="Oud", summary="Al bezig.", route=Route.SAS, first_step=Step.CONTRACT
    )
    assert (tender.step, tender.first_step) == (Step.CONTRACT, Step.CONTRACT)
    with pytest.raises(Refused):
        lifecycle.send_back(tender, leaving=Step.CONTRACT, to=Step.DIALOGUE, by=cast.officer, reason="Zo begon het niet.")


def test_moving_on_is_recorded_with_its_reason(cast):
    tender = make.tender(cast, route=Route.SMALL_GRANT)
    moved = lifecycle.advance(tender, leaving=Step.DIALOGUE, by=cast.officer, reason="Klaar.")
    change = StepChange.objects.get(tender=tender)
    assert (moved.step, change.move, change.from_step, change.to_step, change.reason, change.by) == (
        Step.REQUEST,
        Move.ADVANCE,
        Step.DIALOGUE,
        Step.REQUEST,
        "Klaar.",
        cast.officer,
    )
    event = Event.objects.get(name="tenders.step_left")
    assert "Klaar" not in str(event.data)


def test_the_second_of_two_clicks_is_refused(cast):
    tender = make.tender(cast, route=Route.SMALL_GRANT)
    lifecycle.advance(tender, leaving=Step.DIALOGUE, by=cast.officer, reason="Klaar.")
    with pytest.raises(WrongStep):
        lifecycle.advance(tender, leaving=Step.DIALOGUE, by=cast.officer, reason="Klaar.")


def test_a_move_without_a_reason_is_refused(cast):
    tender = make.tender(cast, route=Route.SMALL_GRANT)
    with pytest.raises(Refused):
        lifecycle.advance(tender, leaving=Step.DIALOGUE, by=cast.officer, reason="  ")


def test_a_shut_gate_names_what_is_missing(cast):
    tender = make.tender(cast, published=False, contact_person="")
    with pytest.raises(GateClosed) as refusal:
        publish_tender(tender=tender, by=cast.officer)
    missing = [item for item in checklist(tender, Gate.PUBLISH_TENDER) if not item.done and not item.advice]
    assert refusal.value.messages == [str(item.sentence) for item in missing]
    assert tender.title not in refusal.value.messages


def test_a_decided_lot_cannot_be_undone_by_going_back(cast):
    tender = make.tender(cast, step=Step.SELECTION)
    tender.lots.update(state="decided")
    with pytest.raises(Refused):
        lifecycle.send_back(tender, leaving=Step.SELECTION, to=Step.REQUEST, by=cast.officer, reason="Toch anders.")


def test_a_stopped_tender_can_no_longer_change(cast):
    tender = make.tender(cast)
    lifecycle.withdraw(tender, by=cast.officer, reason="Het geld is er niet.")
    with pytest.raises(WrongStep):
        add_lot(tender=tender, by=cast.officer, name="Nog een")
    with pytest.raises(WrongStep):
        lifecycle.withdraw(tender, by=cast.officer, reason="Nog eens.")


def test_a_lock_of_the_transaction_needs_a_transaction(cast):
    with pytest.raises(WrongStep):
        hold(make.tender(cast), Step.CONTRACT)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (InvolvementRole.GUIDE, InvolvementRole.OFFICER),
        (InvolvementRole.BIDDER, InvolvementRole.ASSESSOR),
        (InvolvementRole.REPORTER, InvolvementRole.VALIDATOR),
    ],
)
def test_roles_that_exclude_each_other_are_refused_in_one_tender(cast, first, second):
    tender = make.tender(cast)
    involve(tender=tender, person=cast.resident, role=first, by=cast.officer)
    with pytest.raises(Refused.__mro__[1]):
        involve(tender=tender, person=cast.resident, role=second, by=cast.officer)
    assert involve(tender=make.tender(cast), person=cast.resident, role=second, by=cast.officer).role == second


def test_a_member_of_a_bidding_party_cannot_judge(cast):
    tender = make.tender(cast, step=Step.SELECTION)
    involve(tender=tender, party=cast.party, role=InvolvementRole.BIDDER, by=None)
    with pytest.raises(Refused.__mro__[1]):
        involve(tender=tender, person=cast.entrepreneur, role=InvolvementRole.ASSESSOR, by=cast.officer)


def test_a_conflict_in_one_lot_leaves_the_other_lot_free(cast):
    tender = make.tender(cast, step=Step.SELECTION, lots=2)
    one, two = tender.lots.all()
    involve(tender=tender, lot=one, party=cast.party, role=InvolvementRole.BIDDER, by=None)
    assert involve(tender=tender, lot=two, person=cast.entrepreneur, role=InvolvementRole.ASSESSOR, by=cast.officer).lot == two
