from django.db import models

from events import clock
from events.retention import THREAD
from tenders.models import Tender


class Translation(models.Model):
    """The Dutch that an officer wrote beside what somebody said in another language; and what stood in its place before.

    Of one contribution there may be several, one after the other: the newest that was not taken back is read.
    """

    contribution = models.ForeignKey("dialogues.Contribution", models.PROTECT, related_name="translations")
    # As in the contribution: the code of a language that we know, or its name as somebody wrote it.
    language = models.CharField(max_length=40)
    text = models.TextField(max_length=4000)
    # The Dutch, and the language, that stood there before; empty when it was the first Dutch.
    instead_of = models.TextField(blank=True)
    instead_of_language = models.CharField(max_length=40, blank=True)
    by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey("accounts.User", models.PROTECT, null=True, blank=True, related_name="+")

    retention = THREAD
    personal = ("text", "instead_of", "by", "ended_by")

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ended_at=None, ended_by=None) | models.Q(ended_at__isnull=False, ended_by__isnull=False),
                name="translation_taken_back_by_somebody",
            )
        ]

    @property
    def tender(self) -> Tender:
        return self.contribution.tender
