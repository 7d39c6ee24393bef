"""How far a lot is: who sits in its committee, who is done, whether its bids were opened. Two statements, for any number of lots.

A view brings it along for the lots that it shows, so that permissions and templates ask nothing more; who has a lot without
it asks anew.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from bids.models import Round, RoundKind
from evaluation.models import Seat
from tenders.models import Lot

# The rounds whose bids are judged; of several the last.
JUDGED = (RoundKind.BID, RoundKind.FINAL_BID)


@dataclass
class Standing:
    """A lot's committee (who left it too) and the round that it judges, once that was opened."""

    seats: list[Seat] = field(default_factory=list)
    round: Round | None = None

    @property
    def sitting(self) -> list[Seat]:
        return [seat for seat in self.seats if seat.is_sitting]

    @property
    def waiting(self) -> list[Seat]:
        """Who sits and has not handed in all own scores."""
        return [seat for seat in self.sitting if seat.finished_at is None]

    @property
    def all_scores_in(self) -> bool:
        return bool(self.sitting) and not self.waiting

    @property
    def all_declared(self) -> bool:
        return bool(self.sitting) and all(seat.declared_at for seat in self.sitting)

    @property
    def voices_of_residents(self) -> list[Seat]:
        return [seat for seat in self.sitting if seat.is_of_residents]

    @property
    def has_majority_of_residents(self) -> bool:
        return 2 * len(self.voices_of_residents) > len(self.sitting)

    def seat_of(self, user) -> Seat | None:
        """The person's seat, also when a conflict of interest ended it."""
        return next((seat for seat in self.seats if user.is_authenticated and seat.person_id == user.pk), None)


def bring_along(lots: Iterable[Lot]) -> list[Lot]:
    """The same lots, each with its standing."""
    lots = list(lots)
    by_id = {lot.pk: lot for lot in lots}
    for lot in lots:
        lot._standing = Standing()
    for seat in Seat.objects.for_list().filter(lot__in=by_id):
        seat.lot = by_id[seat.lot_id]
        seat.lot._standing.seats.append(seat)
    rounds = Round.objects.filter(lot__in=by_id, kind__in=JUDGED, opened_at__isnull=False).select_related("call_version")
    for round_ in rounds.order_by("number"):
        round_.lot = by_id[round_.lot_id]
        round_.lot._standing.round = round_
    return lots


def standing(lot: Lot) -> Standing:
    """The standing of a lot: as it was brought along, else as it is now."""
    if "_standing" in lot.__dict__:
        return lot._standing
    fresh = Lot(pk=lot.pk)
    bring_along([fresh])
    return fresh._standing
