"""What the ranking asks: the sums of own scores by bid, and the names that go with them."""

from django.db.models import Case, F, Q, Sum, Value, When

from bids.models import OpenedBid
from calls.models import FrozenCriterion, FrozenGrade
from evaluation.models import Score
from events.composed import composed_once


def _scores(round_id, seat_ids):
    return Score.objects.filter(
        seat__in=seat_ids, grade__isnull=False, opened_bid__bid__round=round_id, opened_bid__set_aside_at=None
    )


@composed_once
def criteria_of(version_id):
    return FrozenCriterion.objects.filter(version=version_id)


@composed_once
def grades_of(version_id):
    return FrozenGrade.objects.filter(version=version_id)


@composed_once
def sums_of(round_id, seat_ids, criterion_ids, grade_ids):
    weighted = F("grade__points") * F("criterion__weight")
    base = len(seat_ids) + 1
    step = Case(*[When(grade=grade, then=Value(base**i)) for i, grade in enumerate(grade_ids)], default=Value(0))
    sums = [Sum(weighted, filter=Q(seat=seat), default=0) for seat in seat_ids]
    sums += [Sum(step, filter=Q(criterion=criterion), default=0) for criterion in criterion_ids]
    named = {f"sum_{i}": one for i, one in enumerate(sums)}
    about = ("opened_bid_id", "opened_bid__letter")
    return _scores(round_id, seat_ids).order_by().values(*about).annotate(**named).values_list(*about, *named)


@composed_once
def given_in(round_id, seat_ids, bid_ids):
    rows = _scores(round_id, seat_ids).filter(opened_bid__in=bid_ids)
    return rows.values_list("opened_bid_id", "criterion_id", "seat_id", "grade_id")


@composed_once
def names_of(bid_ids):
    return OpenedBid.objects.filter(pk__in=bid_ids).values_list("pk", "bid__party__name", "title")
