from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("notifications", "0004_what_was_told_before_leads_nowhere")]

    operations = [
        migrations.AddField("mail", "stop", models.CharField(blank=True, default="", max_length=200), preserve_default=False)
    ]
