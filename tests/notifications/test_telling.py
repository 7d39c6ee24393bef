"""Everybody concerned is told once, in their own language, and no mail is lost."""

import pytest
from django.conf import settings
from django.core import mail
from django.test import Client

from events import clock, log
from events.models import Event
from notifications.actions import follow_tender
from notifications.models import Follow, Mail, MailState, Notice
from notifications.sending import send_waiting
from notifications.tasks import tell_people
from tenders.actions import answer_question, ask_question, publish_answers
from tenders.models import Tender
from tests import make

AWAY = "tests.accounts.test_sign_in.AwayBackend"


@pytest.fixture
def answered(cast):
    """A tender that the resident (in English) and the neighbour follow, with answers just published."""
    tender = make.tender(cast)
    cast.resident.language = "en"
    cast.resident.save()
    for person in (cast.resident, cast.neighbour):
        follow_tender(tender=tender, by=person)
    question = ask_question(tender=tender, by=cast.neighbour, text="Hoe laat?")
    answer_question(question=question, by=cast.officer, answer="Om acht uur.")
    publish_answers(tender=tender, by=cast.officer)
    return Event.objects.get(name="tenders.answers_published")


def test_followers_are_told_once_however_often_the_task_runs(cast, answered):
    for _run in range(3):
        tell_people(answered.pk)
    assert sorted(Notice.objects.values_list("person__name", flat=True)) == sorted([cast.neighbour.name, cast.resident.name])
    assert Mail.objects.count() == 2


def test_each_reads_in_their_own_language(cast, answered):
    tell_people(answered.pk)
    subjects = dict(Mail.objects.values_list("language", "subject"))
    assert subjects["en"].startswith("Questions were answered")
    assert subjects["nl"].startswith("Vragen zijn beantwoord")


def test_a_mail_server_that_is_away_loses_nothing(cast, answered, settings, move_clock):
    tell_people(answered.pk)
    settings.EMAIL_BACKEND = AWAY
    send_waiting()
    assert set(Mail.objects.values_list("state", flat=True)) == {MailState.WAITING}
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    move_clock(hours=1)
    assert send_waiting() == 2
    assert send_waiting() == 0
    assert (len(mail.outbox), set(Mail.objects.values_list("state", flat=True))) == (2, {MailState.SENT})


def test_the_mail_leads_to_a_page_that_stops_it_without_signing_in(cast, answered):
    tell_people(answered.pk)
    follow = Follow.objects.get(person=cast.neighbour)
    text = Mail.objects.get(to=cast.neighbour.email).text
    assert f"Stoppen kan op deze pagina, zonder in te loggen:\n{settings.SITE_ADDRESS}/volgen/stop/{follow.key}/\n" in text
    assert Client().get(f"/volgen/stop/{follow.key}/").status_code == 200
    assert Follow.objects.count() == 2
    assert Client(enforce_csrf_checks=True).post(f"/volgen/stop/{follow.key}/").status_code == 302
    assert list(Follow.objects.values_list("person__name", flat=True)) == [cast.resident.name]


def test_the_button_of_a_mail_program_stops_it_at_once(cast, answered):
    """RFC 8058: two headers, and a form sent without a cookie, that is answered and not led elsewhere."""
    tell_people(answered.pk)
    send_waiting()
    follow = Follow.objects.get(person=cast.neighbour)
    headers = next(letter for letter in mail.outbox if letter.to == [cast.neighbour.email]).message()
    address = headers["List-Unsubscribe"].strip("<>")
    assert address == f"{settings.SITE_ADDRESS}/volgen/stop/{follow.key}/"
    name, _is, value = headers["List-Unsubscribe-Post"].partition("=")
    for _time in range(2):
        answer = Client(enforce_csrf_checks=True).post(address.removeprefix(settings.SITE_ADDRESS), {name: value})
        assert (answer.status_code, "U volgt dit traject niet meer" in answer.content.decode()) == (200, True)
    assert list(Follow.objects.values_list("person__name", flat=True)) == [cast.resident.name]


def test_a_mail_to_who_does_not_follow_has_no_such_button(db):
    Mail.objects.create(once="een", to="een@example.nl", subject="Er is nieuws", text="Lees het.")
    send_waiting()
    assert not [name for name in mail.outbox[0].message() if name.startswith("List-")]


def test_who_follows_later_can_stop_from_the_first_mail_too(cast, answered, commit):
    with commit():
        follow = follow_tender(tender=Tender.objects.get(), by=cast.rival)
    told = Mail.objects.get(to=cast.rival.email)
    assert (told.stop, told.stop in told.text) == (f"{settings.SITE_ADDRESS}/volgen/stop/{follow.key}/", True)


def test_of_a_question_without_an_account_the_mails_to_the_team_tell_the_day_alone(cast, commit, client_of):
    tender = make.tender(cast)
    with commit():
        ask_question(tender=tender, by=None, text="Hoe laat?", code="k7wp-93bd-xm2h")
    send_waiting()
    day = clock.beginning_of(clock.today())
    told = Mail.objects.get(to=cast.officer.email)
    assert (told.made_at, told.next_attempt_at, told.sent_at) == (day, day, day)
    shown = client_of(cast.officer).get("/mijn/berichten/").content.decode()
    assert ("Een vraag wacht op uw antwoord" in shown, "00.00" in shown) == (True, False)


def test_who_did_it_is_not_told(cast):
    tender = make.tender(cast)
    follow_tender(tender=tender, by=cast.officer)
    event = log.record("tenders.answers_published", by=cast.officer, thing=tender)
    assert tell_people(event.pk) == 0
