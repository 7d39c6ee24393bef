"""Planning a meeting, changing it, calling it off, and telling afterwards what was said."""

import datetime as dt

import icalendar
import pytest
from django.urls import reverse
from django.utils import timezone

from dialogues import actions
from dialogues.models import Meeting, RegistrationState
from events import clock
from events.models import Event
from notifications.models import Mail, Notice
from tenders import lifecycle
from tenders.models import InvolvementRole
from tenders.refusal import Changed, Refused
from tests import make


def address(page: str, meeting) -> str:
    return reverse(f"dialogues:{page}", args=[meeting.tender.slug, meeting.public_id])


def form_of(moment, /, **changes) -> dict:
    """What a browser sends; times as it writes them, in Amsterdam."""
    local = timezone.localtime(moment)
    return {
        "kind": "in_depth",
        "title": "Aan tafel",
        "place": "Buurthuis",
        "begins_at": f"{local:%Y-%m-%dT%H:%M}",
        "ends_at": f"{local + dt.timedelta(hours=2):%Y-%m-%dT%H:%M}",
        "capacity": "12",
        "per_party": "1",
        "agenda": "",
    } | changes


def in_a_week() -> dt.datetime:
    return (clock.now() + dt.timedelta(days=7)).replace(second=0, microsecond=0)


def plan(client, tender, **changes):
    return client.post(reverse("dialogues:plan_meeting", args=[tender.slug]), form_of(in_a_week(), **changes))


def test_a_planned_meeting_is_public_at_once_and_belongs_to_the_step_of_now(cast, client_of):
    tender = make.tender(cast, step=2)
    response = plan(client_of(cast.officer), tender, agenda="**Eten** eerst")
    meeting = Meeting.objects.get()
    assert response.headers["Location"] == meeting.get_absolute_url()
    assert (meeting.title, meeting.begins_at, meeting.capacity, meeting.step) == ("Aan tafel", in_a_week(), 12, 2)
    assert Event.objects.get(name="dialogues.meeting_planned").is_public
    page = client_of(cast.visitor).get(meeting.get_absolute_url()).content.decode()
    assert "<strong>Eten</strong> eerst" in page
    assert "0 van de 12 plaatsen zijn bezet." in page


@pytest.mark.parametrize(
    ("changes", "field", "sentence"),
    [
        (
            {"begins_at": "2020-01-01T10:00", "ends_at": "2020-01-01T12:00"},
            "begins_at",
            "Dit moment is voorbij. Kies een moment dat nog komt.",
        ),
        ({"ends_at": "2020-01-01T10:00"}, "ends_at", "De bijeenkomst eindigt voordat zij begint."),
        ({"capacity": "0"}, "capacity", "Een bijeenkomst heeft ten minste één plaats."),
        ({"title": ""}, "title", None),
        ({"kind": "borrel"}, "kind", None),
        ({"begins_at": "morgen"}, "begins_at", None),
        ({"agenda": "x" * 4001}, "agenda", None),
    ],
)
def test_a_wrong_meeting_comes_back_with_a_sentence_and_what_was_typed(cast, client_of, changes, field, sentence):
    tender = make.tender(cast)
    response = plan(client_of(cast.officer), tender, **({"place": "Zaal 9"} | changes))
    assert response.status_code == 200
    errors = response.context["form"].errors
    assert list(errors) == [field]
    assert sentence in (None, errors[field][0])
    assert "Zaal 9" in response.content.decode()
    assert Meeting.objects.count() == 0


def test_the_guide_plans_too_and_others_do_not(cast, client_of):
    tender = make.tender(cast)
    make.involve(tender, InvolvementRole.GUIDE, person=cast.guide)
    page = reverse("dialogues:plan_meeting", args=[tender.slug])
    assert client_of(cast.guide).get(page).status_code == 200
    assert [client_of(one).get(page).status_code for one in (cast.resident, cast.stranger, cast.administrator)] == [403] * 3


def test_a_changed_place_is_in_the_event_and_a_changed_title_is_no_move(cast, client_of):
    meeting = make.meeting(make.tender(cast), begins_at=in_a_week())
    client = client_of(cast.officer)
    client.post(address("edit_meeting", meeting), form_of(in_a_week(), title="Anders", place=meeting.place, version=1))
    client.post(address("edit_meeting", meeting), form_of(in_a_week(), title="Anders", place="Elders", version=2))
    assert Meeting.objects.get().place == "Elders"
    assert [event.data for event in Event.objects.filter(name="dialogues.meeting_edited").order_by("id")] == [
        {"moved": False},
        {"moved": True},
    ]


