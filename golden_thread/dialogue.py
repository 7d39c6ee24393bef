"""The threads that begin in a dialogue beside what one person said: of a proposal of a theme group, and of a pilot."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Case, Exists, OuterRef, TextField, Value, When

from accounts.models import User
from calls.models import ClauseSource, CriterionSource
from contracts.models import Agreement
from dialogues.models import CouncilDecision, Pilot, Proposal, ProposalSource
from events.composed import composed_once
from golden_thread.plan import REACHED
from tenders.dates import local
from tenders.models import Tender

SHOWN = 50


@dataclass(frozen=True)
class OfProposal:
    """What a proposal rests on, what the council decided, and where it led."""

    rests_on: list[ProposalSource]
    decisions: list[CouncilDecision]
    clauses: list[ClauseSource]


@dataclass(frozen=True)
class Led:
    """One thing that a pilot led to: the same in a next area, or a part of a request."""

    on: dt.date
    copy: Pilot | None = None
    clause: ClauseSource | None = None


def thread_of_proposal(proposal: Proposal) -> OfProposal:
    """Three statements, whatever it led to."""
    return OfProposal(_rests_on(proposal.pk), _decisions(proposal.pk), _with_words(_from_proposal(proposal.pk)))


def led_to(pilot: Pilot, reader: User) -> list[Led]:
    """Where a pilot led, in order of time. Two statements; next areas only as far as the reader may see them."""
    seen = Tender.objects.visible_to(reader).filter(published_at__isnull=False)
    copies = Pilot.objects.filter(copied_from=pilot, tender__in=seen).select_related("tender").order_by("pk")[:SHOWN]
    found = [Led(local(copy.tender.published_at).date(), copy=copy) for copy in copies]
    found += [Led(local(clause.at).date(), clause=clause) for clause in _with_words(_from_pilot(pilot.pk))]
    return sorted(found, key=lambda one: one.on)


def _with_words(sources: list[ClauseSource]) -> list[ClauseSource]:
    for source in sources:
        source.reached_words = REACHED[source.reached]
    return sources


@composed_once
def _rests_on(proposal_id):
    return ProposalSource.objects.current().filter(proposal=proposal_id).select_related("contribution")[:SHOWN]


@composed_once
def _decisions(proposal_id):
    return CouncilDecision.objects.filter(proposal=proposal_id).order_by("id")


@composed_once
def _from_proposal(proposal_id):
    return _clauses().filter(proposal=proposal_id)


@composed_once
def _from_pilot(pilot_id):
    return _clauses().filter(pilot=pilot_id)


def _clauses():
    """Arrows to parts of public requests, each with how far its part came."""
    agreed = Agreement.objects.current().filter(clause__clause=OuterRef("clause"), contract__signed_at__isnull=False)
    reached = Case(
        When(Exists(agreed), then=Value("agreed")),
        When(Exists(CriterionSource.objects.filter(clause=OuterRef("clause"))), then=Value("counted")),
        default=Value("in_request"),
        output_field=TextField(),
    )
    public = ClauseSource.objects.filter(clause__call__tender__published_at__isnull=False)
    return public.select_related("clause__call__tender").annotate(reached=reached).order_by("at", "id")
