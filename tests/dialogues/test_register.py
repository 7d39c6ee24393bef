"""Coming to a meeting: a place or the waiting list, with an account or with a code."""

import datetime as dt
import re
import threading

import pytest
from django.db import connection, connections
from django.urls import reverse
from django.utils import timezone

from accounts.models import Party
from accounts.models.party import PartyKind
from dialogues import actions
from dialogues.models import Registration, RegistrationState
from events.models import Event, SentForm
from tenders.codes import hash_code
from tenders.refusal import Refused
from tests import make


def address(page: str, meeting) -> str:
    return reverse(f"dialogues:{page}", args=[meeting.tender.slug, meeting.public_id])


def code_on(response) -> str:
    return re.search(r'<p class="mw-code mw-large">([^<]+)</p>', response.content.decode())[1]


def states(meeting) -> list[tuple[str, str]]:
    return list(meeting.registrations.values_list("name", "state"))


def test_with_an_account_one_click_is_enough_and_a_second_changes_nothing(cast, client_of):
    meeting = make.meeting(make.tender(cast))
    client = client_of(cast.resident)
    for token in ("a", "b"):
        response = client.post(address("register", meeting), {"once": token})
        assert response.headers["Location"] == meeting.get_absolute_url()
    registration = Registration.objects.get()
    assert (registration.person, registration.name, registration.code_hash) == (cast.resident, "Ria Bewoner", None)
    assert "U bent aangemeld" in client.get(meeting.get_absolute_url()).content.decode()
    assert Event.objects.filter(name="dialogues.registered", is_public=True).count() == 1


def test_without_an_account_a_name_is_enough_and_the_code_stands_on_the_screen(cast, client_of):
    meeting = make.meeting(make.tender(cast))
    response = client_of(cast.visitor).post(address("register", meeting), {"name": "Oma Bep", "email": "", "once": "a"})
    registration = Registration.objects.get()
    assert response.status_code == 200
    assert response.cookies == {}
    assert "no-store" in response.headers["Cache-Control"]
    assert (registration.name, registration.email, registration.person) == ("Oma Bep", "", None)
    assert registration.code_hash == hash_code(code_on(response))
    assert SentForm.objects.count() == 0


def test_the_same_form_sent_twice_is_one_registration_with_the_same_code(cast, client_of):
    meeting = make.meeting(make.tender(cast))
    client, form = client_of(cast.visitor), {"name": "Oma Bep", "email": "", "once": "a"}
    first, second = client.post(address("register", meeting), form), client.post(address("register", meeting), form)
    assert code_on(first) == code_on(second)
    assert states(meeting) == [("Oma Bep", "registered")]
    other = client.post(address("register", meeting), form | {"name": "Opa Cor"})
    assert code_on(other) != code_on(first)
    assert states(meeting) == [("Oma Bep", "registered"), ("Opa Cor", "registered")]


@pytest.mark.parametrize(
    ("form", "field"), [({"name": ""}, "name"), ({"name": "x" * 121}, "name"), ({"name": "Bep", "email": "geen adres"}, "email")]
)
def test_a_wrong_form_comes_back_with_what_was_typed(cast, client_of, form, field):
    meeting = make.meeting(make.tender(cast))
    response = client_of(cast.visitor).post(address("register", meeting), {"email": "", "once": "a"} | form)
    assert response.status_code == 200
    assert list(response.context["form"].errors) == [field]
    assert form["name"] in response.content.decode()
    assert Registration.objects.count() == 0


def test_when_all_places_are_taken_one_waits_and_moves_up_by_itself(cast, client_of):
    meeting = make.meeting(make.tender(cast), capacity=1)
    first = actions.register(meeting=meeting, by=cast.resident)
    actions.register(meeting=meeting, by=None, name="Tweede", code="tweede")
    actions.register(meeting=meeting, by=cast.neighbour)
    assert states(meeting) == [("Ria Bewoner", "registered"), ("Tweede", "waiting"), ("Bert Buurman", "waiting")]
    page = client_of(cast.visitor).get(meeting.get_absolute_url()).content.decode()
    assert "2 mensen staan op de wachtlijst." in page
    assert "Zet mij op de wachtlijst" in page
    actions.cancel_registration(registration=first, by=cast.resident)
    assert states(meeting) == [("Ria Bewoner", "cancelled"), ("Tweede", "registered"), ("Bert Buurman", "waiting")]
    moved = Event.objects.get(name="dialogues.moved_up")
    assert (moved.thing_id, moved.actor_id) == (meeting.registrations.get(name="Tweede").pk, None)


