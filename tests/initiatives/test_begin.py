"""Just begun: in the street, in a minute, without an account; others join with a first name."""

import re

import pytest
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from areas.models import Area
from events import clock
from events.models import Event, SentForm
from initiatives import actions
from initiatives.models import Initiative, Joining, Photo
from tests import make

FORM = {"name": "Groen tegen de gevel", "sentence": "Wij maken van stoepen tuinen.", "spot": "hoek Brink", "once": "abc"}


@pytest.fixture(autouse=True)
def _nobody_came_before():
    cache.clear()


def send(client, cast, **changes):
    return client.post(reverse("initiatives:begin_initiative", args=[cast.municipality.slug]), FORM | changes)


def join(client, initiative, **changes):
    return client.post(
        reverse("initiatives:join_initiative", args=[initiative.public_id]), {"first_name": "Jo", "once": "a"} | changes
    )


def code_on(response) -> str:
    return re.search(r'<p class="mw-code mw-large">([^<]+)</p>', response.content.decode())[1]


def photo_file() -> SimpleUploadedFile:
    return SimpleUploadedFile("IMG_Voorstad.jpg", make.picture_file().read(), "image/jpeg")


def test_who_is_nobody_in_particular_begins_and_gets_a_code_that_leads_back(cast, client_of):
    area = Area.objects.create(municipality=cast.municipality, name="Assendorp")
    client = client_of(cast.visitor)
    response = send(client, cast, area=area.pk, photo=photo_file(), doers="Coen en Sjaak", phone="06 12345678")
    made = Initiative.objects.get()
    assert response.status_code == 200
    assert (made.name, made.area, made.doers, made.phone) == ("Groen tegen de gevel", area, "Coen en Sjaak", "06 12345678")
    assert (made.begun_by, made.written_down, made.begun_on) == (None, False, clock.today())
    photo = Photo.objects.select_related("upload").get()
    assert (photo.initiative, photo.upload.original_name) == (made, "foto.jpg")
    back = client.post(reverse("portal:follow_code"), {"code": code_on(response)})
    assert "Vertel hoe het gaat" in back.content.decode()


def test_the_code_stands_in_no_address_cookie_row_or_log(cast, client_of):
    response = send(client_of(cast.visitor), cast)
    code = code_on(response)
    assert (response.cookies, SentForm.objects.count(), Session.objects.count()) == ({}, 0, 0)
    assert "no-store" in response.headers["Cache-Control"]
    for row in [*Initiative.objects.values(), *Event.objects.values()]:
        assert code not in str(row)


def test_the_same_form_twice_is_one_initiative_with_the_same_code(cast, client_of):
    client = client_of(cast.visitor)
    assert code_on(send(client, cast)) == code_on(send(client, cast))
    assert Initiative.objects.count() == 1


def test_a_community_worker_writes_it_down_for_doers_without_a_name(cast, client_of):
    client = client_of(cast.community_worker)
    send(client, cast)
    made = Initiative.objects.get()
    assert (made.begun_by, made.written_down, made.doers) == (cast.community_worker, True, "")
    page = client_of(cast.visitor).get(made.get_absolute_url()).content.decode()
    assert "De doeners blijven liever zonder naam, opgeschreven in de buurt" in page
    assert cast.community_worker.name not in page


def test_a_community_worker_is_asked_about_the_doers_and_reads_who_stands_beside_it(cast, client_of):
    area = Area.objects.create(municipality=cast.municipality, name="Assendorp")
    actions.name_contact(municipality=cast.municipality, by=cast.officer, name="Gerda", phone="038 111 11 11")
    address = reverse("initiatives:begin_initiative", args=[cast.municipality.slug])
    page = client_of(cast.community_worker).get(address).content.decode()
    asked = (
        "Schrijf op wat er begint",
        "Wat begint er?",
        "Wie doet het?",
        "Het mag leeg blijven.",
        "Telefoonnummer van een doener",
    )
    assert [words in page for words in (*asked, "<b>Gerda</b>, ", "Wie bent u?", "Uw telefoonnummer")] == [True] * 6 + [False] * 2
    name = cast.community_worker.name
    actions.name_contact(municipality=cast.municipality, by=cast.officer, name=name, phone="038 222 22 22", area=area)
    page = client_of(cast.community_worker).get(address).content.decode()
    assert (f"<b>{name}</b> (u), " in page, "Elders: <b>Gerda</b>, " in page) == (True, True)
    for person in (cast.visitor, cast.resident):
        page = client_of(person).get(address).content.decode()
        assert [words in page for words in ("Wie bent u?", "Uw telefoonnummer", "Wie doet het?", "Gerda")] == [
            True,
            True,
            False,
            False,
        ]


@pytest.mark.parametrize("many", [1, 3])
def test_the_page_of_who_writes_it_down_asks_the_same_whoever_can_be_called(cast, client_of, statements, many):
    for number in range(many):
        area = Area.objects.create(municipality=cast.municipality, name=f"Wijk {number}")
        actions.name_contact(municipality=cast.municipality, by=cast.officer, name="Gerda", phone="038 1", area=area)
    client = client_of(cast.community_worker)
    with statements() as sent:
        assert client.get(reverse("initiatives:begin_initiative", args=[cast.municipality.slug])).status_code == 200
    assert len(sent) == 7


