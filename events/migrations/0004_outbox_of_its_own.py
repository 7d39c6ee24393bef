from django.db import migrations
from django.utils.module_loading import import_string


def keep_what_waits(apps, schema_editor):
    """What no broker took yet stood in the row of its event; from now on it stands in the outbox."""
    event, reaction = apps.get_model("events", "Event"), apps.get_model("events", "Reaction")
    asked = import_string("config.reactions.REACTIONS")
    waiting = event.objects.filter(handed_over_at=None, name__in=asked).values_list("pk", "name", "at")
    rows = [reaction(event_id=pk, task=task, again_at=at, tries=0) for pk, name, at in waiting for task in asked[name]]
    reaction.objects.bulk_create(rows, ignore_conflicts=True)


class Migration(migrations.Migration):
    dependencies = [
        ("events", "0003_reaction"),
    ]

    operations = [
        migrations.RunPython(keep_what_waits, migrations.RunPython.noop, elidable=True),
        migrations.RemoveIndex(
            model_name="event",
            name="event_outbox",
        ),
        migrations.RemoveField(
            model_name="event",
            name="handed_over_at",
        ),
    ]
