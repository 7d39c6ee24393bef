"""Step 1 of the three stories: tenders are started, people are heard, and each gets an answer."""

import datetime as dt
from functools import partial
from operator import itemgetter

from django.utils import timezone

from areas.models import Theme
from dialogues import actions
from dialogues.models import Channel, Contribution, Ending, Meeting, MeetingKind, NameChoice, RuleKind
from events import clock
from events.ids import new_code
from portal.demo.scenes import dialogue_texts as texts
from portal.demo.scenes import meetings as meetings_of
from portal.demo.world import World
from tenders import lifecycle
from tenders.actions import add_lot, appoint_officer, edit_lot, involve, plan_steps, set_frame, start_tender
from tenders.models import InvolvementRole
from tenders.models.frame import FrameKind
from tenders.routes import Route
from tenders.steps import Step

# Whose code can be typed at /code/ in the demo.
CODES = {"lassen": "vgl7-vr8j-lss2", "older": "mrl4-wns3-76kt"}


def play(world: World) -> None:
    """Zwolle and Woensel are heard and go on to step 2; the dialogue on growing older is open today."""
    _zwolle(world)
    _woensel(world)
    _older(world)
    world.notes["codes"] = CODES


def ago(days: int, time: str = "10:00") -> str:
    """A moment some days before today (or after, when negative), for world.at."""
    return f"{clock.today() - dt.timedelta(days=days)} {time}"


def _zwolle(world: World) -> None:
    _start_zwolle(world)
    marloes = world.people["marloes"]
    with world.at("2024-01-22 09:00"):
        _write(world, "zwolle", "marloes", texts.ZWOLLE_FIRST_DOT, dt.date(2024, 4, 12), texts.ZWOLLE_RULES)
        _facts(world, "zwolle", "marloes", texts.ZWOLLE_FACTS, texts.ZWOLLE_QUESTIONS)
        actions.publish_dialogue(tender=world.tender("zwolle"), by=marloes)
        meetings = {key: _plan(world, *row[:6]) for key, row in texts.ZWOLLE_MEETINGS.items()}
    said = world.notes.setdefault("contributions", {})
    acts = [(row[1], partial(_say_in_zwolle, world, meetings, said, row)) for row in texts.ZWOLLE_SAID]
    change = {"dot": texts.ZWOLLE_DOT, "closes_on": dt.date(2024, 4, 12), "rules": texts.ZWOLLE_RULES}
    acts.append(("2024-02-08 16:00", partial(_write, world, "zwolle", "marloes", **change, reason=texts.ZWOLLE_DOT_REASON)))
    for key, meeting in meetings.items():
        acts.append(("2024-01-26 10:00", partial(meetings_of.fill, world, meeting)))
        acts.append(
            (f"{meeting.begins_at:%Y-%m-%d} 22:30", partial(meetings_of.report, world, meeting, texts.ZWOLLE_MEETINGS[key][6]))
        )
        acts.append((f"{meeting.begins_at + dt.timedelta(days=8):%Y-%m-%d} 09:00", partial(actions.lock_minutes, meeting=meeting)))
    acts.append(("2024-02-09 12:00", partial(meetings_of.correct, world, meetings["start"])))
    acts.append(("2024-02-20 10:00", partial(meetings_of.make_room, world, meetings["maken"])))
    for key, people in texts.ZWOLLE_RECOGNISED.items():
        acts.append(("2024-04-02 19:00", partial(_recognise, world, said, key, people)))
    _play_in_order(world, acts)
    _answer_zwolle(world, said)
    with world.at("2024-05-06 09:30"):
        dialogue = world.notes["dialogues"]["zwolle"]
        actions.conclude_dialogue(dialogue=dialogue, by=marloes, ending=Ending.REQUEST, reason=texts.ZWOLLE_CONCLUSION)
    with world.at("2024-05-06 10:00"):
        reason = "Iedereen heeft antwoord. Nu schrijven wij samen de uitvraag."
        lifecycle.advance(world.tender("zwolle"), leaving=Step.DIALOGUE, by=marloes, reason=reason)


