"""Two at the same moment: the goal of the theme groups, their proposals, and the word of the council."""

import pytest

from dialogues import actions
from dialogues.models import BudgetItem, CouncilDecision, CouncilOutcome, Expert, Goal, Proposal
from events import clock
from tests import make
from tests.at_once import at_once, kinds, needs_postgresql, one_in_the_other
from tests.cast import make_cast

pytestmark = [
    pytest.mark.postgres,
    pytest.mark.django_db(transaction=True),
    pytest.mark.parametrize("way", [at_once, one_in_the_other]),
]


@pytest.fixture
def cast(transactional_db):
    needs_postgresql()
    return make_cast()


@pytest.fixture
def tender(cast):
    made = make.tender(cast)
    make.dialogue(made)
    return made


@pytest.fixture
def group(tender):
    return make.group(tender)


def goal_of(tender, by, amount, version):
    fields = {"kind": "save", "amount": amount, "source": "De raad, begroting 2027"}
    return lambda: actions.set_goal(tender=tender, by=by, version=version, **fields)


def word_of_the_council(proposal, by, outcome, version=0):
    said = {"outcome": outcome, "reason": f"De raad: {outcome}.", "decided_on": clock.today(), "version": version}
    return lambda: actions.record_council_decision(proposal=Proposal.objects.for_page().get(pk=proposal.pk), by=by, **said)


def withdrawal(proposal, by):
    return lambda: actions.withdraw_proposal(
        proposal=Proposal.objects.for_page().get(pk=proposal.pk), by=by, reason="Wij maken een beter voorstel."
    )


def test_two_who_set_the_first_goal_lose_nothing(cast, tender, way):
    results = way(goal_of(tender, cast.officer, 100_00, 0), goal_of(tender, cast.buyer, 200_00, 0))
    assert kinds(results) == ["Changed", "Goal"]
    assert Goal.objects.get().amount in (100_00, 200_00)


def test_two_who_change_the_goal_lose_nothing(cast, tender, way):
    goal = make.goal(tender)
    results = way(goal_of(tender, cast.officer, 100_00, goal.version), goal_of(tender, cast.buyer, 200_00, goal.version))
    assert kinds(results) == ["Changed", "Goal"]
    assert Goal.objects.get().version == goal.version + 1


def test_a_post_of_the_budget_that_two_add_is_there_once(cast, tender, way):
    def adding(by):
        return lambda: actions.add_budget_item(tender=tender, by=by, name="Welzijn", amount=100_00, source="Begroting")

    assert kinds(way(adding(cast.officer), adding(cast.buyer))) == ["BudgetItem", "Refused"]
    assert BudgetItem.objects.count() == 1


def test_two_who_record_the_word_of_the_council_record_it_once(cast, group, way):
    proposal = make.proposal(cast, group)
    acts = (
        word_of_the_council(proposal, cast.clerk, CouncilOutcome.ADOPTED),
        word_of_the_council(proposal, cast.officer, CouncilOutcome.REFUSED),
    )
    assert kinds(way(*acts)) == ["Changed", "CouncilDecision"]
    assert CouncilDecision.objects.count() == 1


def test_a_proposal_is_withdrawn_or_decided_on_and_never_both(cast, group, way):
    for acts in (1, -1):
        proposal = make.proposal(cast, group)
        both = [withdrawal(proposal, cast.resident), word_of_the_council(proposal, cast.clerk, CouncilOutcome.ADOPTED)][::acts]
        results = kinds(way(*both))
        assert results in (["CouncilDecision", "Refused"], ["Proposal", "Refused"])
        proposal.refresh_from_db()
        assert bool(proposal.withdrawn_at) != proposal.decisions.exists()


def test_two_proposals_written_at_once_get_two_numbers(cast, group, way):
    def writing(title):
        return lambda: actions.write_proposal(group=group, by=cast.resident, title=title, text="Samen.", amount=100_00)

    assert kinds(way(writing("Eén hal"), writing("Twee clubs"))) == ["Proposal", "Proposal"]
    assert sorted(Proposal.objects.values_list("number", flat=True)) == [1, 2]


def test_the_words_of_a_proposal_stand_when_it_was_handed_in_just_before(cast, group, way):
    proposal = make.proposal(cast, group, handed_in=False)

    def found():
        return Proposal.objects.for_page().get(pk=proposal.pk)

    acts = (
        lambda: actions.hand_in_proposal(proposal=found(), by=cast.resident),
        lambda: actions.edit_proposal(
            proposal=found(), by=cast.resident, version=proposal.version, title="Anders", text="Anders.", amount=900_00
        ),
    )
    results = way(*acts)
    proposal.refresh_from_db()
    assert proposal.handed_in_at
    assert (proposal.title == "Anders") == ("Changed" not in kinds(results))


def test_somebody_who_is_invited_twice_sits_there_once(cast, group, way):
    def inviting(by):
        return lambda: actions.invite_expert(
            group=group, by=by, name="Ria Bewoner", interest="residents", email=cast.resident.email
        )

    assert kinds(way(inviting(cast.officer), inviting(cast.buyer))) == ["Expert", "Expert"]
    assert Expert.objects.sitting().count() == 1
