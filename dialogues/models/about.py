from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from areas.groups import Question
from events.retention import SHORT, TENDER


class NoGroup(models.TextChoices):
    """An answer about oneself that the figures of an area do not count. Each is as good as any other."""

    RATHER_NOT = "rather_not", _("I would rather not say")
    UNDER_15 = "under_15", _("14 years or younger")
    OTHERWISE = "otherwise", _("something else")
    ELSEWHERE = "elsewhere", _("somewhere else")


class AboutCount(models.Model):
    """How many people gave an answer about themselves. There is no row of a person, so nothing that leads to one.

    What a person says is added to one count for each question and then gone: no two answers of the same person stand
    together, no order, no moment, and no link to what the person brought in. `number` is what was added; `shown` is what
    may be seen, by the team too, and follows `number` only when ten people more belong to a group of that question: who
    looks at the page before and after a contribution came in learns nothing of who wrote it. What is seen is made
    coarser still by areas/small_cells.py. Who would rather not say is counted, and shown nowhere: a total with them in
    it would tell of a few. One thing remains: who holds two copies of the database, a day apart, sees how the counts
    grew in between. Nobody gets such copies but who runs the platform.
    """

    dialogue = models.ForeignKey("dialogues.Dialogue", models.PROTECT, related_name="about_counts")
    question = models.CharField(max_length=10, choices=Question)
    # A group of areas/groups.py or NoGroup; empty for a neighbourhood, which `area` names.
    answer = models.CharField(max_length=12, blank=True)
    area = models.ForeignKey("areas.Area", models.PROTECT, null=True, blank=True, related_name="+")
    number = models.PositiveIntegerField(default=0)
    shown = models.PositiveIntegerField(default=0)
    # Place among the groups that were missing most when the counts were shown last; the dialogue's page names them.
    missing_place = models.PositiveSmallIntegerField(null=True, blank=True)

    retention = TENDER
    personal = ()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["dialogue", "question", "answer"], condition=Q(area=None), name="about_answer_once"),
            models.UniqueConstraint(fields=["dialogue", "area"], condition=Q(area__isnull=False), name="about_area_once"),
            models.CheckConstraint(condition=Q(area=None) | Q(question="area", answer=""), name="about_area_answers_where"),
            models.CheckConstraint(condition=Q(shown__lte=models.F("number")), name="about_shown_was_counted"),
        ]


class UsedTicket(models.Model):
    """Somebody told about themselves with this ticket, so that it counts once. It says nothing of what was told."""

    dialogue = models.ForeignKey("dialogues.Dialogue", models.PROTECT, related_name="+")
    ticket_sha256 = models.CharField(max_length=64)

    retention = SHORT
    personal = ()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["dialogue", "ticket_sha256"], name="ticket_used_once")]
