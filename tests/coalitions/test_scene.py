"""The market and the map of the demo, played through the same actions that people use."""

from coalitions.division import division, unequal
from coalitions.models import Coalition, Introduction, Listing, Stakeholder, Terms
from portal.demo.load import _people
from portal.demo.scenes import dialogue, together, who_is_there
from portal.demo.world import World


def test_the_scenes_tell_of_a_market_a_coalition_and_who_is_missed(db):
    world = World()
    with world.at("2023-11-01 09:00"):
        _people(world)
    for scene in (dialogue, who_is_there, together):
        scene.play(world)
    places = Listing.objects.values_list("municipality__slug", "nameless")
    assert {place: [*places].count((place, False)) for place in ("utrecht", "eindhoven")} == {"utrecht": 5, "eindhoven": 3}
    assert sorted(Introduction.objects.values_list("answer", flat=True)) == ["", "no", "yes", "yes"]
    terms = Terms.objects.for_page().first()
    assert (Coalition.objects.count(), terms.number, len(terms.signed_ids())) == (1, 2, 1)
    rows = [(share.party.name, share.income, share.hours) for share in terms.shares.all()]
    assert unequal(division(rows), 80).name == "ZorgBreed Zuid"
    seen = Stakeholder.objects.filter(tender=world.tenders["zwolle"])
    assert ("outside" in set(seen.values_list("kind", flat=True)), seen.filter(shown_since=None).count()) == (False, 3)
