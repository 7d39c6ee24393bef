from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from events import clock
from events.ids import new_public_id
from events.retention import THREAD
from tenders.steps import Step


class LessonQuerySet(models.QuerySet):
    def visible_to(self, user):
        from tenders.models import Tender  # a floor below

        return self.filter(tender__in=Tender.objects.visible_to(user))


class Lesson(models.Model):
    """What was learnt, by step and situation, from a measurement or a reflection."""

    public_id = models.CharField(max_length=10, unique=True, default=new_public_id, editable=False)
    tender = models.ForeignKey("tenders.Tender", models.PROTECT, related_name="+")
    step = models.PositiveSmallIntegerField(_("about step"), choices=Step)
    text = models.TextField(_("lesson"))
    situation = models.CharField(_("when it helps"), max_length=200, blank=True)
    measurement = models.ForeignKey(
        "monitoring.Measurement",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="lessons",
        verbose_name=_("from the measurement"),
    )
    reflection = models.ForeignKey(
        "monitoring.Reflection",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="lessons",
        verbose_name=_("from the reflection"),
    )
    by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)

    objects = LessonQuerySet.as_manager()

    view_permission = "monitoring.view_lesson"
    retention = THREAD
    personal = ("by",)

    class Meta:
        ordering = ["-at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(measurement__isnull=False) | Q(reflection__isnull=False),
                name="lesson_comes_from_somewhere",
                violation_error_message=_("Choose the measurement or the reflection that taught you this."),
            )
        ]
