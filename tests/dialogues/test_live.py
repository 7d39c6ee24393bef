"""Live in a meeting room: a phone sends in without an account, the big screen shows, the team looks first when it wants."""

import pytest
from django.urls import reverse

from dialogues import actions
from dialogues.models import Contribution, Dialogue, Live, Message, PhoneSupport
from tenders.codes import hash_code
from tenders.refusal import Refused
from tests import make

_PHONE = {"phone": "een-telefoon", "once": "a"}


@pytest.fixture
def meeting(cast):
    tender = make.tender(cast)
    make.dialogue(tender)
    return make.meeting(tender)


@pytest.fixture
def live(meeting):
    return make.live(meeting)


def address(page: str, live, *more) -> str:
    return reverse(f"dialogues:{page}", args=[live.public_id, *more])


def text_of(answer) -> str:
    return answer.content.decode()


def test_a_phone_sends_in_without_an_account_and_it_is_on_the_screen(cast, client_of, live):
    answer = client_of(cast.visitor).post(
        address("show_live", live), _PHONE | {"text": "De soos moet blijven.", "shown_name": "Bep"}
    )
    assert (answer.status_code, answer.cookies) == (200, {})
    said = Contribution.objects.get()
    assert (said.text, said.shown_name, said.channel, said.meeting, said.email) == (
        "De soos moet blijven.",
        "Bep",
        "meeting",
        live.meeting,
        "",
    )
    assert hash_code(answer.context["code"]) == said.code_hash
    assert "De soos moet blijven." in text_of(client_of(cast.visitor).get(address("screen", live)))


@pytest.mark.parametrize("name", ["06 12345678 bel mij", "www.casino.nl koop nu"])
def test_where_a_first_name_is_asked_goes_no_number_and_no_address(cast, client_of, live, name):
    typed = {"text": "De soos moet blijven.", "shown_name": name}
    answer = client_of(cast.visitor).post(address("show_live", live), _PHONE | typed)
    sentence = "Hier past alleen een naam: geen cijfers, geen e-mailadres en geen website."
    assert (answer.context["form"].errors["shown_name"], name in answer.content.decode()) == ([sentence], True)
    assert not Contribution.objects.exists()


def test_without_a_name_it_is_anonymous_and_leads_to_nobody(cast, client_of, live):
    client_of(cast.resident).post(address("show_live", live), _PHONE | {"text": "Ik durf niet.", "shown_name": ""})
    said = Contribution.objects.get()
    assert (said.name_choice, said.author, said.entered_by, said.entered_at) == ("anonymous", None, None, None)


def test_the_same_form_sent_twice_is_one_message_with_one_code(cast, client_of, live):
    form = _PHONE | {"text": "De soos moet blijven.", "shown_name": ""}
    codes = {client_of(cast.visitor).post(address("show_live", live), form).context["code"] for _time in range(2)}
    assert (len(codes), Message.objects.count(), Contribution.objects.count()) == (1, 1, 1)


def test_what_the_team_wants_to_see_first_is_no_contribution_until_it_lets_it_through(cast, client_of, meeting):
    live = make.live(meeting, is_moderated=True)
    client_of(cast.visitor).post(address("show_live", live), _PHONE | {"text": "Eerst kijken.", "shown_name": ""})
    assert Contribution.objects.count() == 0
    assert "Eerst kijken." not in text_of(client_of(cast.visitor).get(address("screen", live)))
    assert "Eerst kijken." in text_of(client_of(cast.officer).get(address("moderate_live", live)))
    message = Message.objects.get()
    client_of(cast.officer).post(address("let_through", live, message.public_id))
    assert [(one.number, one.text) for one in Contribution.objects.all()] == [(1, "Eerst kijken.")]
    assert "Eerst kijken." in text_of(client_of(cast.visitor).get(address("screen", live)))


def test_what_is_kept_back_stays_with_its_reason_and_is_never_shown(cast, client_of, meeting):
    live = make.live(meeting, is_moderated=True)
    message = make.message(live, text="Scheldwoord.", shown=False)
    page = address("keep_back", live, message.public_id)
    assert list(client_of(cast.officer).post(page, {"reason": "", "once": "a"}).context["form"].errors) == ["reason"]
    client_of(cast.officer).post(page, {"reason": "Het kwetst iemand.", "once": "b"})
    message.refresh_from_db()
    assert (message.state, message.kept_back_because, message.contribution) == ("kept_back", "Het kwetst iemand.", None)
    assert "Scheldwoord" not in text_of(client_of(cast.visitor).get(address("screen", live)))