def test_the_work_of_a_community_worker_begins_with_what_begins_in_the_street(cast, client_of):
    address = reverse("initiatives:begin_initiative", args=[cast.municipality.slug])
    pages = [client_of(one).get(reverse("portal:my_work")).content.decode() for one in (cast.community_worker, cast.officer)]
    assert [address in page for page in pages] == [True, False]
    assert pages[0].index(address) < pages[0].index("Berichten")


@pytest.mark.parametrize(
    "typed", ["06 12345678 bel mij", "www.casino.nl koop nu", "jo@example.nl", "Jo https://x", "jo.casino.com"]
)
def test_where_a_first_name_is_asked_goes_no_number_and_no_address(cast, client_of, typed):
    sentence = "Hier past alleen een naam: geen cijfers, geen e-mailadres en geen website."
    client = client_of(cast.visitor)
    response = join(client, make.initiative(cast.municipality), first_name=typed)
    assert (response.context["form"].errors["first_name"], typed in response.content.decode()) == ([sentence], True)
    assert send(client, cast, doers=typed).context["form"].errors["doers"] == [sentence]
    assert (Joining.objects.count(), Initiative.objects.count()) == (0, 1)


@pytest.mark.parametrize("typed", ["Jo", "Anne-Fleur d'Hont", "فاطمة", "Coen & Sjaak", "J.P. van 't Hof 🌱"])
def test_any_first_name_goes(cast, client_of, typed):
    join(client_of(cast.visitor), make.initiative(cast.municipality), first_name=typed)
    assert Joining.objects.get().first_name == typed


def test_a_first_name_of_more_than_forty_letters_is_refused_with_a_sentence(cast, client_of):
    response = join(client_of(cast.visitor), make.initiative(cast.municipality), first_name="Jo" * 21)
    assert (list(response.context["form"].errors), Joining.objects.count()) == (["first_name"], 0)


@pytest.mark.parametrize(
    ("typed", "field", "sentence"),
    [
        ({"name": ""}, "name", "Geef het een naam. Twee woorden is genoeg."),
        ({"sentence": " "}, "sentence", "Schrijf in één zin wat u doet."),
        ({"phone": "bel mij"}, "phone", "Dit is geen telefoonnummer. Typ de cijfers, bijvoorbeeld 06 12345678."),
        (
            {"photo": SimpleUploadedFile("foto.jpg", b"%PDF-1.7 geen foto", "image/jpeg")},
            "photo",
            "Wij kunnen dit niet als foto lezen. Kies een foto (JPEG, PNG of WebP), of ga zonder verder.",
        ),
    ],
)
def test_what_is_wrong_is_said_beside_the_field_and_what_was_typed_stays(cast, client_of, typed, field, sentence):
    response = send(client_of(cast.visitor), cast, **{"doers": "Mehmet 🌱", **typed})
    assert response.status_code == 200
    assert response.context["form"].errors[field] == [sentence]
    assert "Mehmet 🌱" in response.content.decode()
    assert Initiative.objects.count() == 0


@pytest.mark.parametrize("words", ["🌱🌱", "حديقة صغيرة", "<b>tuin</b><script>1</script>", "# tuin"])
def test_any_script_and_any_trick_is_plain_text(cast, client_of, words):
    send(client_of(cast.visitor), cast, name=words)
    made = Initiative.objects.get()
    page = client_of(cast.visitor).get(made.get_absolute_url()).content.decode()
    assert made.name == words
    assert "<script>1" not in page
    assert "<b>tuin" not in page


def test_ten_thousand_characters_are_too_many(cast, client_of):
    response = send(client_of(cast.visitor), cast, sentence="x" * 10_000)
    assert list(response.context["form"].errors) == ["sentence"]


def test_who_begins_very_often_from_one_address_waits(cast, client_of):
    client = client_of(cast.visitor)
    for number in range(10):
        send(client, cast, name=f"Tuin {number}")
    response = send(client, cast, name="Tuin 11")
    assert "Wacht een kwartier" in response.content.decode()
    assert Initiative.objects.count() == 10
    assert send(client_of(cast.community_worker), cast, name="Tuin 11").status_code == 200
    assert Initiative.objects.count() == 11


def test_somebody_joins_with_a_first_name_and_takes_it_off_with_the_code(cast, client_of):
    initiative = make.initiative(cast.municipality)
    client = client_of(cast.visitor)
    response = join(client, initiative, first_name="Fatima")
    code, joining = code_on(response), Joining.objects.get()
    assert (joining.first_name, response.cookies) == ("Fatima", {})
    assert "Fatima" in client.get(initiative.get_absolute_url()).content.decode()
    assert "Haal mijn naam weg" in client.post(reverse("portal:follow_code"), {"code": code}).content.decode()
    off = reverse("initiatives:take_name_off", args=[initiative.public_id, joining.public_id])
    assert "Waarom?" in client.post(off, {"code": code}).content.decode()
    assert client.post(off, {"code": code, "reason": "Ik verhuis.", "once": "b"}).status_code == 302
    joining.refresh_from_db()
    assert joining.removed_because == "Ik verhuis."
    assert "Fatima" not in client.get(initiative.get_absolute_url()).content.decode()


