"""What doers do with their code: telling, changing, helping, stopping. Hiding: test_hiding.py."""

import datetime as dt
import re

import pytest
from django.core.cache import cache
from django.db import IntegrityError, transaction
from django.urls import reverse

from events import clock
from events.models import Event
from golden_thread.initiative import growth_of
from initiatives import actions
from initiatives.models import EarlierWording, Help, Initiative, Photo
from tenders.refusal import Changed, Refused
from tests import make

CODE = "k7wp-93bd-xm2h"


@pytest.fixture(autouse=True)
def _nobody_came_before():
    cache.clear()


@pytest.fixture
def initiative(cast):
    return make.initiative(cast.municipality, code=CODE)


def to(verb, initiative, *more):
    return reverse(f"initiatives:{verb}", args=[initiative.public_id, *more])


def tell(client, initiative, **said):
    data = {"text": "Er kwam een tuin bij.", "on": clock.today().isoformat(), "once": "a", **said}
    return client.post(to("tell_update", initiative), data)


def test_with_the_code_doers_tell_how_it_goes_without_an_account(cast, client_of, initiative):
    client = client_of(cast.visitor)
    assert client.get(to("tell_update", initiative)).headers["Location"] == to("tend_initiative", initiative)
    assert "Typ de code" in client.get(to("tend_initiative", initiative)).content.decode()
    assert "Wat wilt u doen?" in client.post(to("tend_initiative", initiative), {"code": "K7WP 93bd xm2h"}).content.decode()
    assert CODE in client.post(to("tell_update", initiative), {"code": CODE}).content.decode()
    response = tell(client, initiative, code=CODE, count="2", unit="voortuinen")
    assert (response.headers["Location"], response.cookies) == (initiative.get_absolute_url(), {})
    tell(client, initiative, code=CODE, count="100", text="De honderdste.", once="b")
    initiative.refresh_from_db()
    assert list(initiative.updates.values_list("count", "by")) == [(2, None), (100, None)]
    page = client.get(initiative.get_absolute_url()).content.decode()
    assert "Het begon met 2, en nu zijn er 100 voortuinen." in page
    assert "De honderdste." in page
    assert page.count("<svg") >= 1


def test_in_the_chart_a_year_is_wider_than_two_weeks_and_no_number_is_cut_off(cast, client_of, initiative):
    today = clock.today()
    for days, count in ((379, 2), (365, 12), (0, 100)):
        make.update(initiative, count=count, on=today - dt.timedelta(days=days))
    page = client_of(cast.visitor).get(initiative.get_absolute_url()).content.decode()
    for drawing in re.findall(r"<svg class=.mw-drawing.*?</svg>", page):
        first, second, third = (float(x) for x in re.findall(r"([\d.]+),[\d.]+", re.search(r'points="([^"]+)"', drawing)[1]))
        assert (third - second) > 20 * (second - first)
        baseline, size = re.search(r'y="([\d.]+)" text-anchor="end" font-size="(\d+)"[^>]*>100<', drawing).groups()
        assert float(baseline) > 0.75 * float(size)  # as high as a figure is


def test_a_wrong_code_does_nothing_and_guessing_is_stopped(cast, client_of, initiative):
    client = client_of(cast.visitor)
    assert tell(client, initiative, code="fout").status_code == 302
    assert not initiative.updates.exists()
    for number in range(20):
        page = client.post(to("tend_initiative", initiative), {"code": f"fout-{number}"}).content.decode()
        assert "Dit is niet de code van dit initiatief." in page
    assert "Wacht een kwartier" in client.post(to("tend_initiative", initiative), {"code": "fout"}).content.decode()


def test_who_has_no_right_tells_nothing(cast, client_of, initiative):
    for person in (cast.resident, cast.entrepreneur, cast.council_member, cast.stranger):
        assert tell(client_of(person), initiative).status_code == 302
    assert not initiative.updates.exists()
    assert tell(client_of(cast.community_worker), initiative).status_code == 302
    assert initiative.updates.get().by == cast.community_worker


def test_who_changes_the_words_for_others_is_not_asked_who_she_is(cast, client_of, initiative):
    as_worker = client_of(cast.community_worker).get(to("change_initiative", initiative)).content.decode()
    as_doer = client_of(cast.visitor).post(to("change_initiative", initiative), {"code": CODE}).content.decode()
    own = ("Wie bent u?", "Uw telefoonnummer", "Welke hulp zoekt u?")
    theirs = ("Wie doet het?", "Telefoonnummer van een doener", "Welke hulp zoeken zij?")
    found = [[words in page for words in (*own, *theirs)] for page in (as_doer, as_worker)]
    assert found == [[True] * 3 + [False] * 3, [False] * 3 + [True] * 3]


