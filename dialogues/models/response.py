from django.db import models
from django.utils.translation import gettext_lazy as _

from events import clock
from events.retention import THREAD


class Outcome(models.TextChoices):
    TAKEN_OVER = "taken_over", _("taken over")
    PARTLY = "partly", _("partly taken over")
    NOT = "not", _("not, with the reason")
    LATER = "later", _("not now, later")


class ResponseQuerySet(models.QuerySet):
    def holding(self):
        """Answers that hold, to contributions that can be read."""
        return self.filter(withdrawn_at=None, contribution__hidden_at=None)


class Response(models.Model):
    """The municipality's answer to a contribution: taken over, partly, not or later, and why. One a contribution."""

    contribution = models.OneToOneField("dialogues.Contribution", models.PROTECT, related_name="response")
    finding = models.ForeignKey(
        "dialogues.Finding",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="responses",
        verbose_name=_("finding that it belongs to"),
    )
    outcome = models.CharField(_("what you do with it"), max_length=12, choices=Outcome)
    reason = models.TextField(_("why"), max_length=4000)
    by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)
    version = models.PositiveIntegerField(default=1)
    # It was the answer to a finding from which its contribution was taken: that waits for an answer of its own again.
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = ResponseQuerySet.as_manager()

    retention = THREAD
    personal = ("by",)

    def __str__(self) -> str:
        return self.reason

    @property
    def tender(self):
        return self.contribution.tender


class ResponseChange(models.Model):
    """An answer was changed: what it was before. An answer that was given is never lost."""

    response = models.ForeignKey(Response, models.PROTECT, related_name="changes")
    outcome = models.CharField(max_length=12, choices=Outcome)
    reason = models.TextField()
    by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    at = models.DateTimeField()

    retention = THREAD
    personal = ("by",)

    class Meta:
        ordering = ["-at", "-id"]
