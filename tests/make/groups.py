"""Theme groups and what they propose, in any state. No gate is passed here."""

from areas.models import Theme
from dialogues.models import (
    BudgetItem,
    CouncilDecision,
    CouncilOutcome,
    Expert,
    ExpertGroup,
    Goal,
    Interest,
    NetworkQuestion,
    Proposal,
    ProposalSource,
)
from events import clock
from tenders.models import InvolvementRole
from tests.make.tenders import involve


def goal(tender, *, amount=100_000_00, **fields) -> Goal:
    """The groups of the tender save this together, a year."""
    return Goal.objects.create(tender=tender, amount=amount, source="De raad, begroting 2026", **fields)


def budget_item(tender, *, name="Welzijn", amount=500_000_00) -> BudgetItem:
    return BudgetItem.objects.create(tender=tender, name=name, amount=amount, source="Begroting 2026")


def group(tender, *, theme="Sport", experts=(), **fields) -> ExpertGroup:
    """The group of a theme, in which these people sit."""
    about = Theme.objects.get_or_create(municipality=tender.municipality, name=theme)[0]
    made = ExpertGroup.objects.create(tender=tender, theme=about, assignment="Wat kan anders?", **fields)
    for person in experts:
        expert(made, person=person)
    return made


def expert(group, *, person=None, name="", interest=Interest.RESIDENTS, **fields) -> Expert:
    """Somebody in a group; a person also has the role in the tender."""
    if person is not None and not Expert.objects.filter(group__tender=group.tender, person=person).exists():
        involve(group.tender, InvolvementRole.EXPERT, person=person)
    return Expert.objects.create(group=group, person=person, name=name or person.name, interest=interest, **fields)


def proposal(cast, group, *, title="Deel de sporthal.", amount=40_000_00, handed_in=True, **fields) -> Proposal:
    """A proposal of a group, handed in unless said otherwise."""
    number = Proposal.objects.filter(tender=group.tender).count() + 1
    values = {"text": "Twee clubs delen een hal.", "by": cast.resident, "handed_in_at": clock.now() if handed_in else None}
    return Proposal.objects.create(tender=group.tender, number=number, group=group, title=title, amount=amount, **(values | fields))


def council_decision(cast, proposal, *, outcome=CouncilOutcome.ADOPTED, reason="Iedereen is erbij gebaat.", **fields):
    """What the council decided on a proposal; adopted, it counts for all it is worth."""
    amount = proposal.amount if outcome == CouncilOutcome.ADOPTED else 0
    values = {"amount": amount, "decided_on": clock.today(), "by": cast.clerk} | fields
    return CouncilDecision.objects.create(proposal=proposal, outcome=outcome, reason=reason, **values)


def proposal_source(cast, proposal, contribution, *, reason="De hal staat leeg: dat zei zij.", **fields) -> ProposalSource:
    """A proposal rests on a contribution."""
    return ProposalSource.objects.create(proposal=proposal, contribution=contribution, reason=reason, by=cast.resident, **fields)


def network_question(cast, group, *, text="Wilt u meelezen?") -> NetworkQuestion:
    """Something that the municipality asks of who know the theme of the group."""
    place = group.tender.municipality
    return NetworkQuestion.objects.create(
        municipality=place, theme=group.theme, text=text, phone="Marloes, 14 038", by=cast.officer
    )