def test_who_changes_a_meeting_second_sees_what_the_first_saved(cast, client_of):
    meeting = make.meeting(make.tender(cast), begins_at=in_a_week())
    client_of(cast.officer).post(address("edit_meeting", meeting), form_of(in_a_week(), title="Van de een", version=1))
    response = client_of(cast.buyer).post(address("edit_meeting", meeting), form_of(in_a_week(), title="Van de ander", version=1))
    page = response.content.decode()
    assert "Iemand anders bewaarde dit terwijl u schreef." in page
    assert "Van de een" in page
    assert 'value="Van de ander"' in page
    assert 'name="version" value="2"' in page
    assert Meeting.objects.get().title == "Van de een"


def test_more_places_let_who_waits_move_up_and_fewer_than_taken_are_refused(cast, client_of):
    meeting = make.meeting(make.tender(cast), begins_at=in_a_week(), capacity=1)
    make.registration(meeting)
    waiting = make.registration(meeting, state=RegistrationState.WAITING)
    client = client_of(cast.officer)
    client.post(address("edit_meeting", meeting), form_of(in_a_week(), capacity="2", version=1))
    waiting.refresh_from_db()
    assert waiting.state == RegistrationState.REGISTERED
    response = client.post(address("edit_meeting", meeting), form_of(in_a_week(), capacity="1", version=2))
    assert response.context["form"].errors["capacity"] == ["Er zijn al 2 mensen aangemeld. Kies ten minste zoveel plaatsen."]


def test_a_meeting_that_has_begun_is_changed_no_more(cast):
    meeting = make.meeting(make.tender(cast), begins_in=-dt.timedelta(hours=1))
    values = {name: getattr(meeting, name) for name in ("kind", "title", "place", "begins_at", "ends_at", "capacity", "agenda")}
    with pytest.raises(Refused):
        actions.edit_meeting(meeting=meeting, by=cast.officer, version=1, **values)


def test_a_meeting_that_is_called_off_stays_with_the_reason(cast, client_of):
    meeting = make.meeting(make.tender(cast))
    client_of(cast.officer).post(address("cancel_meeting", meeting), {"reason": "De zaal is ondergelopen."})
    page = client_of(cast.visitor).get(meeting.get_absolute_url()).content.decode()
    assert "Afgelast, met reden" in page
    assert "De zaal is ondergelopen." in page
    assert "Ik kom" not in page
    event = Event.objects.get(name="dialogues.meeting_cancelled")
    assert "ondergelopen" not in str(event.data)
    assert event.data["reason"]


@pytest.mark.parametrize("ended", ["stopped", "completed"])
def test_when_the_tender_is_stopped_who_registered_hears_that_it_does_not_take_place(cast, client_of, commit, ended):
    tender = make.tender(cast)
    coming, called_off = make.meeting(tender), make.meeting(tender, cancelled_at=clock.now(), cancelled_because="Regen.")
    held, elsewhere = make.meeting(tender, begins_in=-dt.timedelta(hours=1)), make.meeting(make.tender(cast))
    make.registration(coming, person=cast.resident)
    make.registration(coming, name="Oma Bep", email="bep@example.nl", state=RegistrationState.WAITING)
    with commit():
        if ended == "stopped":
            lifecycle.withdraw(tender, by=cast.officer, reason="Het geld is er niet.")
        else:  # what was planned there, to look back together, may go on
            lifecycle.complete(tender, leaving=tender.step, by=cast.officer, reason="Het is klaar.")
    said = [Meeting.objects.get(pk=one.pk).cancelled_because for one in (coming, called_off, held, elsewhere)]
    why = "Het traject is gestopt. Het geld is er niet." if ended == "stopped" else ""
    assert said == [why, "Regen.", "", ""]
    told = Notice.objects.filter(kind="dialogues.meeting_cancelled").values_list("person", "url")
    to = set(Mail.objects.filter(subject__contains="bijeenkomst").values_list("to", flat=True))
    assert (list(told), to) == (
        ([(cast.resident.pk, coming.get_absolute_url())], {cast.resident.email, "bep@example.nl"}) if why else ([], set())
    )
    assert ("Het geld is er niet." in client_of(cast.visitor).get(coming.get_absolute_url()).content.decode()) == bool(why)