@pytest.mark.parametrize(
    ("capacity", "taken", "says"),
    [
        (1, 0, "Er is één plaats, en die is vrij."),
        (1, 1, "De enige plaats is bezet."),
        (5, 1, "1 van de 5 plaatsen is bezet."),
        (5, 2, "2 van de 5 plaatsen zijn bezet."),
    ],
)
def test_how_many_places_are_taken_is_said_as_people_say_it(cast, client_of, capacity, taken, says):
    meeting = make.meeting(make.tender(cast), capacity=capacity)
    for _number in range(taken):
        make.registration(meeting)
    assert says in client_of(cast.visitor).get(meeting.get_absolute_url()).content.decode()


def test_who_only_waited_and_cancels_frees_no_place(cast):
    meeting = make.meeting(make.tender(cast), capacity=1)
    actions.register(meeting=meeting, by=cast.resident)
    waiting = actions.register(meeting=meeting, by=cast.neighbour)
    actions.register(meeting=meeting, by=cast.partner)
    actions.cancel_registration(registration=waiting, by=cast.neighbour)
    assert states(meeting) == [("Ria Bewoner", "registered"), ("Bert Buurman", "cancelled"), ("Pim Partner", "waiting")]


def test_cancelling_twice_frees_one_place(cast):
    meeting = make.meeting(make.tender(cast), capacity=1)
    first = actions.register(meeting=meeting, by=cast.resident)
    for person in (cast.neighbour, cast.partner):
        actions.register(meeting=meeting, by=person)
    for _time in range(2):
        actions.cancel_registration(registration=first, by=cast.resident)
    assert [state for _name, state in states(meeting)] == ["cancelled", "registered", "waiting"]


def test_who_cancelled_can_register_again(cast):
    meeting = make.meeting(make.tender(cast))
    first = actions.register(meeting=meeting, by=cast.resident)
    actions.cancel_registration(registration=first, by=cast.resident)
    assert actions.register(meeting=meeting, by=cast.resident).pk != first.pk


def of_the_party(cast, *people):
    """These people act for the party of the cast too."""
    for person in people:
        cast.party.memberships.create(user=person)
        person.forget_roles()


def test_a_second_person_of_an_organisation_waits_and_is_told_why(cast, client_of):
    meeting = make.meeting(make.tender(cast))
    client = client_of(cast.entrepreneur)
    assert "Stichting De Werkplaats" in client.get(meeting.get_absolute_url()).content.decode()
    client.post(address("register", meeting), {"party": cast.party.pk, "once": "a"})
    of_the_party(cast, cast.resident)
    page = client_of(cast.resident).post(address("register", meeting), {"party": cast.party.pk, "once": "b"}, follow=True)
    assert "Er komen al anderen voor Stichting De Werkplaats. U staat op de wachtlijst." in page.content.decode()
    assert "zo is er plaats voor iedereen" in page.content.decode()
    assert states(meeting) == [("Samira Ondernemer", "registered"), ("Ria Bewoner", "waiting")]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Stichting De Werkbank", "de werkbank"),
        ("De Werkbank B.V.", "De Werkbank"),
        ("Coöperatie Thuis U.A.", "Cooperatie Thuis"),
        ("Vereniging ’t Huis", "T-huis"),
    ],
)
def test_another_spelling_of_an_organisation_is_the_same_organisation(cast, client_of, first, second):
    meeting = make.meeting(make.tender(cast))
    for name, organisation in (("Ada", first), ("Bob", second), ("Cor", "De Draaibank"), ("Dirk", "")):
        actions.register(meeting=meeting, by=None, name=name, organisation=organisation, code=name)
    assert states(meeting) == [("Ada", "registered"), ("Bob", "waiting"), ("Cor", "registered"), ("Dirk", "registered")]


def test_a_party_that_we_know_and_its_name_in_another_spelling_share_one_maximum(cast):
    meeting = make.meeting(make.tender(cast))
    actions.register(meeting=meeting, by=cast.entrepreneur, party=cast.party)
    actions.register(meeting=meeting, by=None, name="Bob", organisation="De Werkplaats", code="bob")
    assert states(meeting) == [("Samira Ondernemer", "registered"), ("Bob", "waiting")]


def test_who_waits_for_a_colleague_reads_with_the_code_that_others_come_and_not_that_all_is_full(cast, client_of):
    meeting = make.meeting(make.tender(cast))
    actions.register(meeting=meeting, by=None, name="Ada", organisation="De Werkbank", code="ada")
    client, form = client_of(cast.visitor), {"name": "Bob", "email": "", "organisation": "De Werkbank", "once": "a"}
    first = client.post(address("register", meeting), form)
    for page in (first, client.post(reverse("portal:follow_code"), {"code": code_on(first)})):
        assert "Er komen al anderen voor De Werkbank" in page.content.decode()
        assert "Meldt een van hen zich af? Dan krijgt u vanzelf de plaats" in page.content.decode()


