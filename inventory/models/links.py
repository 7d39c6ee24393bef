"""What ties a line to a tender and to a question: rows that point down, since tenders know nothing of an inventory."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from events import clock
from events.retention import TENDER, THREAD
from inventory.models.line import Line


class TaskTender(models.Model):
    """A tender that was started from a task (or from a building, contract or subsidy) of the inventory."""

    line = models.ForeignKey(Line, models.PROTECT, related_name="tenders")
    tender = models.OneToOneField("tenders.Tender", models.PROTECT, related_name="+")
    started_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    started_at = models.DateTimeField(default=clock.now)

    retention = THREAD
    personal = ("started_by",)

    class Meta:
        ordering = ["pk"]


def line_of(question) -> Line | None:
    """The line that a question is about; None of a question in a tender."""
    if question.tender_id:
        return None
    return Line.objects.select_related("municipality").filter(questions__question=question).first()


class LineQuestion(models.Model):
    """A question that somebody asked about a line; question and answer are those of `tenders`."""

    line = models.ForeignKey(Line, models.PROTECT, related_name="questions", verbose_name=_("line"))
    question = models.OneToOneField("tenders.Question", models.PROTECT, related_name="+")

    retention = TENDER
    personal = ()

    class Meta:
        ordering = ["pk"]
