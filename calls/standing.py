"""Where step 3 stands: the choice, its signatures, the timetable and the versions, read once for an instance of a tender."""

import datetime as dt
from dataclasses import dataclass
from functools import cached_property

from django.utils import translation

from calls.models import CallVersion, Milestone, MilestoneKind, ProcedureChoice
from events import clock
from inventory.transition import transition_of
from tenders.law import terms
from tenders.law.advice import Rule, breaches
from tenders.law.answers import Answers, OfferMode
from tenders.law.rules.timetable import Breach
from tenders.law.timetable import Plan, moments_of
from tenders.models import Tender
from tenders.routes import Route


@dataclass(frozen=True)
class Standing:
    """What a page, a gate or an action of step 3 asks about one tender."""

    tender: Tender
    choice: ProcedureChoice | None
    moments: dict[str, dt.datetime]
    versions: list[CallVersion]

    @property
    def answers(self) -> Answers | None:
        return Answers.of(self.choice.answers) if self.choice else None

    @property
    def is_signed(self) -> bool:
        return self.choice is not None and self.tender.route_is_final and not self.choice.waiting

    @property
    def adopted(self) -> CallVersion | None:
        """The version that was adopted and not set aside since."""
        return next((version for version in self.versions if not version.for_bids and version.set_aside_at is None), None)

    @property
    def published(self) -> CallVersion | None:
        """The newest version that parties can answer."""
        return next((version for version in self.versions if version.for_bids and version.published_at), None)

    @cached_property
    def prepared(self) -> CallVersion | None:
        """A version that waits to be published, if it still says what was decided, and what stopping asks of who works now."""
        newest = next(iter(self.versions), None)
        if newest is None or not newest.for_bids or newest.published_at or not self.choice:
            return None
        same = newest.content["procedure"] == self.procedure_content()
        return newest if same and newest.content.get("transition", {}) == transition_of(self.tender) else None

    @property
    def is_complete(self) -> bool:
        return all(name in self.moments for name in moments_of(self.tender.route))

    @property
    def plan(self) -> Plan:
        """The timetable as the rules look at it; counted from the publication, or from today while it is not published."""
        published = terms.day_of(self.published.published_at) if self.published else clock.today()
        return Plan(route=self.tender.route, published=published, consortia=wants_consortia(self.answers), **self.moments_in_plan())

    def moments_in_plan(self) -> dict[str, dt.datetime]:
        return {name: self.moments[name] for name in moments_of(self.tender.route) if name in self.moments}

    def breaches(self) -> list[tuple[Rule, Breach]]:
        """What the rules have against the timetable. Raises Lapsed when a term of law is not known."""
        return breaches(self.plan, terms.day_of(clock.now()))

    def timetable(self) -> list[tuple[MilestoneKind, dt.datetime]]:
        """The moments in order, as far as they are set."""
        names = moments_of(self.tender.route)
        return [(kind_of(name), self.moments[name]) for name in names if name in self.moments]

    def procedure_content(self) -> dict:
        """What a version for bids says of procedure and timetable, as plain JSON."""
        traits = self.tender.traits
        with translation.override("nl"):
            name = str(Route(self.tender.route).label)
        return {
            "route": str(self.tender.route),
            "name": name,
            "track": str(traits.track),
            "anchor": traits.anchor,
            "after": str(traits.after),
            "invited_only": traits.invited_only,
            "rounds": list(traits.rounds),
            "choice": self.choice.number,
            "choice_sha256": self.choice.content_sha256,
            "reason": self.choice.reason,
            "timetable": [{"kind": str(kind), "at": terms.local(at).isoformat()} for kind, at in self.timetable()],
        }


def standing_of(tender: Tender) -> Standing:
    """Read once for an instance of a tender: a checklist asks many facts, an action asks about a fresh instance."""
    if not hasattr(tender, "_standing"):
        rows = Milestone.objects.filter(call__tender=tender)
        tender._standing = Standing(
            tender=tender,
            choice=ProcedureChoice.objects.for_page().filter(tender=tender).first(),
            moments={name_of(row.kind): row.at for row in rows},
            versions=list(CallVersion.objects.filter(tender=tender).select_related("document").defer("content")),
        )
    return tender._standing


def name_of(kind: str) -> str:
    """The name of a milestone in a plan: "closing"."""
    return MilestoneKind(kind).name.lower()


def kind_of(name: str) -> MilestoneKind:
    return MilestoneKind[name.upper()]


def wants_consortia(answers: Answers | None) -> bool:
    """Whether parties must find each other first."""
    return answers is not None and answers.offer_mode in (OfferMode.COALITIONS, OfferMode.JOINT)