def _play_in_order(world: World, acts: list[tuple]) -> None:
    """Each act at its moment, the earliest first, so that the log goes forward in time."""
    for moment, act in sorted(acts, key=itemgetter(0)):
        with world.at(moment):
            act()


def _start_zwolle(world: World) -> None:
    with world.at("2024-01-08 09:30"):
        marloes = world.person("marloes")
        tender = world.tenders["zwolle"] = start_tender(
            municipality=world.municipalities["zwolle"],
            by=marloes,
            title="Dagactivering voor dak- en thuislozen",
            summary="Mensen zonder huis doen overdag iets waar zij zelf voor kiezen. De stad maakt er samen met hen plekken voor.",
            route=Route.SUBSIDY_TENDER,
            reason="De opvang overdag kost veel en brengt mensen weinig verder. Wij willen het samen anders doen.",
            contact_person=marloes.name,
            contact_phone="038 498 27 14",
        )
        appoint_officer(tender=tender, person=world.person("tarik"), by=marloes)
        involve(tender=tender, person=world.person("gijs"), role=InvolvementRole.GUIDE, by=marloes)
        edit_lot(lot=tender.lots.get(), by=marloes, name="Overdag in de binnenstad", budget=26_000_000)
        add_lot(tender=tender, by=marloes, name="Avond en weekend", budget=15_000_000)
        money = {"lowest": 36_000_000, "highest": 41_000_000, "decided_on": dt.date(2023, 12, 11)}
        set_frame(tender=tender, by=marloes, kind=FrameKind.BUDGET, text="Een kwart minder dan in 2023.", **money)
        months = ((1, 5), (5, 7), (7, 9), (9, 12))
        plans = {Step(n): (dt.date(2024, begins, 1), dt.date(2024, ends, 28)) for n, (begins, ends) in enumerate(months, start=1)}
        plan_steps(tender=tender, by=marloes, plans=plans)


def _say_in_zwolle(world: World, meetings: dict, said: dict, row: tuple) -> None:
    key, moment, channel, who, choice, name, theme, kind, text = row
    there = [meeting for meeting in meetings.values() if f"{meeting.begins_at:%Y-%m-%d}" == moment[:10]]
    words = {"text": text, "theme": theme, "kind": kind, "shown_name": name, "name_choice": choice}
    said[key] = _say(
        world, "zwolle", channel, who, code=CODES.get(key), meeting=there[0] if channel == Channel.MEETING else None, **words
    )


def _recognise(world: World, said: dict, key: str, people) -> None:
    for name in people:
        actions.support_contribution(contribution=said[key], by=world.person(name))


def _answer_zwolle(world: World, said: dict[str, Contribution]) -> None:
    marloes = world.people["marloes"]
    with world.at("2024-04-15 09:00"):
        actions.close_dialogue(dialogue=world.notes["dialogues"]["zwolle"], by=marloes)
    findings = world.notes.setdefault("findings", {})
    with world.at("2024-04-18 14:00"):
        for key, (title, text, sources) in texts.ZWOLLE_FINDINGS.items():
            rows = [said[source] for source in sources]
            made = actions.make_finding(tender=world.tender("zwolle"), by=marloes, title=title, text=text, contributions=rows)
            findings[key] = made
    with world.at("2024-05-02 11:00"):
        for key, (outcome, reason) in texts.ZWOLLE_ANSWERS.items():
            actions.respond(contribution=said[key], by=marloes, outcome=outcome, reason=reason)
        for key, (outcome, reason) in texts.ZWOLLE_FINDING_ANSWERS.items():
            actions.respond_to_finding(finding=findings[key], by=marloes, outcome=outcome, reason=reason)


