"""Notices are listed by their moment: of who is behind a pseudonym they get an id that says nothing of it."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("notifications", "0002_seal_what_led_behind_a_pseudonym")]

    operations = [
        migrations.AlterModelOptions("mail", {"ordering": ["-made_at", "-id"]}),
        migrations.AlterModelOptions("notice", {"ordering": ["-at", "-id"]}),
        migrations.RemoveIndex("notice", "notices_of_person"),
        migrations.AddIndex("notice", models.Index(fields=["person", "-at", "-id"], name="notices_of_person")),
    ]
