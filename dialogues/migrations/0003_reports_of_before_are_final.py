from django.db import migrations
from django.db.models import F


def lock(apps, schema_editor):
    """Reports from before there were drafts could not be corrected, and still cannot."""
    meetings = apps.get_model("dialogues", "Meeting")
    meetings.objects.filter(reported_at__isnull=False, corrections_until=None).update(locked_at=F("reported_at"))


class Migration(migrations.Migration):
    dependencies = [("dialogues", "0002_minutes_and_people_for_each_organisation")]

    operations = [migrations.RunPython(lock, migrations.RunPython.noop)]
