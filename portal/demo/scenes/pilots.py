"""A pilot in Utrecht that went on: eating together in Overvecht, and now in Zuidwest, where the dialogue is open today.

The districts and who lives there are those of CBS (areas/data); people, words and numbers of who takes part are made up.
"""

import datetime as dt

from areas.actions import add_known_areas
from areas.groups import AgeBand, Household, Question, Sex
from areas.models import Area
from calls import actions as calls
from calls.models import Section
from dialogues import actions
from dialogues.models import Contribution, Dialogue, NameChoice, NoGroup, Outcome, Pilot, RuleKind, Verdict
from dialogues.tasks import remind_of_promises
from dialogues.tickets import ticket_for
from events import clock
from events.ids import new_code
from portal.demo.scenes import pilots_texts as texts
from portal.demo.world import World
from tenders import lifecycle
from tenders.actions import edit_lot, set_frame, start_tender
from tenders.models.frame import FrameKind
from tenders.routes import Route
from tenders.steps import Step

# How many of each group told about themselves in Zuidwest: who is young, or lives alone, hardly came.
_TOLD = (
    (6, AgeBand.FROM_15, Sex.WOMAN, Household.TOGETHER),
    (22, AgeBand.FROM_25, Sex.WOMAN, Household.TOGETHER),
    (9, AgeBand.FROM_25, Sex.MAN, Household.ALONE),
    (34, AgeBand.FROM_45, Sex.WOMAN, Household.TOGETHER),
    (12, AgeBand.FROM_45, Sex.MAN, Household.TOGETHER),
    (41, AgeBand.FROM_65, Sex.WOMAN, Household.TOGETHER),
    (8, AgeBand.FROM_65, Sex.MAN, Household.ALONE),
    (7, NoGroup.RATHER_NOT, Sex.WOMAN, NoGroup.RATHER_NOT),
)
_HOMES = ("Rivierenwijk", "Dichterswijk", "Transwijk-Noord", "Kanaleneiland-Noord", "Rivierenwijk")


def play(world: World) -> None:
    """Overvecht tried it last year and goes on; Zuidwest listens today, and owes an answer that was promised for yesterday."""
    _overvecht(world)
    _zuidwest(world)


def _ago(days: int, time: str = "10:00") -> str:
    return f"{clock.today() - dt.timedelta(days=days)} {time}"


def _overvecht(world: World) -> None:
    mirjam = world.person("mirjam")
    _start_overvecht(world)
    _open_overvecht(world)
    _say(world, "overvecht", texts.SAID_IN_OVERVECHT, 400)
    with world.at(_ago(120)):
        for said in Contribution.objects.filter(tender=world.tenders["overvecht"]):
            actions.respond(contribution=said, by=mirjam, outcome=Outcome.TAKEN_OVER, reason=texts.ANSWER)
    with world.at(_ago(115)):
        actions.close_dialogue(dialogue=_dialogue(world, "overvecht"), by=mirjam)
        said = {"verdict": Verdict.GO, "reason": texts.GO, "learnt": texts.LEARNT}
        actions.decide_pilot(tender=world.tender("overvecht"), by=mirjam, version=1, **said)
    with world.at(_ago(100)):
        _ask_for_more_tables(world)


def _ask_for_more_tables(world: World) -> None:
    """Overvecht goes on with a request, and a part of it comes from what the pilot taught."""
    mirjam = world.person("mirjam")
    budget = {"lowest": 6_000_000, "highest": 9_000_000, "decided_on": clock.today()}
    set_frame(tender=world.tender("overvecht"), by=mirjam, kind=FrameKind.BUDGET, text="Voor de hele wijk, per jaar.", **budget)
    lifecycle.advance(world.tender("overvecht"), leaving=Step.DIALOGUE, by=mirjam, reason=texts.GO)
    title, text, why = texts.FROM_THE_PILOT
    clause = calls.add_clause(tender=world.tender("overvecht"), by=mirjam, section=Section.OUTCOME, title=title, text=text)
    calls.link_pilot(clause=clause, by=mirjam, pilot=Pilot.objects.get(tender=world.tenders["overvecht"]), reason=why)


