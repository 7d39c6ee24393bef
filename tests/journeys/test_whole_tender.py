"""A whole tender in a real browser, from the first conversation to the first measurement: each step as people do it."""

import pytest

from tests.journeys.people import Browsers
from tests.journeys.steps import contract, dialogue, monitoring, procedure, request, selection, thread
from tests.journeys.story import CONTRACT, SUBSIDY, Story

pytestmark = pytest.mark.long


@pytest.mark.browser
@pytest.mark.services
def test_a_subsidy_tender_from_contribution_to_measurement(people):
    play(people, SUBSIDY)


@pytest.mark.proof
def test_a_contract_from_contribution_to_measurement(people):
    play(people, CONTRACT)


@pytest.mark.proof
def test_the_embedded_default_carries_a_whole_tender(embedded_people):
    play(embedded_people, SUBSIDY)


def play(people: Browsers, story: Story) -> None:
    """All six steps, and at the end the thread of the first contribution, as a visitor follows it."""
    dialogue.play(people, story)
    request.play(people, story)
    procedure.play(people, story)
    selection.play(people, story)
    contract.play(people, story)
    monitoring.play(people, story)
    thread.check(people, story)
    people.say_nothing_wrong()
