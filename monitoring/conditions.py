"""Finished facts about measuring and learning, for config/gates.py. The thing is the tender."""

from django.utils.translation import gettext_lazy as _

from monitoring.models import Lesson, Measurement, Reflection
from tenders.gates import fact
from tenders.steps import Step


@fact(_("Report at least one measurement."), page="monitoring:show_monitoring")
def indicator_measured(tender) -> bool:
    return Measurement.objects.current().filter(indicator__contract__tender=tender).exists()


@fact(_("Hold a moment of reflection on this step, and close it with what you do with it."), page="monitoring:show_monitoring")
def reflection_held(tender) -> bool:
    return Reflection.objects.filter(tender=tender, step=Step.MONITORING, closed_at__isnull=False).exists()


@fact(_("Write down at least one lesson, so that the next tender begins further."), page="monitoring:show_monitoring")
def lesson_written(tender) -> bool:
    return Lesson.objects.filter(tender=tender).exists()
