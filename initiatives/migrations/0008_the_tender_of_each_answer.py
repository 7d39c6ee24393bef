"""Into which tender an answer carries a plan stands with that answer: with a no into none, and an earlier one stays known."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("initiatives", "0007_each_time_that_something_was_hidden"),
        ("tenders", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="plananswer",
            name="into",
            field=models.ForeignKey(
                blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenders.tender"
            ),
        ),
        migrations.AddConstraint(
            model_name="plananswer",
            constraint=models.CheckConstraint(
                condition=models.Q(("into", None), models.Q(("outcome", "no"), _negated=True), _connector="OR"),
                name="plan_goes_into_no_tender_with_a_no",
            ),
        ),
    ]
