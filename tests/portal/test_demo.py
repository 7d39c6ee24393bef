"""The demo's clock."""

import datetime as dt

import pytest

from bids.models import Round
from events import clock
from portal.demo.views import span_of
from tenders.steps import Step
from tests import make


@pytest.mark.parametrize("part", [0, 1, 500_000, 999_999])
def test_the_next_deadline_has_passed_when_the_clock_moved_to_it(cast, part):
    """Whatever part of a second it is when somebody presses the button."""
    round_ = make.round(cast, make.tender(cast, step=Step.SELECTION))
    Round.objects.filter(pk=round_.pk).update(deadline=clock.now() + dt.timedelta(days=14, microseconds=part))
    clock.move(span_of("deadline"))
    assert Round.objects.get(pk=round_.pk).deadline_passed
