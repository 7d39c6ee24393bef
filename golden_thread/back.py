"""The thread read backwards: where does this agreement, indicator, clause or lesson come from?

From any knot to the contributions that it began with, in a fixed number of statements.
"""

from dataclasses import dataclass, field

from django.http import Http404
from django.shortcuts import get_object_or_404

from accounts.permissions import fetch
from calls.models import Clause, ClauseSource, FrozenClause, InitiativeWord
from calls.sources import other_sources
from contracts.models import Agreement
from dialogues.models import Contribution, ProposalSource
from events.fields import whole
from golden_thread.sentences import first_words
from monitoring.models import Indicator, Lesson


@dataclass
class Begin:
    """A contribution in which it began, with the person's own words and the reason of the arrow; `proposal` is on the way."""

    contribution: Contribution
    reason: str
    proposal: str = ""

    @property
    def words(self) -> str:
        return first_words(" ".join(self.contribution.text.split()), longest=280) if self.contribution.text else ""


@dataclass
class Way:
    """The way back: from where one asks to where it began. What is not on it is None or empty."""

    kind: str
    title: str
    lesson: Lesson | None = None
    indicator: Indicator | None = None
    agreement: Agreement | None = None
    frozen: FrozenClause | None = None
    clause: Clause | None = None
    begins: list[Begin] = field(default_factory=list)
    others: list[ClauseSource] = field(default_factory=list)
    initiatives: list[InitiativeWord] = field(default_factory=list)


def way_back(tender, kind: str, public_id: str, reader) -> Way:
    """From `kind` (afspraak, indicator, onderdeel, les) back to where it began; Http404 for what is not of this tender."""
    if kind not in _FINDERS:
        raise Http404
    way = _FINDERS[kind](tender, public_id, reader)
    if way.agreement:
        way.frozen = way.agreement.clause
        way.clause = way.frozen.clause if way.frozen else None
    way.begins = _begins(way.clause, reader) if way.clause else []
    way.others = other_sources(way.clause) if way.clause else []
    way.initiatives = list(_initiatives(way.clause)) if way.clause else []
    return way


def _of_lesson(tender, public_id, reader) -> Way:
    lessons = Lesson.objects.filter(tender=tender).select_related(
        "tender",
        "measurement__indicator__contract__lot",
        "measurement__indicator__agreement__contract",
        "measurement__indicator__agreement__promise",
        "measurement__indicator__agreement__clause__clause",
        "measurement__indicator__agreement__clause__version",
    )
    lesson = fetch(lessons, reader, "monitoring.view_lesson", public_id=public_id)
    indicator = lesson.measurement.indicator if lesson.measurement else None
    return Way("les", lesson.text, lesson=lesson, indicator=indicator, agreement=indicator.agreement if indicator else None)


def _of_indicator(tender, public_id, reader) -> Way:
    indicators = Indicator.objects.for_page().select_related(
        "agreement__clause__clause", "agreement__clause__version", "agreement__promise"
    )
    indicator = fetch(indicators.filter(contract__tender=tender), reader, "monitoring.view_indicator", public_id=public_id)
    return Way("indicator", indicator.name, indicator=indicator, agreement=indicator.agreement)


def _of_agreement(tender, public_id, reader) -> Way:
    agreements = Agreement.objects.for_page().select_related("clause__clause", "clause__version").filter(contract__tender=tender)
    agreement = fetch(agreements, reader, "contracts.view_contract", public_id=public_id)
    return Way("afspraak", agreement.title, agreement=agreement)


def _of_clause(tender, number, reader) -> Way:
    clause = get_object_or_404(Clause.objects.filter(call__tender=tender), number=whole(number))
    published = FrozenClause.objects.filter(clause=clause, version__published_at__isnull=False).select_related("version")
    return Way("onderdeel", clause.title, clause=clause, frozen=published.order_by("-version__number").first())


_FINDERS = {"afspraak": _of_agreement, "indicator": _of_indicator, "onderdeel": _of_clause, "les": _of_lesson}


def _begins(clause: Clause, reader) -> list[Begin]:
    """The contributions whose answers led to this clause, or on which a proposal rests that led to it, as far as one may see."""
    visible = Contribution.objects.visible_to(reader).shown().values("pk")
    sources = ClauseSource.objects.filter(clause=clause, response__contribution__in=visible)
    sources = sources.select_related("response__contribution").order_by("response__contribution__number")
    answered = [Begin(source.response.contribution, source.reason) for source in sources]
    proposals = ClauseSource.objects.filter(clause=clause, proposal__isnull=False).values("proposal")
    built_on = ProposalSource.objects.current().filter(proposal__in=proposals, contribution__in=visible)
    built_on = built_on.select_related("contribution", "proposal").order_by("contribution__number", "pk")
    return answered + [Begin(one.contribution, one.reason, one.proposal.title) for one in built_on]


def _initiatives(clause: Clause):
    """What people had begun already where this clause is about; the clause says what becomes of it."""
    words = InitiativeWord.objects.standing().filter(clause=clause, initiative__hidden_at=None)
    return words.select_related("initiative").order_by("initiative__begun_on", "pk")[:25]
