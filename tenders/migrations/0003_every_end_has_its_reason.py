from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("tenders", "0002_building_to_the_only_candidate")]

    operations = [
        migrations.RenameField("involvement", "excluded_because", "ended_because"),
        migrations.AlterField("involvement", "ended_because", models.TextField(blank=True, verbose_name="why it ended")),
    ]