def _start_overvecht(world: World) -> None:
    mirjam = world.person("mirjam")
    with world.at(_ago(420)):
        add_known_areas(municipality=world.municipalities["utrecht"])
        tender = world.tenders["overvecht"] = start_tender(
            municipality=world.municipalities["utrecht"],
            by=mirjam,
            title="Samen eten in Overvecht",
            summary="Buren koken en eten samen, dichtbij huis. Wie alleen is, schuift aan.",
            route=Route.SUBSIDY_TENDER,
            reason="Veel mensen in Overvecht eten elke dag alleen. Wij willen zien wat buren zelf beginnen.",
            contact_person=mirjam.name,
            contact_phone="030 286 41 20",
        )
        area = Area.objects.get(municipality=tender.municipality, name="Overvecht")
        edit_lot(lot=tender.lots.get(), by=mirjam, name=tender.title, area=area, inhabitants=area.population, budget=9_000_000)


def _open_overvecht(world: World) -> None:
    mirjam = world.person("mirjam")
    with world.at(_ago(410)):
        until = clock.today() + dt.timedelta(days=60)
        _write(world, "overvecht", texts.DOT, until, texts.RULES)
        for text, source in texts.FACTS:
            actions.add_fact(tender=world.tender("overvecht"), by=mirjam, text=text, source=source)
        for text in texts.QUESTIONS:
            actions.add_open_question(tender=world.tender("overvecht"), by=mirjam, text=text)
        ends_on = clock.today() + dt.timedelta(days=290)
        actions.set_pilot(
            tender=world.tender("overvecht"),
            by=mirjam,
            version=1,
            wants_to_learn=texts.LEARN,
            ends_on=ends_on,
            programme=texts.PROGRAMME,
        )
        actions.publish_dialogue(tender=world.tender("overvecht"), by=mirjam)


def _zuidwest(world: World) -> None:
    mirjam, overvecht = world.person("mirjam"), world.tender("overvecht")
    area = Area.objects.get(municipality=overvecht.municipality, name="Zuidwest")
    with world.at(_ago(40)):
        ends_on = clock.today() + dt.timedelta(days=400)
        made = actions.copy_pilot(tender=overvecht, by=mirjam, title="Samen eten in Zuidwest", area=area, ends_on=ends_on)
        world.tenders["zuidwest"] = made
        made.contact_person, made.contact_phone = mirjam.name, "030 286 41 20"
        made.save(update_fields=["contact_person", "contact_phone"])
    with world.at(_ago(35)):
        until, promised = clock.today() + dt.timedelta(days=70), clock.today() + dt.timedelta(days=34)
        _write(world, "zuidwest", texts.DOT, until, texts.RULES | {RuleKind.PAY: ""}, {RuleKind.PAY: promised})
        actions.publish_dialogue(tender=world.tender("zuidwest"), by=mirjam)
    _say(world, "zuidwest", texts.SAID_IN_ZUIDWEST, 30)
    with world.at(_ago(3)):
        _tell(world)
    with world.at(_ago(1, "07:30")):
        remind_of_promises()


def _say(world: World, key: str, rows, days: int) -> None:
    for place, (name, text) in enumerate(rows):
        with world.at(_ago(days - 2 * place, "14:00")):
            choice = NameChoice.NAME if name else NameChoice.ANONYMOUS
            actions.contribute(
                dialogue=_dialogue(world, key), by=None, code=new_code(), text=text, name_choice=choice, shown_name=name
            )


def _tell(world: World) -> None:
    """So many people were on paper and on the website; of each only the counts are kept."""
    dialogue = _dialogue(world, "zuidwest")
    homes = [Area.objects.get(municipality=dialogue.tender.municipality, name=name) for name in _HOMES]
    for many, age, sex, household in _TOLD:
        for person in range(many):
            home = homes[person % len(homes)]
            answers = {Question.AGE: age, Question.SEX: sex, Question.HOUSEHOLD: household, Question.AREA: home}
            actions.tell_about_oneself(dialogue=dialogue, ticket=ticket_for(dialogue.pk, new_code()), answers=answers)


def _dialogue(world: World, key: str) -> Dialogue:
    return Dialogue.objects.for_page().get(tender=world.tenders[key])


def _write(world: World, key: str, dot: str, closes_on, rules: dict, known_on: dict | None = None) -> None:
    tender, said = world.tender(key), {kind: (text, (known_on or {}).get(kind)) for kind, text in rules.items()}
    version = Dialogue.objects.filter(tender=tender).values_list("version", flat=True).first() or 1
    actions.edit_dialogue(tender=tender, by=world.person("mirjam"), version=version, dot=dot, closes_on=closes_on, rules=said)
