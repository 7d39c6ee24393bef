from django.db import migrations


def fill_in(apps, schema_editor):
    """The log knows which party was told, also where the line was corrected since. Who was told by its name alone is who the line
    names now. But where somebody answered already, it is whose answer that is: what they wrote stays theirs.
    """
    event, membership = apps.get_model("events", "Event"), apps.get_model("accounts", "Membership")
    told = apps.get_model("inventory", "MayStop").objects.filter(told_on__isnull=False)
    events = event.objects.filter(name="inventory.incumbent_told").order_by("pk")
    logged = {one.thing_id: one.data.get("party") for one in events.iterator()}
    known = set(apps.get_model("accounts", "Party").objects.filter(pk__in=set(logged.values())).values_list("pk", flat=True))
    for row in told.select_related("line", "friction").iterator():
        party = logged.get(row.pk)
        row.party_id = party if party in known else row.line.party_id
        if hasattr(row, "friction"):
            theirs = set(membership.objects.filter(user=row.friction.filed_by_id).values_list("party_id", flat=True))
            if row.party_id not in theirs:
                likely = theirs & {row.line.party_id} or theirs
                row.party_id = likely.pop() if len(likely) == 1 else None
        row.told_name = row.line.party_name
        row.save(update_fields=["party", "told_name"])


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0002_why_a_role_was_taken_away"),
        ("events", "0004_outbox_of_its_own"),
        ("inventory", "0007_who_was_told"),
    ]

    operations = [migrations.RunPython(fill_in, migrations.RunPython.noop)]
