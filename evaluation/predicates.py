"""Words about the committee, its scores and the decision for config/permissions."""

import rules

from evaluation.models import DecisionKind
from evaluation.standing import standing


@rules.predicate
def own_seat(user, seat) -> bool:
    """It is this person's seat, and a conflict of interest did not end it."""
    return user.is_authenticated and seat.person_id == user.pk and seat.is_sitting


@rules.predicate
def seat_not_ended(user, seat) -> bool:
    return seat.is_sitting


@rules.predicate
def declared_impartial(user, seat) -> bool:
    """Declared to be impartial and to keep the secret."""
    return seat.declared_at is not None


@rules.predicate
def scores_not_in(user, seat) -> bool:
    return seat.finished_at is None


@rules.predicate
def scores_in(user, seat) -> bool:
    """The member of this seat has handed in all own scores."""
    return seat.finished_at is not None


@rules.predicate
def bids_opened(user, thing) -> bool:
    """The bids of the thing's lot were opened."""
    return standing(thing.lot).round is not None


@rules.predicate
def own_score(user, score) -> bool:
    return user.is_authenticated and score.seat.person_id == user.pk and score.seat.is_sitting


@rules.predicate
def all_scores_in(user, thing) -> bool:
    """There is a committee, and every sitting member of the thing's lot has handed in their own scores."""
    return standing(thing.lot).all_scores_in


@rules.predicate
def own_scores_in(user, thing) -> bool:
    """The person sits in the committee of the thing's lot and has handed in their own scores."""
    seat = standing(thing.lot).seat_of(user)
    return seat is not None and seat.is_sitting and seat.finished_at is not None


@rules.predicate
def seat_finished(user, score) -> bool:
    """The score is of somebody who sits and is done."""
    return score.seat.is_sitting and score.seat.finished_at is not None


@rules.predicate
def decision_sent(user, thing) -> bool:
    return getattr(thing, "decision", thing).sent_at is not None


@rules.predicate
def decision_not_sent(user, thing) -> bool:
    return getattr(thing, "decision", thing).sent_at is None


@rules.predicate
def decision_prepared(user, decision) -> bool:
    return decision.prepared_at is not None


@rules.predicate
def by_a_committee(user, decision) -> bool:
    """The decision rests on what a committee found."""
    return decision.kind == DecisionKind.AWARD


@rules.predicate
def made_by_somebody_else(user, decision) -> bool:
    return user.is_authenticated and decision.made_by_id != user.pk


@rules.predicate
def addressed(user, letter) -> bool:
    """Acts for the party that the letter is for."""
    return user.is_authenticated and letter.party_id in user.party_ids()