def test_calling_off_asks_why(cast, client_of):
    meeting = make.meeting(make.tender(cast))
    response = client_of(cast.officer).post(address("cancel_meeting", meeting), {"reason": "", "once": "a"})
    assert list(response.context["form"].errors) == ["reason"]
    assert Meeting.objects.get().cancelled_at is None


def test_attendance_is_noted_and_the_page_shows_only_how_many(cast, client_of, move_clock):
    meeting = make.meeting(make.tender(cast))
    came, absent = make.registration(meeting, name="Corrie"), make.registration(meeting, name="Dennis")
    make.registration(meeting, name="Wachter", state=RegistrationState.WAITING)
    move_clock(days=8)
    client = client_of(cast.officer)
    assert "Wachter" not in client.get(address("record_attendance", meeting)).content.decode()
    client.post(address("record_attendance", meeting), {"present": [came.pk], "once": "a"})
    came.refresh_from_db(), absent.refresh_from_db()
    assert (came.attended, absent.attended) == (True, False)
    client.post(address("report_meeting", meeting), {"report": "Goed gesprek.\n\n- Meer maken", "version": 1, "days": 7})
    page = client_of(cast.visitor).get(meeting.get_absolute_url()).content.decode()
    assert "er was 1 persoon" in page
    assert "<li>Meer maken</li>" in page
    assert "Corrie" not in page


def test_nothing_is_noted_before_it_took_place(cast, client_of):
    meeting = make.meeting(make.tender(cast))
    for page in ("record_attendance", "report_meeting"):
        assert client_of(cast.officer).get(address(page, meeting)).status_code == 403
    with pytest.raises(Refused):
        actions.record_attendance(meeting=meeting, by=cast.officer, present=[])
    with pytest.raises(Refused):
        actions.report_meeting(meeting=meeting, by=cast.officer, version=1, report="Vooruit")


def test_a_report_is_corrected_under_its_first_date_and_by_one_at_a_time(cast, move_clock):
    meeting = make.meeting(make.tender(cast), begins_in=-dt.timedelta(days=1))
    first = actions.report_meeting(meeting=meeting, by=cast.officer, version=1, report="Eerst.").reported_at
    move_clock(days=2)
    with pytest.raises(Changed):
        actions.report_meeting(meeting=meeting, by=cast.buyer, version=1, report="Tegelijk.")
    meeting.refresh_from_db()
    actions.report_meeting(meeting=meeting, by=cast.buyer, version=2, report="Beter.")
    meeting.refresh_from_db()
    assert (meeting.report, meeting.reported_at) == ("Beter.", first)


@pytest.mark.parametrize(
    ("begins_at", "local"),
    [
        (dt.datetime(2026, 1, 14, 18, 30, tzinfo=dt.UTC), "2026-01-14T19:30:00+01:00"),
        (dt.datetime(2026, 7, 14, 17, 30, tzinfo=dt.UTC), "2026-07-14T19:30:00+02:00"),
    ],
)
def test_the_calendar_file_holds_the_time_of_amsterdam_in_winter_and_summer(cast, client_of, begins_at, local):
    meeting = make.meeting(make.tender(cast), begins_at=begins_at, agenda="Eten, praten; en meer")
    response = client_of(cast.visitor).get(address("export_meeting", meeting))
    assert response.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert response.headers["Content-Disposition"] == 'attachment; filename="aan-tafel-over-de-plek.ics"'
    calendar = icalendar.Calendar.from_ical(response.content)
    [event] = calendar.walk("VEVENT")
    assert event["DTSTART"].params["TZID"] == "Europe/Amsterdam"
    assert event.decoded("DTSTART").isoformat() == local
    assert event.decoded("DTEND") - event.decoded("DTSTART") == dt.timedelta(hours=2)
    assert str(event["SUMMARY"]) == "Aan tafel over de plek"
    assert str(event["DESCRIPTION"]) == "Eten, praten; en meer"
    assert [str(zone["TZID"]) for zone in calendar.walk("VTIMEZONE")] == ["Europe/Amsterdam"]


def test_the_calendar_file_of_a_meeting_that_was_called_off_says_so(cast, client_of):
    meeting = make.meeting(make.tender(cast))
    actions.cancel_meeting(meeting=meeting, by=cast.officer, reason="Storm")
    content = client_of(cast.visitor).get(address("export_meeting", meeting)).content.decode()
    assert "METHOD:CANCEL" in content
    assert "STATUS:CANCELLED" in content
    assert "SEQUENCE:2" in content