def _woensel(world: World) -> None:
    plans = {Step.DIALOGUE: (310, 236), Step.REQUEST: (235, 151), Step.PROCEDURE: (150, 101), Step.SELECTION: (100, -40)}
    days = _days(plans)
    with world.at(ago(310)):
        summary = "Bewoners en makers zorgen samen dat iedereen in dit deel van Woensel bij iemand terechtkan."
        _start_eindhoven(world, "woensel", "Welzijn in Woensel", summary, Route.SAS, days)
    with world.at(ago(300)):
        _write(world, "woensel", "sanne", texts.WOENSEL_DOT, clock.today() + dt.timedelta(days=50), texts.WOENSEL_RULES)
        _facts(world, "woensel", "sanne", texts.WOENSEL_FACTS, texts.WOENSEL_QUESTIONS)
        actions.publish_dialogue(tender=world.tender("woensel"), by=world.person("sanne"))
    answers = []
    for days, channel, who, choice, name, theme, kind, text, outcome, reason in texts.WOENSEL_SAID:
        with world.at(ago(days, "14:00")):
            row = {"text": text, "theme": theme, "kind": kind, "shown_name": name, "name_choice": choice}
            answers.append((_say(world, "woensel", channel, who, **row), outcome, reason))
    world.notes["woensel_contributions"] = [contribution for contribution, _outcome, _reason in answers]
    with world.at(ago(244)):
        for contribution, outcome, reason in answers:
            actions.respond(contribution=contribution, by=world.person("sanne"), outcome=outcome, reason=reason)
        sources = [contribution for contribution, _outcome, _reason in answers if contribution.theme.name == "Elkaar ontmoeten"]
        title = "Mensen kennen elkaar niet, en willen dat zelf veranderen."
        actions.make_finding(tender=world.tender("woensel"), by=world.person("sanne"), title=title, contributions=sources)
    with world.at(ago(236)):
        actions.close_dialogue(dialogue=world.notes["dialogues"]["woensel"], by=world.person("sanne"))
        reason = "Op elke inbreng is antwoord gegeven."
        lifecycle.advance(world.tender("woensel"), leaving=Step.DIALOGUE, by=world.person("sanne"), reason=reason)


def _older(world: World) -> None:
    days = _days({Step.DIALOGUE: (26, -24), Step.REQUEST: (-25, -120), Step.PROCEDURE: (-121, -170)})
    with world.at(ago(26)):
        summary = "Hoe zorgen wij in Woensel dat ouderen gemist worden als zij er niet zijn? Denk mee."
        _start_eindhoven(world, "ouder", "Samen ouder worden in Woensel", summary, Route.SUBSIDY_TENDER, days)
    until = clock.today() + dt.timedelta(days=24)
    known_on = {RuleKind.PAY: clock.today() + dt.timedelta(days=10)}
    with world.at(ago(20)):
        _write(world, "ouder", "sanne", texts.OLDER_FIRST_DOT, until, texts.OLDER_RULES, known_on=known_on)
        _facts(world, "ouder", "sanne", texts.OLDER_FACTS, texts.OLDER_QUESTIONS)
        actions.publish_dialogue(tender=world.tender("ouder"), by=world.person("sanne"))
    begins_at = _moment(ago(clock.today().weekday() - 9, "19:30"))  # Wednesday of next week
    with world.at(ago(18)):
        reason = texts.OLDER_REASON
        _write(world, "ouder", "sanne", texts.OLDER_DOT, until, texts.OLDER_RULES, reason=reason, known_on=known_on)
        _fill_older(world, begins_at)
    acts = []
    for row in texts.OLDER_SAID:
        acts.append((ago(row[0], "11:00"), partial(_say_in_older, world, row, answers := {})))
        if row[-1]:
            acts.append((ago(row[0] - 2, "15:00"), partial(_answer_older, world, row[-1], answers)))
    _play_in_order(world, acts)
    with world.at(ago(1)):
        for contribution in Contribution.objects.filter(tender=world.tenders["ouder"], entered_by__isnull=False):
            for person in ("lena", "joke", "amal", "giel")[: 1 + contribution.number % 4]:
                actions.support_contribution(contribution=contribution, by=world.person(person))


def _fill_older(world: World, begins_at) -> None:
    meeting = actions.plan_meeting(
        tender=world.tender("ouder"),
        by=world.person("sanne"),
        kind=MeetingKind.INFORMATION,
        title="Aan tafel in het wijkgebouw",
        place="Wijkgebouw Woensel-Noord, grote zaal",
        begins_at=begins_at,
        ends_at=begins_at + dt.timedelta(hours=2),
        capacity=40,
        agenda="- Wat hoorden wij tot nu toe?\n- Eén plek, of iets in elke straat?\n- Uw vragen, met koffie",
    )
    actions.register(meeting=meeting, by=world.person("lena"))
    for guest in ("Truus", "Harrie", "Els en Wim"):
        actions.register(meeting=meeting, by=None, name=guest, code=new_code())


