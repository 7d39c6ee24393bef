"""Step 1 in Utrecht and Deventer: people who never come to the municipality are heard on paper, by telephone, at the desk, and
through who they trust.
"""

import datetime as dt
from types import ModuleType
from typing import NamedTuple

from areas.models import Theme
from dialogues import actions
from dialogues.models import Channel, Contribution, MeetingKind
from events import clock
from events.ids import new_code
from portal.demo.scenes import reach_texts, reach_texts_deventer
from portal.demo.scenes.dialogue import ago
from portal.demo.world import World
from tenders.actions import edit_lot, plan_steps, start_tender
from tenders.routes import Route
from tenders.steps import Step


class _Reach(NamedTuple):
    """Where it happens, who leads it there, who writes down and types, and who brings in what others tell them."""

    key: str
    municipality: str
    officer: str
    writer: str
    party: str
    member: str
    words: ModuleType


UTRECHT = _Reach("dichtbij", "utrecht", "hester", "hester", "drempel", "nadia", reach_texts)
DEVENTER = _Reach("beginners", "deventer", "daan", "meike", "achterom", "zofia", reach_texts_deventer)


def play(world: World) -> None:
    """The conversations are open today: their channels are counted, and a stack of forms was typed in."""
    for of in (UTRECHT, DEVENTER):
        _play(world, of)
    world.notes["codes"] = {**world.notes.get("codes", {}), "paper": reach_texts.CODE}


def _play(world: World, of: _Reach) -> None:
    texts = of.words
    _start(world, of)
    for days, channel, *words in texts.SAID:
        with world.at(ago(days, "11:30")):
            _say(world, of, channel, *words)
    for days, *words, language, original in texts.BROUGHT_IN:
        with world.at(ago(days, "15:00")):
            _bring_in(world, of, words, language, original)
    for days, choice, name, theme, text, language, dutch in texts.OWN_LANGUAGE:
        with world.at(ago(days, "20:15")):
            said = _say(world, of, Channel.WEBSITE, choice, name, theme, None, text)
        with world.at(ago(days - 1, "09:10")):
            given = {"language": language, "text": dutch, "version": 0}
            actions.translate_contribution(contribution=said, by=world.person(of.officer), **given)
    meeting = _meet(world, of)
    if of is UTRECHT:
        with world.at(ago(10, "20:10")):
            _ask_the_room(world, of, meeting)
    with world.at(ago(8, "09:30")):
        _type_stack(world, of, meeting)
    with world.at(ago(3, "14:00")):
        for text, (outcome, reason) in texts.ANSWERS.items():
            said = Contribution.objects.get(tender=world.tenders[of.key], text=text, withdrawn_at=None)
            actions.respond(contribution=said, by=world.person(of.officer), outcome=outcome, reason=reason)


def _start(world: World, of: _Reach) -> None:
    place, texts = world.municipalities[of.municipality], of.words
    with world.at(ago(30)):
        leader = world.person(of.officer)
        contact = {"contact_person": leader.name, "contact_phone": texts.PHONE}
        tender = world.tenders[of.key] = start_tender(
            municipality=place, by=leader, title=texts.TITLE, summary=texts.SUMMARY, route=Route.SUBSIDY_TENDER, **contact
        )
        edit_lot(lot=tender.lots.get(), by=leader, **texts.LOT)
        first, last = clock.today(), clock.today() + dt.timedelta(days=51)
        plan_steps(tender=tender, by=leader, plans={Step.DIALOGUE: (first, last)})
    Theme.objects.bulk_create(Theme(municipality=place, name=name) for name in texts.THEMES)
    with world.at(ago(28)):
        closes_on = clock.today() + dt.timedelta(days=49)
        rules = {kind: (text, None) for kind, text in texts.RULES.items()}
        leader = world.person(of.officer)
        actions.edit_dialogue(
            tender=world.tender(of.key), by=leader, version=1, dot=texts.DOT, closes_on=closes_on, rules=rules, reason=""
        )
        for text, source in texts.FACTS:
            actions.add_fact(tender=world.tender(of.key), by=leader, text=text, source=source)
        for text in texts.QUESTIONS:
            actions.add_open_question(tender=world.tender(of.key), by=leader, text=text)
        world.notes.setdefault("dialogues", {})[of.key] = actions.publish_dialogue(tender=world.tender(of.key), by=leader)
        party = world.parties[of.party]
        actions.trust_organisation(tender=world.tender(of.key), party=party, by=leader, reason=texts.TRUSTED)


