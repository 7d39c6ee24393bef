"""Step 2 of the stories: the request is written in the open, people propose other words, and it is adopted."""

import datetime as dt
from functools import partial

from calls import actions
from calls.actions import CriterionDraft, PartDecision
from dialogues import actions as dialogues
from dialogues.models import Channel, Contribution
from events import clock
from events.ids import new_code
from portal.demo.scenes import request_texts as texts
from portal.demo.scenes import request_texts_eindhoven as eindhoven
from portal.demo.scenes.dialogue import ago
from portal.demo.world import World
from tenders import lifecycle
from tenders.actions import appoint_officer, edit_lot, plan_steps, set_frame, start_tender
from tenders.models.frame import FrameKind
from tenders.routes import Route
from tenders.steps import Step


def play(world: World) -> None:
    """Zwolle and Woensel adopt their request and go on to step 3; the one on young people is being written today."""
    world.notes["request"] = {key: {"clauses": {}, "indicators": {}} for key in ("zwolle", "woensel", "jongeren")}
    _zwolle(world)
    _woensel(world)
    _young(world)


def _zwolle(world: World) -> None:
    said = world.notes["contributions"]
    sources = {key: [(said[name], why) for name, why in row[4]] for key, row in texts.ZWOLLE_CLAUSES.items()}
    with world.at("2024-05-07 09:30"):
        _short(world, "zwolle", "marloes", texts.ZWOLLE_SHORT)
        actions.invite_co_author(tender=world.tender("zwolle"), by=world.person("marloes"), person=world.people["ria"])
    for hour, (key, (section, lot, title, text, _sources)) in enumerate(texts.ZWOLLE_CLAUSES.items(), start=8):
        with world.at(f"2024-05-08 {hour:02d}:40"):
            _add(world, "zwolle", "marloes", key, section, title, text, sources[key], lot=lot)
    with world.at("2024-05-10 11:15"):
        _write(world, "zwolle", "ria", *texts.ZWOLLE_SECOND)
    term = _propose(world, "zwolle", texts.ZWOLLE_TERM, ("2024-05-13 20:10", "2024-05-14 19:00"))
    experience = _propose(world, "zwolle", texts.ZWOLLE_EXPERIENCE, ("2024-05-15 10:05", "2024-05-15 12:00"))
    with world.at("2024-05-21 14:00"):
        _choose(world, "zwolle", "marloes", texts.ZWOLLE_CRITERIA, texts.ZWOLLE_INDICATORS, texts.ZWOLLE_COMMITTEE)
    with world.at("2024-05-23 10:20"):
        _decide(world, "marloes", term, texts.ZWOLLE_TERM["parts"])
    with world.at("2024-05-23 10:45"):
        _decide(world, "tarik", experience, texts.ZWOLLE_EXPERIENCE["parts"])
    with world.at("2024-05-30 16:00"):
        reason = "Elke inbreng en elk voorstel heeft antwoord. Op 29 mei lazen wij de tekst aan tafel nog één keer voor."
        _adopt(world, "zwolle", "marloes", reason)
    with world.at("2024-05-31 09:00"):
        reason = "De uitvraag staat vast. Nu kiezen wij de route."
        lifecycle.advance(world.tender("zwolle"), leaving=Step.REQUEST, by=world.person("marloes"), reason=reason)


def _woensel(world: World) -> None:
    said = world.notes["woensel_contributions"]
    with world.at(ago(232)):
        _short(world, "woensel", "sanne", eindhoven.WOENSEL_SHORT)
    for days, (key, (section, title, text, sources)) in enumerate(eindhoven.WOENSEL_CLAUSES.items()):
        with world.at(ago(230 - days, "13:30")):
            _add(world, "woensel", "sanne", key, section, title, text, [(said[place], why) for place, why in sources])
    key_of_the_room = _propose(world, "woensel", eindhoven.WOENSEL_KEY, (ago(205, "19:00"), ago(203, "20:30")))
    with world.at(ago(190)):
        _choose(world, "woensel", "sanne", eindhoven.WOENSEL_CRITERIA, eindhoven.WOENSEL_INDICATORS, eindhoven.WOENSEL_COMMITTEE)
    with world.at(ago(188)):
        _decide(world, "sanne", key_of_the_room, eindhoven.WOENSEL_KEY["parts"])
    with world.at(ago(158, "15:00")):
        _adopt(world, "woensel", "sanne", "Alles heeft antwoord. De bewonersraad is het eens met de tekst.")
    with world.at(ago(151)):
        reason = "De uitvraag is vastgesteld."
        lifecycle.advance(world.tender("woensel"), leaving=Step.REQUEST, by=world.person("sanne"), reason=reason)


