"""Step 1 in Utrecht: people who never come to the municipality are heard on paper, by telephone, and through who they trust."""

import datetime as dt

from areas.models import Theme
from dialogues import actions
from dialogues.models import Channel, Contribution, MeetingKind
from events import clock
from events.ids import new_code
from portal.demo.scenes import reach_texts as texts
from portal.demo.scenes.dialogue import ago
from portal.demo.world import World
from tenders.actions import edit_lot, plan_steps, start_tender
from tenders.routes import Route
from tenders.steps import Step

# The code on the slip of one paper form, to be typed at /code/ in the demo.
CODE = "ppr4-fr7m-ndr2"
_KEY = "dichtbij"


def play(world: World) -> None:
    """The conversation is open today: its channels are counted, and one stack of forms was typed in."""
    _start(world)
    for days, channel, *words in texts.SAID:
        with world.at(ago(days, "11:30")):
            _say(world, channel, *words)
    for days, *words, language, original in texts.BROUGHT_IN:
        with world.at(ago(days, "15:00")):
            _bring_in(world, words, language, original)
    meeting = _morning_with_coffee(world)
    with world.at(ago(8, "09:30")):
        _type_stack(world, meeting)
    with world.at(ago(3, "14:00")):
        for text, (outcome, reason) in texts.ANSWERS.items():
            said = Contribution.objects.get(tender=world.tenders[_KEY], text=text, withdrawn_at=None)
            actions.respond(contribution=said, by=world.person("hester"), outcome=outcome, reason=reason)
    world.notes["codes"] = {**world.notes.get("codes", {}), "paper": CODE}


def _start(world: World) -> None:
    place = world.municipalities["utrecht"]
    with world.at(ago(30)):
        hester = world.person("hester")
        contact = {"contact_person": hester.name, "contact_phone": "030 286 41 90"}
        tender = world.tenders[_KEY] = start_tender(
            municipality=place, by=hester, title=texts.TITLE, summary=texts.SUMMARY, route=Route.SUBSIDY_TENDER, **contact
        )
        edit_lot(lot=tender.lots.get(), by=hester, inhabitants=34_000, budget=33_000_000)
        first, last = clock.today(), clock.today() + dt.timedelta(days=51)
        plan_steps(tender=tender, by=hester, plans={Step.DIALOGUE: (first, last)})
    Theme.objects.bulk_create(Theme(municipality=place, name=name) for name in texts.THEMES)
    with world.at(ago(28)):
        closes_on = clock.today() + dt.timedelta(days=49)
        rules = {kind: (text, None) for kind, text in texts.RULES.items()}
        hester = world.person("hester")
        actions.edit_dialogue(
            tender=world.tender(_KEY), by=hester, version=1, dot=texts.DOT, closes_on=closes_on, rules=rules, reason=""
        )
        for text, source in texts.FACTS:
            actions.add_fact(tender=world.tender(_KEY), by=hester, text=text, source=source)
        for text in texts.QUESTIONS:
            actions.add_open_question(tender=world.tender(_KEY), by=hester, text=text)
        world.notes.setdefault("dialogues", {})[_KEY] = actions.publish_dialogue(tender=world.tender(_KEY), by=hester)
        why = "Haar vrijwilligers komen bij gezinnen thuis die ons niet bellen, en spreken hun taal."
        actions.trust_organisation(tender=world.tender(_KEY), party=world.parties["drempel"], by=hester, reason=why)


def _words(world: World, choice, name: str, theme: int, kind, text: str) -> dict:
    found = Theme.objects.get(municipality=world.municipalities["utrecht"], name=texts.THEMES[theme])
    return {"name_choice": choice, "shown_name": name, "theme": found, "kind": kind, "text": text}


def _say(world: World, channel, *words) -> None:
    said = _words(world, *words)
    if channel == Channel.WEBSITE:
        said.pop("kind")
        actions.contribute(dialogue=world.notes["dialogues"][_KEY], by=None, code=new_code(), **said)
    else:
        actions.enter_contribution(tender=world.tender(_KEY), by=world.person("hester"), code=new_code(), channel=channel, **said)


def _bring_in(world: World, words: list, language: str, original: str) -> None:
    said = _words(world, *words) | {"original_language": language, "original_text": original}
    through = world.parties["drempel"]
    actions.bring_in(tender=world.tender(_KEY), by=world.person("nadia"), through=through, code=new_code(), **said)


def _morning_with_coffee(world: World):
    """Twenty people come, and each fills in a form; the sheets were printed two days before."""
    with world.at(ago(16)):
        begins_at = clock.now() + dt.timedelta(days=6)
        meeting = actions.plan_meeting(
            tender=world.tender(_KEY),
            by=world.person("hester"),
            kind=MeetingKind.INFORMATION,
            title="Koffie in de buurtkamer",
            place="Buurtkamer Overvecht-Noord",
            begins_at=begins_at,
            ends_at=begins_at + dt.timedelta(hours=2),
            capacity=40,
            agenda="Wij praten aan kleine tafels. Wie wil, schrijft het op.",
        )
    with world.at(ago(12)):
        codes = [CODE, *(new_code() for _one in texts.FORMS[1:])]
        actions.print_sheets(tender=world.tender(_KEY), by=world.person("hester"), codes=codes, meeting=meeting)
    return meeting


def _type_stack(world: World, meeting) -> None:
    """All forms of the morning, one after another; one was on the pile twice and is taken back."""
    hester = world.person("hester")
    shared = {"channel": Channel.MEETING, "meeting": meeting, "said_on": clock.day_of(meeting.begins_at)}
    stack = actions.begin_stack(tender=world.tender(_KEY), by=hester, **shared)
    for sheet, words in enumerate(texts.FORMS, start=1):
        actions.type_form(stack=stack, by=hester, code=new_code(), sheet=sheet, **_words(world, *words))
        if sheet == 7:
            twice = actions.type_form(stack=stack, by=hester, code=new_code(), **_words(world, *words))
            actions.take_back_form(stack=stack, number=twice.number, by=hester)
