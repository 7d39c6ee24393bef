"""A dialogue whose last day goes by: people hear it once, and hear it again of a later last day."""

import datetime as dt

import pytest
from django.urls import reverse

from dialogues import actions
from dialogues.tasks import tell_what_is_over
from events import clock
from events.models import Event
from notifications.models import Follow, Mail, Notice
from portal.changes import recent_changes
from tests import make


@pytest.fixture
def dialogue(cast):
    made = make.dialogue(make.tender(cast))
    _last_day(made, clock.today())
    Follow.objects.create(tender=made.tender, person=cast.resident)
    return made


def _last_day(dialogue, day: dt.date) -> None:
    dialogue.closes_on = day
    dialogue.save(update_fields=["closes_on"])


def test_on_the_last_day_itself_nobody_is_told(dialogue):
    assert tell_what_is_over() == 0


def test_the_day_after_who_follows_it_and_the_team_hear_it_once(cast, dialogue, move_clock, commit):
    move_clock(days=1)
    with commit():
        assert [tell_what_is_over(), tell_what_is_over()] == [1, 0]
    assert {notice.person for notice in Notice.objects.all()} == {cast.officer, cast.buyer, cast.resident}
    called = f"De laatste dag van het gesprek is voorbij: {dialogue.tender.title}"
    assert set(Mail.objects.values_list("subject", flat=True)) == {called}
    assert {notice.url for notice in Notice.objects.all()} == {reverse("dialogues:show_dialogue", args=[dialogue.tender.slug])}
    assert recent_changes(dialogue.tender)[0].sentence == "De laatste dag van het gesprek was voorbij."


def test_a_later_last_day_is_told_when_it_is_over_too(dialogue, move_clock):
    move_clock(days=1)
    assert tell_what_is_over() == 1
    _last_day(dialogue, clock.today() + dt.timedelta(days=2))
    assert tell_what_is_over() == 0
    move_clock(days=4)
    assert tell_what_is_over() == 1


def test_of_what_was_closed_by_hand_nobody_hears_twice(cast, dialogue, move_clock):
    actions.close_dialogue(dialogue=dialogue, by=cast.officer)
    move_clock(days=1)
    assert tell_what_is_over() == 0


def test_closing_it_in_the_same_moment_wins(cast, dialogue, move_clock):
    move_clock(days=1)
    actions.close_dialogue(dialogue=dialogue, by=cast.officer)
    assert actions.tell_it_is_over(dialogue=dialogue) is False
    assert not Event.objects.filter(name="dialogues.last_day_over").exists()
