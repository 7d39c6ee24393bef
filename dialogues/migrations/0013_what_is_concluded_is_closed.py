from django.db import migrations
from django.db.models import OuterRef, Subquery


def close(apps, schema_editor):
    """A dialogue whose last day went by itself was not closed when it was concluded: another last day alone opened it again."""
    dialogues, conclusions = apps.get_model("dialogues", "Dialogue"), apps.get_model("dialogues", "Conclusion")
    at = conclusions.objects.filter(pk=OuterRef("conclusion")).values("at")
    dialogues.objects.filter(conclusion__isnull=False, closed_at=None).update(closed_at=Subquery(at))


class Migration(migrations.Migration):
    dependencies = [("dialogues", "0012_the_last_day_that_was_told")]

    operations = [migrations.RunPython(close, migrations.RunPython.noop)]