def test_who_waits_for_a_colleague_lets_others_pass_and_gets_the_place_when_the_colleague_cancels(cast):
    meeting = make.meeting(make.tender(cast), capacity=3)
    of_the_party(cast, cast.resident)
    first = actions.register(meeting=meeting, by=cast.entrepreneur, party=cast.party)
    actions.register(meeting=meeting, by=cast.resident, party=cast.party)
    other = actions.register(meeting=meeting, by=cast.neighbour)
    assert [state for _name, state in states(meeting)] == ["registered", "waiting", "registered"]
    actions.cancel_registration(registration=other, by=cast.neighbour)
    assert not Event.objects.filter(name="dialogues.moved_up").exists()
    actions.cancel_registration(registration=first, by=cast.entrepreneur)
    assert dict(states(meeting))["Ria Bewoner"] == "registered"
    assert Event.objects.filter(name="dialogues.moved_up").count() == 1


def test_the_team_lets_more_people_of_an_organisation_come_and_who_waits_moves_up(cast, client_of):
    meeting = make.meeting(make.tender(cast))
    of_the_party(cast, cast.resident, cast.neighbour)
    for person in (cast.entrepreneur, cast.resident, cast.neighbour):
        actions.register(meeting=meeting, by=person, party=cast.party)
    form = {name: getattr(meeting, name) for name in ("kind", "title", "place", "capacity", "version")}
    moments = {name: timezone.localtime(getattr(meeting, name)).strftime("%Y-%m-%dT%H:%M") for name in ("begins_at", "ends_at")}
    client_of(cast.officer).post(address("edit_meeting", meeting), form | moments | {"per_party": 2, "agenda": ""})
    assert [state for _name, state in states(meeting)] == ["registered", "registered", "waiting"]
    assert "Ten hoogste 2 mensen per organisatie." in client_of(cast.visitor).get(meeting.get_absolute_url()).content.decode()


def test_residents_come_with_as_many_as_there_is_room_for(cast):
    meeting = make.meeting(make.tender(cast))
    Party.objects.filter(pk=cast.party.pk).update(kind=PartyKind.RESIDENTS)
    cast.party.refresh_from_db()
    of_the_party(cast, cast.resident)
    for person in (cast.entrepreneur, cast.resident):
        actions.register(meeting=meeting, by=person, party=cast.party)
    assert [state for _name, state in states(meeting)] == ["registered", "registered"]


def test_nobody_registers_for_another_s_party(cast, client_of):
    meeting = make.meeting(make.tender(cast))
    response = client_of(cast.entrepreneur).post(address("register", meeting), {"party": cast.rival_party.pk, "once": "a"})
    assert list(response.context["form"].errors) == ["party"]


def test_with_the_code_somebody_cancels(cast, client_of):
    meeting = make.meeting(make.tender(cast))
    client = client_of(cast.visitor)
    code = code_on(client.post(address("register", meeting), {"name": "Oma Bep", "email": "", "once": "a"}))
    page = client.post(address("cancel_registration", meeting), {"code": code.upper().replace("-", " "), "once": "b"})
    assert "U bent afgemeld" in page.content.decode()
    assert states(meeting) == [("Oma Bep", "cancelled")]
    wrong = client.post(address("cancel_registration", meeting), {"code": "aaaa-bbbb-cccc", "once": "c"})
    assert wrong.context["form"].errors["code"] == ["Wij kennen deze code niet bij deze bijeenkomst. Kijk nog eens op uw papier."]


def test_with_an_account_one_click_cancels(cast, client_of):
    meeting = make.meeting(make.tender(cast))
    actions.register(meeting=meeting, by=cast.resident)
    response = client_of(cast.resident).post(address("cancel_registration", meeting), {"once": "a"})
    assert response.headers["Location"] == meeting.get_absolute_url()
    assert states(meeting) == [("Ria Bewoner", "cancelled")]


def test_a_code_typed_at_code_says_how_the_registration_stands(cast, client_of):
    meeting = make.meeting(make.tender(cast), capacity=1)
    make.registration(meeting)
    client = client_of(cast.visitor)
    code = code_on(client.post(address("register", meeting), {"name": "Oma Bep", "email": "", "once": "a"}))
    page = client.post(reverse("portal:follow_code"), {"code": code})
    assert page.status_code == 200
    assert "U staat op de wachtlijst" in page.content.decode()
    assert code not in page.content.decode()


