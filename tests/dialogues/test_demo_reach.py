"""The demo's paper, desk and trusted organisations, in Utrecht and in Deventer."""

import pytest
from django.db.models import Count
from django.urls import reverse

from dialogues.models import Channel, Contribution, Sheet
from portal.demo.load import load
from portal.demo.scenes import reach


@pytest.fixture
def world(db):
    world = load(with_stories=False)
    reach.play(world)
    return world


def test_each_channel_is_counted_and_a_form_that_was_typed_twice_is_taken_back(world):
    found = {}
    for of in (reach.UTRECHT, reach.DEVENTER):
        rows = Contribution.objects.filter(tender=world.tenders[of.key], withdrawn_at=None).order_by()
        found[of.municipality] = dict(rows.values_list("channel").annotate(Count("pk")))
    desk, forms = Channel.DESK, Channel.MEETING
    assert (found["utrecht"][desk], found["utrecht"][forms]) == (1, 22)
    assert (found["deventer"][desk], found["deventer"][forms]) == (2, 8)
    assert Sheet.objects.count() == 28


def test_the_dutch_stands_beside_what_was_said_and_who_wrote_it_down_beside_who_said_it(world, client_of):
    slug = world.tenders["beginners"].slug
    page = client_of(world.person("daan")).get(reverse("dialogues:list_contributions", args=[slug])).content.decode()
    assert all(words in page for words in ("Wynajmuję.", "Ik huur.", "Pools", "Buurtkeuken Achterom", "Meike Oosterhof", "Coen"))
