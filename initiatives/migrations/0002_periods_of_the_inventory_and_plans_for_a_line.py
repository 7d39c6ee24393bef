"""There were two kinds of period for plans; the rows of this one move to the inventory's, with their address and their plans."""

import django.db.models.deletion
from django.db import migrations, models


def move(apps, schema_editor):
    old, new = apps.get_model("initiatives", "PlanPeriod"), apps.get_model("inventory", "Period")
    plans = apps.get_model("initiatives", "Plan")
    for row in old.objects.order_by("pk"):
        made = new.objects.create(
            public_id=row.public_id,
            municipality_id=row.municipality_id,
            area_id=row.area_id,
            kind=row.kind,
            title=row.title,
            reason=row.text,
            begins_on=row.opens_on,
            ends_on=row.closes_on,
            opened_by_id=row.by_id,
            opened_at=row.at,
            closed_at=row.ended_at,
            closed_because=row.ended_because,
        )
        plans.objects.filter(period=row.pk).update(asked_in=made.pk)
    if schema_editor.connection.vendor == "postgresql":  # what was just written is checked before the tables change
        schema_editor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def _to(model: str, **options) -> models.ForeignKey:
    return models.ForeignKey(
        blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=model, **options
    )


class Migration(migrations.Migration):
    dependencies = [
        ("initiatives", "0001_initial"),
        ("inventory", "0002_one_kind_of_period"),
    ]

    operations = [
        migrations.AddField("plan", "line", _to("inventory.line", verbose_name="line")),
        migrations.AddField("plan", "asked_in", _to("inventory.period")),
        migrations.RunPython(move),
        migrations.RemoveField("plan", "period"),
        migrations.RenameField("plan", "asked_in", "period"),
        migrations.DeleteModel("PlanPeriod"),
    ]
