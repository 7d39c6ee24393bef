"""Contributing on the website: by name, under a pseudonym, or without a name; with a code, and safe to send twice."""

import hashlib
import re
import threading

import pytest
from django.contrib.sessions.models import Session
from django.db import connection, connections
from django.urls import reverse

from areas.models import Theme
from dialogues import actions
from dialogues.models import Contribution, Dialogue, NameChoice, Pseudonym
from dialogues.pseudonyms import Behind, unseal
from events import clock
from events.models import Event, SentForm
from tenders.refusal import Refused
from tests import make

FORM = {"text": "Geef mij een brander.", "theme": "", "name_choice": "name", "shown_name": "Ria", "email": "", "once": "abc"}


@pytest.fixture
def tender(cast):
    made = make.tender(cast)
    make.dialogue(made)
    return made


def send(client, tender, **changes):
    return client.post(reverse("dialogues:contribute", args=[tender.slug]), FORM | changes)


def code_on(response) -> str:
    return re.search(r'<p class="mw-code mw-large">([^<]+)</p>', response.content.decode())[1]


def test_a_visitor_contributes_by_name_and_sees_number_and_code(cast, client_of, tender):
    theme = Theme.objects.create(municipality=cast.municipality, name="Werk")
    response = send(client_of(cast.visitor), tender, theme=theme.pk, email="ria@example.nl")
    made = Contribution.objects.get()
    assert response.status_code == 200
    assert "Het is nummer 1." in response.content.decode()
    assert made.code_hash == hashlib.sha256(code_on(response).encode()).hexdigest()
    assert (made.number, made.text, made.theme, made.shown_name, made.email) == (1, FORM["text"], theme, "Ria", "ria@example.nl")
    assert (made.channel, made.author, made.entered_by, made.said_on) == ("website", None, None, clock.today())
    assert made.entered_at is not None


def test_the_code_is_on_the_screen_and_in_no_address_cookie_row_or_log(cast, client_of, tender):
    response = send(client_of(cast.visitor), tender)
    code = code_on(response)
    assert "Location" not in response.headers
    assert response.cookies == {}
    assert "no-store" in response.headers["Cache-Control"]
    assert SentForm.objects.count() == Session.objects.count() == 0
    for row in [*Contribution.objects.values(), *Event.objects.values()]:
        assert code not in str(row)
        assert code.replace("-", "") not in str(row)


def test_the_same_form_sent_twice_is_one_contribution_with_the_same_code(cast, client_of, tender):
    client = client_of(cast.visitor)
    first, second = send(client, tender), send(client, tender)
    assert code_on(first) == code_on(second)
    assert Contribution.objects.count() == 1
    assert Event.objects.filter(name="dialogues.contributed").count() == 1


def test_other_words_from_the_same_page_are_another_contribution(cast, client_of, tender):
    client = client_of(cast.visitor)
    first, second = send(client, tender), send(client, tender, text="En een helm.")
    assert code_on(first) != code_on(second)
    assert list(Contribution.objects.order_by("number").values_list("number", "text")) == [
        (1, "Geef mij een brander."),
        (2, "En een helm."),
    ]


def test_the_same_words_from_another_page_are_another_contribution(cast, client_of, tender):
    codes = {code_on(send(client_of(cast.visitor), tender, once=token)) for token in ("abc", "def")}
    assert len(codes) == Contribution.objects.count() == 2


def test_who_is_signed_in_is_its_author_and_reads_the_same_code_page(cast, client_of, tender):
    response = send(client_of(cast.resident), tender, shown_name="Ria Bewoner")
    made = Contribution.objects.get()
    assert (made.author, made.shown_name, made.email) == (cast.resident, "Ria Bewoner", "")
    assert code_on(response)
    assert Event.objects.get(name="dialogues.contributed").actor_id == cast.resident.pk


def test_a_pseudonym_leads_to_nobody_but_is_sealed_apart(cast, client_of, tender):
    send(client_of(cast.resident), tender, name_choice="pseudonym", shown_name="Vogelvrij")
    made = Contribution.objects.get()
    assert (made.shown_name, made.author, made.email) == ("Vogelvrij", None, "")
    sealed = bytes(Pseudonym.objects.get(contribution=made).sealed)
    assert b"resident" not in sealed
    assert unseal(sealed, contribution=made.pk) == Behind(person=cast.resident.pk, email="resident@example.nl")
    event = Event.objects.get(name="dialogues.contributed")
    assert (event.actor_id, event.data) == (None, {})


def test_the_name_of_the_account_does_not_stand_in_the_field_beforehand(cast, client_of, tender):
    for page in ("contribute", "show_dialogue"):
        shown = client_of(cast.resident).get(reverse(f"dialogues:{page}", args=[tender.slug]))
        assert shown.context["form"]["shown_name"].value() is None
        assert "laat dit leeg, dan zetten wij de naam van uw account erbij" in shown.content.decode()


