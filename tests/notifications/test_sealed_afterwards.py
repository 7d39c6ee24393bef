"""What told somebody behind a pseudonym before it was sealed is sealed afterwards."""

from importlib import import_module

from django.apps import apps

from dialogues.models import NameChoice
from events import clock, log
from notifications.models import Mail, Notice
from notifications.thread_ways import way_to
from tests import make

MIGRATION = import_module("notifications.migrations.0002_seal_what_led_behind_a_pseudonym")


def told_before(cast, said) -> tuple[Notice, Mail, object]:
    """A notice and a mail as they were written before, in the clear."""
    event, url = log.record("dialogues.contribution_hidden", by=cast.officer, thing=said), said.get_absolute_url()
    given = {"person": cast.resident, "tender": said.tender, "title": "Wat u zei, is verborgen"}
    notice = Notice.objects.create(event_id=event.pk, kind="thread", url=url, **given)
    words = {"subject": "Wat u zei, is verborgen", "text": f"Lees: http://meer{url}", "html": f'<a href="http://meer{url}">'}
    mail = Mail.objects.create(once=f"{event.pk}:thread:{said.pk}", to=cast.resident.email, sent_at=clock.now(), **words)
    return notice, mail, event


def test_it_leads_from_the_person_to_the_contribution_no_more(cast):
    said = make.contribution(make.tender(cast), number=4711, name_choice=NameChoice.PSEUDONYM)
    notice, mail, event = told_before(cast, said)
    MIGRATION.seal(apps, None)
    notice.refresh_from_db()
    mail.refresh_from_db()
    way = way_to(event, said)
    assert (notice.event_id, notice.url, notice.at) == (way.key, way.url, way.at)
    assert (mail.once, mail.made_at, mail.sent_at) == (way.once, way.at, way.at)
    assert (mail.text, mail.html) == (f"Lees: http://meer{way.url}", f'<a href="http://meer{way.url}">')


def test_of_who_gave_a_name_everything_stays(cast):
    said = make.contribution(make.tender(cast), author=cast.resident)
    notice, mail, event = told_before(cast, said)
    MIGRATION.seal(apps, None)
    notice.refresh_from_db()
    mail.refresh_from_db()
    assert (notice.event_id, notice.url) == (event.pk, said.get_absolute_url())
    assert mail.once == f"{event.pk}:thread:{said.pk}"
