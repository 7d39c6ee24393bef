from django.db import migrations

from events import clock


def keep_the_day(apps, schema_editor):
    """Of an appeal of who wrote without a name or under a pseudonym only the day stays: the moment could lead back."""
    appeals = apps.get_model("dialogues", "Appeal").objects
    for appeal in appeals.filter(hiding__contribution__name_choice__in=["anonymous", "pseudonym"]):
        appeal.at = clock.beginning_of(clock.day_of(appeal.at))
        appeal.save(update_fields=["at"])


class Migration(migrations.Migration):
    dependencies = [("dialogues", "0014_grounds_of_copied_pilots")]

    operations = [migrations.RunPython(keep_the_day, migrations.RunPython.noop)]