def _young(world: World) -> None:
    said = _hear_young(world)
    with world.at(ago(40)):
        _short(world, "jongeren", "sanne", eindhoven.YOUNG_SHORT)
        for person in ("lena", "amal"):
            actions.invite_co_author(tender=world.tender("jongeren"), by=world.person("sanne"), person=world.people[person])
    for days, (key, (section, title, text, sources)) in enumerate(eindhoven.YOUNG_CLAUSES.items()):
        with world.at(ago(38 - days, "10:30")):
            _add(world, "jongeren", "sanne", key, section, title, text, [(said[place], why) for place, why in sources])
    with world.at(ago(20, "21:10")):
        _write(world, "jongeren", "lena", *eindhoven.YOUNG_SECOND)
    world.notes["request"]["jongeren"]["open"] = _propose(
        world, "jongeren", eindhoven.YOUNG_TURNOVER, (ago(6, "22:15"), ago(3, "20:00"))
    )


def _hear_young(world: World) -> list[Contribution]:
    """The dialogue before it, as short as it can be."""
    with world.at(ago(110)):
        _start_young(world)
    with world.at(ago(100)):
        rules = {kind: (text, None) for kind, text in eindhoven.YOUNG_RULES.items()}
        closes_on = clock.today() + dt.timedelta(days=40)
        values = {"version": 1, "dot": eindhoven.YOUNG_DOT, "closes_on": closes_on, "rules": rules}
        dialogue = dialogues.edit_dialogue(tender=world.tender("jongeren"), by=world.person("sanne"), **values)
        dialogues.publish_dialogue(tender=world.tender("jongeren"), by=world.person("sanne"))
        dialogue.refresh_from_db()
    said = []
    for days, channel, who, choice, name, kind, text, _outcome, _answer in eindhoven.YOUNG_SAID:
        with world.at(ago(days, "15:00")):
            words = {"text": text, "shown_name": name, "name_choice": choice, "code": new_code()}
            said.append(_say(world, dialogue, channel, who, kind, words))
    with world.at(ago(60)):
        for contribution, row in zip(said, eindhoven.YOUNG_SAID, strict=True):
            dialogues.respond(contribution=contribution, by=world.person("sanne"), outcome=row[-2], reason=row[-1])
    with world.at(ago(50)):
        dialogues.close_dialogue(dialogue=dialogue, by=world.person("sanne"))
        reason = "Iedereen heeft antwoord. Nu schrijven wij de uitvraag, samen met Lena en Amal."
        lifecycle.advance(world.tender("jongeren"), leaving=Step.DIALOGUE, by=world.person("sanne"), reason=reason)
    return said


def _start_young(world: World) -> None:
    sanne = world.person("sanne")
    contact = {"contact_person": sanne.name, "contact_phone": "040 238 61 70"}
    tender = world.tenders["jongeren"] = start_tender(
        municipality=world.municipalities["eindhoven"],
        by=sanne,
        title="Jongeren aan zet",
        summary=eindhoven.YOUNG_SUMMARY,
        route=Route.SAS,
        **contact,
    )
    appoint_officer(tender=tender, person=world.person("joost"), by=sanne)
    edit_lot(lot=tender.lots.get(), by=sanne, budget=42_000_000)
    frame = partial(set_frame, tender=tender, by=sanne, decided_on=clock.today() - dt.timedelta(days=30))
    frame(kind=FrameKind.BUDGET, text="Per jaar, voor loon en begeleiding samen.", lowest=38_000_000, highest=45_000_000)
    frame(kind=FrameKind.MUST, text="Jongeren krijgen loon of een vergoeding.")
    frame(kind=FrameKind.MUST, text="Kleine partijen hebben een eerlijke kans.")
    today = clock.today()
    days = {Step.DIALOGUE: (0, 60), Step.REQUEST: (60, 140), Step.PROCEDURE: (141, 190), Step.SELECTION: (191, 260)}
    plans = {step: (today + dt.timedelta(days=a), today + dt.timedelta(days=b)) for step, (a, b) in days.items()}
    plan_steps(tender=tender, by=sanne, plans=plans)


