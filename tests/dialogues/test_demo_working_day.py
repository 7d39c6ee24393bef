"""The demo's working day: an amount before, more after, and four plans of which one waits."""

from dialogues.models import Dialogue, NamedAmount
from portal.day_plans import plans_of, sums_of
from portal.demo.load import load
from portal.demo.scenes import working_day
from tenders.steps import Step


def test_the_scene_plays(db, client_of):
    world = load(with_stories=False)
    working_day.play(world)
    newest = NamedAmount.objects.first()
    assert (NamedAmount.objects.count(), newest.highest, newest.by) == (2, 25_000_000, world.people["gonnie"])
    assert [plan.state for plan in plans_of(newest.meeting)] == ["yes", "yes", "no", "waits"]
    assert (sums_of(newest.meeting).asked, sums_of(newest.meeting).left) == (29_550_000, 0)
    page = client_of(world.person("bennie")).get(newest.meeting.get_absolute_url()).content.decode()
    assert "een kwart miljoen euro vrij" in page
    dialogue = Dialogue.objects.get(tender=newest.meeting.tender)
    planned = newest.meeting.tender.plans.get(step=Step.DIALOGUE)
    assert (dialogue.closes_on, newest.meeting.tender.lots.get().budget) == (planned.ends_on, None)
    assert "er waren 32 mensen" in page and "Aan acht tafels" in page
