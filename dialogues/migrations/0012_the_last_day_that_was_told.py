from django.db import migrations, models
from django.db.models import F

from events import clock


def leave_what_is_long_over(apps, schema_editor):
    """Nobody gets a mail today of a last day of before."""
    dialogues = apps.get_model("dialogues", "Dialogue")
    dialogues.objects.filter(closes_on__lt=clock.today()).update(told_over=F("closes_on"))


class Migration(migrations.Migration):
    dependencies = [("dialogues", "0011_what_the_room_says_has_a_theme")]

    operations = [
        migrations.AddField(model_name="dialogue", name="told_over", field=models.DateField(blank=True, null=True)),
        migrations.RunPython(leave_what_is_long_over, migrations.RunPython.noop),
    ]
