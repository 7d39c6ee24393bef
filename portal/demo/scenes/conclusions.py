"""A dialogue that ended well without a request, with its report; and in the open dialogue something that was hidden."""

import datetime as dt

from django.utils import timezone

from areas.models import Theme
from dialogues import actions
from dialogues.models import (
    AppealOutcome,
    Channel,
    Dialogue,
    Ending,
    FlagOutcome,
    Ground,
    Meeting,
    MeetingKind,
    NameChoice,
    RegistrationState,
)
from events import clock
from events.ids import new_code
from portal.demo.scenes import conclusions_texts as texts
from portal.demo.scenes import pool
from portal.demo.scenes.dialogue import ago
from portal.demo.world import World
from tenders.actions import appoint_officer
from tenders.routes import Route

POOL, OLDER = "zwembad", "ouder"
PRIVATE, ADVERTISING = "Het vertelt iets privés over iemand", "Het is reclame"


def play(world: World) -> None:
    """Valthermond keeps its pool open itself; in Woensel a colleague is asked to look again."""
    _open(world)
    _meet(world)
    said = _say(world)
    _moderate(world, said["naam"])
    pool.file_plan(world)
    _answer(world, said)
    pool.answer_plan(world, world.tender(POOL))
    with world.at(ago(120, "16:00")):
        dialogue = Dialogue.objects.get(tender=world.tenders[POOL])
        actions.conclude_dialogue(dialogue=dialogue, by=world.person("hilda"), ending=Ending.RESIDENTS, reason=texts.ENDING)
    pool.hand_over(world)
    _older(world)


def _open(world: World) -> None:
    hilda = world.person("hilda")
    said = {"title": texts.TITLE, "summary": texts.SUMMARY, "contact_person": hilda.name, "contact_phone": "0591 53 14 20"}
    tender = world.tenders[POOL] = pool.begin_tender(world, hilda, route=Route.SUBSIDY_TENDER, **said)
    with world.at(ago(205)):
        appoint_officer(tender=tender, person=world.person("jannes"), by=hilda)
    with world.at(ago(200)):
        rules = {kind: (text, None) for kind, text in texts.RULES.items()}
        closes_on = clock.today() + dt.timedelta(days=60)
        written = {"version": 1, "dot": texts.DOT, "closes_on": closes_on, "rules": rules}
        actions.edit_dialogue(tender=world.tender(POOL), by=world.person("hilda"), **written)
        for text, source in texts.FACTS:
            actions.add_fact(tender=world.tender(POOL), by=world.person("hilda"), text=text, source=source)
        for text in texts.QUESTIONS:
            actions.add_open_question(tender=world.tender(POOL), by=world.person("hilda"), text=text)
        actions.publish_dialogue(tender=world.tender(POOL), by=world.person("hilda"))


def _meet(world: World) -> None:
    for title, days, place, report in texts.MEETINGS:
        evening = timezone.make_aware(dt.datetime.fromisoformat(ago(days, "19:30")))
        with world.at(ago(198)):
            when = {"begins_at": evening, "ends_at": evening + dt.timedelta(hours=2)}
            what = {"kind": MeetingKind.IN_DEPTH, "title": title, "place": place, "capacity": 80, "agenda": ""}
            meeting = actions.plan_meeting(tender=world.tender(POOL), by=world.person("hilda"), **what, **when)
            for guest in ("Roelie", "Jan Wubs", "Mevrouw Kiers", "Albert", "Hennie", "Grietje"):
                actions.register(meeting=meeting, by=None, name=guest, code=new_code())
        with world.at(ago(days - 1)):
            came = list(meeting.registrations.filter(state=RegistrationState.REGISTERED))
            actions.record_attendance(meeting=meeting, by=world.person("hilda"), present=came)
            actions.report_meeting(meeting=meeting, by=world.person("hilda"), version=meeting.version, report=report)
        with world.at(ago(days - 9)):  # a week to correct it, and a day
            actions.lock_minutes(meeting=meeting)


