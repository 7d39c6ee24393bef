"""Moments of reflection: each group speaks first by itself, then the differences show, then it is closed with a conclusion."""

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from events import clock, log
from monitoring.groups import groups_of
from monitoring.models import Reflection, ReflectionVoice, Voice
from tenders.locks import hold, one_at_a_time
from tenders.models import Tender
from tenders.refusal import Changed, Refused
from tenders.steps import Step

_LEAST_GROUPS = 2  # one group alone has nobody to differ with


@transaction.atomic
def hold_reflection(*, tender: Tender, by: User, title: str, held_on: dt.date, step: Step | None = None) -> Reflection:
    """A moment with its question; every group can write from now on."""
    tender = hold(tender)
    reflection = Reflection.objects.create(
        tender=tender, title=title.strip(), held_on=held_on, step=step or tender.step, at=clock.now()
    )
    log.record("monitoring.reflection_held", by=by, thing=reflection, public=True)
    return reflection


@transaction.atomic
def speak(*, reflection: Reflection, by: User, voice: Voice, text: str, people: int | None = None) -> ReflectionVoice:
    """What one group says, once: who has read the others does not write again."""
    reflection = _hold(reflection)
    if voice not in groups_of(by, reflection.tender):
        raise Refused({"voice": _("You cannot speak for this group.")})
    if reflection.voices.filter(voice=voice).exists():
        raise Changed(_("Your group has spoken already. Say what is missing at the meeting itself."), code="spoken")
    said = ReflectionVoice.objects.create(
        reflection=reflection, voice=voice, text=text.strip(), people=people, by=by, at=clock.now()
    )
    log.record("monitoring.voice_spoken", by=by, thing=said, public=True, voice=str(voice))
    return said


@transaction.atomic
def close_reflection(*, reflection: Reflection, by: User, conclusion: str) -> Reflection:
    """Close it with what is done with it; from now on everybody can read all voices."""
    reflection = _hold(reflection)
    if reflection.voices.count() < _LEAST_GROUPS:
        raise Refused(_("At least two groups must have spoken. Ask the others to write first."), code="voices")
    reflection.conclusion, reflection.closed_at = conclusion.strip(), clock.now()
    reflection.save(update_fields=["conclusion", "closed_at"])
    log.record("monitoring.reflection_closed", by=by, thing=reflection, public=True)
    return reflection


def _hold(reflection: Reflection) -> Reflection:
    tender = hold(reflection.tender)
    one_at_a_time("reflection", reflection.pk)
    fresh = Reflection.objects.get(pk=reflection.pk)
    if fresh.closed_at:
        raise Changed(_("This moment of reflection is closed. Everybody can read it now."), code="closed")
    fresh.tender = tender
    return fresh
