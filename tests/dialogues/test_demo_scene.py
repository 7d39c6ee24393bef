"""Step 1 of the demo, played through the same actions that people use."""

from calls.models import ClauseSource
from dialogues.groups_page import groups_of, standing_of
from dialogues.missing import missing_of
from dialogues.models import (
    Appeal,
    Channel,
    Conclusion,
    Contribution,
    Dialogue,
    FindingSource,
    Flag,
    Meeting,
    Merging,
    Pilot,
    ProposalSource,
)
from events import clock
from initiatives.models import Plan
from portal.demo.load import _people
from portal.demo.scenes import conclusions, dialogue, pilots, zeist
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


def test_the_scene_of_the_pilot_goes_on_in_a_next_area_and_says_who_is_missing_there(db):
    world = World()
    with world.at("2023-11-01 09:00"):
        _people(world)
    pilots.play(world)
    first, copy = (Pilot.objects.get(tender=world.tenders[key]) for key in ("overvecht", "zuidwest"))
    assert (first.verdict, copy.copied_from, str(copy.programme)) == ("go", first, "Buurten aan tafel")
    dialogue = Dialogue.objects.for_page().get(tender=world.tenders["zuidwest"])
    assert dialogue.is_open
    assert missing_of(dialogue).people == "mannen, mensen die alleen wonen en mensen uit Kanaleneiland-Zuid"
    assert [rule.kind for rule in dialogue.rules.all() if rule.reminded_at] == ["pay"]


def test_the_scene_of_the_pool_ends_well_and_something_was_hidden(db):
    world = World()
    with world.at("2023-11-01 09:00"):
        _people(world)
    dialogue.play(world)
    conclusions.play(world)
    pool = world.tender("zwembad")
    said = Contribution.objects.filter(tender=pool)
    assert (pool.completed_at is not None, Conclusion.objects.get(tender=pool).ending) == (True, "residents")
    assert (said.count(), said.unanswered().count(), said.get(hidden_at__isnull=False).number) == (9, 0, 9)
    assert (Merging.objects.count(), FindingSource.objects.filter(ended_at__isnull=False).count()) == (1, 1)
    plan = Plan.objects.for_list().get(line__title="Zwembad in Valthermond")
    assert (plan.about, plan.carried_to, plan.outcome, list(Plan.objects.touching(pool.pk))) == (pool, pool, "yes", [plan])
    closed = Dialogue.objects.get(tender=pool)
    days = [closed.published_at, plan.period.opened_at, plan.filed_at, closed.closed_at, plan.answered_at, pool.completed_at]
    assert sorted(days) == days
    assert pool.completed_at < plan.line.ended_at < clock.now()
    assert (closed.closes_on - plan.period.ends_on).days >= 0
    waiting = Contribution.objects.filter(tender=world.tenders["ouder"], hidden_at__isnull=False)
    assert waiting.get().hiding.appeal.outcome == ""
    assert (Appeal.objects.undecided().count(), Flag.objects.undecided().count()) == (1, 1)


def test_the_scene_of_zeist_has_eight_groups_and_a_request_that_takes_their_proposals_over(db):
    world = World()
    with world.at("2023-11-01 09:00"):
        _people(world)
    zeist.play(world)
    tender = world.tender("zeist")
    groups = {group.theme.name: group.missing for group in groups_of(tender)}
    assert (len(groups), {name for name, missing in groups.items() if missing}) == (8, {"Jeugd"})
    standing = standing_of(tender)
    assert (len(standing.proposals), standing.sum.gap > 0, len(standing.settled)) == (9, True, 2)
    assert (tender.step, Contribution.objects.filter(tender=tender).unanswered().count()) == (Step.REQUEST, 0)
    tied = set(ClauseSource.objects.filter(clause__call__tender=tender).values_list("proposal__title", flat=True))
    assert tied == {"Leden maaien de velden zelf.", "Bermen mogen bloeien.", "Eén formulier voor alle verenigingen."}
    assert ProposalSource.objects.filter(proposal__tender=tender).count() == 8