def starts_of(response) -> list[str]:
    calendar = icalendar.Calendar.from_ical(response.content)
    return [event.decoded("DTSTART").isoformat() for event in calendar.walk("VEVENT")]


def test_all_meetings_of_a_tender_can_be_subscribed_to_across_the_change_of_the_clock(cast, client_of):
    tender = make.tender(cast, title="Samen koken")
    for day in (24, 25):  # the clock goes back in the night between these days
        make.meeting(tender, begins_at=timezone.make_aware(dt.datetime(2026, 10, day, 19, 30)))
    for day in (27, 28):  # and forward here
        make.meeting(tender, begins_at=timezone.make_aware(dt.datetime(2027, 3, day, 19, 30)))
    response = client_of(cast.visitor).get(f"/trajecten/{tender.slug}/bijeenkomsten/agenda.ics")
    assert starts_of(response) == [
        "2026-10-24T19:30:00+02:00",
        "2026-10-25T19:30:00+01:00",
        "2027-03-27T19:30:00+01:00",
        "2027-03-28T19:30:00+02:00",
    ]
    text = response.content.decode()
    assert ("X-WR-CALNAME:Samen koken" in text, "METHOD" in text) == (True, False)
    assert "REFRESH-INTERVAL;VALUE=DURATION:PT6H" in text


def test_a_meeting_that_was_called_off_stays_in_the_calendar_as_such(cast, client_of):
    tender = make.tender(cast)
    actions.cancel_meeting(meeting=make.meeting(tender), by=cast.officer, reason="Storm")
    content = client_of(cast.visitor).get(f"/trajecten/{tender.slug}/bijeenkomsten/agenda.ics").content.decode()
    assert ("STATUS:CANCELLED" in content, "SEQUENCE:2" in content) == (True, True)


def test_the_calendar_of_a_municipality_has_its_public_meetings_and_no_others(cast, client_of):
    make.meeting(make.tender(cast), title="Van Zwolle")
    make.meeting(make.tender(cast), title="Lang geleden", begins_in=-dt.timedelta(days=31))
    make.meeting(make.tender(cast, published_at=None), title="Nog niet openbaar")
    make.meeting(make.tender(cast, municipality=cast.other_municipality), title="Van Deventer")
    content = client_of(cast.visitor).get("/gemeenten/zwolle/agenda.ics").content.decode()
    found = [title for title in ("Van Zwolle", "Lang geleden", "Nog niet openbaar", "Van Deventer") if title in content]
    assert found == ["Van Zwolle"]


def test_who_is_registered_is_for_the_team_only(cast, client_of):
    meeting = make.meeting(make.tender(cast))
    make.registration(meeting, name="Corrie", email="corrie@example.nl")
    page = address("list_registrations", meeting)
    assert "corrie@example.nl" in client_of(cast.officer).get(page).content.decode()
    assert [client_of(one).get(page).status_code for one in (cast.resident, cast.stranger)] == [403, 403]
    for person in (cast.visitor, cast.resident):
        assert "Corrie" not in client_of(person).get(meeting.get_absolute_url()).content.decode()


@pytest.mark.parametrize("many", [1, 3])
def test_the_pages_of_a_meeting_take_the_same_statements_however_many_come(cast, client_of, statements, many):
    meeting = make.meeting(make.tender(cast))
    for _one in range(many):
        make.registration(meeting)
        make.registration(meeting, state=RegistrationState.WAITING)
    counts = []
    for person, page in ((cast.visitor, "show_meeting"), (cast.officer, "show_meeting"), (cast.officer, "list_registrations")):
        client = client_of(person)
        client.get(address(page, meeting))
        with statements() as sent:
            assert client.get(address(page, meeting)).status_code == 200
        counts.append(len(sent))
    assert counts == [3, 8, 6]


def test_a_meeting_of_a_tender_that_is_not_public_is_not_there_for_a_visitor(cast, client_of):
    meeting = make.meeting(make.tender(cast, published=False))
    assert client_of(cast.officer).get(meeting.get_absolute_url()).status_code == 200
    assert client_of(cast.visitor).get(meeting.get_absolute_url()).status_code == 404
    assert client_of(cast.visitor).get(address("export_meeting", meeting)).status_code == 404
