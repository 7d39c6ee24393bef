"""What told somebody behind a pseudonym before it was sealed is sealed afterwards."""

from importlib import import_module

from django.apps import apps

from dialogues.models import NameChoice
from events import clock, log
from notifications.models import Mail, MailState, Notice
from notifications.thread_ways import way_to
from tests import make

MIGRATION = import_module("notifications.migrations.0002_seal_what_led_behind_a_pseudonym")
EMPTYING = import_module("notifications.migrations.0004_what_was_told_before_leads_nowhere")


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


def test_what_went_before_keeps_no_address_and_lies_in_no_order(cast):
    said = make.contribution(make.tender(cast), name_choice=NameChoice.PSEUDONYM)
    told_before(cast, said)
    MIGRATION.seal(apps, None)
    Mail.objects.update(state=MailState.SENT, next_attempt_at=clock.now())
    waiting = Mail.objects.create(once="sealed:wacht", to="an@example.nl")
    other = Mail.objects.create(once="1:2", to="bo@example.nl", state=MailState.SENT)
    EMPTYING.empty(apps, None)
    mail = Mail.objects.get(to="")
    assert (mail.subject, mail.text, mail.html, mail.next_attempt_at) == ("", "", "", mail.made_at)
    assert (mail.pk < 0, Notice.objects.get().pk < 0, Mail.objects.get(once=waiting.once).pk < 0) == (True, True, True)
    assert set(Mail.objects.exclude(to="").values_list("to", flat=True)) == {waiting.to, other.to}
    assert Mail.objects.get(once=other.once).pk == other.pk


def test_mails_of_before_about_a_question_without_an_account_keep_the_day(cast):
    tender = make.tender(cast)
    events = [log.record("tenders.question_asked", by=by, thing=tender, day_only=by is None) for by in (None, cast.resident)]
    for event in events:
        Mail.objects.create(once=f"{event.pk}:{cast.officer.pk}", to=cast.officer.email, sent_at=clock.now())
    EMPTYING.round_off(apps, None)
    without, named = (Mail.objects.get(once__startswith=f"{event.pk}:") for event in events)
    assert {without.made_at, without.next_attempt_at, without.sent_at} == {events[0].at}
    assert named.made_at > events[0].at
