"""Each time that something was hidden becomes a row. Who did it before stays unsaid: nobody knew that the name would stand there."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


def carry_over(apps, schema_editor):
    """What is hidden now, and what was put back, of which only the log still knows since when it was hidden."""
    hidings, events = apps.get_model("initiatives", "Hiding"), apps.get_model("events", "Event")
    for name in ("initiative", "update", "photo", "plan"):
        touched = ~models.Q(hidden_because="") & (models.Q(hidden_at__isnull=False) | models.Q(restored_at__isnull=False))
        for thing in apps.get_model("initiatives", name).objects.filter(touched).order_by("pk"):
            row = {f"{name}_id": thing.pk, "because": thing.hidden_because, "at": thing.hidden_at}
            if thing.hidden_at is None:
                log = events.objects.filter(name="initiatives.words_hidden", thing_kind=f"initiatives.{name}", thing_id=thing.pk)
                row["at"] = log.order_by("-id").values_list("at", flat=True).first() or thing.restored_at
                row |= {"ended_at": thing.restored_at, "ended_because": thing.restored_because}
            hidings.objects.create(**row)


class Migration(migrations.Migration):
    dependencies = [
        ("events", "0004_outbox_of_its_own"),
        ("initiatives", "0006_what_was_hidden_comes_back"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Hiding",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField()),
                ("because", models.TextField()),
                ("ended_at", models.DateTimeField(null=True)),
                ("ended_because", models.TextField(blank=True)),
                (
                    "by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "ended_by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "initiative",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="hidings", to="initiatives.initiative"
                    ),
                ),
                (
                    "photo",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="hidings", to="initiatives.photo"
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="hidings", to="initiatives.plan"
                    ),
                ),
                (
                    "update",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="hidings", to="initiatives.update"
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("initiative__isnull", False),
                                ("photo__isnull", True),
                                ("plan__isnull", True),
                                ("update__isnull", True),
                            ),
                            models.Q(
                                ("initiative__isnull", True),
                                ("photo__isnull", True),
                                ("plan__isnull", True),
                                ("update__isnull", False),
                            ),
                            models.Q(
                                ("initiative__isnull", True),
                                ("photo__isnull", False),
                                ("plan__isnull", True),
                                ("update__isnull", True),
                            ),
                            models.Q(
                                ("initiative__isnull", True),
                                ("photo__isnull", True),
                                ("plan__isnull", False),
                                ("update__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="hiding_of_one_thing",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("because", ""), _negated=True),
                            models.Q(
                                models.Q(("ended_at", None), ("ended_because", ""), ("ended_by", None)),
                                models.Q(("ended_at__isnull", False), models.Q(("ended_because", ""), _negated=True)),
                                _connector="OR",
                            ),
                        ),
                        name="words_hidden_and_back_with_a_reason",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at", None)), fields=("initiative",), name="initiative_hidden_once_at_a_time"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at", None)), fields=("update",), name="update_hidden_once_at_a_time"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at", None)), fields=("photo",), name="photo_hidden_once_at_a_time"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at", None)), fields=("plan",), name="plan_hidden_once_at_a_time"
                    ),
                ],
            },
        ),
        migrations.RunPython(carry_over, migrations.RunPython.noop),
    ]
