"""A request of forty parts with so many amendments, and the version of it that was published."""

import datetime as dt

from accounts.models import User
from calls.freezing import freeze
from calls.models import (
    Amendment,
    Call,
    CallVersion,
    Clause,
    ClauseSource,
    ClauseVersion,
    Criterion,
    CriterionSource,
    Grade,
    Milestone,
    MilestoneKind,
    ProposedIndicator,
    Section,
)
from dialogues.models import Response
from documents.models import Document
from events import clock
from tenders.models import Tender
from tests.make.calls import GRADES

CLAUSES = 40
VERSIONS = 3
CRITERIA = (
    ("Het werkt", 4_000),
    ("Samen met de buurt", 3_000),
    ("Leren en bijsturen", 2_000),
    ("Wat er blijft", 1_000),
)
TEXT = (
    "De partij maakt een plek waar mensen **zelf iets maken**. De deur staat elke dag open, ook in het weekend.\n\n"
    "- er is echt gereedschap, en iemand die het uitlegt\n- niemand hoeft iets over zichzelf te vertellen\n\n"
    "Wie wil, leert verder. De gemeente vraagt elk halfjaar wat het heeft gebracht, en vertelt wat zij daarmee doet."
)


def make_call(cast, tender: Tender, size: int, crowd: list[User]) -> Call:
    """A written request: forty parts with three versions each, sources from answers, and so many amendments."""
    call = Call.objects.create(tender=tender, short_version=TEXT, committee_rules=TEXT)
    sections = list(Section)
    clauses = Clause.objects.bulk_create(
        Clause(call=call, number=n, section=sections[n % len(sections)], title=f"Wat wij vragen, onderdeel {n}")
        for n in range(1, CLAUSES + 1)
    )
    versions = ClauseVersion.objects.bulk_create(
        ClauseVersion(clause=c, number=n, title=c.title, text=TEXT, reason="duidelijker", author=cast.officer)
        for c in clauses
        for n in range(1, VERSIONS + 1)
    )
    _make_judging(call, clauses)
    _make_amendments(versions, size, crowd)
    _make_sources(cast, tender, clauses)
    return call


def _make_judging(call: Call, clauses: list[Clause]) -> None:
    criteria = Criterion.objects.bulk_create(
        Criterion(
            call=call, position=n, name=name, question="Waaraan ziet u dat dit werkt?", asked="Beschrijf een week.", weight=weight
        )
        for n, (name, weight) in enumerate(CRITERIA, start=1)
    )
    CriterionSource.objects.bulk_create(
        CriterionSource(criterion=criterion, clause=clauses[n * 5 + k]) for n, criterion in enumerate(criteria) for k in range(2)
    )
    Grade.objects.bulk_create(Grade(call=call, label=label, points=points) for label, points in GRADES)
    outcome = [c for c in clauses if c.section == Section.OUTCOME]
    ProposedIndicator.objects.bulk_create(
        ProposedIndicator(call=call, clause=c, name="Mensen die drie dagen komen", unit="van elke 100", baseline=20, target=60)
        for c in outcome
    )


def _make_amendments(versions: list[ClauseVersion], size: int, crowd: list[User]) -> None:
    newest = [version for version in versions if version.number == VERSIONS]
    Amendment.objects.bulk_create(
        Amendment(
            clause=newest[n % CLAUSES].clause,
            on_version=newest[n % CLAUSES],
            text=TEXT.replace("elke dag", "op werkdagen"),
            reason="In het weekend is er niemand die de deur opendoet.",
            proposer=crowd[n % len(crowd)],
        )
        for n in range(size)
    )


def _make_sources(cast, tender: Tender, clauses: list[Clause]) -> None:
    """Every answer led to two parts of the request, so that with 100 of them too each part has more sources than it shows."""
    responses = Response.objects.filter(contribution__tender=tender, contribution__number__gt=1).order_by("pk")
    ClauseSource.objects.bulk_create(
        ClauseSource(clause=clauses[place % CLAUSES], response=response, reason="Zelf iets maken staat er nu in.", by=cast.officer)
        for n, response in enumerate(responses)
        for place in (2 * n, 2 * n + 1)
    )


def publish(cast, call: Call) -> CallVersion:
    """The version of the request for bids, published, with its timetable in it."""
    now = clock.now().replace(microsecond=0)
    Milestone.objects.bulk_create(
        Milestone(call=call, kind=kind, at=now + dt.timedelta(days=20 * n)) for n, kind in enumerate(MilestoneKind, start=1)
    )
    tender = call.tender
    procedure = {
        "route": str(tender.route),
        "name": "subsidietender",
        "track": str(tender.traits.track.value),
        "anchor": tender.traits.anchor,
        "after": str(tender.traits.after.value),
        "invited_only": False,
        "rounds": list(tender.traits.rounds),
        "choice": 1,
        "choice_sha256": "0" * 64,
        "reason": TEXT,
        "timetable": [{"kind": str(row.kind), "at": row.at.isoformat()} for row in call.milestones.all()],
    }
    version = freeze(call, by=cast.officer, for_bids=True, procedure=procedure, reason="Om te publiceren.")
    version.document = Document.objects.create(
        kind="call", title=f"Uitvraag: {tender.title}", content_sha256=version.content_sha256
    )
    version.published_at = now
    version.save()
    call.adopted_at, call.adopted_by = now, cast.officer
    call.save()
    return version
