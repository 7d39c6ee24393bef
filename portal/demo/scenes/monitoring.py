"""Step 6 of the stories: Zwolle measures each quarter of 2025 and 2026, looks back together, and learns."""

import datetime as dt
from functools import partial
from operator import itemgetter

from calls.models import FrozenIndicator
from events import clock
from monitoring import actions
from monitoring.models import Measurement, Reflection, Voice
from portal.demo.scenes import monitoring_texts as texts
from portal.demo.scenes.dialogue import ago
from portal.demo.world import World

# Today one group still has to write for the next moment of reflection.
_AHEAD = 60


def play(world: World) -> None:
    """Indicators before the work begins; then measurements, a reflection and two lessons, each at its moment."""
    indicators = world.notes["indicators"] = {}
    measured: dict[tuple[str, dt.date], Measurement] = {}
    with world.at("2024-12-20 10:00"):
        for key, row in texts.INDICATORS.items():
            indicators[key] = _set(world, *row)
    acts = []
    for key, rows in texts.MEASUREMENTS.items():
        for row in rows:
            acts.append((f"{row[0] + dt.timedelta(days=2)} 16:{len(acts):02d}", partial(_measure, world, measured, key, *row)))
    acts.append(("2025-12-10 15:00", partial(_look_back, world)))
    acts += [(lesson[0], partial(_learn, world, measured, *lesson[1:])) for lesson in texts.LESSONS]
    for moment, act in sorted(acts, key=itemgetter(0)):
        with world.at(moment):
            act()
    with world.at(ago(9, "14:00")):
        _look_ahead(world)


def _set(world: World, lot: int, number: int, proposed: str | None, facts: dict, party: str, every_months: int):
    contract = world.notes["contracts"][lot]
    if proposed:
        wanted = world.notes["request"]["zwolle"]["indicators"][proposed]
        facts = facts | {"proposed": FrozenIndicator.objects.get(version=contract.decision.call_version, indicator=wanted)}
    return actions.set_indicator(
        contract=contract,
        by=world.person("cora"),
        agreement=contract.agreements.get(number=number),
        owner=world.parties[party] if contract.parties.filter(party=world.parties[party]).exists() else None,
        every_months=every_months,
        **facts,
    )


def _measure(world: World, measured: dict, key: str, day: dt.date, value: int | None, story: str) -> None:
    indicator = world.notes["indicators"][key]
    owner = indicator.owner or indicator.contract.parties.first().party
    by = owner.memberships.active().select_related("user").order_by("pk").first().user
    by.forget_roles()
    wrong_key, wrong_day, wrong_value, why = texts.WRONG
    if (key, day) == (wrong_key, wrong_day):
        wrong = actions.report_measurement(indicator=indicator, by=by, measured_on=day, value=wrong_value)
        measured[key, day] = actions.correct_measurement(measurement=wrong, by=by, measured_on=day, value=value, story=why)
        return
    measured[key, day] = actions.report_measurement(indicator=indicator, by=by, measured_on=day, value=value, story=story)


def _look_back(world: World) -> None:
    held = {"title": texts.FIRST_QUESTION, "held_on": clock.today()}
    reflection = actions.hold_reflection(tender=world.tender("zwolle"), by=world.person("marloes"), **held)
    _speak(world, reflection, texts.FIRST_VOICES)
    world.notes["reflection"] = actions.close_reflection(
        reflection=reflection, by=world.person("marloes"), conclusion=texts.FIRST_CONCLUSION
    )


def _look_ahead(world: World) -> None:
    held = {"title": texts.SECOND_QUESTION, "held_on": clock.today() + dt.timedelta(days=_AHEAD)}
    reflection = actions.hold_reflection(tender=world.tender("zwolle"), by=world.person("marloes"), **held)
    _speak(world, reflection, texts.SECOND_VOICES)


def _speak(world: World, reflection: Reflection, voices: dict) -> None:
    for voice, (name, text, people) in voices.items():
        actions.speak(reflection=reflection, by=world.person(name), voice=Voice(voice), text=text, people=people)


def _learn(world: World, measured: dict, by: str, source: tuple | None, text: str, situation: str) -> None:
    come = {"measurement": measured[source]} if source else {"reflection": world.notes["reflection"]}
    about = {"text": text, "situation": situation, "step": world.tender("zwolle").step}
    actions.draw_lesson(tender=world.tender("zwolle"), by=world.person(by), **about, **come)
