"""What the pages of theme groups show, read in a fixed number of statements however many proposals there are."""

from typing import NamedTuple

from django.db.models import Count, Exists, OuterRef, Q
from django.utils.text import capfirst

from dialogues.models import EXPECTED, BudgetItem, CouncilOutcome, Expert, ExpertGroup, Goal, Interest, Overlap, Proposal
from dialogues.sums import Sum, Worth, doubtful, sum_of
from tenders.models import Tender


class Doubt(NamedTuple):
    """A post that proposals of different themes touch, and the pairs that nobody held beside each other yet."""

    item: BudgetItem
    proposals: list[Proposal]
    pairs: list[tuple[Proposal, Proposal]]


class Standing(NamedTuple):
    """How the groups of a tender stand together. `doubts` may count double; `settled` were held beside each other.

    `adopted` is what the council adopted, and `undecided` what it did not decide on yet: together the total of the sum.
    """

    goal: Goal | None
    proposals: list[Proposal]
    sum: Sum
    doubts: list[Doubt]
    settled: list[Overlap]
    adopted: int
    undecided: int


def standing_of(tender: Tender) -> Standing:
    """The goal, what was handed in, what it is worth together, and what may be counted double. Four statements."""
    proposals = list(Proposal.objects.filter(tender=tender).handed_in().for_list())
    for one in proposals:
        one.tender, one.counts = tender, counted_of(one)
    goal = Goal.objects.filter(tender=tender).first()
    overlaps = Overlap.objects.standing().filter(first__tender=tender).order_by("pk")
    by_pk = {one.pk: one for one in proposals}
    settled = [one for one in overlaps if one.first_id in by_pk and one.second_id in by_pk]
    for one in settled:
        one.first, one.second = by_pk[one.first_id], by_pk[one.second_id]
    worths = [Worth(one.pk, one.group_id, one.counts, one.budget_item_id) for one in proposals if one.counts]
    double = {(one.first_id, one.second_id): _shared(one) for one in settled}
    pairs = [(by_pk[first], by_pk[second]) for first, second in doubtful(worths, set(double))]
    adopted = sum(one.newest.amount for one in proposals if one.newest)
    total = sum_of(worths, double, goal.amount if goal else 0)
    return Standing(goal, proposals, total, _doubts(pairs), settled, adopted, total.total - adopted)


def counted_of(proposal: Proposal) -> int:
    """For how much a proposal counts: what the council adopted; before it decided, or when it decides later, all of it."""
    decision = proposal.newest
    if decision is None or decision.outcome == CouncilOutcome.LATER:
        return proposal.amount
    return decision.amount


def groups_of(tender: Tender) -> list[ExpertGroup]:
    """The groups, each with how many `people` sit in it and which interests are `missing`. One statement."""
    sitting = Expert.objects.sitting().filter(group=OuterRef("pk"))
    filled = {f"has_{interest.value}": Exists(sitting.filter(interest=interest)) for interest in EXPECTED}
    here = Count("experts", filter=Q(experts__ended_at=None))
    groups = list(ExpertGroup.objects.filter(tender=tender).select_related("theme", "guide").annotate(people=here, **filled))
    for group in groups:
        group.missing = _without([interest for interest in EXPECTED if getattr(group, f"has_{interest.value}")])
    return groups


class Seat(NamedTuple):
    """A place in a group; without the name of who does not want it shown to this reader."""

    public_id: str
    kind: str
    interest: str
    name: str
    organisation: str
    is_reachable: bool
    is_own: bool


def seats_of(group: ExpertGroup, user) -> list[Seat]:
    """Who sit in a group now, as this person may see them. Two statements."""
    named = set(Expert.objects.sitting().visible_to(user).filter(group=group).values_list("pk", flat=True))
    return [_seat(expert, expert.pk in named, user) for expert in group.experts.sitting()]


def _seat(expert: Expert, is_named: bool, user) -> Seat:
    interest = str(capfirst(expert.get_interest_display()))
    name, organisation = (expert.name, expert.organisation) if is_named else ("", "")
    is_own = expert.person_id is not None and expert.person_id == user.pk
    return Seat(expert.public_id, expert.interest, interest, name, organisation, expert.is_reachable, is_own)


def missing_in(seats: list[Seat]) -> list[str]:
    """The interests that a group should have and that nobody sits in it for, in words."""
    return [str(capfirst(word)) for word in _without([seat.kind for seat in seats])]


def _without(interests) -> list[str]:
    """The interests that a group should have and that are not among these."""
    return [str(Interest(interest).label) for interest in EXPECTED if interest not in interests]


def _doubts(pairs: list[tuple[Proposal, Proposal]]) -> list[Doubt]:
    """The pairs, by the post that they touch."""
    doubts: dict[int, Doubt] = {}
    for pair in pairs:
        doubt = doubts.setdefault(pair[0].budget_item_id, Doubt(pair[0].budget_item, [], []))
        doubt.pairs.append(pair)
        doubt.proposals.extend(one for one in pair if one not in doubt.proposals)
    return list(doubts.values())


def _shared(overlap: Overlap) -> int:
    """What two proposals share can be no more than the smaller of them still counts for."""
    return min(overlap.amount, counted_of(overlap.first), counted_of(overlap.second))
