from django.db import migrations
from django.utils.crypto import salted_hmac

from events import clock


def seal(apps, schema_editor):
    """Notices and mails of before that led from a person to a contribution under a pseudonym lead to the list of all.

    As notifications/thread_ways.py makes them since, so that a task that runs once more tells nobody again.
    """
    pseudonymous = apps.get_model("dialogues", "Contribution").objects.filter(name_choice="pseudonym").select_related("tender")
    notices, mails = apps.get_model("notifications", "Notice").objects, apps.get_model("notifications", "Mail").objects
    for mail in mails.filter(once__contains=":thread:").iterator():
        event, _sign, pk = mail.once.partition(":thread:")
        said = pseudonymous.filter(pk=pk).first()
        if said is None:
            continue
        sealed = salted_hmac("notifications.thread", f"{event}:{pk}", algorithm="sha256")
        everything = f"/trajecten/{said.tender.slug}/rode-draad/"
        own = f"{everything}{said.number}/"
        for notice in notices.filter(kind="thread", event_id=event, url=own):
            notice.event_id = -1 - (int.from_bytes(sealed.digest()[:8], "big") >> 1)
            notice.url, notice.at = everything, _day(notice.at)
            notice.save()
        mail.once = f"sealed:{sealed.hexdigest()}"
        mail.text, mail.html = mail.text.replace(own, everything), mail.html.replace(own, everything)
        mail.made_at, mail.sent_at, mail.next_attempt_at = _day(mail.made_at), _day(mail.sent_at), _day(mail.next_attempt_at)
        mail.save()


def _day(moment):
    return moment and clock.beginning_of(clock.day_of(moment))


class Migration(migrations.Migration):
    dependencies = [
        ("notifications", "0001_initial"),
        ("dialogues", "0011_what_the_room_says_has_a_theme"),
        ("tenders", "0006_questions_answered_elsewhere"),
    ]

    operations = [migrations.RunPython(seal, migrations.RunPython.noop)]