def test_a_meeting_that_has_begun_or_was_called_off_takes_nobody(cast, client_of):
    tender = make.tender(cast)
    begun = make.meeting(tender, begins_in=-dt.timedelta(minutes=1))
    off = actions.cancel_meeting(meeting=make.meeting(tender), by=cast.officer, reason="Storm")
    for meeting in (begun, off):
        for person in (cast.visitor, cast.resident):
            response = client_of(person).post(address("register", meeting), {"name": "Te laat", "email": "", "once": "a"})
            assert response.headers["Location"] == meeting.get_absolute_url()
        with pytest.raises(Refused):
            actions.register(meeting=meeting, by=cast.resident)
    assert Registration.objects.count() == 0


def test_the_team_registers_who_calls_with_a_name_and_a_code_and_not_itself(cast, client_of):
    meeting = make.meeting(make.tender(cast))
    client, somebody = client_of(cast.officer), address("register", meeting) + "?voor=iemand"
    assert somebody in client.get(address("list_registrations", meeting)).content.decode()
    assert "U vult dit in voor iemand anders" in client.get(somebody).content.decode()
    made = client.post(somebody, {"name": "Oma Bep", "email": "", "once": "a"})
    assert [(one.name, one.person, one.code_hash) for one in Registration.objects.all()] == [
        ("Oma Bep", None, hash_code(code_on(made)))
    ]
    assert "name" not in client_of(cast.resident).get(somebody).context["form"].fields


def test_a_meeting_that_goes_on_says_so_with_its_place_and_the_question_to_the_room_until_it_ends(cast, client_of, move_clock):
    tender = make.tender(cast)
    make.dialogue(tender)
    meeting = make.meeting(tender, begins_in=-dt.timedelta(minutes=30))
    live = make.live(meeting)
    client = client_of(cast.visitor)
    page = client.get(meeting.get_absolute_url()).content.decode()
    assert "Nu bezig" in page
    assert "Is geweest" not in page
    assert f"<p>{meeting.place}</p>" in page
    assert live.get_absolute_url() in page
    assert "Nu bezig" in client.get(reverse("dialogues:show_dialogue", args=[tender.slug])).content.decode()
    move_clock(days=1)
    page = client.get(meeting.get_absolute_url()).content.decode()
    assert "Is geweest" in page
    assert "Nu bezig" not in page


def test_a_meeting_that_ends_the_next_day_names_that_day(cast, client_of):
    begins = timezone.make_aware(dt.datetime(2027, 3, 27, 19, 30))
    meeting = make.meeting(make.tender(cast), begins_at=begins, ends_at=begins + dt.timedelta(hours=9))
    assert "tot zondag 28 maart 2027, 04.30 uur" in client_of(cast.visitor).get(meeting.get_absolute_url()).content.decode()


def test_who_cancelled_with_a_code_is_not_asked_to_put_it_in_the_calendar(cast, client_of):
    meeting = make.meeting(make.tender(cast))
    client = client_of(cast.visitor)
    made = client.post(address("register", meeting), {"name": "Oma Bep", "email": "", "once": "a"})
    assert "Zet het in uw agenda" in made.content.decode()
    actions.cancel_registration(registration=Registration.objects.get(), by=None)
    page = client.post(reverse("portal:follow_code"), {"code": code_on(made)}).content.decode()
    assert "Zet het in uw agenda" not in page


@pytest.mark.postgres
@pytest.mark.skipif(connection.vendor != "postgresql", reason="needs PostgreSQL")
@pytest.mark.django_db(transaction=True)
def test_of_two_at_the_same_moment_one_gets_the_last_place_and_the_other_waits(cast):
    meeting = make.meeting(make.tender(cast), capacity=1)
    together = threading.Barrier(6)

    def come(number: int) -> None:
        together.wait()
        actions.register(meeting=meeting, by=None, name=f"Gast {number}", code=f"code-{number}")
        connections.close_all()

    threads = [threading.Thread(target=come, args=[number]) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(state for _name, state in states(meeting)) == ["registered"] + ["waiting"] * 5


@pytest.mark.postgres
@pytest.mark.skipif(connection.vendor != "postgresql", reason="needs PostgreSQL")
@pytest.mark.django_db(transaction=True)
def test_two_who_cancel_at_the_same_moment_let_two_move_up(cast):
    meeting = make.meeting(make.tender(cast), capacity=2)
    leaving = [make.registration(meeting), make.registration(meeting)]
    for _one in range(3):
        make.registration(meeting, state=RegistrationState.WAITING)
    together = threading.Barrier(2)

    def leave(registration) -> None:
        together.wait()
        actions.cancel_registration(registration=registration, by=None)
        connections.close_all()

    threads = [threading.Thread(target=leave, args=[one]) for one in leaving]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(state for _name, state in states(meeting)) == ["cancelled", "cancelled", "registered", "registered", "waiting"]
