"""Who comes to a meeting hears what changes, also without an account; who gave a name and an address hears the answer."""

import datetime as dt

from django.utils import timezone

from dialogues import actions
from dialogues.models import Outcome, RegistrationState
from notifications.models import Mail, Notice
from tenders.dates import weekday_moment
from tests import make


def mails() -> list[tuple[str, str]]:
    return list(Mail.objects.order_by("id").values_list("to", "subject"))


def called(meeting) -> str:
    meeting.refresh_from_db()
    return f"{meeting.title}, {weekday_moment(meeting.begins_at)}"


def values_of(meeting) -> dict:
    return {name: getattr(meeting, name) for name in ("kind", "title", "place", "begins_at", "ends_at", "capacity", "agenda")}


def test_another_place_reaches_who_comes_with_and_without_an_account(cast, commit):
    meeting = make.meeting(make.tender(cast))
    make.registration(meeting, person=cast.resident)
    make.registration(meeting, name="Bep", email="bep@example.nl")
    make.registration(meeting, name="Zonder adres")
    make.registration(meeting, name="Kees", email="kees@example.nl", state=RegistrationState.CANCELLED)
    with commit():
        actions.edit_meeting(meeting=meeting, by=cast.officer, version=1, **values_of(meeting) | {"title": "Andere titel"})
    assert mails() == []
    with commit():
        actions.edit_meeting(meeting=meeting, by=cast.officer, version=2, **values_of(meeting) | {"place": "Elders"})
    title = f"Een bijeenkomst is op een ander moment of een andere plek: {called(meeting)}"
    assert mails() == [("resident@example.nl", title), ("bep@example.nl", title)]
    assert list(Notice.objects.values_list("person", "url")) == [(cast.resident.pk, meeting.get_absolute_url())]


def test_who_moves_up_without_an_account_hears_it_by_mail(cast, commit):
    meeting = make.meeting(make.tender(cast), capacity=1)
    first = make.registration(meeting, person=cast.resident)
    make.registration(meeting, name="Bep", email="bep@example.nl", state=RegistrationState.WAITING)
    with commit():
        actions.cancel_registration(registration=first, by=cast.resident)
    assert mails() == [("bep@example.nl", f"U hebt nu een plek bij de bijeenkomst: {called(meeting)}")]
    assert meeting.get_absolute_url() in Mail.objects.get().text


def test_a_meeting_that_is_called_off_reaches_who_waits_too(cast, commit):
    meeting = make.meeting(make.tender(cast), begins_in=dt.timedelta(days=3))
    make.registration(meeting, name="Bep", email="bep@example.nl", state=RegistrationState.WAITING)
    with commit():
        actions.cancel_meeting(meeting=meeting, by=cast.officer, reason="Storm")
    assert [to for to, _subject in mails()] == ["bep@example.nl"]


def test_a_message_names_its_meeting_with_day_and_time_in_the_language_of_the_reader(cast, commit):
    cast.resident.language = "en"
    cast.resident.save()
    begins = timezone.make_aware(dt.datetime(2027, 12, 1, 19, 30))
    meeting = make.meeting(make.tender(cast), title="Aan tafel in het wijkgebouw", begins_at=begins)
    make.registration(meeting, person=cast.resident)
    make.registration(meeting, name="Bep", email="bep@example.nl")
    with commit():
        actions.cancel_meeting(meeting=meeting, by=cast.officer, reason="Storm")
    days = ("woensdag 1 december 2027, 19.30 uur", "Wednesday 1 December 2027, 19:30")
    dutch, english = (f"Aan tafel in het wijkgebouw, {day}" for day in days)
    assert dict(mails())["bep@example.nl"] == f"Een bijeenkomst gaat niet door: {dutch}"
    assert Notice.objects.get().title == f"A meeting is cancelled: {english}"
    assert meeting.tender.title not in Mail.objects.get(to="bep@example.nl").text


def test_a_long_title_leaves_room_for_the_day_of_a_meeting(cast, commit):
    meeting = make.meeting(make.tender(cast), title="Samen praten over de buurt " * 5)
    make.registration(meeting, name="Bep", email="bep@example.nl")
    with commit():
        actions.edit_meeting(meeting=meeting, by=cast.officer, version=1, **values_of(meeting) | {"place": "Elders"})
    assert mails()[0][1].endswith(weekday_moment(meeting.begins_at))


def test_who_waits_is_not_reminded_of_a_meeting_without_a_place(cast, commit):
    meeting = make.meeting(make.tender(cast), begins_in=dt.timedelta(hours=20))
    make.registration(meeting, name="Bep", email="bep@example.nl", state=RegistrationState.WAITING)
    make.registration(meeting, name="Jan", email="jan@example.nl")
    make.registration(meeting, person=cast.resident, state=RegistrationState.WAITING)
    with commit():
        actions.remind_of_meeting(meeting=meeting)
    assert ([to for to, _subject in mails()], Notice.objects.count()) == (["jan@example.nl"], 0)


def test_the_report_is_told_to_who_was_there_and_not_to_who_waited_or_stayed_away(cast, commit):
    meeting = make.meeting(make.tender(cast), begins_in=-dt.timedelta(days=1))
    make.registration(meeting, name="Bep", email="bep@example.nl", state=RegistrationState.WAITING)
    make.registration(meeting, name="Cor", email="cor@example.nl", attended=False)
    make.registration(meeting, name="Jan", email="jan@example.nl", attended=True)
    make.registration(meeting, name="Niet genoteerd", email="zus@example.nl")
    with commit():
        actions.report_meeting(meeting=meeting, by=cast.officer, version=1, report="Wij spraken.", days=7)
    assert sorted(to for to, _subject in mails()) == ["jan@example.nl", "zus@example.nl"]


def test_a_visitor_who_left_an_address_with_the_name_hears_the_answer(cast, commit):
    tender = make.tender(cast)
    said = make.contribution(tender, email="ria@example.nl")
    with commit():
        actions.respond(contribution=said, by=cast.officer, outcome=Outcome.TAKEN_OVER, reason="Ja.")
    assert [to for to, _subject in mails()] == ["ria@example.nl"]
