"""What follows from the consensus by the published method, and by nothing else: points, places, who may be chosen."""

from collections import Counter
from dataclasses import dataclass

from django.utils.translation import gettext as _

from bids.models import OpenedBid
from evaluation import scoring
from evaluation.models import AwardDecision, Consensus, DecisionKind
from evaluation.standing import standing
from tenders.models import Lot
from tenders.refusal import Refused


@dataclass
class Outcome:
    """One bid: what was agreed on each criterion, its points in hundredths, its place, and whether it may be chosen."""

    bid: OpenedBid
    agreed: list[Consensus]
    points: int
    place: int = 0
    reaches_mark: bool = True
    lots_left: bool = True

    @property
    def eligible(self) -> bool:
        return self.reaches_mark and self.lots_left


def missing_consensus(lot: Lot) -> int:
    """On how many bids and criteria the committee has not agreed yet."""
    round_ = standing(lot).round
    if round_ is None:
        return 0
    bids = OpenedBid.objects.admitted().filter(bid__round=round_).count()
    return bids * round_.call_version.criteria.count() - Consensus.objects.of_lot(lot).filter(opened_bid__bid__round=round_).count()


def outcomes(lot: Lot) -> list[Outcome]:
    """Every admitted bid of the lot, in order of place. Raises Refused when something was not agreed on."""
    if missing_consensus(lot):
        raise Refused(_("The committee has not agreed on every bid and every criterion yet."), code="consensus")
    round_ = standing(lot).round
    if round_ is None:
        return []
    agreed: dict[int, list[Consensus]] = {}
    rows = Consensus.objects.of_lot(lot).filter(opened_bid__bid__round=round_).select_related("criterion", "grade")
    for row in rows.order_by("criterion__position"):
        agreed.setdefault(row.opened_bid_id, []).append(row)
    bids = OpenedBid.objects.admitted().filter(bid__round=round_).select_related("bid__party")
    found = [Outcome(bid, agreed[bid.pk], _total(agreed[bid.pk])) for bid in bids]
    for one, place in zip(found, scoring.places([one.points for one in found]), strict=True):
        one.place = place
    _mark_who_may_be_chosen(lot, round_.call_version, found)
    return sorted(found, key=lambda one: (one.place, one.bid.letter))


def first(found: list[Outcome]) -> list[Outcome]:
    """Who comes first of those that may be chosen: one, more when they are equal, none when nobody may be."""
    best = max((one.points for one in found if one.eligible), default=None)
    return [one for one in found if one.eligible and one.points == best]


def _total(agreed: list[Consensus]) -> int:
    return scoring.total([row.grade.points for row in agreed], [row.criterion.weight for row in agreed])


def _mark_who_may_be_chosen(lot: Lot, version, found: list[Outcome]) -> None:
    lowest, most = version.content.get("lowest_mark"), version.content.get("max_lots_per_party")
    highest = max(grade["points"] for grade in version.content["grades"])
    others = AwardDecision.objects.filter(lot__tender=lot.tender, kind=DecisionKind.AWARD).exclude(lot=lot)
    lots_of = Counter(others.values_list("party_id", flat=True))
    for one in found:
        one.reaches_mark = scoring.reaches(one.points, lowest_share=lowest, highest_points=highest)
        one.lots_left = most is None or lots_of[one.bid.bid.party_id] < most