def test_only_the_team_opens_looks_and_closes(cast, client_of, live):
    pages = {
        "open": reverse("dialogues:open_live", args=[live.tender.slug, live.meeting.public_id]),
        "look": address("moderate_live", live),
    }
    for person in (cast.resident, cast.rival, cast.council_member):
        assert {name: client_of(person).get(page).status_code for name, page in pages.items()} == {"open": 403, "look": 403}
        assert client_of(person).post(address("close_live", live)).status_code == 403
    assert Live.objects.get().closed_at is None


def test_a_phone_shows_its_hand_once(cast, client_of, live):
    message = make.message(live, name="Bep")
    page = address("support_message", live, message.contribution.number)
    for phone in ("een", "een", "twee"):
        client_of(cast.visitor).post(page, {"phone": phone})
    assert PhoneSupport.objects.count() == 2
    assert "2 keer herkend" in text_of(client_of(cast.visitor).get(address("screen", live)))


def test_one_phone_that_sends_very_fast_is_asked_to_wait_and_keeps_its_words(cast, client_of, live):
    client, page = client_of(cast.visitor), address("show_live", live)
    for number in range(20):
        client.post(page, _PHONE | {"text": f"Zin {number}", "shown_name": "", "once": str(number)})
    answer = client.post(page, _PHONE | {"text": "Zin te veel", "shown_name": "", "once": "x"})
    assert "Wacht een minuut" in text_of(answer)
    assert "Zin te veel" in text_of(answer)
    assert Contribution.objects.count() == 20


@pytest.mark.parametrize("text", ["", "   ", "a" * 301])
def test_nothing_and_too_much_are_told_beside_the_field(cast, client_of, live, text):
    answer = client_of(cast.visitor).post(address("show_live", live), _PHONE | {"text": text, "shown_name": ""})
    assert list(answer.context["form"].errors) == ["text"]
    assert Message.objects.count() == 0


def test_a_closed_question_takes_nothing_more_and_shows_what_came(cast, client_of, live):
    make.message(live, text="Het eerste.", name="Bep")
    actions.close_live(live=live, by=cast.officer)
    answer = client_of(cast.visitor).post(address("show_live", live), _PHONE | {"text": "Te laat.", "shown_name": ""})
    assert ("gesloten" in text_of(answer), Message.objects.count()) == (True, 1)
    assert "Het eerste." in text_of(client_of(cast.visitor).get(address("screen", live)))


@pytest.mark.parametrize("closed", ["nothing", "the dialogue", "the tender"])
def test_a_closed_question_leads_to_the_dialogue_only_when_that_still_takes_something(cast, client_of, live, closed):
    type(live.tender).objects.update(contact_person="Mo Bel", contact_phone="038 1234567")
    actions.close_live(live=live, by=cast.officer)
    if closed == "the dialogue":
        actions.close_dialogue(dialogue=Dialogue.objects.get(), by=cast.officer)
    if closed == "the tender":
        type(live.tender).objects.update(withdrawn_at=live.opened_at)
    client, here = client_of(cast.visitor), address("show_live", live)
    for answer in (client.get(here), client.post(here, _PHONE | {"text": "Te laat voor de soos.", "shown_name": ""})):
        page = text_of(answer)
        assert ("U kunt nog iets zeggen op" in page, "Bel Mo Bel" in page) == (closed == "nothing", closed != "nothing")
    assert "Te laat voor de soos." in page  # what was typed is not lost
    with pytest.raises(Refused) as refused:
        actions.send_in(live=live, code="nieuw", text="Te laat.")
    if closed != "the tender":
        assert ("pagina van de dialoog" in refused.value.messages[0]) == (closed == "nothing")


def test_a_new_question_closes_the_one_before(cast, meeting, live):
    new = actions.open_live(meeting=meeting, by=cast.officer, question="En dit?")
    live.refresh_from_db()
    assert (live.closed_at is None, new.closed_at) == (False, None)


def test_the_screen_is_sent_again_only_when_something_came_in(cast, client_of, live):
    client, page = client_of(cast.visitor), address("screen", live)
    etag = client.get(page).headers["ETag"]
    assert client.get(page, headers={"if-none-match": etag}).status_code == 304
    message = make.message(live, name="Bep")
    changed = client.get(page, headers={"if-none-match": etag})
    assert changed.status_code == 200
    make_hidden = {"hidden_at": message.contribution.entered_at, "hidden_because": "Kwetsend"}
    Contribution.objects.update(**make_hidden)
    hidden = client.get(page, headers={"if-none-match": changed.headers["ETag"]})
    assert (hidden.status_code, message.text in text_of(hidden)) == (200, False)


@pytest.mark.parametrize("many", [1, 3])
def test_the_screen_asks_as_many_statements_however_much_came_in(cast, client_of, live, django_assert_num_queries, many):
    for number in range(many):
        make.message(live, name=f"Bep {number}")
    client = client_of(cast.visitor)
    with django_assert_num_queries(4):
        client.get(address("screen", live))
