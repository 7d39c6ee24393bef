from django.db import migrations
from django.utils import translation


def give_usual_grounds(apps, schema_editor):
    """A dialogue of before has no published reasons to hide something; it gets the usual ones, as a new dialogue does."""
    from dialogues.grounds import USUAL

    Dialogue, Ground = apps.get_model("dialogues", "Dialogue"), apps.get_model("dialogues", "Ground")
    with translation.override("nl"):
        for dialogue in Dialogue.objects.filter(grounds=None):
            Ground.objects.bulk_create(Ground(dialogue=dialogue, text=str(text)) for text in USUAL)


class Migration(migrations.Migration):
    dependencies = [("dialogues", "0004_step_one")]

    operations = [migrations.RunPython(give_usual_grounds, migrations.RunPython.noop)]
