"""Minutes of a meeting: a draft, corrections by who was there until a day, each answered, and then the lock."""

import datetime as dt

import pytest
from django.urls import reverse

from dialogues import actions, tasks
from dialogues.models import Correction, CorrectionOutcome, Meeting, RegistrationState
from events import clock
from events.models import Event
from notifications.models import Mail
from notifications.talkers import addresses_with_a_place, who_corrected, who_has_a_place
from tenders.dates import day, short_day
from tenders.refusal import Changed, Refused
from tests import make

ACCEPTED, REFUSED = CorrectionOutcome.ACCEPTED, CorrectionOutcome.REFUSED


@pytest.fixture
def tender(cast):
    return make.tender(cast)


@pytest.fixture
def minutes(tender):
    return make.minutes(tender)


def address(page: str, meeting, *more) -> str:
    return reverse(f"dialogues:{page}", args=[meeting.tender.slug, meeting.public_id, *more])


def shown(client, meeting) -> str:
    return client.get(meeting.get_absolute_url()).content.decode()


def test_a_report_is_a_draft_for_as_many_days_as_its_writer_says(cast, client_of, tender):
    meeting = make.meeting(tender, begins_in=-dt.timedelta(hours=3))
    form = {"report": "Wij spraken over de plek.", "version": 1, "days": 10}
    client_of(cast.officer).post(address("report_meeting", meeting), form)
    meeting.refresh_from_db()
    assert (meeting.corrections_until, meeting.locked_at) == (clock.today() + dt.timedelta(days=10), None)
    page = shown(client_of(cast.visitor), meeting)
    assert ("Concept" in page, "Was u erbij, en klopt er iets niet?" in page) == (True, True)


def test_the_day_that_was_promised_stays_when_the_draft_is_written_again(cast, client_of, minutes):
    client, until = client_of(cast.officer), minutes.corrections_until
    assert 'name="days"' not in client.get(address("report_meeting", minutes)).content.decode()
    client.post(address("report_meeting", minutes), {"report": "Anders.", "version": 1, "days": 60})
    minutes.refresh_from_db()
    assert (minutes.report, minutes.corrections_until) == ("Anders.", until)
    again = Event.objects.get(name="dialogues.meeting_reported")
    make.registration(minutes, person=cast.resident)
    assert (again.data["first"], list(who_has_a_place(again))) == (False, [])


@pytest.mark.parametrize("days", ["2", "61", "x"])
def test_fewer_than_three_days_are_too_few(cast, client_of, tender, days):
    meeting = make.meeting(tender, begins_in=-dt.timedelta(hours=3))
    form = {"report": "Wij spraken.", "version": 1, "days": days}
    answer = client_of(cast.officer).post(address("report_meeting", meeting), form)
    assert list(answer.context["form"].errors) == ["days"]
    assert "Wij spraken." in answer.content.decode()


def test_who_was_there_corrects_with_an_account(cast, client_of, minutes):
    make.registration(minutes, person=cast.resident, attended=True)
    page = client_of(cast.resident).post(address("correct_minutes", minutes), {"text": "Wij waren met twaalf.", "once": "a"})
    assert "Wij hebben uw verbetering" in page.content.decode()
    assert [(one.person, one.text, one.outcome) for one in Correction.objects.all()] == [
        (cast.resident, "Wij waren met twaalf.", "")
    ]
    public = shown(client_of(cast.visitor), minutes)
    assert ("Wij waren met twaalf." in public, "Wacht op antwoord" in public, "Ria" in public) == (True, True, False)


def test_who_came_without_an_account_corrects_with_the_code_of_the_registration(cast, client_of, minutes):
    make.registration(minutes, name="Oma Bep", code="k7wp-93bd-xm2h")
    form = {"code": "K7WP 93BD XM2H", "text": "Ik zei iets anders.", "once": "a"}
    answer = client_of(cast.visitor).post(address("correct_minutes", minutes), form)
    assert (answer.status_code, answer.cookies) == (200, {})
    assert [(one.person, one.name) for one in Correction.objects.all()] == [(None, "Oma Bep")]
    assert "Oma Bep" not in shown(client_of(cast.visitor), minutes)


def test_whose_account_is_not_registered_reads_that_at_once_and_is_asked_for_a_code(cast, client_of, minutes):
    answer = client_of(cast.resident).get(address("correct_minutes", minutes))
    assert list(answer.context["form"].fields) == ["code", "text"]
    assert "Alleen wie erbij was, kan het verslag verbeteren." in answer.content.decode()
    make.registration(minutes, person=cast.resident, attended=True)
    answer = client_of(cast.resident).get(address("correct_minutes", minutes))
    assert list(answer.context["form"].fields) == ["text"]
    assert "Alleen wie erbij was" not in answer.content.decode()
    assert "code" in client_of(cast.visitor).get(address("correct_minutes", minutes)).context["form"].fields


