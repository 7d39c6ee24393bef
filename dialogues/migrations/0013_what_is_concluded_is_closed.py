from django.db import migrations
from django.db.models import OuterRef, Subquery

from events import clock


def close(apps, schema_editor):
    """A dialogue whose last day went by itself was not closed when it was concluded: another last day alone opened it again.

    One that people can take part in so was meant to be open: its conclusion is set aside, as by opening it again.
    """
    dialogues, conclusions = apps.get_model("dialogues", "Dialogue"), apps.get_model("dialogues", "Conclusion")
    concluded = dialogues.objects.filter(conclusion__isnull=False, closed_at=None)
    meant = {"tender__step": 1, "tender__completed_at": None, "tender__withdrawn_at": None, "closes_on__gte": clock.today()}
    open_again = concluded.filter(**meant)
    conclusions.objects.filter(pk__in=list(open_again.values_list("conclusion", flat=True))).update(reopened_at=clock.now())
    dialogues.objects.filter(pk__in=list(open_again.values_list("pk", flat=True))).update(conclusion=None)
    at = conclusions.objects.filter(pk=OuterRef("conclusion")).values("at")
    concluded.update(closed_at=Subquery(at))


class Migration(migrations.Migration):
    dependencies = [("dialogues", "0012_the_last_day_that_was_told")]

    operations = [migrations.RunPython(close, migrations.RunPython.noop)]