def _words(world: World, of: _Reach, choice, name: str, theme: int, kind, text: str) -> dict:
    found = Theme.objects.get(municipality=world.municipalities[of.municipality], name=of.words.THEMES[theme])
    return {"name_choice": choice, "shown_name": name, "theme": found, "kind": kind, "text": text}


def _say(world: World, of: _Reach, channel, *words) -> Contribution:
    said = _words(world, of, *words)
    if channel == Channel.WEBSITE:
        said.pop("kind")
        return actions.contribute(dialogue=world.notes["dialogues"][of.key], by=None, code=new_code(), **said)
    who = {"tender": world.tender(of.key), "by": world.person(of.writer)}
    return actions.enter_contribution(**who, code=new_code(), channel=channel, **said)


def _bring_in(world: World, of: _Reach, words: list, language: str, original: str) -> None:
    said = _words(world, of, *words) | {"original_language": language, "original_text": original}
    through = world.parties[of.party]
    actions.bring_in(tender=world.tender(of.key), by=world.person(of.member), through=through, code=new_code(), **said)


def _meet(world: World, of: _Reach):
    """People come, and each fills in a form; the sheets were printed two days before."""
    texts = of.words
    with world.at(ago(16)):
        begins_at = clock.now() + dt.timedelta(days=6)
        times = {"begins_at": begins_at, "ends_at": begins_at + dt.timedelta(hours=2)}
        said = {"kind": MeetingKind.INFORMATION, "capacity": 40, **texts.MEETING, **times}
        meeting = actions.plan_meeting(tender=world.tender(of.key), by=world.person(of.officer), **said)
    with world.at(ago(12)):
        codes = [texts.CODE, *(new_code() for _one in texts.FORMS[1:])]
        actions.print_sheets(tender=world.tender(of.key), by=world.person(of.writer), codes=codes, meeting=meeting)
    return meeting


def _ask_the_room(world: World, of: _Reach, meeting) -> None:
    """The team looks first. The question was closed when the coffee was cold, and what came in last still waits."""
    officer, texts = world.person(of.officer), of.words
    live = actions.open_live(meeting=meeting, by=officer, question=texts.ASKED_OF_THE_ROOM, is_moderated=True)
    for name, text, theme, hands in texts.FROM_THE_ROOM:
        about = Theme.objects.get(municipality=live.tender.municipality, name=texts.THEMES[theme]) if theme is not None else None
        message = actions.send_in(live=live, code=new_code(), text=text, shown_name=name, theme=about)
        if hands:
            shown = actions.let_through(message=message, by=officer)
            for phone in range(hands):
                actions.support_message(message=shown, phone=f"telefoon {phone}")
    actions.close_live(live=live, by=officer)


def _type_stack(world: World, of: _Reach, meeting) -> None:
    """All forms, one after another; one was on the pile twice and is taken back."""
    writer = world.person(of.writer)
    shared = {"channel": Channel.MEETING, "meeting": meeting, "said_on": clock.day_of(meeting.begins_at)}
    stack = actions.begin_stack(tender=world.tender(of.key), by=writer, **shared)
    for sheet, words in enumerate(of.words.FORMS, start=1):
        actions.type_form(stack=stack, by=writer, code=new_code(), sheet=sheet, **_words(world, of, *words))
        if sheet == 7:
            twice = actions.type_form(stack=stack, by=writer, code=new_code(), **_words(world, of, *words))
            actions.take_back_form(stack=stack, number=twice.number, by=writer)