def test_who_began_with_an_account_needs_no_code(cast, client_of):
    own = make.initiative(cast.municipality, begun_by=cast.resident)
    tell(client_of(cast.resident), own)
    tell(client_of(cast.neighbour), own)
    assert [update.by for update in own.updates.all()] == [cast.resident]


@pytest.mark.parametrize(
    ("said", "field", "sentence"),
    [
        ({"text": ""}, "text", "Vertel iets, vul een getal in, of kies een foto."),
        ({"on": "2999-01-01"}, "on", "Deze dag moet nog komen."),
        ({"on": "gisteren"}, "on", None),
        ({"count": "-3", "unit": "tuinen"}, "count", "Het kan niet minder dan nul zijn."),
        ({"count": "veel", "unit": "tuinen"}, "count", "Vul een heel getal in, zoals 100."),
        ({"count": "3"}, "unit", "Zeg wat u telt. Bijvoorbeeld: voortuinen."),
    ],
)
def test_what_is_wrong_is_said_beside_the_field(cast, client_of, initiative, said, field, sentence):
    response = tell(client_of(cast.visitor), initiative, code=CODE, **said)
    errors = response.context["form"].errors
    assert list(errors) == [field]
    assert sentence is None or errors[field] == [sentence]
    assert CODE in response.content.decode()
    assert not initiative.updates.exists()


def test_what_is_counted_is_said_once_and_stays(cast, initiative):
    actions.tell_update(initiative=initiative, by=None, on=clock.today(), count=2, unit="voortuinen")
    actions.tell_update(initiative=initiative, by=None, on=clock.today(), count=5, unit="bomen")
    initiative.refresh_from_db()
    assert initiative.unit == "voortuinen"


def test_another_sentence_leaves_the_earlier_one(cast, client_of, initiative):
    words = {"name": "Groen", "sentence": "Nu met bomen.", "seeks": "Een schep.", "version": "1", "once": "a", "code": CODE}
    assert client_of(cast.visitor).post(to("change_initiative", initiative), words).status_code == 302
    before = EarlierWording.objects.get()
    initiative.refresh_from_db()
    assert (initiative.name, initiative.seeks, before.name, before.sentence) == (
        "Groen",
        "Een schep.",
        "Voortuinen",
        "Wij maken van stoepen tuinen.",
    )


def test_who_saves_later_does_not_write_over_the_other(cast, client_of, initiative):
    Initiative.objects.filter(pk=initiative.pk).update(version=2)
    words = {"name": "Groen", "sentence": "Mijn zin.", "version": "1", "once": "a", "code": CODE}
    response = client_of(cast.visitor).post(to("change_initiative", initiative), words)
    assert "Mijn zin." in response.content.decode()
    initiative.refresh_from_db()
    assert initiative.name == "Voortuinen"
    assert client_of(cast.visitor).post(to("change_initiative", initiative), words | {"version": "2"}).status_code == 302


def test_one_helps_another_and_either_may_say_that_it_ended(cast, client_of, initiative):
    soup = make.initiative(cast.municipality, name="Soep", code="aaaa-bbbb-cccc")
    elsewhere = make.initiative(cast.other_municipality, name="Elders")
    client = client_of(cast.visitor)
    given = {"helped": soup.pk, "what": "Kruiden.", "once": "a", "code": CODE}
    assert client.post(to("help_initiative", initiative), given).status_code == 302
    assert "Kruiden." in client.get(soup.get_absolute_url()).content.decode()
    assert "Soep" in client.get(initiative.get_absolute_url()).content.decode()
    for other in (initiative, elsewhere, soup):
        with pytest.raises(Refused):
            actions.help_initiative(initiative=initiative, helped=other, by=None, what="Meer.")
    help_ = Help.objects.get()
    end = to("end_help", soup, help_.public_id)
    assert client.post(end, {"reason": "Genoeg.", "once": "b", "code": "fout"}).status_code == 403
    assert client.post(end, {"reason": "Genoeg.", "once": "b", "code": "aaaa-bbbb-cccc"}).status_code == 302
    assert "Kruiden." not in client.get(initiative.get_absolute_url()).content.decode()
    with pytest.raises(Changed):
        actions.end_help(help=help_, by=None, reason="Nog eens.")


def test_what_was_told_of_last_stands_first_and_what_stopped_last(cast, client_of, initiative):
    day = dt.timedelta(days=1)
    new = make.initiative(cast.municipality, name="Net begonnen", entered_at=clock.now() - 2 * day)
    make.initiative(cast.municipality, name="Stil", entered_at=clock.now() - 9 * day)
    stopped = make.initiative(cast.municipality, name="Gestopt", stopped_at=clock.now(), stopped_because="Klaar.")
    Initiative.objects.filter(pk=initiative.pk).update(entered_at=clock.now() - 99 * day)
    make.photo(initiative, make.update(initiative, at=clock.now() - day))
    make.update(stopped)
    page = client_of(cast.visitor).get(reverse("initiatives:list_initiatives", args=[cast.municipality.slug]))
    assert [one.name for one in page.context["page_obj"]] == [initiative.name, new.name, "Stil", "Gestopt"]
    assert page.content.decode().count("mw-initiative--photo") == 1


