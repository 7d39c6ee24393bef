"""The number of a contribution: in order for who is known, by lot for who is not, and never that of another."""

import datetime as dt

import pytest
from django.db import transaction
from django.urls import reverse

from dialogues import actions, numbers
from dialogues.models import Channel, Contribution, NameChoice
from events import clock
from tests import make


@pytest.fixture
def dialogue(cast):
    return make.dialogue(make.tender(cast))


def say(dialogue, *choices) -> list[int]:
    """The numbers of what was said, one after the other."""
    before = Contribution.objects.count()
    return [
        actions.contribute(
            dialogue=dialogue, by=None, code=f"code-{before + at}", text="Iets.", name_choice=choice, shown_name="Bep"
        ).number
        for at, choice in enumerate(choices)
    ]


NAME, NOBODY = NameChoice.NAME, NameChoice.ANONYMOUS


def draw(monkeypatch, *places: int) -> None:
    """The lots that are drawn from now on: the place among the free numbers."""
    drawn = iter(places)
    monkeypatch.setattr(numbers, "_lot", lambda free: free[next(drawn) if len(free) > 1 else 0])


def test_who_is_known_gets_the_next_number(dialogue):
    assert say(dialogue, *[NAME] * 4) == [1, 2, 3, 4]


def test_without_a_name_it_is_one_of_the_next_twenty_and_the_others_fill_what_is_between(dialogue, monkeypatch):
    draw(monkeypatch, 4, 19, 0)
    assert say(dialogue, NAME, NOBODY, NAME, NOBODY, NAME, NAME, NAME, NOBODY, NAME) == [1, 6, 2, 23, 3, 4, 5, 7, 8]


def test_the_lot_is_drawn_anew_each_time_and_no_number_twice(dialogue):
    drawn = say(dialogue, *[NOBODY] * 40)
    assert len(set(drawn)) == 40
    assert drawn != sorted(drawn)
    assert max(drawn) <= 60


def test_what_is_said_in_a_room_or_typed_in_follows_in_order(cast, dialogue):
    meeting = make.meeting(dialogue.tender)
    fields = {"code_hash": "a" * 64, "text": "Uit de zaal.", "shown_name": ""}
    with transaction.atomic():
        heard = actions.contributions.hear_in_room(meeting=meeting, **fields)
    typed = {"name_choice": NOBODY, "channel": Channel.DESK, "text": "Aan de balie.", "shown_name": ""}
    entered = actions.enter_contribution(tender=dialogue.tender, by=cast.officer, code="b", **typed)
    assert (heard.number, entered.number) == (1, 2)


def test_after_a_report_nothing_comes_into_it(cast, dialogue, monkeypatch):
    draw(monkeypatch, 9, 0)
    say(dialogue, NAME, NOBODY)
    last = max(Contribution.objects.values_list("number", flat=True))
    make.conclusion(cast, dialogue.tender, last_number=last, reopened_at=clock.now())
    assert (last, say(dialogue, NAME, NOBODY, NAME)) == (11, [12, 13, 14])


def test_beyond_the_newest_five_hundred_a_gap_stays_open(dialogue, monkeypatch):
    monkeypatch.setattr(numbers, "_LOOKED_AT", 3)
    for number in (1, 3, 4, 5):
        make.contribution(dialogue.tender, number=number)
    assert say(dialogue, NAME) == [6]


def test_the_log_of_the_municipality_puts_it_at_the_beginning_of_its_day_and_between_no_two_moments(
    cast, client_of, commit, dialogue, move_clock
):
    noon = clock.beginning_of(clock.today() + dt.timedelta(days=2)) + dt.timedelta(hours=12)
    for minutes, choice in ((0, NAME), (5, NOBODY), (10, NAME)):
        move_clock(to=noon + dt.timedelta(minutes=minutes))
        say(dialogue, choice)
    page = client_of(cast.administrator).get(reverse("portal:view_log", args=[cast.municipality.slug]))
    shown = [event.at for event, _name in page.context["rows"] if event.name == "dialogues.contributed"]
    assert shown == sorted(shown, reverse=True)
    assert shown[-1] == clock.beginning_of(clock.today())
    assert "plaats in de keten" not in page.content.decode().lower()


def test_the_demo_numbers_its_stories_as_they_come(dialogue):
    with numbers.numbered_in_order():
        assert [numbers.next_number(dialogue.tender, by_lot=True) for _turn in range(5)] == [1] * 5
    assert len({numbers.next_number(dialogue.tender, by_lot=True) for _turn in range(60)}) > 1