def _say(world: World) -> dict:
    place, said = world.municipalities["borger-odoorn"], {}
    themes = {key: Theme.objects.get(municipality=place, name=name) for name, keys in texts.THEMES.items() for key in keys}
    for key, (days, channel, who, choice, name, kind, text) in sorted(texts.SAID.items(), key=lambda pair: -pair[1][0]):
        code = texts.CODE if key == "naam" else new_code()
        words = {"text": text, "shown_name": name, "name_choice": choice, "code": code, "theme": themes[key]}
        with world.at(ago(days, "20:45")):
            if channel == Channel.WEBSITE:
                by = world.person(who) if who else None
                email = "" if who or choice == NameChoice.ANONYMOUS else "gast@demo.example"
                dialogue = Dialogue.objects.get(tender=world.tenders[POOL])
                said[key] = actions.contribute(dialogue=dialogue, by=by, email=email, **words)
                continue
            meetings = Meeting.objects.filter(tender=world.tenders[POOL])
            entered = {"channel": channel, "kind": kind, "meeting": meetings.first() if channel == Channel.MEETING else None}
            said[key] = actions.enter_contribution(tender=world.tender(POOL), by=world.person(who), **words, **entered)
    with world.at(ago(170)):
        for person in ("geert", "trijntje"):
            actions.support_contribution(contribution=said["les"], by=world.person(person))
    return said


def _moderate(world: World, rude) -> None:
    """Somebody reports it, it is hidden, its writer asks a colleague to look again, and it stays hidden."""
    ground = _ground(world, POOL, PRIVATE)
    with world.at(ago(159)):
        flag = actions.flag_contribution(contribution=rude, by=world.person("trijntje"), code="", ground=ground, text=texts.FLAG)
    with world.at(ago(158)):
        decided = {"outcome": FlagOutcome.HIDDEN, "reason": texts.HIDDEN, "ground": ground}
        actions.decide_flag(flag=flag, by=world.person("hilda"), **decided)
    with world.at(ago(156)):
        actions.appeal_hiding(contribution=rude, by=None, text=texts.APPEAL, code=texts.CODE)
    with world.at(ago(155)):
        appeal = rude.hidings.get().appeal
        decided = {"outcome": AppealOutcome.UPHELD, "reason": texts.UPHELD}
        actions.decide_appeal(appeal=appeal, by=world.person("jannes"), **decided)


def _answer(world: World, said: dict) -> None:
    hilda, (title, text, sources) = world.person("hilda"), texts.FINDING
    with world.at(ago(140)):
        actions.close_dialogue(dialogue=Dialogue.objects.get(tender=world.tenders[POOL]), by=hilda)
        rows = [said[key] for key in sources]
        finding = actions.make_finding(tender=world.tender(POOL), by=hilda, title=title, text=text, contributions=rows)
        one, into, reason = texts.TOGETHER
        actions.merge_contribution(contribution=said[one], into=said[into], by=hilda, reason=reason)
    with world.at(ago(130)):
        outcome, reason = texts.FINDING_ANSWER
        actions.respond_to_finding(finding=finding, by=hilda, outcome=outcome, reason=reason)
        key, reason = texts.TAKEN_OUT
        actions.take_from_finding(finding=finding, contribution=said[key], by=hilda, reason=reason)
        for key, (outcome, reason) in texts.ANSWERS.items():
            version = 1 if key == texts.TAKEN_OUT[0] else 0
            actions.respond(contribution=said[key], by=hilda, outcome=outcome, reason=reason, version=version)


def _older(world: World) -> None:
    """In the dialogue that is open now: one that is hidden and appealed, and one that was reported today."""
    dialogue = Dialogue.objects.select_related("tender").get(tender=world.tenders[OLDER])
    words = {"name_choice": NameChoice.PSEUDONYM, "shown_name": "Overbuur"}
    with world.at(ago(4, "21:10")):
        rude = actions.contribute(dialogue=dialogue, by=None, code=texts.OPEN_CODE, text=texts.OPEN_SAID, **words)
    with world.at(ago(3)):
        ground = _ground(world, OLDER, PRIVATE)
        hidden = {"ground": ground, "explanation": texts.OPEN_HIDDEN}
        actions.hide_contribution(contribution=rude, by=world.person("sanne"), **hidden)
    with world.at(ago(2)):
        actions.appeal_hiding(contribution=rude, by=None, text=texts.OPEN_APPEAL, code=texts.OPEN_CODE)
        words = {"text": texts.OPEN_FLAGGED, "name_choice": NameChoice.NAME, "shown_name": "Knopshop"}
        advert = actions.contribute(dialogue=dialogue, by=None, code=new_code(), **words)
    with world.at(ago(1)):
        ground = _ground(world, OLDER, ADVERTISING)
        actions.flag_contribution(contribution=advert, by=world.person("lena"), code="", ground=ground, text=texts.OPEN_FLAG)
    world.notes["codes"]["hidden"] = texts.OPEN_CODE


def _ground(world: World, key: str, text: str) -> Ground:
    return Ground.objects.get(dialogue__tender=world.tenders[key], text=text)
