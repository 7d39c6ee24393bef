"""Step 4 as people do it: from the open rounds to a decision on every lot, and the days that must pass after it."""

from tests.journeys.people import Browsers
from tests.journeys.steps import bids, committee, decision
from tests.journeys.steps.dialogue import go_to_the_next_step
from tests.journeys.story import Story


def play(people: Browsers, story: Story) -> None:
    """From the published request until step 5."""
    committee.compose(people, story)
    bids.hand_in(people, story)
    bids.open_after_the_deadline(people, story)
    committee.judge(people, story)
    decision.decide(people, story)
    go_to_the_next_step(people(story.officer), story, "Elk perceel heeft een besluit.")
