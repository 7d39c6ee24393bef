from django.db import models
from django.utils.translation import gettext_lazy as _

from events import clock
from events.retention import TENDER
from tenders.steps import Step


class Move(models.TextChoices):
    START = "start", _("started")
    ADVANCE = "advance", _("went on")
    BACK = "back", _("went back")
    WITHDRAW = "withdraw", _("stopped")
    COMPLETE = "complete", _("completed")


class StepChange(models.Model):
    """A tender moved: onward, back or to its end, with the reason. Public."""

    tender = models.ForeignKey("tenders.Tender", models.PROTECT, related_name="step_changes")
    move = models.CharField(max_length=10, choices=Move)
    from_step = models.PositiveSmallIntegerField(choices=Step, null=True, blank=True)
    to_step = models.PositiveSmallIntegerField(choices=Step)
    reason = models.TextField(_("reason"))
    by = models.ForeignKey("accounts.User", models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=clock.now)

    retention = TENDER
    personal = ("by",)

    class Meta:
        ordering = ["-at", "-id"]


class StepPlan(models.Model):
    """When a step is expected to begin and end."""

    tender = models.ForeignKey("tenders.Tender", models.PROTECT, related_name="plans")
    step = models.PositiveSmallIntegerField(choices=Step)
    begins_on = models.DateField(_("from"), null=True, blank=True)
    ends_on = models.DateField(_("until and including"), null=True, blank=True)

    retention = TENDER
    personal = ()

    class Meta:
        ordering = ["step"]
        constraints = [
            models.UniqueConstraint(fields=["tender", "step"], name="one_plan_per_step"),
            models.CheckConstraint(
                condition=models.Q(begins_on=None) | models.Q(ends_on=None) | models.Q(ends_on__gte=models.F("begins_on")),
                name="plan_ends_after_it_begins",
                violation_error_message=_("A step cannot end before it begins."),
            ),
        ]


class PriorDocument(models.Model):
    """What went before the platform: a tender may start at the step where it stands, with its documents."""

    tender = models.ForeignKey("tenders.Tender", models.PROTECT, related_name="prior_documents")
    step = models.PositiveSmallIntegerField(choices=Step)
    title = models.CharField(_("title"), max_length=160)
    upload = models.ForeignKey("documents.Upload", models.PROTECT, related_name="+")
    added_at = models.DateTimeField(default=clock.now)

    retention = TENDER
    personal = ()

    class Meta:
        ordering = ["step", "id"]