def test_who_came_with_a_code_corrects_with_it_also_when_signed_in(cast, client_of, minutes):
    make.registration(minutes, name="Ria B.", code="k7wp-93bd-xm2h")
    make.contribution(minutes.tender, meeting=minutes, code="bbbb-cccc-dddd", name_choice="anonymous", shown_name="")
    make.registration(minutes, person=cast.neighbour, attended=False)
    for person, code in ((cast.resident, "k7wp-93bd-xm2h"), (cast.neighbour, "bbbb-cccc-dddd")):
        page, form = address("correct_minutes", minutes), {"text": f"Anders, zegt {person.name}.", "once": code}
        wrong = client_of(person).post(page, form | {"code": "aaaa-bbbb-cccc"})
        assert wrong.context["form"].errors == {"code": ["Alleen wie erbij was, kan het verslag verbeteren."]}
        assert "Wij hebben uw verbetering" in client_of(person).post(page, form | {"code": code}).content.decode()
    rows = [(one.person, one.name) for one in Correction.objects.all()]
    assert rows == [(None, "Ria B."), (None, "Iemand met een formulier van deze bijeenkomst")]
    # The account says nothing of whose form or registration it was.
    assert set(Event.objects.filter(name="dialogues.minutes_corrected").values_list("actor_id", flat=True)) == {None}


@pytest.mark.parametrize(("days_after", "corrects"), [(0, True), (1, False)])
def test_a_form_that_was_printed_for_the_meeting_and_filled_in_that_day_counts(cast, client_of, minutes, days_after, corrects):
    said_on = clock.day_of(minutes.begins_at) + dt.timedelta(days=days_after)
    written = make.contribution(minutes.tender, code="bbbb-cccc-dddd", said_on=said_on, channel="paper")
    make.sheets(cast, minutes.tender, codes=("bbbb-cccc-dddd",), meeting=minutes, contribution=written)
    form = {"code": "bbbb-cccc-dddd", "text": "Ik zei iets anders.", "once": "a"}
    client_of(cast.visitor).post(address("correct_minutes", minutes), form)
    assert Correction.objects.exists() is corrects


def test_a_wrong_code_is_told_beside_it_and_the_words_stay(cast, client_of, minutes):
    form = {"code": "aaaa-bbbb-cccc", "text": "Ik zei iets anders.", "once": "a"}
    answer = client_of(cast.visitor).post(address("correct_minutes", minutes), form)
    assert answer.context["form"].errors["code"] == ["Alleen wie erbij was, kan het verslag verbeteren."]
    assert "Ik zei iets anders." in answer.content.decode()


@pytest.mark.parametrize(
    "state", [{"attended": False}, {"state": RegistrationState.WAITING}, {"state": RegistrationState.CANCELLED}]
)
def test_who_was_not_there_corrects_nothing(cast, minutes, state):
    make.registration(minutes, person=cast.resident, **state)
    for person in (cast.resident, cast.rival):
        with pytest.raises(Refused):
            actions.correct_minutes(meeting=minutes, by=person, text="Anders.")
    assert Correction.objects.count() == 0


def test_the_same_correction_sent_twice_is_one(cast, minutes):
    make.registration(minutes, person=cast.resident)
    first, second = (actions.correct_minutes(meeting=minutes, by=cast.resident, text=" Anders. ") for _time in range(2))
    assert first == second
    assert Event.objects.filter(name="dialogues.minutes_corrected").count() == 1


def test_nobody_fills_the_page_with_corrections(cast, minutes):
    make.registration(minutes, person=cast.resident)
    for number in range(20):
        actions.correct_minutes(meeting=minutes, by=cast.resident, text=f"Regel {number}")
    with pytest.raises(Refused) as refused:
        actions.correct_minutes(meeting=minutes, by=cast.resident, text="Nog een")
    assert "text" in refused.value.message_dict


def test_taking_a_correction_over_is_changing_the_report(cast, client_of, minutes):
    said, client = make.correction(minutes, person=cast.resident), client_of(cast.officer)
    page = address("decide_correction", minutes, said.public_id)
    assert "Het was in de Bolder." in client.get(page).content.decode()
    form = {"outcome": "accepted", "reason": "", "version": 1, "report": minutes.report}
    refused = client.post(page, form)
    assert refused.context["form"].errors["report"] == ["Verander het verslag zoals is gevraagd. Dan is het overgenomen."]
    client.post(page, form | {"report": "Wij spraken in de Bolder over de plek."})
    minutes.refresh_from_db(), said.refresh_from_db()
    assert (minutes.report, said.outcome) == ("Wij spraken in de Bolder over de plek.", "accepted")
    decided = Event.objects.get(name="dialogues.correction_decided")
    assert list(who_corrected(decided)) == [cast.resident]
    assert "Overgenomen" in shown(client_of(cast.visitor), minutes)


