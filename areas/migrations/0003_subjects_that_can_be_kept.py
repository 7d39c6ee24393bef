from django.db import migrations, models

import events.ids


def name_each(apps, _schema_editor):
    """Each subject gets an address of its own; a default would give all the same."""
    for theme in apps.get_model("areas", "Theme").objects.filter(public_id=None):
        theme.public_id = events.ids.new_public_id()
        theme.save(update_fields=["public_id"])


class Migration(migrations.Migration):
    dependencies = [
        ("areas", "0002_step_one"),
    ]

    operations = [
        migrations.AddField(
            model_name="theme",
            name="ended_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="theme",
            name="public_id",
            field=models.CharField(editable=False, max_length=10, null=True),
        ),
        migrations.RunPython(name_each, migrations.RunPython.noop),
        migrations.AlterField(
            model_name="theme",
            name="public_id",
            field=models.CharField(default=events.ids.new_public_id, editable=False, max_length=10, unique=True),
        ),
    ]
