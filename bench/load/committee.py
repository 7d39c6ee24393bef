"""A committee of three on a lot, and what it gave to every bid on every criterion."""

from bench.load.bids import chance
from bench.load.talk import ANSWERED
from bids.models import OpenedBid
from calls.models import CallVersion
from evaluation.models import AwardDecision, AwardReason, AwardResult, Capacity, Consensus, DecisionKind, Score, Seat
from events import clock
from tenders.models import Involvement, InvolvementRole, Lot

WHY = "Wij zien een gewone week voor ons. Wie er is beslist mee, en de deur staat open. Over de avonden twijfelen wij nog."


def make_seats(cast, lot: Lot, *, finished: bool) -> list[Seat]:
    """Three seats, two of residents; and the secretary. Of a committee that is not finished nobody has handed in."""
    now, people = clock.now(), (cast.assessor, cast.other_assessor, cast.resident)
    capacities = (Capacity.RESIDENT, Capacity.TARGET_GROUP, Capacity.OFFICER)
    seats = Seat.objects.bulk_create(
        Seat(
            lot=lot,
            person=person,
            capacity=capacity,
            appointed_by=cast.officer,
            declared_at=now,
            finished_at=now if finished else None,
        )
        for person, capacity in zip(people, capacities, strict=True)
    )
    roles = [(person, InvolvementRole.ASSESSOR) for person in people] + [(cast.secretary, InvolvementRole.SECRETARY)]
    Involvement.objects.bulk_create(Involvement(tender=lot.tender, lot=lot, person=person, role=role) for person, role in roles)
    return seats


def make_scores(seats: list[Seat], opened: list[OpenedBid], version: CallVersion) -> None:
    """A grade with its reason from every seat, for every bid, on every criterion."""
    criteria, grades, luck = list(version.criteria.all()), list(version.grades.all()), chance()
    Score.objects.bulk_create(
        [
            Score(seat=seat, opened_bid=one, criterion=criterion, grade=luck.choice(grades), reason=WHY)
            for seat in seats
            for one in opened
            for criterion in criteria
        ],
        batch_size=2000,
    )


def make_decision(cast, lot: Lot, opened: list[OpenedBid], version: CallVersion) -> AwardDecision:
    """A decision that was sent: the first bid was chosen, with a reason on every criterion."""
    now, today, grades = clock.now(), clock.today(), list(version.grades.all())
    criteria = list(version.criteria.all())
    decision = AwardDecision.objects.create(
        lot=lot,
        kind=DecisionKind.AWARD,
        call_version=version,
        party=opened[0].bid.party,
        amount=41_000_000,
        reason=ANSWERED,
        legal_basis="Algemene subsidieverordening, artikel 4",
        made_by=cast.officer,
        prepared_at=now,
        approved_by=cast.mandate,
        approved_at=now,
        sent_at=now,
        send_on=today,
        term_begins_on=today,
        term_ends_on=today,
    )
    for place, one in enumerate(opened, start=1):
        result = AwardResult.objects.create(decision=decision, opened_bid=one, rank=place, points=900 - place, chosen=place == 1)
        AwardReason.objects.bulk_create(
            AwardReason(result=result, criterion=criterion, grade=grades[-place % len(grades)], text=WHY) for criterion in criteria
        )
        Consensus.objects.bulk_create(
            Consensus(opened_bid=one, criterion=criterion, grade=grades[-place % len(grades)], reason=WHY, by=cast.secretary)
            for criterion in criteria
        )
    return decision
