"""Step 1 of the demo, played through the same actions that people use."""

from dialogues.models import Channel, Contribution, Dialogue, Meeting
from portal.demo.load import _people
from portal.demo.scenes import dialogue
from portal.demo.world import World
from tenders.gates import Gate, missing
from tenders.steps import Step


def test_the_scene_tells_three_stories(db):
    world = World()
    with world.at("2023-11-01 09:00"):
        _people(world)
    dialogue.play(world)
    said = {key: Contribution.objects.filter(tender=tender) for key, tender in world.tenders.items()}
    assert {key: (rows.count(), rows.unanswered().count()) for key, rows in said.items()} == {
        "zwolle": (16, 0),
        "woensel": (8, 0),
        "ouder": (6, 2),
    }
    assert set(said["zwolle"].values_list("channel", flat=True)) == set(Channel.values) - {Channel.ORGANISATION}
    assert said["zwolle"].get(shown_name="Vogelvrij").name_choice == "pseudonym"
    assert {key: world.tender(key).step for key in said} == {
        "zwolle": Step.REQUEST,
        "woensel": Step.REQUEST,
        "ouder": Step.DIALOGUE,
    }
    assert Dialogue.objects.get(tender=world.tenders["ouder"]).is_open
    assert Meeting.objects.upcoming().get().tender == world.tenders["ouder"]
    assert Meeting.objects.filter(tender=world.tenders["zwolle"], reported_at__isnull=False).count() == 3
    assert missing(world.tender("zwolle"), Gate.LEAVE_DIALOGUE) == []
