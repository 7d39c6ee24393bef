"""Writing down what was learnt."""

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from events import clock, log
from monitoring.models import Lesson, Measurement, Reflection
from tenders.locks import hold
from tenders.models import Tender
from tenders.refusal import Refused
from tenders.steps import Step


@transaction.atomic
def draw_lesson(
    *,
    tender: Tender,
    by: User,
    step: Step,
    text: str,
    situation: str = "",
    measurement: Measurement | None = None,
    reflection: Reflection | None = None,
) -> Lesson:
    """A lesson from a measurement or a closed reflection of this tender, or from both."""
    tender = hold(tender)
    if measurement is None and reflection is None:
        raise Refused({"measurement": _("Choose the measurement or the reflection that taught you this.")})
    if measurement and measurement.indicator.contract.tender_id != tender.pk:
        raise Refused({"measurement": _("This measurement belongs to another tender.")})
    if reflection and (reflection.tender_id != tender.pk or reflection.closed_at is None):
        raise Refused({"reflection": _("Close this moment of reflection first.")})
    lesson = Lesson.objects.create(
        tender=tender,
        step=step,
        text=text.strip(),
        situation=situation.strip(),
        measurement=measurement,
        reflection=reflection,
        by=by,
        at=clock.now(),
    )
    log.record("monitoring.lesson_drawn", by=by, thing=lesson, public=True)
    return lesson
