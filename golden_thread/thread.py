"""The golden thread of a contribution, read forwards: what became of it, as far as this reader may see.

Every arrow is a plain foreign key that somebody made on purpose, with a reason; nothing is guessed. Read in a fixed number of
statements, each for all branches at once, so that a thread with a hundred branches costs what a thread with one costs.
"""

from dataclasses import dataclass, field

from calls.models import ClauseSource
from contracts.models import Agreement
from dialogues.models import Contribution, Ending, Response
from evaluation.models import AwardReason
from events import clock
from golden_thread import arrows
from golden_thread.arrows import Published
from golden_thread.beside import Amendment, Apart, CriterionLink, Proposed, beside_of
from monitoring.models import Lesson
from monitoring.standing import Standing
from tenders.steps import Step


@dataclass
class ClauseLink:
    """A clause that an answer or a proposal led to: who made the arrows and why, and the clause as it was published last."""

    source: ClauseSource
    frozen: Published | None = None
    versions: int = 0
    amendments: list[Amendment] = field(default_factory=list)
    more_sources: list[ClauseSource] = field(default_factory=list)

    @property
    def clause(self):
        return self.source.clause


@dataclass
class Thread:
    """Everything on the thread of one contribution, in the order of the steps."""

    contribution: Contribution
    apart: list[Apart] = field(default_factory=list)
    stood_with: list[Apart] = field(default_factory=list)
    proposed: list[Proposed] = field(default_factory=list)
    clauses: list[ClauseLink] = field(default_factory=list)
    criteria: list[CriterionLink] = field(default_factory=list)
    reasons: list[AwardReason] = field(default_factory=list)
    agreements: list[Agreement] = field(default_factory=list)
    standings: list[Standing] = field(default_factory=list)
    lessons: list[Lesson] = field(default_factory=list)

    @property
    def tender(self):
        return self.contribution.tender

    @property
    def response(self) -> Response | None:
        """The answer to it; of one that was put together with another, the answer to both."""
        return self.contribution.answer or (self.contribution.merged_into.answer if self.contribution.merged_into_id else None)

    @property
    def arrows_from(self) -> Response | None:
        """The answer from which arrows lead on, also when it holds no more: what somebody tied on purpose stays tied."""
        return self.response or response_of(self.contribution)

    @property
    def rests(self) -> bool:
        """Its dialogue ended with "not yet", and the tender waits for the day on which one looks again."""
        waits = self.tender.is_running and self.tender.step == Step.DIALOGUE
        not_yet = waits and self.contribution.conclusion_ending == Ending.NOT_YET
        return not_yet and clock.today() < self.contribution.conclusion_until

    @property
    def others(self) -> int:
        """How many others brought in something like it: they stand in the same finding, or were put together with this one."""
        return max(self.contribution.in_finding - 1, 0) + self.contribution.originals_count


def response_of(contribution: Contribution) -> Response | None:
    """Its own answer, when it has one; asks nothing when it was brought along."""
    return getattr(contribution, "response", None)


def thread_of(contribution: Contribution, reader) -> Thread:
    """The thread of a contribution (of `contribution_at`) as far as `reader` may see it."""
    thread = Thread(contribution)
    answer, together = thread.arrows_from, contribution.merged_into_id or 0
    if answer is None and not contribution.in_proposal and not contribution.taken_apart:
        return thread
    thread.clauses = _links(arrows.sources_of(answer.pk if answer else 0, contribution.pk, together))
    clauses = [link.clause.pk for link in thread.clauses]
    beside = beside_of(contribution.pk, together, clauses)
    thread.apart, thread.stood_with, thread.proposed = beside.apart, beside.stood_with, beside.proposed
    for link in thread.clauses:
        link.amendments = beside.amendments.get(link.clause.pk, [])
    thread.criteria = list({row.criterion_id: row for row in reversed(beside.criteria)}.values())[::-1]
    thread.reasons = _reasons(beside.criteria, reader)
    thread.agreements = arrows.agreements_from(reader, clauses, [row.criterion_id for row in thread.criteria])
    thread.standings = arrows.standings_of([agreement.pk for agreement in thread.agreements])
    thread.lessons = arrows.lessons_from(reader, [one.indicator.pk for one in thread.standings])
    return thread


def _links(sources: list[ClauseSource]) -> list[ClauseLink]:
    """Each clause once, with all arrows that lead to it."""
    links: dict[int, ClauseLink] = {}
    for source in sources:
        if source.clause_id in links:
            links[source.clause_id].more_sources.append(source)
        else:
            links[source.clause_id] = _link(source)
    return list(links.values())


def _link(source: ClauseSource) -> ClauseLink:
    frozen = None
    if source.published_at:
        frozen = Published(source.frozen_number, source.frozen_title, source.frozen_text, source.published_at)
    return ClauseLink(source, frozen, source.versions)


def _reasons(rows: list[CriterionLink], reader) -> list[AwardReason]:
    """Why the chosen bids were chosen, on these criteria. A clause that holds for one lot leads to the choice in that lot alone."""
    lots: dict[int, set[int | None]] = {}
    for row in rows:
        lots.setdefault(row.criterion_id, set()).add(row.lot_id)
    found = arrows.reasons_on(reader, list(lots))
    return [one for one in found if lots[one.criterion.criterion_id] & {None, one.result.decision.lot_id}]
