"""What must be there before step 5 and step 6 are left, per route."""

import pytest

from contracts.models import ContractState
from evaluation.models import DecisionKind
from tenders.gates import Gate, checklist, missing
from tenders.models import LotState
from tenders.routes import Route
from tenders.steps import Step
from tests import make

SIGN_ALL = "Teken een contract voor elk perceel waarvoor een partij is gekozen. Een opgeschort perceel mag later volgen."


def _lacking(thing, gate) -> list[str]:
    return [str(item.sentence) for item in missing(thing, gate)]


def test_step_5_is_left_when_every_awarded_lot_has_its_contract(cast):
    tender = make.tender(cast, step=Step.CONTRACT, lots=3)
    first, second, third = tender.lots.all()
    make.contract(cast, tender, decision=make.awarded_lot(cast, tender, lot=first), state=ContractState.SIGNED)
    decision = make.awarded_lot(cast, tender, lot=second)
    make.awarded_lot(cast, tender, lot=third, kind=DecisionKind.NONE)
    assert _lacking(tender, Gate.LEAVE_CONTRACT) == [SIGN_ALL]
    make.contract(cast, tender, decision=decision, state=ContractState.SIGNED)
    assert _lacking(tender, Gate.LEAVE_CONTRACT) == []


def test_a_suspended_lot_does_not_hold_the_others_but_it_holds_the_end(cast):
    tender = make.tender(cast, step=Step.CONTRACT, lots=2)
    first, second = tender.lots.all()
    make.awarded_lot(cast, tender, lot=second)
    type(second).objects.filter(pk=second.pk).update(state=LotState.SUSPENDED)
    decision = make.awarded_lot(cast, tender, lot=first)
    assert _lacking(tender, Gate.LEAVE_CONTRACT) == [SIGN_ALL]
    make.contract(cast, tender, decision=decision, state=ContractState.SIGNED)
    assert _lacking(tender, Gate.LEAVE_CONTRACT) == []
    assert "Een perceel wacht nog op een contract, of op het einde van een geschil." in _lacking(tender, Gate.LEAVE_MONITORING)


@pytest.mark.parametrize(
    ("route", "must", "advised"),
    [
        (Route.SUBSIDY_TENDER, 4, 1),
        (Route.SAS, 4, 1),
        (Route.SMALL_GRANT, 2, 1),
        (Route.BUILDING_ONE, 3, 0),
    ],
)
def test_what_a_signature_needs_depends_on_the_route(cast, route, must, advised):
    tender = make.tender(cast, step=Step.CONTRACT, route=route)
    kind = DecisionKind.AWARD if tender.traits.competition else DecisionKind.DIRECT
    contract = make.contract(cast, tender, decision=make.awarded_lot(cast, tender, kind=kind))
    items = checklist(contract, Gate.SIGN_CONTRACT)
    assert ([item.advice for item in items].count(False), [item.advice for item in items].count(True)) == (must, advised)
    assert _lacking(contract, Gate.SIGN_CONTRACT) == []