def test_who_chooses_a_name_and_writes_none_goes_under_the_name_of_the_account(cast, client_of, tender):
    send(client_of(cast.resident), tender, shown_name="")
    assert Contribution.objects.get().shown_name == "Ria Bewoner"


@pytest.mark.parametrize(
    "written", ["Ria Bewoner", " ria  BEWONER", "Ría", "bewoner", "RiaBewoner", "Bewoner, Ria", "Ik, Ria Bewoner"]
)
def test_ones_own_name_is_no_pseudonym(cast, client_of, tender, written):
    response = send(client_of(cast.resident), tender, name_choice="pseudonym", shown_name=written)
    sentence = "Dit is uw eigen naam. Kies een schuilnaam waaraan niemand u herkent."
    assert dict(response.context["form"].errors) == {"shown_name": [sentence]}
    assert Contribution.objects.count() == 0


@pytest.mark.parametrize("written", ["Vogelvrij", "Maria", "Bewoonster", "🔧", "سمير"])
def test_another_word_is_a_pseudonym(cast, client_of, tender, written):
    send(client_of(cast.resident), tender, name_choice="pseudonym", shown_name=written)
    assert Contribution.objects.get().shown_name == written


def test_a_visitor_under_a_pseudonym_leaves_an_address_or_nothing(cast, client_of, tender):
    for number, email in enumerate(("merel@example.nl", "")):
        words = {"name_choice": "pseudonym", "shown_name": "Merel", "email": email, "once": f"t{number}"}
        page = send(client_of(cast.visitor), tender, **words).content.decode()
        assert ("staat apart en is versleuteld" in page, "Wij weten niet wie u bent." in page) == (bool(email), not email)
    behind = [unseal(row.sealed, contribution=row.contribution_id) for row in Pseudonym.objects.order_by("pk")]
    assert behind == [Behind(email="merel@example.nl")]  # of who left nothing there is nothing to seal
    assert set(Contribution.objects.values_list("email", flat=True)) == {""}


def test_without_a_name_there_is_no_author_no_name_no_address_and_no_moment(cast, client_of, tender):
    form = {"name_choice": "anonymous", "shown_name": "Toch Ria", "email": "ria@example.nl"}
    send(client_of(cast.visitor), tender, **form, once="visitor")
    page = reverse("dialogues:contribute_without_name", args=[tender.slug])
    client_of(cast.resident).post(page, FORM | form | {"once": "resident"})
    assert Contribution.objects.count() == 2
    for made in Contribution.objects.all():
        assert (made.author, made.shown_name, made.email, made.entered_at, made.entered_by) == (None, "", "", None, None)
        assert made.said_on == clock.today()
    assert Pseudonym.objects.count() == 0
    events = Event.objects.filter(name="dialogues.contributed")
    assert {(event.thing_kind, event.thing_id, event.actor_id, str(event.data)) for event in events} == {
        ("tenders.tender", tender.pk, None, "{}")
    }


def test_without_a_name_a_session_that_is_there_is_not_touched(cast, client_of, tender):
    client = client_of(cast.resident)
    before = list(Session.objects.values())
    response = client.post(reverse("dialogues:contribute_without_name", args=[tender.slug]), FORM)
    assert Contribution.objects.get().name_choice == "anonymous"
    assert response.cookies == {}
    assert list(Session.objects.values()) == before


@pytest.mark.parametrize(
    ("changes", "errors"),
    [
        ({"text": ""}, {"text": ["Schrijf wat u wilt zeggen. Eén zin is genoeg."]}),
        ({"text": " \n "}, {"text": ["Schrijf wat u wilt zeggen. Eén zin is genoeg."]}),
        (
            {"text": "x" * 4001},
            {"text": ["Dit is te lang: 4001 tekens. Maak er ten hoogste 4000 van, of verstuur het in twee delen."]},
        ),
        ({"name_choice": ""}, {"name_choice": ["Kies hoe wij u mogen noemen."]}),
        ({"shown_name": " "}, {"shown_name": ["Vul uw naam in."]}),
        ({"name_choice": "pseudonym", "shown_name": ""}, {"shown_name": ["Vul uw schuilnaam in."]}),
        ({"email": "geen adres"}, {"email": ["Voer een geldig e-mailadres in."]}),
    ],
)
def test_a_wrong_form_comes_back_with_a_sentence_and_what_was_typed(cast, client_of, tender, changes, errors):
    response = send(client_of(cast.visitor), tender, **({"shown_name": "Merel"} | changes))
    assert response.status_code == 200
    found = response.context["form"].errors
    assert list(found) == list(errors)
    if "email" not in errors:
        assert dict(found) == errors
    page = response.content.decode()
    assert changes.get("text", FORM["text"])[:50].strip() in page
    assert 'name="once" value="abc"' in page
    assert Contribution.objects.count() == 0