def test_the_same_joining_twice_is_one(cast, client_of):
    initiative = make.initiative(cast.municipality)
    client = client_of(cast.visitor)
    assert code_on(join(client, initiative)) == code_on(join(client, initiative))
    assert Joining.objects.count() == 1


def test_who_has_another_code_takes_no_name_off(cast, client_of):
    initiative = make.initiative(cast.municipality)
    joining = make.joining(initiative, first_name="Jo")
    off = reverse("initiatives:take_name_off", args=[initiative.public_id, joining.public_id])
    assert client_of(cast.visitor).post(off, {"code": "k7wp-93bd-xm2h", "reason": "Weg.", "once": "b"}).status_code == 403
    assert client_of(cast.resident).post(off, {"reason": "Weg.", "once": "b"}).status_code == 403
    joining.refresh_from_db()
    assert joining.removed_at is None


def test_nobody_joins_what_stopped(cast, client_of):
    initiative = make.initiative(cast.municipality, stopped_at=clock.now(), stopped_because="Klaar.")
    assert join(client_of(cast.visitor), initiative).status_code == 302
    assert Joining.objects.count() == 0


def test_the_neighbourhood_shows_what_grows_and_whom_to_call(cast, client_of):
    area, other = (Area.objects.create(municipality=cast.municipality, name=name) for name in ("Assendorp", "Holtenbroek"))
    gardens = make.initiative(cast.municipality, area=area, unit="voortuinen", name="Voortuinen")
    make.initiative(cast.municipality, area=other, name="Soep", seeks="Pannen")
    make.initiative(cast.municipality, area=area, name="Weg", hidden_at=clock.now(), hidden_because="Privé")
    make.initiative(cast.other_municipality, name="Elders")
    for count in (2, 100):
        make.update(gardens, count=count)
    actions.name_contact(municipality=cast.municipality, by=cast.officer, name="Gerda", phone="038 1")
    actions.name_contact(municipality=cast.municipality, by=cast.officer, name="Oda", phone="038 2", area=area)
    address = reverse("initiatives:list_initiatives", args=[cast.municipality.slug])
    client = client_of(cast.visitor)
    everywhere = client.get(address).content.decode()
    here = client.get(address, {"wijk": "Assendorp"}).content.decode()
    assert ("Voortuinen" in everywhere, "Soep" in everywhere, "Elders" in everywhere, ">Weg<" in everywhere) == (
        True,
        True,
        False,
        False,
    )
    assert ("Voortuinen" in here, "Soep" in here) == (True, False)
    assert "Van 2 naar <b>100</b> voortuinen" in here
    assert ("Gerda" in everywhere, "Oda" in here, "Gerda" in here) == (True, True, False)
    assert "Soep" in client.get(address, {"zoekt": "hulp"}).content.decode()
    assert "Voortuinen" not in client.get(address, {"zoekt": "hulp"}).content.decode()
    assert client.get(address, {"wijk": "Nergens"}).status_code == 404


def test_of_two_neighbourhoods_with_one_name_each_is_found(cast, client_of):
    district, inside = make.areas_of_one_name(cast.municipality)
    make.initiative(cast.municipality, area=district, name="Voortuinen")
    make.initiative(cast.municipality, area=inside, name="Soep", seeks="Pannen")
    address, client = reverse("initiatives:list_initiatives", args=[cast.municipality.slug]), client_of(cast.visitor)

    def found(asked: str) -> list[str]:
        return [one.name for one in client.get(address, {"wijk": asked}).context["page_obj"]]

    assert [found(asked) for asked in (district.code, inside.code)] == [["Voortuinen"], ["Soep"]]
    answer = client.get(address, {"wijk": inside.code})
    assert answer.context["chips"] == [
        ("De hele gemeente", "?", False),
        ("Centrum (wijk) (1)", f"?wijk={district.code}", False),
        ("Centrum (buurt in Centrum) (1)", f"?wijk={inside.code}", True),
    ]
    assert f'href="?wijk={inside.code}&amp;zoekt=hulp"' in answer.content.decode()
    assert client.get(address, {"wijk": "Centrum"}).status_code == 404  # which of the two, nobody knows
    Area.objects.filter(pk=inside.pk).update(name="Binnenstad")
    assert found("Binnenstad") == ["Soep"]  # an address of before that it had a code


@pytest.mark.parametrize("many", [1, 3])
def test_the_neighbourhood_asks_the_same_whatever_grows(cast, client_of, statements, many):
    for _one in range(many):
        initiative = make.initiative(cast.municipality)
        make.joining(initiative)
        make.photo(initiative)
    address = reverse("initiatives:list_initiatives", args=[cast.municipality.slug])
    with statements() as sent:
        assert client_of(cast.visitor).get(address).status_code == 200
    assert len(sent) == 7