def _say_in_older(world: World, row: tuple, answers: dict) -> None:
    _days_ago, channel, who, choice, name, theme, kind, text, _answer = row
    words = {"text": text, "theme": theme, "kind": kind, "shown_name": name, "name_choice": choice}
    answers["to"] = _say(world, "ouder", channel, who, code=CODES["older"] if name == "Merel" else None, **words)


def _answer_older(world: World, answer: tuple, answers: dict) -> None:
    outcome, reason = answer
    actions.respond(contribution=answers["to"], by=world.person("sanne"), outcome=outcome, reason=reason)


def _start_eindhoven(world: World, key: str, title: str, summary: str, route: Route, plans: dict) -> None:
    sanne = world.person("sanne")
    contact = {"contact_person": sanne.name, "contact_phone": "040 238 61 70"}
    place = world.municipalities["eindhoven"]
    tender = world.tenders[key] = start_tender(municipality=place, by=sanne, title=title, summary=summary, route=route, **contact)
    appoint_officer(tender=tender, person=world.person("joost"), by=sanne)
    edit_lot(lot=tender.lots.get(), by=sanne, inhabitants=25_000, budget=96_000_000 if key == "woensel" else 57_000_000)
    plan_steps(tender=tender, by=sanne, plans=plans)


def _days(plans: dict) -> dict:
    """Steps with their first and last day, from how many days ago they begin and end."""
    today = clock.today()
    return {step: (today - dt.timedelta(days=begins), today - dt.timedelta(days=ends)) for step, (begins, ends) in plans.items()}


def _moment(text: str) -> dt.datetime:
    return timezone.make_aware(dt.datetime.fromisoformat(text))


def _write(world: World, key: str, by: str, dot: str, closes_on, rules: dict, *, reason: str = "", known_on: dict | None = None):
    dialogues = world.notes.setdefault("dialogues", {})
    version = dialogues[key].version if key in dialogues else 1
    said = {kind: (text, (known_on or {}).get(kind)) for kind, text in rules.items()}
    dialogues[key] = actions.edit_dialogue(
        tender=world.tender(key), by=world.person(by), version=version, dot=dot, closes_on=closes_on, rules=said, reason=reason
    )


def _facts(world: World, key: str, by: str, facts, questions) -> None:
    for text, source in facts:
        actions.add_fact(tender=world.tender(key), by=world.person(by), text=text, source=source)
    for text in questions:
        actions.add_open_question(tender=world.tender(key), by=world.person(by), text=text)


def _plan(world: World, kind, title, moment, place, capacity, agenda) -> Meeting:
    begins_at = _moment(moment)
    when = {"begins_at": begins_at, "ends_at": begins_at + dt.timedelta(hours=2)}
    what = {"kind": kind, "title": title, "place": place, "capacity": capacity, "agenda": agenda}
    return actions.plan_meeting(tender=world.tender("zwolle"), by=world.person("gijs"), **what, **when)


def _say(
    world: World, key: str, channel, who: str, *, theme: str, kind, code: str | None = None, meeting=None, **row
) -> Contribution:
    """On the website by `who` (or a visitor); in any other channel written down by `who`."""
    tender, code = world.tender(key), code or new_code()
    row["theme"] = Theme.objects.get(municipality=tender.municipality, name=theme)
    if channel == Channel.WEBSITE:
        email = "" if who or row["name_choice"] == NameChoice.ANONYMOUS else "gast@demo.example"
        by = world.person(who) if who else None
        return actions.contribute(dialogue=world.notes["dialogues"][key], by=by, code=code, email=email, **row)
    language, original = texts.POLISH if row["shown_name"] == "Pan Marek" else ("", "")
    return actions.enter_contribution(
        tender=tender,
        by=world.person(who),
        code=code,
        channel=channel,
        kind=kind,
        meeting=meeting,
        original_language=language,
        original_text=original,
        **row,
    )
