"""What everybody reads: in a fixed number of statements, without a cookie, and not sent twice when nothing changed."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from django.urls import reverse

from areas.models import Area
from events import clock
from inventory.models import Period
from notifications.actions import follow_tender
from portal.open_now import open_now
from tenders.actions import edit_tender
from tenders.routes import Route
from tenders.steps import Step
from tests import make


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_of_tenders_takes_four_statements(cast, statements, count):
    for step in list(Step)[:count]:
        make.tender(cast, step=step)
    with statements() as sent:
        answer = Client().get("/trajecten/")
    assert (answer.status_code, len(sent)) == (200, 4)


@pytest.mark.parametrize("lots", [1, 3])
def test_the_page_of_a_tender_takes_eight_statements_at_most(cast, statements, lots):
    tender = make.tender(cast, lots=lots)
    with statements() as sent:
        answer = Client().get(f"/trajecten/{tender.slug}/")
    assert answer.status_code == 200
    assert len(sent) <= 8


def test_a_visitor_gets_no_cookie_and_dutch(cast):
    tender = make.tender(cast)
    own = f"/trajecten/{tender.slug}/"
    for address in ("/", "/trajecten/", own, own + "vragen/", "/gemeenten/zwolle/", "/meedoen/"):
        answer = Client(headers={"accept-language": "en"}).get(address)
        assert (answer.status_code, dict(answer.cookies)) == (200, {}), address
        assert b'<html lang="nl"' in answer.content, address


def test_english_stands_in_the_path(cast):
    assert b'<html lang="en"' in Client().get("/en/trajecten/").content


def test_a_page_is_not_sent_again_until_something_public_changes(cast):
    tender = make.tender(cast)
    address = f"/trajecten/{tender.slug}/"
    etag = Client().get(address).headers["ETag"]
    assert Client().get(address, headers={"if-none-match": etag}).status_code == 304
    edit_tender(tender=tender, by=cast.officer, title="Een andere titel")
    answer = Client().get(address, headers={"if-none-match": etag})
    assert (answer.status_code, "Een andere titel" in answer.content.decode()) == (200, True)


def test_what_is_not_public_is_not_there_for_others(cast, client_of):
    hidden = make.tender(cast, published=False, title="Nog geheim")
    statuses = {name: client_of(person).get(f"/trajecten/{hidden.slug}/").status_code for name, person in cast.people().items()}
    assert {name for name, status in statuses.items() if status == 200} == {
        "officer",
        "buyer",
        "lawyer",
        "mandate",
        "contract_manager",
        "guide",
        "council_member",
        "clerk",
        "area_manager",
        "community_worker",
        "administrator",
        "secretary",
    }
    assert b"Nog geheim" not in Client().get("/trajecten/").content


def test_searching_finds_a_title_a_text_and_a_lot(cast):
    make.tender(cast, title="Samen koken", slug="samen-koken")
    make.tender(cast, title="Fietsen maken", slug="fietsen")
    page = Client().get("/trajecten/?q=koken").content.decode()
    assert ("samen-koken" in page, "fietsen" in page) == (True, False)


def test_a_municipality_shows_its_own_tenders_only(cast):
    make.tender(cast, title="Van Zwolle", slug="van-zwolle")
    make.tender(cast, title="Van Deventer", slug="van-deventer", municipality=cast.other_municipality)
    shared = make.tender(cast, title="Van allebei", slug="van-allebei", municipality=cast.other_municipality, route=Route.SAS)
    shared.others.add(cast.municipality)
    page = Client().get("/gemeenten/zwolle/").content.decode()
    assert [name in page for name in ("Van Zwolle", "Van Deventer", "Van allebei")] == [True, False, True]


def test_who_searches_for_a_municipality_finds_its_tenders(cast):
    tender = make.tender(cast, title="Samen eten")
    make.tender(cast, title="Samen fietsen", municipality=cast.other_municipality)
    page = Client().get("/trajecten/", {"q": tender.municipality.name}).content.decode()
    assert ("Samen eten" in page, "Samen fietsen" in page) == (True, False)


def test_what_is_open_can_be_asked_of_one_municipality(cast):
    tender = make.tender(cast, title="Samen eten")
    make.dialogue(tender)
    elsewhere = cast.other_municipality
    here, there = (
        Client().get("/meedoen/", {"gemeente": place.slug}).content.decode() for place in (tender.municipality, elsewhere)
    )
    assert ("Samen eten" in here, "Samen eten" in there, f"Meedoen in {elsewhere.name}" in there) == (True, False, True)
    assert Client().get("/meedoen/", {"gemeente": "nergens"}).status_code == 404


def test_the_demo_does_not_exist_outside_demo_mode(cast):
    assert Client().get("/demo/").status_code == 404
    assert Client().post("/demo/klok/", {"to": "day"}).status_code == 404


def test_a_period_for_plans_stands_among_what_is_open_now(cast, client_of):
    make.period(cast, title="Wat wordt er van het bad?", days=20)
    make.period(cast, title="Al voorbij", begins_in=-60)
    period = Period.objects.get(title="Wat wordt er van het bad?")
    pages = [reverse(name, args=args) for name, args in (("portal:home", []), ("portal:show_municipality", ["zwolle"]))]
    for address in (*pages, reverse("portal:take_part")):
        page = client_of(cast.visitor).get(address).content.decode()
        assert ("Wat wordt er van het bad?" in page, period.get_absolute_url() in page, "Al voorbij" in page) == (True, True, False)
    elsewhere = client_of(cast.visitor).get(reverse("portal:show_municipality", args=["deventer"])).content.decode()
    assert "Wat wordt er van het bad?" not in elsewhere


def test_what_begins_just_after_midnight_belongs_to_the_new_day(cast):
    day = clock.today() + dt.timedelta(days=3)
    tender = make.tender(cast)
    make.meeting(tender, begins_at=dt.datetime.combine(day, dt.time(0, 30), ZoneInfo("Europe/Amsterdam")))
    assert [one.until for one in open_now() if one.kind == "meeting"] == [day]


def test_searching_finds_municipalities_neighbourhoods_plans_and_what_people_began_too(cast):
    area = Area.objects.create(municipality=cast.municipality, name="Holtenbroek")
    plan = make.plan(cast.municipality, title="Een buurtkamer in Holtenbroek")
    make.plan(cast.municipality, title="Buurtkamer die niemand mag lezen", hidden_at=clock.now(), hidden_because="Privé.")
    begun = make.initiative(cast.municipality, name="Soep in de buurtkamer", area=area)
    make.initiative(cast.other_municipality, name="Buurtkamer elders")
    page = Client().get("/trajecten/", {"q": "Holtenbroek"}).content.decode()
    found = ("Geen traject heeft deze woorden.", 'href="/gemeenten/zwolle/"', plan.get_absolute_url(), begun.get_absolute_url())
    assert [words in page for words in found] == [True] * 4
    assert "Geen traject gevonden" not in page
    page = Client().get("/trajecten/", {"q": "buurtkamer", "gemeente": "zwolle"}).content.decode()
    assert [words in page for words in ("Een buurtkamer in", "Soep in de", "elders", "niemand mag lezen")] == [
        True,
        True,
        False,
        False,
    ]
    page = Client().get("/trajecten/", {"q": "zwol"}).content.decode()
    assert (">Gemeenten</h2>" in page, 'href="/gemeenten/zwolle/"' in page) == (True, True)
    assert "Geen traject gevonden" in Client().get("/trajecten/", {"q": "walvis"}).content.decode()


@pytest.mark.parametrize("many", [1, 8])
def test_searching_takes_five_statements_and_shows_five_of_each_at_most(cast, statements, many):
    for number in range(many):
        make.tender(cast, title=f"Soep {number}")
        make.plan(cast.municipality, title=f"Soepplan {number}")
        make.initiative(cast.municipality, name=f"Soeptuin {number}")
    with statements() as sent:
        page = Client().get("/trajecten/", {"q": "soep"}).content.decode()
    assert (len(sent), page.count("Soepplan "), page.count("Soeptuin ")) == (5, min(many, 5), min(many, 5))


def test_what_is_open_lets_one_choose_the_municipality_and_leads_to_help(cast):
    page = Client().get("/meedoen/").content.decode()
    for one in (cast.municipality, cast.other_municipality):
        assert f'href="?gemeente={one.slug}"' in page
    assert page.count('href="/hulp/"') == 2
    chosen = Client().get("/meedoen/", {"gemeente": "zwolle"}).content.decode()
    assert ("Meedoen in Zwolle" in chosen, "Alle gemeenten" in chosen) == (True, True)


def test_who_wants_to_follow_reads_why_an_address_is_asked_and_the_way_back(cast):
    tender = make.tender(cast)
    page = Client().get(f"/trajecten/{tender.slug}/volgen/", follow=True).content.decode()
    assert "hebben wij uw e-mailadres nodig." in page
    assert f'<a class="utrecht-link" href="/trajecten/{tender.slug}/">Terug naar het traject</a>' in page
    page = Client().get("/mijn/", follow=True).content.decode()
    assert ("Hiervoor logt u eerst in." in page, "Terug naar het traject" in page) == (True, False)


@pytest.mark.parametrize("wanted", ["", "?next=", "?next=/is-er-niet/", "?next=https://elders.example/x/"])
def test_signing_in_from_nowhere_says_nothing_of_a_page(db, wanted):
    page = Client().get(f"/inloggen/login/{wanted}")
    assert (page.status_code, "Hiervoor logt u eerst in." in page.content.decode()) == (200, False)


def test_the_page_of_a_municipality_leads_to_its_meetings_when_there_are_any(cast, client_of):
    place = cast.municipality
    links = (f"/meedoen/?gemeente={place.slug}&amp;soort=bijeenkomst", f"/gemeenten/{place.slug}/agenda.ics")

    def linked() -> list[bool]:
        page = Client().get(f"/gemeenten/{place.slug}/").content.decode()
        return [link in page for link in links]

    tender = make.dialogue(make.tender(cast)).tender
    make.meeting(tender, begins_in=dt.timedelta(days=-7))
    assert linked() == [False, False]
    meetings = [make.meeting(tender, title=f"Aan tafel {number}") for number in range(12)]
    make.meeting(make.dialogue(make.tender(cast, municipality=cast.other_municipality)).tender, title="Elders")
    assert linked() == [True, True]
    page = Client().get(f"/meedoen/?gemeente={place.slug}&soort=bijeenkomst")
    assert {one.url for one in page.context["open_now"]} == {one.get_absolute_url() for one in meetings}
    assert f"Bijeenkomsten in {place.name}" in page.content.decode()


def test_who_follows_a_tender_reads_that_and_how_to_stop(cast, client_of):
    tender = make.tender(cast)
    client = client_of(cast.resident)
    assert "Volg dit traject" in client.get(tender.get_absolute_url()).content.decode()
    key = follow_tender(tender=tender, by=cast.resident).key
    page = client.get(tender.get_absolute_url()).content.decode()
    assert ("U volgt dit traject" in page, f"{key}" in page, "Volg dit traject" in page) == (True, True, False)
