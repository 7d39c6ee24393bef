from django.db import migrations
from django.utils import translation


def give_grounds(apps, schema_editor):
    """A pilot that was taken to a next area came there without published reasons to hide something: it gets the usual ones."""
    from dialogues.grounds import USUAL

    Dialogue, Ground = apps.get_model("dialogues", "Dialogue"), apps.get_model("dialogues", "Ground")
    with translation.override("nl"):
        for dialogue in Dialogue.objects.filter(grounds=None):
            Ground.objects.bulk_create(Ground(dialogue=dialogue, text=str(text)) for text in USUAL)


class Migration(migrations.Migration):
    dependencies = [("dialogues", "0013_what_is_concluded_is_closed")]

    operations = [migrations.RunPython(give_grounds, migrations.RunPython.noop)]
