import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("areas", "0002_step_one"),
        ("inventory", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            "period",
            "area",
            models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="areas.area",
                verbose_name="neighbourhood",
            ),
        ),
        migrations.AddField(
            "period",
            "kind",
            models.CharField(
                choices=[("closing", "something closes"), ("contract_ends", "a contract ends"), ("other", "another reason")],
                default="other",
                max_length=14,
                verbose_name="what happens",
            ),
        ),
        migrations.AddField(
            "period", "must_know", models.TextField(blank=True, max_length=2000, verbose_name="what people must know")
        ),
        migrations.AlterField("period", "reason", models.TextField(max_length=2000, verbose_name="why now")),
    ]
