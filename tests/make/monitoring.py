"""Indicators, measurements, moments of reflection and lessons in any state."""

import datetime as dt

from events import clock
from monitoring.models import Indicator, Lesson, Measurement, Reflection, ReflectionVoice, Voice
from tenders.steps import Step


def indicator(contract, *, agreement=None, **fields) -> Indicator:
    values = {"name": "Nieuwe mensen met een klus", "unit": "van elke 100", "baseline": 38, "target": 60}
    if fields.get("in_words"):
        values |= {"unit": "", "baseline": None, "target": None}
    return Indicator.objects.create(contract=contract, agreement=agreement or contract.agreements.first(), **(values | fields))


def measurement(cast, indicator, *, value=63, days_ago=1, story="", by=None, **fields) -> Measurement:
    values = {"measured_on": clock.today() - dt.timedelta(days=days_ago), "party": cast.party, "by": by or cast.entrepreneur}
    return Measurement.objects.create(
        indicator=indicator, value=None if indicator.in_words else value, story=story, **(values | fields)
    )


def reflection(cast, tender, *, voices=(), closed=False, **fields) -> Reflection:
    """A moment of reflection in which `voices` have spoken."""
    values = {"title": "Werkt dit nog zoals wij wilden?", "held_on": clock.today(), "step": Step.MONITORING}
    if closed:
        values |= {"closed_at": clock.now(), "conclusion": "Wij gaan door, met een avond minder."}
    made = Reflection.objects.create(tender=tender, **(values | fields))
    for voice in voices or ((Voice.PROVIDER, Voice.MUNICIPALITY) if closed else ()):
        ReflectionVoice.objects.create(reflection=made, voice=voice, text=f"Wij zien: {voice}.", by=cast.officer)
    return made


def lesson(cast, tender, *, measurement=None, reflection=None, **fields) -> Lesson:
    values = {"step": Step.MONITORING, "text": "Loop de eerste ochtend mee.", "by": cast.officer}
    return Lesson.objects.create(tender=tender, measurement=measurement, reflection=reflection, **(values | fields))