def test_a_report_that_came_back_with_other_line_ends_did_not_change(cast, tender):
    minutes = make.minutes(tender, report="Eerst dit.\n\nToen dat.")
    said = make.correction(minutes, person=cast.resident)
    with pytest.raises(Refused):
        same = "Eerst dit.\r\n\r\nToen dat."
        actions.decide_correction(correction=said, by=cast.officer, outcome=ACCEPTED, version=1, report=same)


def test_a_refusal_says_why_and_both_stay_to_be_read(cast, client_of, minutes):
    said, client = make.correction(minutes, person=cast.resident), client_of(cast.officer)
    page, form = address("decide_correction", minutes, said.public_id), {"outcome": "refused", "version": 1, "report": ""}
    assert client.post(page, form | {"reason": " "}).context["form"].errors["reason"] == [
        "Zeg waarom u dit niet overneemt. Iedereen kan het lezen."
    ]
    client.post(page, form | {"reason": "Op de band is het anders."})
    public = shown(client_of(cast.visitor), minutes)
    assert all(words in public for words in ("Het was in de Bolder.", "Niet overgenomen", "Op de band is het anders."))
    assert Meeting.objects.get(pk=minutes.pk).report == minutes.report


def test_two_who_decide_on_one_correction_do_not_overwrite_each_other(cast, minutes):
    said = make.correction(minutes, person=cast.resident)
    actions.decide_correction(correction=said, by=cast.guide, outcome=REFUSED, version=1, reason="Nee.")
    with pytest.raises(Changed):
        actions.decide_correction(correction=said, by=cast.officer, outcome=ACCEPTED, version=1, report="Ja.")
    said.refresh_from_db()
    assert (said.outcome, said.reason) == ("refused", "Nee.")


def test_after_the_last_day_the_minutes_lock_by_themselves(cast, client_of, minutes, move_clock):
    assert tasks.lock_minutes() == 0
    move_clock(days=8)
    make.registration(minutes, person=cast.resident)
    with pytest.raises(Refused):
        actions.correct_minutes(meeting=minutes, by=cast.resident, text="Te laat.")
    assert (tasks.lock_minutes(), tasks.lock_minutes()) == (1, 0)
    page = shown(client_of(cast.visitor), minutes)
    assert ("Vastgesteld" in page, "klopt er iets niet" in page) == (True, False)
    assert client_of(cast.officer).get(address("report_meeting", minutes)).status_code == 403
    with pytest.raises(Refused):
        actions.report_meeting(meeting=minutes, by=cast.officer, version=2, report="Stiekem anders.")


@pytest.mark.parametrize("somebody", ["visitor", "resident"])
def test_who_comes_too_late_to_correct_reads_until_when_it_could_be_done_and_nothing_is_kept(
    cast, client_of, minutes, move_clock, somebody
):
    make.registration(minutes, person=cast.resident)
    client, page = client_of(getattr(cast, somebody)), address("correct_minutes", minutes)
    move_clock(days=8)
    answer = client.get(page)
    until = f"Dat kon tot en met {day(minutes.corrections_until)}."
    assert (answer.status_code, until in answer.content.decode()) == (200, True)
    assert "bewaarden niet" not in answer.content.decode()
    answer = client.post(page, {"text": "Wij waren met twaalf.", "code": "aaaa-bbbb-cccc", "once": "a"})
    said = answer.content.decode()
    assert (until in said, "Wij waren met twaalf." in said, "bewaarden niet" in said) == (True, True, True)
    assert Correction.objects.count() == 0
    actions.lock_minutes(meeting=minutes)
    assert until in client.get(page).content.decode()


def test_where_no_report_is_yet_the_address_to_correct_it_leads_to_the_meeting(cast, client_of, tender):
    meeting = make.meeting(tender)
    assert client_of(cast.visitor).get(address("correct_minutes", meeting))["Location"] == meeting.get_absolute_url()


