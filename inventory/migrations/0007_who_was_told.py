import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    """Who was told stays with the telling, whoever the line names later. The next one fills it in: on PostgreSQL a table cannot be
    changed after its rows were, in one transaction.
    """

    dependencies = [
        ("accounts", "0002_why_a_role_was_taken_away"),
        ("inventory", "0006_sums_of_what_runs"),
    ]

    operations = [
        migrations.AddField(
            model_name="maystop",
            name="party",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="accounts.party",
            ),
        ),
        migrations.AddField(
            model_name="maystop",
            name="told_name",
            field=models.CharField(blank=True, max_length=160, default=""),
            preserve_default=False,
        ),
        migrations.AddConstraint(
            model_name="maystop",
            constraint=models.CheckConstraint(
                condition=Q(told_on__isnull=False) | Q(party=None, told_name=""), name="who_was_told_with_the_telling"
            ),
        ),
    ]
