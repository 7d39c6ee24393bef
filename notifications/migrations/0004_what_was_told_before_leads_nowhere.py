import secrets

from django.db import migrations
from django.db.models import F

from events import clock

ASKED = ("tenders.question_asked", "inventory.asked_about_line")


def empty(apps, schema_editor):
    """Of before: what went to who is behind a pseudonym holds no address any more, and lies in no order by its id."""
    notices, mails = apps.get_model("notifications", "Notice").objects, apps.get_model("notifications", "Mail").objects
    for rows in (notices.filter(event_id__lt=0, id__gt=0), mails.filter(once__startswith="sealed:", id__gt=0)):
        for pk in list(rows.values_list("pk", flat=True)):
            rows.filter(pk=pk).update(id=-1 - secrets.randbits(62))
    ended = mails.filter(once__startswith="sealed:").exclude(state="waiting")
    ended.update(to="", subject="", text="", html="", next_attempt_at=F("made_at"))


def round_off(apps, schema_editor):
    """Of before: the mails about a question that was asked without an account keep its day alone, as its event does."""
    mails = apps.get_model("notifications", "Mail").objects
    for event in apps.get_model("events", "Event").objects.filter(name__in=ASKED, actor_id=None).iterator():
        for mail in mails.filter(once__startswith=f"{event.pk}:"):
            mail.made_at = mail.next_attempt_at = event.at
            mail.sent_at = mail.sent_at and clock.beginning_of(clock.day_of(mail.sent_at))
            mail.save()


class Migration(migrations.Migration):
    dependencies = [("notifications", "0003_moments_that_lead_nowhere"), ("events", "0004_outbox_of_its_own")]

    operations = [
        migrations.RunPython(empty, migrations.RunPython.noop),
        migrations.RunPython(round_off, migrations.RunPython.noop),
    ]