def _say(world: World, dialogue, channel: Channel, who: str, kind, words: dict) -> Contribution:
    if channel == Channel.WEBSITE:
        return dialogues.contribute(dialogue=dialogue, by=world.person(who), **words)
    return dialogues.enter_contribution(tender=dialogue.tender, by=world.person(who), channel=channel, kind=kind, **words)


def _short(world: World, key: str, by: str, text: str) -> None:
    actions.edit_call(tender=world.tender(key), by=world.person(by), version=1, short_version=text)


def _add(world: World, key: str, by: str, name: str, section, title: str, text: str, sources, lot: int | None = None) -> None:
    tender, person = world.tender(key), world.person(by)
    of_lot = tender.lots.get(number=lot) if lot else None
    clause = actions.add_clause(tender=tender, by=person, section=section, title=title, text=text, lot=of_lot)
    for contribution, why in sources:
        contribution.refresh_from_db()
        actions.link_source(clause=clause, by=person, response=contribution.response, reason=why)
    world.notes["request"][key]["clauses"][name] = clause


def _write(world: World, key: str, by: str, name: str, text: str, reason: str) -> None:
    clause = world.notes["request"][key]["clauses"][name]
    place = {"title": clause.title, "section": clause.section, "lot": clause.lot}
    actions.write_clause(clause=clause, by=world.person(by), version=1, text=text, reason=reason, **place)


def _propose(world: World, key: str, row: dict, moments: tuple[str, str]):
    """Somebody proposes other words at the first moment, others support it at the second."""
    clause = world.notes["request"][key]["clauses"][row["clause"]]
    with world.at(moments[0]):
        amendment = actions.propose_amendment(
            clause=clause,
            by=world.person(row["by"]),
            party=world.parties[row["party"]],
            version=clause.versions.first().number,
            text=row["text"],
            reason=row["reason"],
        )
    with world.at(moments[1]):
        for name in row["supporters"]:
            actions.support_amendment(amendment=amendment, by=world.person(name))
    return amendment


def _decide(world: World, by: str, amendment, parts) -> None:
    decisions = [PartDecision(choice, reason, text) for choice, reason, text in parts]
    version = amendment.clause.versions.first().number
    actions.decide_amendment(amendment=amendment, by=world.person(by), version=version, parts=decisions)


def _choose(world: World, key: str, by: str, criteria, indicators: dict, rules: str) -> None:
    """How will be chosen and measured."""
    clauses = world.notes["request"][key]["clauses"]
    who = {"tender": world.tender(key), "by": world.person(by)}
    drafts = [
        CriterionDraft(name=name, weight=weight, question=question, asked=asked, clauses=[clauses[c] for c in of])
        for name, weight, question, asked, of in criteria
    ]
    made = actions.set_criteria(**who, version=2, criteria=drafts)
    actions.set_scale(**who, version=3, grades=list(texts.GRADES), committee_rules=rules, lowest_mark=5_500)
    for name, (clause, fields) in indicators.items():
        indicator = actions.propose_indicator(**who, clause=clauses[clause], **fields)
        world.notes["request"][key]["indicators"][name] = indicator
    world.notes["request"][key]["criteria"] = made


def _adopt(world: World, key: str, by: str, reason: str) -> None:
    version = actions.adopt_call(tender=world.tender(key), by=world.person(by), reason=reason)
    world.notes["request"][key]["adopted"] = version
