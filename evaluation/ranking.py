"""The ranking of own scores: summed by the database, judged by `scoring`, put into words here. Provisional by nature."""

import heapq
from dataclasses import dataclass, field
from functools import cached_property

from django.core.paginator import Page, Paginator
from django.db.models import Case, F, Q, Sum, Value, When
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from evaluation import scoring
from evaluation.models import Score, Seat
from evaluation.standing import standing
from evaluation.templatetags.scores import points, share
from tenders.models import Lot

PER_PAGE = 8
TALK_FIRST = 3


@dataclass(slots=True)
class Ranked:
    """One bid in the ranking."""

    bid: int
    letter: str
    party: str
    title: str
    points: int
    place: int


@dataclass(slots=True)
class Unit:
    """The grades that one bid got on one criterion: how often each grade of the scale."""

    bid: int
    criterion: int
    counts: tuple[int, ...]
    spread: tuple[int, int]


@dataclass
class Ranking:
    """All that the ranking page shows, in a number of statements that does not depend on how many bids there are."""

    lot: Lot
    page_number: str | int = 1
    seats: list[Seat] = field(init=False)

    def __post_init__(self):
        self.seats = standing(self.lot).sitting
        self.round = standing(self.lot).round

    @cached_property
    def criteria(self) -> list:
        return list(self.round.call_version.criteria.all())

    @cached_property
    def grades(self) -> list:
        return list(self.round.call_version.grades.all())

    @cached_property
    def weights(self) -> list[int]:
        return [criterion.weight for criterion in self.criteria]

    @cached_property
    def _rows(self) -> list[tuple]:
        """Per bid: id, letter, party, title; then points times weight per member; then per criterion how often each grade
        was given, as one number (`_counts` reads it)."""
        weighted = F("grade__points") * F("criterion__weight")
        base = len(self.seats) + 1
        step = Case(*[When(grade=grade.pk, then=Value(base**i)) for i, grade in enumerate(self.grades)], default=Value(0))
        sums = [Sum(weighted, filter=Q(seat=seat.pk), default=0) for seat in self.seats]
        sums += [Sum(step, filter=Q(criterion=criterion.pk), default=0) for criterion in self.criteria]
        named = {f"sum_{i}": one for i, one in enumerate(sums)}
        about = ("opened_bid_id", "opened_bid__letter", "opened_bid__bid__party__name", "opened_bid__title")
        return list(self._scores().order_by().values(*about).annotate(**named).values_list(*about, *named))

    @cached_property
    def _counts(self) -> dict[int, tuple[int, ...]]:
        """How often each grade was given, for each number in which the database wrote that down. Few recur over many bids."""
        base, first = len(self.seats) + 1, 4 + len(self.seats)
        codes = {code for row in self._rows for code in row[first:]}
        return {code: tuple(code // base**i % base for i in range(len(self.grades))) for code in codes}

    @cached_property
    def tallies(self) -> list[scoring.Tally]:
        first = 4 + len(self.seats)
        points = {
            code: sum(n * g.points for n, g in zip(counts, self.grades, strict=True)) for code, counts in self._counts.items()
        }
        return [scoring.Tally(row[0], row[4:first], tuple([points[code] for code in row[first:]])) for row in self._rows]

    @cached_property
    def order(self) -> list[Ranked]:
        points = [tally.total(self.weights) for tally in self.tallies]
        found = [
            Ranked(row[0], row[1], row[2], row[3], one, place)
            for row, one, place in zip(self._rows, points, scoring.places(points), strict=True)
        ]
        return sorted(found, key=lambda one: (one.place, len(one.letter), one.letter))

    @cached_property
    def page(self) -> Page:
        return Paginator(self.order, PER_PAGE).get_page(self.page_number)

    @cached_property
    def units(self) -> list[Unit]:
        points, first = [grade.points for grade in self.grades], 4 + len(self.seats)
        spreads = {code: scoring.spread(counts, points) for code, counts in self._counts.items()}
        return [
            Unit(row[0], criterion.pk, self._counts[code], spreads[code])
            for row in self._rows
            for criterion, code in zip(self.criteria, row[first:], strict=True)
        ]

    @cached_property
    def page_scores(self) -> dict[tuple[int, int], dict[int, int]]:
        """{(bid, criterion): {seat: points}} of the bids on this page."""
        points = {grade.pk: grade.points for grade in self.grades}
        found: dict[tuple[int, int], dict[int, int]] = {}
        rows = self._scores().filter(opened_bid__in=[one.bid for one in self.page])
        for bid, criterion, seat, grade in rows.values_list("opened_bid_id", "criterion_id", "seat_id", "grade_id"):
            found.setdefault((bid, criterion), {})[seat] = points[grade]
        return found

    def _scores(self):
        return Score.objects.filter(
            seat__in=[seat.pk for seat in self.seats],
            grade__isnull=False,
            opened_bid__bid__round=self.round.pk,
            opened_bid__set_aside_at=None,
        )

    # What it means, in words

    @cached_property
    def agreement(self) -> float | None:
        return scoring.agreement([unit.counts for unit in self.units], [grade.points for grade in self.grades])

    @property
    def agreement_words(self) -> str:
        """What alpha says, and where the members lie furthest apart."""
        alpha = self.agreement
        if alpha is None:
            return _("All members gave the same grade everywhere, or there is one member. There is nothing to compare.")
        if alpha >= scoring.GOOD:
            words = _("The members agree.")
        elif alpha >= scoring.ENOUGH:
            words = _("The members mostly agree.")
        else:
            words = _("The members often differ. Take time for the talk.")
        if not self.talk_first:  # they gave each plan the same grade
            return words
        apart = self.talk_first[0]
        furthest = _("They lie furthest apart on “%(criterion)s” of %(party)s.")
        return f"{words} {furthest % {'criterion': apart['criterion'].name, 'party': apart['bid'].party}}"

    @cached_property
    def talk_first(self) -> list[dict]:
        """Where the members lie furthest apart: bid, criterion, and how often each grade was given, in words."""
        apart = (unit for unit in self.units if unit.spread[0])
        first = heapq.nsmallest(
            TALK_FIRST, apart, key=lambda unit: (-unit.spread[0], -unit.spread[1], self._by_bid[unit.bid].place)
        )
        return [self._talk(unit) for unit in first]

    @cached_property
    def _by_bid(self) -> dict[int, Ranked]:
        return {one.bid: one for one in self.order}

    def _talk(self, unit: Unit) -> dict:
        given = [
            ngettext("%(count)d member: %(grade)s", "%(count)d members: %(grade)s", count)
            % {"count": count, "grade": grade.label.lower()}
            for count, grade in zip(unit.counts, self.grades, strict=True)
            if count
        ]
        criterion = next(one for one in self.criteria if one.pk == unit.criterion)
        return {"bid": self._by_bid[unit.bid], "criterion": criterion, "given": given, "first": unit.spread[0] > 1}

    @cached_property
    def variations(self) -> list[scoring.Variation]:
        return scoring.robustness(self.tallies, self.weights)

    @property
    def unchanged(self) -> int:
        return sum(variation.same for variation in self.variations)

    @cached_property
    def firsts(self) -> list[Ranked]:
        return [one for one in self.order if one.place == 1]

    @cached_property
    def exceptions(self) -> list[str]:
        """A sentence for each variation in which somebody else comes first; at most five."""
        return [self._exception(variation) for variation in self.variations if not variation.same][:5]

    def _exception(self, variation: scoring.Variation) -> str:
        who = _(" and ").join(sorted(self._by_bid[bid].party for bid in variation.first))
        if variation.without == scoring.Without.MEMBER:
            without = _("Without %(name)s") % {"name": self.seats[variation.index].person.name}
        elif variation.without == scoring.Without.CRITERION:
            without = _("Without “%(name)s”") % {"name": self.criteria[variation.index].name}
        else:
            without = _("With equal weights")
        if len(variation.first) > 1:
            return _("%(without)s these are equal: %(who)s.") % {"without": without, "who": who}
        return _("%(without)s %(who)s comes first.") % {"without": without, "who": who}

    # The picture and its table

    @cached_property
    def groups(self) -> list[dict]:
        """For the dot plot: a group for each criterion, a row for each bid of this page."""
        talk = {(one["bid"].bid, one["criterion"].pk) for one in self.talk_first if one["first"]}
        return [
            {
                "name": criterion.name,
                "note": _("counts for %(share)s") % {"share": share(criterion.weight)},
                "rows": [
                    {"name": one.party, "grades": list(grades.values()), "talk": (one.bid, criterion.pk) in talk}
                    for one in self.page
                    if (grades := self.page_scores.get((one.bid, criterion.pk)))
                ],
            }
            for criterion in self.criteria
        ]

    @cached_property
    def scale(self) -> list[tuple[int, str]]:
        return [(grade.points, grade.label) for grade in self.grades]

    @cached_property
    def table(self) -> tuple[list, list]:
        """Columns and rows of the same scores: criterion, bid, each member, the mean."""
        columns = [_("Criterion"), _("Bid"), *[(seat.person.name, "n") for seat in self.seats], (_("Mean"), "n")]
        rows = []
        for criterion in self.criteria:
            for one in self.page:
                grades = self.page_scores.get((one.bid, criterion.pk), {})
                mean = scoring.hundredths(sum(grades.values()), len(grades) or 1)
                rows.append([criterion.name, one.party, *[grades.get(seat.pk, "–") for seat in self.seats], points(mean)])
        return columns, rows