def test_what_stopped_says_why_and_stays_to_be_read(cast, client_of, initiative):
    make.update(initiative, text="Er waren dertig mensen.")
    client = client_of(cast.visitor)
    assert client.post(to("stop_initiative", initiative), {"reason": "", "once": "a", "code": CODE}).status_code == 200
    assert client.post(to("stop_initiative", initiative), {"reason": "Ik verhuis.", "once": "a", "code": CODE}).status_code == 302
    page = client.get(initiative.get_absolute_url()).content.decode()
    assert ("Ik verhuis." in page, "Er waren dertig mensen." in page, "Ik doe mee" in page) == (True, True, False)
    with pytest.raises(Changed):
        actions.tell_update(initiative=initiative, by=None, on=clock.today(), text="Toch nog.")


def test_nothing_stops_or_hides_without_a_reason_in_its_row(cast, initiative):
    for fields in ({"stopped_at": clock.now()}, {"hidden_at": clock.now()}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Initiative.objects.filter(pk=initiative.pk).update(**fields)


def test_it_began_comes_first_also_when_its_doers_tell_of_an_earlier_day(cast, client_of, initiative):
    earlier = clock.today() - dt.timedelta(days=400)
    actions.tell_update(initiative=initiative, by=None, on=earlier, text="De eerste tegel eruit.")
    initiative.refresh_from_db()
    assert initiative.begun_on == earlier
    steps = growth_of(initiative).steps
    assert [step.kind for step in steps] == ["begun", "told"]
    assert steps[0].day == steps[1].day
    page = client_of(cast.visitor).get(initiative.get_absolute_url()).content.decode()
    assert page.index("Het begon") < page.index("De eerste tegel eruit.")


def test_all_that_is_wrong_with_what_is_told_is_said_at_once(cast, client_of, initiative):
    tomorrow = (clock.today() + dt.timedelta(days=1)).isoformat()
    page = tell(client_of(cast.visitor), initiative, code=CODE, count="-1", on=tomorrow).content.decode()
    assert ("Het kan niet minder dan nul zijn." in page, "Deze dag moet nog komen." in page) == (True, True)


def test_a_photo_is_shown_in_the_page_and_can_be_nothing_but_a_picture(cast, client_of, initiative):
    photo = make.photo(initiative)
    Photo.objects.update(width=1600, height=1200)  # a thousand has no dot in HTML
    assert 'width="1600" height="1200"' in client_of(cast.visitor).get(initiative.get_absolute_url()).content.decode()
    address = reverse("initiatives:show_photo", args=[photo.public_id])
    for path in (address, f"{address}?klein"):
        response = client_of(cast.visitor).get(path)
        assert response.headers["Content-Type"] == "image/jpeg"
        assert response.headers["X-Content-Type-Options"] == "nosniff"
        assert response.headers["Content-Disposition"].startswith("inline")


def test_the_newest_name_of_a_neighbourhood_holds_and_the_older_stay(cast, client_of):
    address = reverse("initiatives:name_contact", args=[cast.municipality.slug])
    statuses = {name: client_of(one).get(address).status_code for name, one in cast.people().items()}
    assert {name for name, status in statuses.items() if status == 200} == {
        "officer",
        "secretary",
        "area_manager",
        "community_worker",
        "administrator",
    }
    client = client_of(cast.community_worker)
    for name in ("Gerda", "Oda"):
        client.post(address, {"name": name, "phone": "038 12 34 567", "once": name})
    initiative = make.initiative(cast.municipality)
    page = client_of(cast.visitor).get(initiative.get_absolute_url()).content.decode()
    assert ("Oda" in page, "Gerda" in page) == (True, False)
    assert "Gerda" in client.get(address).content.decode()


def test_events_name_no_doer_without_an_account(cast, client_of, initiative):
    tell(client_of(cast.visitor), initiative, code=CODE)
    event = Event.objects.get(name="initiatives.update_told")
    assert (event.actor_id, event.municipality_id, event.is_public) == (None, cast.municipality.pk, True)


@pytest.mark.parametrize("many", [1, 3])
def test_the_page_asks_the_same_however_much_it_grew(cast, client_of, statements, initiative, many):
    tender = make.tender(cast)
    for number in range(many):
        make.photo(initiative, make.update(initiative, count=number, on=clock.today() - dt.timedelta(days=number)))
        make.joining(initiative)
        make.help(make.initiative(cast.municipality, name=f"Ander {number}"), initiative)
    make.initiative_word(cast, tender, initiative)
    with statements() as sent:
        assert client_of(cast.visitor).get(initiative.get_absolute_url()).status_code == 200
    assert len(sent) == 7