def test_a_correction_without_an_answer_keeps_them_open_and_the_answer_locks_them(cast, client_of, minutes, move_clock):
    said = make.correction(minutes, person=cast.resident)
    assert "1 verbetering van een verslag wacht" in client_of(cast.officer).get("/mijn/").content.decode()
    move_clock(days=8)
    assert tasks.lock_minutes() == 0
    actions.decide_correction(correction=said, by=cast.guide, outcome=ACCEPTED, version=1, report="In de Bolder.")
    minutes.refresh_from_db()
    assert (minutes.report, minutes.locked_at is not None) == ("In de Bolder.", True)


def test_who_comes_within_a_day_is_reminded_once(cast, tender):
    soon, later = make.meeting(tender, begins_in=dt.timedelta(hours=20)), make.meeting(tender, begins_in=dt.timedelta(hours=30))
    make.meeting(tender, begins_in=dt.timedelta(hours=20), cancelled_at=clock.now())
    make.registration(soon, person=cast.resident)
    make.registration(soon, name="Oma Bep", email="bep@example.nl")
    make.registration(later, person=cast.neighbour)
    assert (tasks.remind_of_meetings(), tasks.remind_of_meetings()) == (1, 0)
    event = Event.objects.get(name="dialogues.meeting_near")
    assert (list(who_has_a_place(event)), addresses_with_a_place(event)) == ([cast.resident], ["bep@example.nl"])


def test_of_a_tender_that_was_stopped_nobody_is_reminded_of_a_meeting(cast, tender):
    completed, stopped = make.tender(cast), make.tender(cast)
    reflection, talk = (make.meeting(one, begins_in=dt.timedelta(hours=20)) for one in (completed, stopped))
    type(tender).objects.filter(pk=completed.pk).update(completed_at=clock.now())
    type(tender).objects.filter(pk=stopped.pk).update(withdrawn_at=clock.now())
    assert tasks.remind_of_meetings() == 1
    assert [actions.remind_of_meeting(meeting=one) for one in (reflection, talk)] == [False, False]
    assert list(Meeting.objects.filter(reminded_at__isnull=False)) == [reflection]


def test_a_meeting_that_moves_is_reminded_of_again(cast, tender):
    meeting = make.meeting(tender, begins_in=dt.timedelta(hours=20))
    tasks.remind_of_meetings()
    begins = clock.now() + dt.timedelta(hours=22)
    same = {name: getattr(meeting, name) for name in ("kind", "title", "place", "capacity", "agenda")}
    times = {"begins_at": begins, "ends_at": begins + dt.timedelta(hours=1)}
    actions.edit_meeting(meeting=meeting, by=cast.officer, version=1, **same, **times)
    assert tasks.remind_of_meetings() == 1


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_costs_the_same_with_more_corrections(cast, client_of, minutes, statements, count):
    for person in (cast.resident, cast.neighbour, cast.partner)[:count]:
        make.correction(minutes, person=person)
    client = client_of(cast.officer)
    client.get(minutes.get_absolute_url())
    with statements() as sent:
        shown(client, minutes)
    assert len(sent) <= 11


def test_who_corrected_with_a_code_and_left_an_address_gets_a_mail_with_the_answer(cast, client_of, minutes, commit):
    make.registration(minutes, name="Oma Bep", code="k7wp-93bd-xm2h", email="bep@example.nl")
    make.registration(minutes, name="Opa Jan", code="bbbb-bbbb-bbbb", email="jan@example.nl")
    form = {"code": "k7wp-93bd-xm2h", "text": "Ik zei iets anders.", "once": "a"}
    client_of(cast.visitor).post(address("correct_minutes", minutes), form)
    with commit():
        actions.decide_correction(
            correction=Correction.objects.get(), by=cast.officer, outcome=REFUSED, reason="Niemand hoorde dat.", version=1
        )
    assert list(Mail.objects.values_list("to", flat=True)) == ["bep@example.nl"]
    assert "Er is een antwoord op uw verbetering" in Mail.objects.get().subject


def test_the_state_of_a_meeting_says_that_its_report_is_a_draft_and_until_when(cast, client_of, minutes, move_clock):
    visitor, dialogue = client_of(cast.visitor), make.dialogue(minutes.tender)
    pages = (minutes.get_absolute_url(), dialogue.get_absolute_url())

    def says(words: str) -> list[bool]:
        return [words in visitor.get(page).content.decode() for page in pages]

    until = short_day(minutes.corrections_until)
    assert says(f"Concept van het verslag, te verbeteren tot en met {until}") == [True, True]
    assert says("Verslag is klaar") == [False, False]
    move_clock(days=8)
    assert says("te verbeteren tot en met") == [False, False]
    assert says("Concept van het verslag") == [True, True]
    actions.lock_minutes(meeting=minutes)
    assert says("Verslag is klaar") == [True, True]
