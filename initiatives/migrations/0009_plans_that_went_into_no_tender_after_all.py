"""Answers learn into which tender they carried their plan; a plan that got a no since leaves the tender that it stayed in.

The log knows of each answer which tender its plan touched when it was given: also one that a later answer took its place of.
"""

from django.db import migrations
from django.db.models import F, Q


def carry_over(apps, schema_editor):
    plans, answers = apps.get_model("initiatives", "Plan"), apps.get_model("initiatives", "PlanAnswer")
    for plan in plans.objects.filter(carried_to__isnull=False).order_by("pk"):
        for earlier, answer in enumerate(answers.objects.filter(plan=plan).exclude(outcome="no").order_by("-pk")):
            answer.into_id = _touched_then(apps, plan, answer) if earlier else plan.carried_to_id
            answer.save(update_fields=["into"])
        in_time = Q(replaced_at=None) | Q(replaced_at__gte=F("question__published_at"))
        public = Q(question=None) | Q(in_time, question__published_at__isnull=False)
        holds = answers.objects.filter(public, plan=plan).order_by("-pk").first()
        if holds and holds.outcome == "no":
            plan.carried_to = None
            plan.save(update_fields=["carried_to"])


def _touched_then(apps, plan, answer) -> int | None:
    """The tender into which an earlier answer carried it; None when it touched no other than the one that it is about."""
    told = apps.get_model("events", "Event").objects.filter(
        name="initiatives.plan_answered", thing_kind="initiatives.plananswer", thing_id=answer.pk
    )
    touched = told.exclude(tender_id=plan.about_id).values_list("tender_id", flat=True).first()
    return touched if apps.get_model("tenders", "Tender").objects.filter(pk=touched).exists() else None


class Migration(migrations.Migration):
    dependencies = [
        ("events", "0004_outbox_of_its_own"),
        ("initiatives", "0008_the_tender_of_each_answer"),
    ]

    operations = [migrations.RunPython(carry_over, migrations.RunPython.noop)]
