"""Nobody sees a score of another before the own ones are in, and nobody at all before everybody's are. Over the whole cast."""

import pytest

from accounts.permissions import allows
from evaluation.models import AwardDecision, Letter, Score, Seat
from events.models import Event
from tenders.models import InvolvementRole, Lot
from tenders.steps import Step
from tests import make

pytestmark = pytest.mark.whole

SECRET = "Dit is mijn geheime oordeel over dit plan."


@pytest.fixture
def tender(cast):
    return make.tender(cast, step=Step.SELECTION, lots=2)


@pytest.fixture
def lot(tender):
    return tender.lots.get(number=1)


@pytest.fixture
def bids(cast, tender, lot):
    return make.opened_bids(cast, tender, lot=lot, count=2)


@pytest.fixture
def seats(cast, lot, bids):
    return make.committee(cast, Lot.objects.get(pk=lot.pk))


def write(seat, bids, *, finish):
    make.scores([seat], bids, finish=finish)
    Score.objects.filter(seat=seat).update(reason=SECRET)


def seen_by(cast) -> dict[str, set]:
    """Who of the cast sees a score, and of which seats; without who sees nothing."""
    cast.fresh()
    found = {
        name: set(Score.objects.visible_to(one).values_list("seat__person__name", flat=True)) for name, one in cast.people().items()
    }
    return {name: seats for name, seats in found.items() if seats}


def test_own_scores_are_for_oneself_alone(cast, bids, seats):
    for seat in seats:
        write(seat, bids, finish=False)
    assert seen_by(cast) == {
        "assessor": {"Lena Lid"},
        "other_assessor": {"Cor Commissie"},
        "area_manager": {"Wouter Wijk"},
    }


def test_who_is_done_still_waits_for_the_others(cast, bids, seats):
    write(seats[0], bids, finish=True)
    write(seats[1], bids, finish=True)
    write(seats[2], bids, finish=False)
    assert seen_by(cast) == {
        "assessor": {"Lena Lid"},
        "other_assessor": {"Cor Commissie"},
        "area_manager": {"Wouter Wijk"},
    }


def test_when_all_are_in_committee_secretary_and_team_see_them(cast, bids, seats):
    for seat in seats:
        write(seat, bids, finish=True)
    everybody = {"Lena Lid", "Cor Commissie", "Wouter Wijk"}
    assert seen_by(cast) == dict.fromkeys(
        ("assessor", "other_assessor", "area_manager", "secretary", "officer", "buyer"), everybody
    )


def test_who_left_sees_nothing_and_is_seen_by_nobody(cast, lot, bids, seats):
    for seat in seats:
        write(seat, bids, finish=True)
    Seat.objects.filter(pk=seats[0].pk).update(recused_at=seats[0].declared_at)
    assert "assessor" not in seen_by(cast)
    assert seen_by(cast)["secretary"] == {"Cor Commissie", "Wouter Wijk"}


@pytest.mark.parametrize("finished", [0, 1, 2, 3])
@pytest.mark.parametrize("recused", [False, True])
def test_visible_to_and_the_permission_agree_for_everybody(cast, lot, bids, seats, finished, recused):
    for place, seat in enumerate(seats):
        write(seat, bids, finish=place < finished)
    if recused:
        Seat.objects.filter(pk=seats[0].pk).update(recused_at=seats[0].declared_at)
    make.involve(lot.tender, InvolvementRole.CHAIR, person=cast.neighbour, lot=lot)
    scores = list(Score.objects.select_related("seat__lot__tender"))
    cast.fresh()
    for name, person in cast.people().items():
        visible = set(Score.objects.visible_to(person))
        assert visible == {score for score in scores if allows(person, "evaluation.view_score", score)}, name


@pytest.mark.parametrize("state", ["written", "sent"])
def test_visible_to_and_the_permission_agree_on_decisions_and_letters(cast, tender, lot, bids, state):
    make.judged_lot(cast, tender, bids, lot=Lot.objects.get(pk=lot.pk))
    decision = make.decision(cast, lot, state=state)
    cast.fresh()
    for model in (AwardDecision, Letter, Seat):
        things = list(model.objects.all())
        for name, person in cast.people().items():
            visible = set(model.objects.visible_to(person))
            assert visible == {one for one in things if allows(person, model.view_permission, one)}, (model, name)
    assert decision.is_sent is (state == "sent")


def addresses(lot):
    here = f"/trajecten/{lot.tender.slug}/selectie/"
    there = f"{here}perceel/{lot.number}/"
    return [
        here,
        f"{here}commissie/",
        *(
            f"{there}{page}/"
            for page in ("rangorde", "overleg", "beoordelen/1", "beoordelen/2", "inleveren", "overleg/A/1", "besluit")
        ),
    ]


def test_no_page_shows_a_score_before_everybody_is_done(cast, client_of, lot, bids, seats):
    for place, seat in enumerate(seats):
        write(seat, bids, finish=place < 2)
    found = {}
    for name, person in cast.fresh().people().items():
        client = client_of(person)
        pages = [client.get(address) for address in addresses(lot)]
        found[name] = sum(SECRET in page.content.decode() for page in pages)
    # Only who still judges reads the own words again; it would be 5 of 7 pages if the door stood open.
    assert {name: number for name, number in found.items() if number} == {"area_manager": 2}


def test_when_all_are_in_the_secretary_reads_them(cast, client_of, lot, bids, seats):
    for seat in seats:
        write(seat, bids, finish=True)
    page = client_of(cast.secretary).get(f"/trajecten/{lot.tender.slug}/selectie/perceel/1/overleg/A/1/")
    assert page.content.decode().count(SECRET) == 3


def test_events_hold_no_grade_and_no_words(cast, lot, bids, seats):
    for seat in seats:
        write(seat, bids, finish=True)
    make.consensus(cast, bids, {"A": [10, 10]})
    make.decision(cast, lot, state="made")
    assert SECRET not in str(list(Event.objects.values_list("data", flat=True)))
    assert not Event.objects.filter(name__startswith="evaluation.", is_public=True).exists()
