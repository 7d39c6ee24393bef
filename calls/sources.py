"""What a part of the request can come from beside what one person said: a plan, a proposal of a theme group, a pilot."""

from django.db.models import OuterRef, Q, Subquery

from calls.models import Call, Clause, ClauseSource
from dialogues.models import CouncilDecision, CouncilOutcome, Pilot, Proposal
from initiatives.models import Plan, PlanAnswer, PlanOutcome

_SHOWN = 25


def plans_for(call: Call):
    """The answers, yes or together, that carry a plan into the tender of this request, and that everybody can read."""
    here = Q(into=call.tender.pk) | Q(plan__about=call.tender.pk)
    answers = PlanAnswer.objects.out().filter(here, plan__in=Plan.objects.standing()).exclude(outcome=PlanOutcome.NO)
    return answers.select_related("plan__about", "plan__carried_to")


def loose_plans(call: Call):
    """The answers of `plans_for` whose plan stands in no part of this request, by whatever answer. One statement."""
    linked = ClauseSource.objects.filter(clause__in=Clause.objects.current().filter(call=call.pk), plan_answer__isnull=False)
    return plans_for(call).exclude(plan__in=linked.values("plan_answer__plan")).order_by("plan__title", "pk")[:_SHOWN]


def adopted_proposals(call: Call):
    """What theme groups of this tender proposed and the council adopted, by the word that it said last."""
    newest = CouncilDecision.objects.filter(proposal=OuterRef("pk")).order_by("-id").values("outcome")[:1]
    handed_in = Proposal.objects.filter(tender=call.tender.pk).handed_in().annotate(council=Subquery(newest))
    return handed_in.filter(council__in=[CouncilOutcome.ADOPTED, CouncilOutcome.PARTLY]).for_list()


def decided_pilots(call: Call):
    """Pilots of the municipality, or that this tender was copied from, of which everybody can read what came out."""
    own = Q(tender=call.tender.pk)
    here = Q(tender__municipality=call.tender.municipality_id, tender__published_at__isnull=False)
    first = Q(copies__tender=call.tender.pk, tender__published_at__isnull=False)
    return Pilot.objects.decided().filter(own | here | first).for_page().distinct().order_by("-decided_at", "pk")


def other_sources(clause: Clause) -> list[ClauseSource]:
    """What a part comes from beside what one person said, each with its own words; of a proposal what the council decided.

    A plan by an answer that everybody could read, also when another took its place since. One statement.
    """
    said = CouncilDecision.objects.filter(proposal=OuterRef("proposal")).order_by("-id")[:1]
    council = {f"council_{name}": Subquery(said.values(name)) for name in ("outcome", "amount", "decided_on")}
    plan = Q(plan_answer__in=PlanAnswer.objects.public().values("pk"), plan_answer__plan__hidden_at=None)
    sources = ClauseSource.objects.filter(plan | Q(proposal__isnull=False) | Q(pilot__isnull=False), clause=clause)
    brought = sources.select_related(
        "plan_answer__plan__line__municipality", "proposal__group__theme", "proposal__tender", "pilot__tender"
    )
    found = list(brought.annotate(**council).order_by("at", "pk")[:_SHOWN])
    for one in found:
        one.council_label = CouncilOutcome(one.council_outcome).label if one.council_outcome else ""
    return found
