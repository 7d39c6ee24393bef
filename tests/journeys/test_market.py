"""Two parties that did not know each other form a coalition, in the browser, and nobody looks along."""

import pytest

from tests.journeys.steps import market

pytestmark = pytest.mark.browser


def test_two_parties_meet_and_agree_and_every_change_asks_both_again(embedded_people):
    market.agree(embedded_people, market.meet(embedded_people))
