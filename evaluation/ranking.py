"""The ranking of own scores: summed by the database, judged by `scoring`, put into words here. Provisional by nature."""

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from django.core.paginator import Page, Paginator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from evaluation import scoring
from evaluation.models import Seat
from evaluation.standing import standing
from evaluation.sums import criteria_of, given_in, grades_of, names_of, sums_of
from evaluation.templatetags.scores import points, share
from tenders.models import Lot

PER_PAGE = 8
TALK_FIRST = 3
EXCEPTIONS = 5


@dataclass(slots=True)
class Ranked:
    """One bid in the ranking."""

    bid: int
    letter: str
    party: str
    title: str
    points: int
    place: int


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
        return criteria_of(self.round.call_version_id)

    @cached_property
    def grades(self) -> list:
        return grades_of(self.round.call_version_id)

    @cached_property
    def weights(self) -> list[int]:
        return [criterion.weight for criterion in self.criteria]

    @cached_property
    def _rows(self) -> list[tuple]:
        """Per bid: id, letter; then points times weight per member; then per criterion how often each grade was given, as one
        number (`_kinds` reads it)."""
        return sums_of(self.round.pk, self._seat_ids, [one.pk for one in self.criteria], [one.pk for one in self.grades])

    @property
    def _seat_ids(self) -> list[int]:
        return [seat.pk for seat in self.seats]

    @cached_property
    def _sums(self) -> np.ndarray:
        """The sums of `_rows`, (bids, members and criteria)."""
        columns = len(self.seats) + len(self.criteria)
        return np.array([row[2:] for row in self._rows], dtype=np.int64).reshape(-1, columns)

    @cached_property
    def _kinds(self) -> tuple[np.ndarray, np.ndarray]:
        """How often each grade was given, (kinds, grades), and which kind each bid got on each criterion, (bids, criteria)."""
        codes, which = np.unique(self._sums[:, len(self.seats) :], return_inverse=True)
        base = len(self.seats) + 1
        kinds = codes[:, None] // base ** np.arange(len(self.grades)) % base
        return kinds, which.reshape(-1, len(self.criteria))

    @cached_property
    def counts(self) -> np.ndarray:
        """How often each grade was given: (bids, criteria, grades)."""
        kinds, which = self._kinds
        return kinds[which]

    @cached_property
    def tallies(self) -> scoring.Tallies:
        bids = np.array([row[0] for row in self._rows], dtype=np.int64)
        by_criterion = self.counts @ np.array([grade.points for grade in self.grades], dtype=np.int64)
        return scoring.Tallies(bids, self._sums[:, : len(self.seats)], by_criterion)

    @cached_property
    def _totals(self) -> np.ndarray:
        return self.tallies.totals(self.weights)

    @cached_property
    def _places(self) -> np.ndarray:
        return np.array(scoring.places(self._totals), dtype=np.int64)

    @cached_property
    def _order(self) -> list[int]:
        """Numbers of rows, the best first; equals by their letter."""
        letters = np.array([row[1] for row in self._rows], dtype=np.str_)
        return np.lexsort((letters, np.char.str_len(letters), self._places)).tolist()

    @cached_property
    def _shown(self) -> dict[int, Ranked]:
        """The bids that the page names, by the number of their row."""
        rows = {*self._page.object_list, *self._first_rows, *(row for row, _criterion in self._apart)}
        rows.update(row for variation in self._exceptional for row in self._rows_of(variation.first))
        names = {pk: names for pk, *names in names_of([self._rows[row][0] for row in rows])}
        return {
            row: Ranked(bid, letter, *names[bid], int(self._totals[row]), int(self._places[row]))
            for row in rows
            for bid, letter in [self._rows[row][:2]]
        }

    def _rows_of(self, bids: frozenset[int]) -> list[int]:
        return np.flatnonzero(np.isin(self.tallies.bids, list(bids))).tolist()

    @cached_property
    def _page(self) -> Page:
        return Paginator(self._order, PER_PAGE).get_page(self.page_number)

    @cached_property
    def page(self) -> Page:
        """The bids of this page of the ranking, the best first."""
        shown = [self._shown[row] for row in self._page.object_list]
        return Page(shown, self._page.number, self._page.paginator)

    @cached_property
    def page_scores(self) -> dict[tuple[int, int], dict[int, int]]:
        """{(bid, criterion): {seat: points}} of the bids on this page."""
        points = {grade.pk: grade.points for grade in self.grades}
        found: dict[tuple[int, int], dict[int, int]] = {}
        for bid, criterion, seat, grade in given_in(self.round.pk, self._seat_ids, [one.bid for one in self.page]):
            found.setdefault((bid, criterion), {})[seat] = points[grade]
        return found

    # What it means, in words

    @cached_property
    def agreement(self) -> float | None:
        return scoring.agreement(self.counts, [grade.points for grade in self.grades])

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
    def _apart(self) -> list[tuple[int, int]]:
        """(number of row, number of criterion) where the members lie furthest apart, the furthest first."""
        kinds, which = self._kinds
        points = [grade.points for grade in self.grades]
        spreads = np.array([scoring.spread(kind.tolist(), points) for kind in kinds], dtype=np.int64).reshape(-1, 2)[which]
        steps, variances = spreads[..., 0].ravel(), spreads[..., 1].ravel()
        places = np.repeat(self._places, len(self.criteria))
        first = [i for i in np.lexsort((places, -variances, -steps))[:TALK_FIRST].tolist() if steps[i]]
        return [divmod(i, len(self.criteria)) for i in first]

    @cached_property
    def talk_first(self) -> list[dict]:
        """Where the members lie furthest apart: bid, criterion, and how often each grade was given, in words."""
        return [self._talk(row, criterion) for row, criterion in self._apart]

    def _talk(self, row: int, criterion: int) -> dict:
        counts = self.counts[row, criterion].tolist()
        given = [
            ngettext("%(count)d member: %(grade)s", "%(count)d members: %(grade)s", count)
            % {"count": count, "grade": grade.label.lower()}
            for count, grade in zip(counts, self.grades, strict=True)
            if count
        ]
        far = scoring.spread(counts, [grade.points for grade in self.grades])[0] > 1
        return {"bid": self._shown[row], "criterion": self.criteria[criterion], "given": given, "first": far}

    @cached_property
    def variations(self) -> list[scoring.Variation]:
        return scoring.robustness(self.tallies, self.weights)

    @property
    def unchanged(self) -> int:
        return sum(variation.same for variation in self.variations)

    @cached_property
    def _first_rows(self) -> list[int]:
        return [row for row in self._order[:EXCEPTIONS] if self._places[row] == 1]

    @cached_property
    def firsts(self) -> list[Ranked]:
        """Who shares the first place, at most five."""
        return [self._shown[row] for row in self._first_rows]

    @cached_property
    def _exceptional(self) -> list[scoring.Variation]:
        return [variation for variation in self.variations if not variation.same][:EXCEPTIONS]

    @cached_property
    def exceptions(self) -> list[str]:
        """A sentence for each variation in which somebody else comes first; at most five."""
        return [self._exception(variation) for variation in self._exceptional]

    def _exception(self, variation: scoring.Variation) -> str:
        who = _(" and ").join(sorted(self._shown[row].party for row in self._rows_of(variation.first)))
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
