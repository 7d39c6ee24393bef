"""What follows from the consensus by the published method, and by nothing else: points, places, who may be chosen."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from django.db.models.functions import Length
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
    place: int
    reaches_mark: bool = True
    lots_left: bool = True

    @property
    def eligible(self) -> bool:
        return self.reaches_mark and self.lots_left


class Findings:
    """What the committee of a lot agreed on so far, read once."""

    def __init__(self, lot: Lot):
        self.lot, self.round = lot, standing(lot).round

    @cached_property
    def bids(self) -> list[OpenedBid]:
        bids = OpenedBid.objects.admitted().filter(bid__round=self.round).select_related("bid__party")
        return list(bids.order_by(Length("letter"), "letter")) if self.round else []

    @cached_property
    def agreed(self) -> dict[int, list[Consensus]]:
        """{bid: what was agreed on it, in the order of the criteria}."""
        found: dict[int, list[Consensus]] = {bid.pk: [] for bid in self.bids}
        rows = Consensus.objects.filter(opened_bid__in=found).select_related("criterion", "grade")
        for row in rows.order_by("criterion__position"):
            found[row.opened_bid_id].append(row)
        return found

    @cached_property
    def missing(self) -> int:
        """On how many bids and criteria the committee has not agreed yet."""
        if not self.bids:
            return 0
        return len(self.bids) * self.round.number_of_criteria - sum(len(rows) for rows in self.agreed.values())

    @cached_property
    def outcomes(self) -> list[Outcome]:
        """Every admitted bid, in order of place. Raises Refused when something was not agreed on."""
        if self.missing:
            raise Refused(_("The committee has not agreed on every bid and every criterion yet."), code="consensus")
        points = [_total(self.agreed[bid.pk]) for bid in self.bids]
        found = [
            Outcome(bid, self.agreed[bid.pk], own, place)
            for bid, own, place in zip(self.bids, points, scoring.places(points), strict=True)
        ]
        self._mark_who_may_be_chosen(found)
        return sorted(found, key=lambda one: one.place)

    @property
    def first(self) -> list[Outcome]:
        """Who comes first of those that may be chosen: one, more when they are equal, none when nobody may be."""
        best = max((one.points for one in self.outcomes if one.eligible), default=None)
        return [one for one in self.outcomes if one.eligible and one.points == best]

    def _mark_who_may_be_chosen(self, found: list[Outcome]) -> None:
        if not found:
            return
        content = self.round.call_version.content
        highest = max(grade["points"] for grade in content["grades"])
        others = AwardDecision.objects.filter(lot__tender=self.lot.tender_id, kind=DecisionKind.AWARD).exclude(lot=self.lot)
        lots_of = Counter(others.values_list("party_id", flat=True))
        most = content.get("max_lots_per_party")
        for one in found:
            one.reaches_mark = scoring.reaches(one.points, lowest_share=content.get("lowest_mark"), highest_points=highest)
            one.lots_left = most is None or lots_of[one.bid.bid.party_id] < most


def _total(agreed: list[Consensus]) -> int:
    return scoring.total([row.grade.points for row in agreed], [row.criterion.weight for row in agreed])
