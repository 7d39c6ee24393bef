"""How far a lot is: who sits in its committee, who is done, whether its bids were opened. Two statements, for any number of lots.

A view brings it along for the lots that it shows, so that permissions and templates ask nothing more; who has a lot without
it asks anew.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Count, IntegerField, OuterRef, Subquery
from django.db.models.functions import Coalesce

from bids.models import Round, RoundKind
from calls.models import FrozenCriterion
from evaluation.models import Seat
from events.composed import composed_once
from tenders.models import Lot

# The rounds whose bids are judged; of several the last.
JUDGED = (RoundKind.BID, RoundKind.FINAL_BID)


@dataclass
class Standing:
    """A lot's committee (who left it too) and its rounds."""

    seats: list[Seat] = field(default_factory=list)
    rounds: list[Round] = field(default_factory=list)

    @property
    def round(self) -> Round | None:
        """The round that the committee judges, once it was opened."""
        return next((one for one in reversed(self.rounds) if one.kind in JUDGED and one.opened_at), None)

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


def bring_along(lots: Iterable[Lot], *, seats: Iterable[Seat] | None = None) -> list[Lot]:
    """The same lots, each with its standing; with `seats` those and no others, for a page about one's own."""
    lots = list(lots)
    by_id = {lot.pk: lot for lot in lots}
    for lot in lots:
        lot._standing = Standing()
    for seat in _seats_of(list(by_id)) if seats is None else seats:
        seat.lot = by_id[seat.lot_id]
        seat.lot._standing.seats.append(seat)
    for round_ in _rounds_of(list(by_id)):
        round_.lot = by_id[round_.lot_id]
        round_.lot._standing.rounds.append(round_)
    return lots


@composed_once
def _seats_of(lot_ids):
    return Seat.objects.for_list().filter(lot__in=lot_ids)


@composed_once
def _rounds_of(lot_ids):
    """The rounds of these lots in their order, each with `number_of_criteria`."""
    criteria = FrozenCriterion.objects.filter(version=OuterRef("call_version")).order_by().values("version")
    number = Subquery(criteria.annotate(number=Count("pk")).values("number"), output_field=IntegerField())
    rounds = Round.objects.filter(lot__in=lot_ids).select_related("call_version").defer("call_version__content")
    return rounds.annotate(number_of_criteria=Coalesce(number, 0)).order_by("number")


def standing(lot: Lot) -> Standing:
    """The standing of a lot: as it was brought along, else as it is now."""
    if "_standing" in lot.__dict__:
        return lot._standing
    fresh = Lot(pk=lot.pk)
    bring_along([fresh])
    return fresh._standing
