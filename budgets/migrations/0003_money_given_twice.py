"""Who gave money to something else after an entry was taken back, no longer gives it to that entry too.

Only what is above the ceiling is touched: no form can have said so, the money went twice. Of what was gone, or was hidden for a
while, the first that went is the first that gets nothing. A form on paper that was set aside stays as it was written.
"""

from django.db import migrations
from django.db.models import F, Sum


def take_back(apps, schema_editor):
    divisions = apps.get_model("budgets", "Division").objects.filter(withdrawn_at=None)
    above = divisions.annotate(total=Sum("shares__amount")).filter(total__gt=F("budget__ceiling"))
    for division, total, ceiling in list(above.values_list("pk", "total", "budget__ceiling")):
        _take_back_from(apps, division, total - ceiling)


def _take_back_from(apps, division: int, over: int) -> None:
    shares = apps.get_model("budgets", "Share").objects.filter(division=division, amount__gt=0)
    found = ((_gone_at(apps, share.entry), share) for share in shares.select_related("entry__line", "entry__plan"))
    for _at, share in sorted(((at, share) for at, share in found if at), key=lambda pair: (pair[0], pair[1].pk)):
        if over <= 0:
            return
        over -= share.amount
        share.amount = 0
        share.save(update_fields=["amount"])


def _gone_at(apps, entry):
    """When it was gone for the first time; None when it never was."""
    if entry.line:
        return entry.line.ended_at
    hidings = apps.get_model("initiatives", "Hiding").objects.filter(plan=entry.plan_id).values_list("at", flat=True)
    return min((at for at in (entry.plan.withdrawn_at, entry.plan.hidden_at, *hidings) if at), default=None)


class Migration(migrations.Migration):
    dependencies = [
        ("budgets", "0002_set_forms_aside"),
        ("initiatives", "0007_each_time_that_something_was_hidden"),
        ("inventory", "0001_initial"),
    ]

    operations = [migrations.RunPython(take_back, migrations.RunPython.noop, elidable=True)]
