from django.db import migrations, models
from django.db.models import Q

_SUMS = ["municipality", "kind", "area", "theme", "amount", "ends_on", "vat"]


class Migration(migrations.Migration):
    dependencies = [("inventory", "0005_who_decides_on_an_end")]

    operations = [
        migrations.RemoveIndex("line", "line_sums"),
        migrations.AddIndex("line", models.Index(fields=_SUMS, name="line_sums", condition=Q(ended_at=None))),
    ]
