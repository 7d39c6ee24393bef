"""Oude IJsselstreek: the council works for a day with neighbours, volunteers and carers; the amount is named beforehand, each table
sends a plan, and afterwards the council makes more free than it said.
"""

import datetime as dt

from dialogues import actions
from dialogues.models import Meeting, MeetingKind, Registration
from events import clock
from events.ids import new_code
from initiatives import actions as initiatives
from portal.demo.scenes import working_day_texts as texts
from portal.demo.scenes.dialogue import ago
from portal.demo.world import World
from tenders.actions import edit_lot, plan_steps, start_tender
from tenders.routes import Route
from tenders.steps import Step

KEY = "naobers"
_DAY = 40  # so many days ago
_OPEN_FOR = 110  # days, from the start of the tender


def play(world: World) -> None:
    _open(world)
    meeting = _prepare(world)
    plans = {}
    for key, (time, fields) in texts.PLANS.items():
        with world.at(ago(_DAY, time)):
            about = world.tender(KEY)
            said = {"about": about, "meeting": meeting, "code": new_code(), **fields}
            plans[key] = initiatives.file_plan(municipality=about.municipality, by=None, **said)
    _report(world, meeting)
    with world.at(ago(12, "09:00")):
        actions.name_amount(meeting=meeting, by=world.person("gonnie"), seen=meeting.amount.pk, **texts.AFTER)
    for key, said in texts.ANSWERS.items():
        with world.at(ago(9, "10:30")):
            initiatives.answer_plan(plan=plans[key], by=world.person("theo"), **said)


def _open(world: World) -> None:
    place = world.municipalities["oude-ijsselstreek"]
    with world.at(ago(75)):
        theo = world.person("theo")
        contact = {"contact_person": theo.name, "contact_phone": "0315 29 24 71"}
        tender = world.tenders[KEY] = start_tender(
            municipality=place, by=theo, title=texts.TITLE, summary=texts.SUMMARY, route=Route.SUBSIDY_TENDER, **contact
        )
        edit_lot(lot=tender.lots.get(), by=theo, inhabitants=39_700)  # its money is for once, and no budget of a year
        first = clock.today()
        plan_steps(tender=tender, by=theo, plans={Step.DIALOGUE: (first, first + dt.timedelta(days=_OPEN_FOR))})
    with world.at(ago(72)):
        theo, closes_on = world.person("theo"), clock.today() + dt.timedelta(days=_OPEN_FOR - 3)
        rules = {kind: (text, None) for kind, text in texts.RULES.items()}
        values = {"version": 1, "dot": texts.DOT, "closes_on": closes_on, "rules": rules, "reason": ""}
        actions.edit_dialogue(tender=world.tender(KEY), by=theo, **values)
        for text, source in texts.FACTS:
            actions.add_fact(tender=world.tender(KEY), by=theo, text=text, source=source)
        for text in texts.QUESTIONS:
            actions.add_open_question(tender=world.tender(KEY), by=theo, text=text)
        actions.publish_dialogue(tender=world.tender(KEY), by=theo)


def _prepare(world: World) -> Meeting:
    """The day is planned, the clerk of the council names what there is, and people register."""
    with world.at(ago(70)):
        begins_at = (clock.now() + dt.timedelta(days=70 - _DAY)).replace(minute=0, second=0, microsecond=0)
        times = {"begins_at": begins_at, "ends_at": begins_at + dt.timedelta(hours=6)}
        said = {"kind": MeetingKind.WORKING_DAY, **texts.DAY, **times}
        meeting = actions.plan_meeting(tender=world.tender(KEY), by=world.person("theo"), **said)
    with world.at(ago(66)):
        actions.name_amount(meeting=meeting, by=world.person("gonnie"), seen=0, **texts.BEFORE)
    with world.at(ago(55)):
        for name in texts.GUESTS:
            actions.register(meeting=meeting, by=None, name=name, code=new_code())
        actions.register(meeting=meeting, by=world.person("bennie"))
    return meeting


def _report(world: World, meeting: Meeting) -> None:
    with world.at(ago(_DAY - 1)):
        theo = world.person("theo")
        actions.record_attendance(meeting=meeting, by=theo, present=list(Registration.objects.filter(meeting=meeting)))
        version = Meeting.objects.get(pk=meeting.pk).version
        actions.report_meeting(meeting=meeting, by=theo, version=version, report=texts.REPORT)