@pytest.mark.parametrize("theme", ["999999", "x"])
def test_a_theme_that_is_not_there_is_refused(cast, client_of, tender, theme):
    response = send(client_of(cast.visitor), tender, theme=theme)
    assert list(response.context["form"].errors) == ["theme"]


def test_a_theme_of_another_municipality_cannot_be_chosen(cast, client_of, tender):
    other = Theme.objects.create(municipality=cast.other_municipality, name="Elders")
    assert "Elders" not in client_of(cast.visitor).get(reverse("dialogues:show_dialogue", args=[tender.slug])).content.decode()
    response = send(client_of(cast.visitor), tender, theme=other.pk)
    assert list(response.context["form"].errors) == ["theme"]


def test_emoji_and_text_from_right_to_left_are_kept_as_they_are(cast, client_of, tender):
    text = "مرحبا، أريد أن أعمل 🔧\r\nEn ik kan lassen 👩🏽‍🏭"
    send(client_of(cast.visitor), tender, text=text, shown_name="سمير")
    made = Contribution.objects.get()
    assert (made.text, made.shown_name) == (text, "سمير")
    page = client_of(cast.visitor).get(reverse("dialogues:show_dialogue", args=[tender.slug])).content.decode()
    assert 'dir="auto">“مرحبا، أريد أن أعمل 🔧<br>En ik kan lassen 👩🏽‍🏭”' in page


def test_after_the_last_day_what_was_typed_is_given_back(cast, client_of, tender, move_clock):
    move_clock(days=31)
    response = send(client_of(cast.visitor), tender)
    page = response.content.decode()
    assert response.status_code == 403
    assert "Wij bewaarden niet wat u schreef." in page
    assert "Geef mij een brander." in page
    assert "Marloes Beleid" in page
    assert Contribution.objects.count() == 0


def test_a_dialogue_that_closes_meanwhile_refuses_in_the_action_too(cast, tender):
    open_one = Dialogue.objects.select_related("tender").get(tender=tender)
    actions.close_dialogue(dialogue=open_one, by=cast.officer)
    with pytest.raises(Refused):
        actions.contribute(dialogue=open_one, by=None, code="a", text="Te laat", name_choice=NameChoice.ANONYMOUS)


def test_a_dialogue_that_is_not_open_yet_takes_nothing(cast, client_of):
    tender = make.tender(cast)
    make.dialogue(tender, published=False)
    assert send(client_of(cast.visitor), tender).status_code == 403
    assert Contribution.objects.count() == 0


def test_the_form_has_a_page_of_its_own_without_a_cookie(cast, client_of, tender):
    response = client_of(cast.visitor).get(reverse("dialogues:contribute", args=[tender.slug]))
    assert response.status_code == 200
    assert response.cookies == {}
    assert "csrfmiddlewaretoken" not in response.content.decode()
    assert "Niemand weet wie u bent, wij ook niet." in response.content.decode()


def test_sending_takes_at_most_twenty_statements(cast, client_of, tender, statements):
    client = client_of(cast.visitor)
    with statements() as sent:
        send(client, tender, name_choice="pseudonym", shown_name="Merel")
    assert len(sent) <= 20


def test_numbers_count_on_within_each_tender(cast, client_of, tender):
    other = make.tender(cast)
    make.dialogue(other)
    make.contribution(tender, number=1)
    for one in (tender, other):
        send(client_of(cast.visitor), one, name_choice="name", shown_name="Bep")
    assert list(Contribution.objects.order_by("pk").values_list("tender", "number")) == [
        (tender.pk, 1),
        (tender.pk, 2),
        (other.pk, 1),
    ]


@pytest.mark.postgres
@pytest.mark.skipif(connection.vendor != "postgresql", reason="needs PostgreSQL")
@pytest.mark.django_db(transaction=True)
def test_at_the_same_moment_each_gets_a_number_and_the_same_form_only_one(cast):
    tender = make.tender(cast)
    dialogue = make.dialogue(tender)
    together = threading.Barrier(8)

    def say(number: int) -> None:
        together.wait()
        code = f"code-{number // 2}"  # each form is sent twice
        actions.contribute(dialogue=dialogue, by=None, code=code, text="Tegelijk", name_choice=NameChoice.NAME)
        connections.close_all()

    threads = [threading.Thread(target=say, args=[number]) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert list(Contribution.objects.order_by("number").values_list("number", flat=True)) == [1, 2, 3, 4]
