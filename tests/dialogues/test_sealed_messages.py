"""Messages do not undo the seal around a pseudonym: who has the database does not read in them who is behind one.

Ria speaks under a pseudonym with her account, and a visitor under another one with an address. Both are answered, hidden,
shown again and translated; then somebody looks in what is left, as in test_who_sees_what.py.
"""

import datetime as dt

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from dialogues import actions
from dialogues.models import Contribution, Ground, NameChoice, Outcome, Pseudonym
from dialogues.pseudonyms import Behind, seal
from events import clock
from events.models import Event
from notifications.models import Mail, MailState, Notice
from notifications.sending import send_waiting
from notifications.tasks import tell_people_on_thread
from tests import make
from tests.dialogues.dumps import changed, lines_of_database, table_of

# Each with an id and a number that nothing else has.
OF_RIA, OF_VISITOR = (98_765_431, 47_113), (98_765_433, 47_117)
ADDRESS = "merel@example.nl"
TOLD = 4  # times that each of them hears something


@pytest.fixture
def tender(cast):
    made = make.tender(cast)
    make.dialogue(made, closes_in=400)
    return made


@pytest.fixture
def left(cast, tender, commit, move_clock) -> list[str]:
    """The rows that came by what was done with both, at 13:37:43 in Amsterdam."""
    summer = (clock.today() + dt.timedelta(days=300)).replace(month=7, day=14)
    for (pk, number), who in ((OF_RIA, {"person": cast.resident.pk}), (OF_VISITOR, {"email": ADDRESS})):
        made = make.contribution(tender, pk=pk, number=number, name_choice=NameChoice.PSEUDONYM, shown_name="Merel")
        Pseudonym.objects.create(contribution=made, sealed=seal(Behind(**who), contribution=pk))
    before = lines_of_database()
    move_clock(to=timezone.make_aware(dt.datetime.combine(summer, dt.time(13, 37, 43))))
    for pk, _number in (OF_RIA, OF_VISITOR):
        with commit():
            do_everything_with(cast, tender, pk)
    send_waiting()
    return changed(before, lines_of_database())


def do_everything_with(cast, tender, pk) -> None:
    given = {"contribution": Contribution.objects.get(pk=pk), "by": cast.officer}
    ground = Ground.objects.filter(dialogue__tender=tender).first()
    actions.respond(**given, outcome=Outcome.TAKEN_OVER, reason="Het komt terug.")
    actions.hide_contribution(**given, ground=ground, explanation="Zo praten wij niet.")
    actions.restore_contribution(**given, reason="Het mag toch.")
    actions.translate_contribution(**given, language="Turks", text="Wij missen een bankje.", version=0)


def about_a_person(rows: list[str], cast) -> list[str]:
    """What names one of the two, and every notice and mail."""
    traces = (cast.resident.name, cast.resident.email, cast.resident.public_id, ADDRESS)
    return [row for row in rows if table_of(row).startswith("notifications_") or any(trace in row for trace in traces)]


def test_both_are_told_of_everything(cast, left):
    assert set(Notice.objects.values_list("person", flat=True)) == {cast.resident.pk}
    assert Notice.objects.count() == TOLD
    assert sorted(letter.to[0] for letter in mail.outbox) == sorted([cast.resident.email, ADDRESS] * TOLD)


def test_a_mail_that_went_keeps_neither_its_address_nor_its_words(left):
    kept = {"to": "", "subject": "", "text": "", "html": "", "state": MailState.SENT}
    assert list(Mail.objects.values(*kept)) == [kept] * 2 * TOLD


def test_they_do_not_lie_between_rows_whose_moment_is_known(cast, client_of, tender, left):
    """By a serial id it would be read between which two others they came."""
    assert max(*Notice.objects.values_list("pk", flat=True), *Mail.objects.values_list("pk", flat=True)) < 0
    for title, at in (("Gisteren", clock.now() - dt.timedelta(days=1)), ("Straks", clock.now())):
        Notice.objects.create(person=cast.resident, event_id=1, kind=title, title=title, url="/", at=at)
    assert [notice.title for notice in Notice.objects.all()][:: TOLD + 1] == ["Straks", "Gisteren"]


def test_no_row_that_names_a_person_names_the_contribution(cast, tender, left):
    rows = about_a_person(left, cast)
    assert len(rows) >= 3 * TOLD
    for row in rows:
        for trace in (*map(str, OF_RIA + OF_VISITOR), "Merel", "Ik kan lassen", "bankje"):
            assert trace not in row


def test_no_row_that_names_a_person_leads_to_an_event_of_it(cast, left):
    events = set(Event.objects.values_list("pk", flat=True))
    assert not events & set(Notice.objects.values_list("event_id", flat=True))
    for once in Mail.objects.values_list("once", flat=True):
        begin, _colon, rest = once.partition(":")
        assert (begin, len(rest)) == ("sealed", 64)
    for row in about_a_person(left, cast):
        for moment in ("13:37", "11:37"):  # Amsterdam, UTC
            assert moment not in row


def test_they_lead_to_the_list_of_all_and_to_the_page_for_a_code(cast, client_of, tender, left):
    page = reverse("golden_thread:show_threads", args=[tender.slug])
    assert set(Notice.objects.values_list("url", flat=True)) == {page}
    for letter in mail.outbox:
        for text in (letter.body, letter.alternatives[0][0]):
            assert (page in text, reverse("portal:follow_code") in text) == (True, True)
            assert "staat nergens welke inbreng van u is" in text
    shown = client_of(cast.resident).get(reverse("notifications:list_notices")).content.decode()
    assert ("14 juli" in shown, "00.00" in shown) == (True, False)
    assert client_of(cast.resident).get(page).status_code == 200


def test_each_is_told_once_however_often_the_task_runs(left):
    for event in Event.objects.filter(name="dialogues.contribution_hidden"):
        tell_people_on_thread(event.pk)
    assert (Notice.objects.count(), Mail.objects.count()) == (TOLD, 2 * TOLD)


def test_who_has_not_the_secret_of_the_server_makes_other_keys(left, settings):
    settings.SECRET_KEY = "een andere"
    keys = set(Mail.objects.values_list("once", flat=True))
    tell_people_on_thread(Event.objects.filter(name="dialogues.contribution_hidden").first().pk)
    assert Mail.objects.exclude(once__in=keys).count() == 1


def test_who_gave_a_name_is_led_to_the_contribution_itself(cast, tender, commit):
    said = make.contribution(tender, author=cast.resident)
    with commit():
        actions.respond(contribution=said, by=cast.officer, outcome=Outcome.TAKEN_OVER, reason="Ja.")
    assert Notice.objects.get().url == said.get_absolute_url()
    assert "staat nergens welke inbreng" not in Mail.objects.get().text
