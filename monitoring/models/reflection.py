from django.db import models
from django.db.models import Count, Q
from django.utils.translation import gettext_lazy as _

from events import clock
from events.ids import new_public_id
from events.retention import THREAD
from tenders.steps import Step


class Voice(models.TextChoices):
    """Who speaks in a reflection; each group answers first by itself."""

    RESIDENTS = "residents", _("residents and participants")
    PROVIDER = "provider", _("provider")
    MUNICIPALITY = "municipality", _("municipality")
    COMMITTEE = "committee", _("committee")


class ReflectionQuerySet(models.QuerySet):
    def visible_to(self, user):
        """The moment itself is public with its tender; what the groups say has a rule of its own."""
        from tenders.models import Tender  # a floor below

        return self.filter(tender__in=Tender.objects.visible_to(user))

    def for_page(self):
        return self.select_related("tender__municipality")


class Reflection(models.Model):
    """A moment to look back on content and on working together, in any step. Changing course or stopping softly is no failure."""

    public_id = models.CharField(max_length=10, unique=True, default=new_public_id, editable=False)
    tender = models.ForeignKey("tenders.Tender", models.PROTECT, related_name="+")
    step = models.PositiveSmallIntegerField(_("about step"), choices=Step, default=Step.MONITORING)
    title = models.CharField(_("question for this moment"), max_length=160)
    held_on = models.DateField(_("date"))
    closed_at = models.DateTimeField(null=True)
    conclusion = models.TextField(_("what we do with it"), blank=True)
    at = models.DateTimeField(default=clock.now)

    objects = ReflectionQuerySet.as_manager()

    view_permission = "monitoring.view_reflection"
    retention = THREAD
    personal = ()

    class Meta:
        ordering = ["-held_on", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(closed_at=None) | ~Q(conclusion=""),
                name="reflection_closes_with_a_conclusion",
                violation_error_message=_("Write down what you do with it."),
            )
        ]

    def __str__(self) -> str:
        return self.title


class ReflectionVoiceQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Of a closed reflection all; of an open one those of one's own groups, and all once those groups have spoken."""
        from monitoring.groups import tenders_by_groups  # it needs this model
        from tenders.models import Tender  # a floor below

        allowed = Q(reflection__closed_at__isnull=False)
        for groups, tender_ids in tenders_by_groups(user).items():
            spoken = Reflection.objects.filter(tender_id__in=tender_ids).annotate(
                spoken=Count("voices", filter=Q(voices__voice__in=groups))
            )
            allowed |= Q(reflection__in=spoken.filter(spoken=len(groups)).values("pk"))
            allowed |= Q(reflection__tender_id__in=tender_ids, voice__in=groups)
        return self.filter(allowed, reflection__tender__in=Tender.objects.visible_to(user))


class ReflectionVoice(models.Model):
    """What one group says, once; `people` is how many of them it comes from."""

    reflection = models.ForeignKey(Reflection, models.PROTECT, related_name="voices")
    voice = models.CharField(_("on behalf of"), max_length=15, choices=Voice)
    text = models.TextField(_("what you see"))
    people = models.PositiveIntegerField(_("from how many people"), null=True, blank=True)
    by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)

    objects = ReflectionVoiceQuerySet.as_manager()

    view_permission = "monitoring.view_voice"
    retention = THREAD
    personal = ("by", "text")

    class Meta:
        ordering = ["at", "id"]
        constraints = [models.UniqueConstraint(fields=["reflection", "voice"], name="voice_once")]

    @property
    def tender(self):
        return self.reflection.tender
