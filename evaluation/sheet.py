"""The scoring sheet: the bids of a lot side by side on one criterion, with the member's own scores."""

from functools import cached_property
from typing import NamedTuple

from django.core.paginator import Page, Paginator
from django.db.models import Count, IntegerField, OuterRef, Subquery
from django.db.models.functions import Coalesce, Length
from django.http import Http404

from bids.models import OpenedBid, OpenedPart
from calls.models import FrozenCriterion
from evaluation import actions
from evaluation.forms.scores import GradeChoice, ScoreForm
from evaluation.models import Score, Seat
from evaluation.standing import standing
from evaluation.sums import grades_of
from events.composed import Pageable, composed_once, number_of
from tenders.forms import attempt

PER_PAGE = 6


def saved_score(seat: Seat, bid: OpenedBid, criterion: FrozenCriterion) -> Score | None:
    """What is saved now: shown beside what was typed when somebody saved it elsewhere."""
    return Score.objects.filter(seat=seat, opened_bid=bid, criterion=criterion).select_related("grade").first()


@composed_once
def _criteria(version_id, seat_id):
    """Each with `filled`: how many bids have both grade and reason from this seat."""
    filled = (
        Score.objects.filter(seat=seat_id, criterion=OuterRef("pk"), grade__isnull=False, opened_bid__set_aside_at=None)
        .exclude(reason="")
        .order_by()
        .values("criterion")
        .annotate(number=Count("pk"))
    )
    number = Subquery(filled.values("number"), output_field=IntegerField())
    return FrozenCriterion.objects.filter(version=version_id).annotate(filled=Coalesce(number, 0)).order_by("position")


def _judged(round_id, *reach):
    return OpenedBid.objects.within(*reach).admitted().filter(bid__round=round_id)


@composed_once
def _bids(round_id, tender_ids, lot_ids, party_ids, cut):
    rows = _judged(round_id, tender_ids, lot_ids, party_ids).select_related("bid__party")
    return rows.order_by(Length("letter"), "letter")[cut]


@composed_once
def _number_of_bids(round_id, tender_ids, lot_ids, party_ids):
    return number_of(_judged(round_id, tender_ids, lot_ids, party_ids))


@composed_once
def _parts(bid_ids, criterion_id):
    return OpenedPart.objects.filter(opened_bid__in=bid_ids, criterion=criterion_id).order_by("position")


@composed_once
def _scores(bid_ids, criterion_id, seat_id):
    return Score.objects.filter(seat=seat_id, criterion=criterion_id, opened_bid__in=bid_ids).select_related("grade")


class Reading(NamedTuple):
    """What a bid says to a criterion, as every member reads it."""

    slug: str
    track: str
    letter: str
    public_id: str
    party: str
    title: str
    texts: tuple[str, ...]


class Sheet:
    """One criterion, one page of bids; the number of statements does not depend on how many bids, criteria or members."""

    def __init__(self, seat: Seat, position: int, *, user, page_number=1, data=None):
        self.seat, self.position, self.user, self.data = seat, position, user, data
        self.round = standing(seat.lot).round
        self.page_number = page_number

    @cached_property
    def criteria(self) -> list[FrozenCriterion]:
        """All criteria, each with `filled`: how many bids have both grade and reason from this member."""
        return _criteria(self.round.call_version_id, self.seat.pk)

    @cached_property
    def criterion(self) -> FrozenCriterion:
        for criterion in self.criteria:
            if criterion.position == self.position:
                return criterion
        raise Http404

    @cached_property
    def next_criterion(self) -> FrozenCriterion | None:
        return next((one for one in self.criteria if one.position > self.position), None)

    @cached_property
    def previous_criterion(self) -> FrozenCriterion | None:
        return next((one for one in reversed(self.criteria) if one.position < self.position), None)

    @cached_property
    def grades(self) -> list:
        return grades_of(self.round.call_version_id)

    @cached_property
    def choices(self) -> tuple[GradeChoice, ...]:
        return tuple(GradeChoice(grade.pk, grade.label) for grade in self.grades)

    @cached_property
    def page(self) -> Page:
        reach = OpenedBid.objects.reach_of(self.user)
        return Paginator(Pageable(_bids, _number_of_bids, self.round.pk, *reach), PER_PAGE).get_page(self.page_number)

    @property
    def number_of_bids(self) -> int:
        return self.page.paginator.count

    @property
    def wanted(self) -> int:
        return self.number_of_bids * len(self.criteria)

    @property
    def filled(self) -> int:
        return sum(criterion.filled for criterion in self.criteria)

    @cached_property
    def cards(self) -> list[dict]:
        """A card for each bid on this page: what it says to this criterion, the score as it was saved, the form that was sent."""
        bids = list(self.page.object_list)
        about = [bid.pk for bid in bids]
        parts: dict[int, list[OpenedPart]] = {}
        for part in _parts(about, self.criterion.pk):
            parts.setdefault(part.opened_bid_id, []).append(part)
        scores = {score.opened_bid_id: score for score in _scores(about, self.criterion.pk, self.seat.pk)}
        return [
            {
                "bid": bid,
                "reading": self._reading(bid, parts.get(bid.pk, [])),
                "score": scores.get(bid.pk),
                "form": self._form(bid, scores.get(bid.pk)) if self.data is not None else None,
            }
            for bid in bids
        ]

    def _reading(self, bid: OpenedBid, parts: list[OpenedPart]) -> Reading:
        tender = self.seat.tender
        texts = tuple(part.text for part in parts)
        return Reading(tender.slug, tender.track, bid.letter, bid.public_id, bid.bid.party.name, bid.title, texts)

    def save(self) -> bool:
        """Save every card that was changed; whether all went well. What was typed stays in the forms."""
        well = all([card["form"].is_valid() for card in self.cards])  # noqa: C419 - every form must be asked
        for card in self.cards:
            if card["form"].is_valid() and {"grade", "reason"} & set(card["form"].changed_data):
                saved = self._save(card)
                card["score"] = saved or card["score"]
                well = bool(saved) and well
        return well

    def _save(self, card: dict):
        return attempt(
            card["form"],
            actions.score_bid,
            seat=self.seat,
            opened_bid=card["bid"],
            criterion=self.criterion,
            by=self.user,
            **card["form"].cleaned_data,
        )

    def _form(self, bid: OpenedBid, score: Score | None) -> ScoreForm:
        initial = (
            {"version": score.version, "grade": str(score.grade_id or ""), "reason": score.reason} if score else {"version": 0}
        )
        form = ScoreForm(self.data, prefix=bid.letter, initial=initial, grades=self.grades)
        form.fields["reason"].widget.attrs["aria-describedby"] = f"saved-{bid.letter}"
        return form
