"""What parties offer and seek: placing, changing and taking away, who reads it, and who completes whom in words."""

import pytest
from django.urls import reverse

from accounts.models import Membership, Party
from areas.models import Area, Theme
from coalitions.models import Listing
from coalitions.plain_words import contact_in
from events import clock
from events.models import Event
from tenders.models import Tender
from tests import make


@pytest.fixture
def places(cast):
    return [Area.objects.create(municipality=cast.municipality, name=name) for name in ("Assendorp", "Holtenbroek")]


@pytest.fixture
def themes(cast):
    return [Theme.objects.create(municipality=cast.municipality, name=name) for name in ("Ontmoeten", "Werk en leren")]


def form(cast, **fields) -> dict:
    values = {
        "party": cast.party.pk,
        "tender": "",
        "offers": ["place", "tools"],
        "offers_text": "Een werkplaats met tien banken.",
        "seeks": ["volunteers"],
        "seeks_text": "Wie kan op vrijdag?",
        "nameless": "no",
        "contact_name": "Samira",
        "contact_email": "samira@werkplaats.example",
        "contact_phone": "",
        "once": "a",
    }
    return values | fields


def place(cast) -> str:
    return reverse("coalitions:place_listing", args=[cast.municipality.slug])


def market(cast) -> str:
    return reverse("coalitions:show_market", args=[cast.municipality.slug])


def test_a_member_says_what_the_party_offers_and_seeks_and_everybody_reads_it(cast, client_of, places, themes):
    tender = make.tender(cast)
    sent = form(cast, tender=tender.pk, areas=[places[0].pk], themes=[themes[1].pk])
    answer = client_of(cast.entrepreneur).post(place(cast), sent)
    listing = Listing.objects.get()
    assert answer.headers["Location"] == reverse("coalitions:list_matches", args=[listing.public_id])
    assert (listing.party, listing.tender, listing.offers, listing.seeks) == (
        cast.party,
        tender,
        ["place", "tools"],
        ["volunteers"],
    )
    assert ([*listing.areas.all()], [*listing.themes.all()]) == ([places[0]], [themes[1]])
    page = client_of(cast.visitor).get(market(cast)).content.decode()
    said = (
        "Stichting De Werkplaats",
        "Een plek of gebouw, gereedschap",
        "Een werkplaats met tien banken.",
        "Assendorp",
        tender.title,
    )
    assert [words in page for words in said] == [True] * 5
    assert ("samira@werkplaats.example" in page, "Samira" in page) == (False, False)


def test_only_who_acts_for_a_party_can_say_it_and_only_for_that_party(cast, client_of):
    for person, status in ((cast.resident, 403), (cast.officer, 403), (cast.entrepreneur, 200)):
        assert client_of(person).get(place(cast)).status_code == status
    answer = client_of(cast.entrepreneur).post(place(cast), form(cast, party=cast.rival_party.pk))
    assert list(answer.context["form"].errors) == ["party"]
    assert Listing.objects.count() == 0


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("offers", [], "Kies minstens één ding dat u biedt."),
        ("seeks", [], "Kies minstens één ding dat u zoekt."),
        ("offers", ["goud"], "Selecteer een geldige keuze. goud is geen beschikbare keuze."),
        ("offers_text", " ", "Schrijf in een of twee zinnen wat u biedt."),
        ("seeks_text", "", "Schrijf in een of twee zinnen wat u zoekt."),
        ("offers_text", "Mail naar piet@werk.example", "Laat het e-mailadres weg. Dat deelt u als u allebei ja hebt gezegd."),
        ("seeks_text", "Bel 06-12 34 56 78", "Laat het telefoonnummer weg. Dat deelt u als u allebei ja hebt gezegd."),
        ("seeks_text", "Zie www.werkplaats.nl", "Laat de website weg. Die deelt u als u allebei ja hebt gezegd."),
        ("contact_name", "", "Vul in wie bereikbaar is."),
        ("contact_email", "", "Vul een e-mailadres of telefoonnummer in."),
        ("contact_phone", "bel maar", "Dit is geen telefoonnummer. Typ de cijfers, bijvoorbeeld 06 12345678."),
        ("nameless", "", "Kies of uw naam erbij staat."),
        ("tender", "999", "Selecteer een geldige keuze. Deze keuze is niet beschikbaar."),
    ],
)
def test_what_is_not_right_is_told_beside_its_field_and_what_was_typed_stays(cast, client_of, field, value, sentence):
    answer = client_of(cast.entrepreneur).post(place(cast), form(cast, **{field: value}))
    assert dict(answer.context["form"].errors) == {field: [sentence]}
    kept = "Wie kan op vrijdag?" if field != "seeks_text" else "Een werkplaats met tien banken."
    assert kept in answer.content.decode()
    assert Listing.objects.count() == 0


@pytest.mark.parametrize(
    "text",
    [
        "In 2026 openden wij 4 dagen.",
        "Van 9.00 tot 17.00 uur, € 1.250.000 per jaar.",
        "Postcode 8011 PK, 100 m2",
        "Wij werken o.a. in Zuid. En ook in Noord.",
        "مرحبا 🌱 <b>vet</b>",
    ],
)
def test_years_amounts_and_other_scripts_are_no_contact(text):
    assert contact_in(text) == ""


@pytest.mark.parametrize("text", ["bel 0384445566", "+31 6 12 34 56 78", "06.12.34.56.78", "a@b", "werkplaats.nl", "https://x"])
def test_what_leads_to_somebody_is_found(text):
    assert contact_in(text) != ""


def test_a_party_says_it_once_for_each_tender_and_once_for_the_municipality(cast, client_of):
    tender = make.tender(cast)
    for number, aim in enumerate(("", tender.pk, "", tender.pk)):
        answer = client_of(cast.entrepreneur).post(place(cast), form(cast, tender=aim, once=str(number)))
        if number > 1:
            assert answer.context["form"].errors["tender"] == ["Deze partij zegt hier al wat zij biedt en zoekt. Verander dat."]
    assert Listing.objects.count() == 2


def test_a_tender_that_is_not_public_is_not_offered(cast, client_of):
    hidden, stopped = make.tender(cast, published=False), make.tender(cast, withdrawn_at=clock.now())
    page = client_of(cast.entrepreneur).get(place(cast)).content.decode()
    assert (hidden.title in page, stopped.title in page) == (False, False)


def test_a_party_keeps_its_name_back_until_both_said_yes(cast, client_of):
    own = make.listing(cast, nameless=True)
    page = client_of(cast.rival).get(market(cast)).content.decode()
    assert ("Een partij zonder naam" in page, "Stichting De Werkplaats" in page) == (True, False)
    theirs = make.listing(cast, cast.rival_party, offers=("hands",), seeks=("place",))
    make.introduction(own, theirs, answer="yes")
    assert "Stichting De Werkplaats" in client_of(cast.rival).get(market(cast)).content.decode()
    assert "Stichting De Werkplaats" not in client_of(cast.partner).get(market(cast)).content.decode()


def test_changing_it_keeps_who_wrote_last_from_overwriting_a_colleague(cast, client_of):
    listing = make.listing(cast)
    page, client = reverse("coalitions:edit_listing", args=[listing.public_id]), client_of(cast.entrepreneur)
    assert "geheim.example" in client.get(page).content.decode()
    sent = form(cast, version=1, offers_text="Nu met draaibank.")
    assert client.post(page, sent).status_code == 302
    listing.refresh_from_db()
    assert (listing.offers_text, listing.version) == ("Nu met draaibank.", 2)
    late = client.post(page, sent | {"offers_text": "Ook iets.", "once": "b"})
    assert "Een collega bewaarde dit terwijl u schreef." in late.content.decode()
    assert "Ook iets." in late.content.decode()
    assert (
        client.post(
            page, sent | {"offers_text": "Ook iets.", "version": late.context["form"]["version"].value(), "once": "c"}
        ).status_code
        == 302
    )


def test_nobody_else_changes_it_or_takes_it_away(cast, client_of):
    listing = make.listing(cast)
    for name in ("edit_listing", "withdraw_listing", "list_matches"):
        page = reverse(f"coalitions:{name}", args=[listing.public_id])
        for person in (cast.rival, cast.officer, cast.visitor):
            assert client_of(person).post(page, {"once": "x"}).status_code in (302, 403)
            assert client_of(person).get(page).status_code in (302, 403)
    listing.refresh_from_db()
    assert listing.stands


def test_what_was_taken_away_is_gone_for_others_and_can_be_said_anew(cast, client_of):
    listing = make.listing(cast)
    client_of(cast.entrepreneur).post(reverse("coalitions:withdraw_listing", args=[listing.public_id]), {"once": "a"})
    assert "Wat 1 biedt" not in client_of(cast.visitor).get(market(cast)).content.decode()
    assert client_of(cast.rival).get(listing.get_absolute_url()).status_code == 404
    assert client_of(cast.entrepreneur).get(listing.get_absolute_url()).status_code == 200
    assert client_of(cast.entrepreneur).post(place(cast), form(cast)).status_code == 302


def test_of_a_tender_that_stopped_nothing_stands_in_the_list(cast, client_of):
    tender = make.tender(cast)
    make.listing(cast, tender=tender)
    Tender.objects.filter(pk=tender.pk).update(withdrawn_at=clock.now())
    assert "Hier staat nog niemand" in client_of(cast.visitor).get(market(cast)).content.decode()


def test_who_completes_you_is_listed_with_the_reason_in_words(cast, client_of, places, themes):
    own = make.listing(cast, offers=("place", "tools"), seeks=("hands", "transport"), areas=places, themes=themes[:1])
    make.listing(cast, cast.partner_party, offers=("hands", "transport"), seeks=("tools",), areas=places[1:], themes=themes)
    make.listing(cast, cast.rival_party, offers=("money",), seeks=("money",))
    page = client_of(cast.entrepreneur).get(reverse("coalitions:list_matches", args=[own.public_id])).content.decode()
    said = (
        "1 partij past.",
        "Zij bieden wat u zoekt: mensen die het werk doen en vervoer.",
        "Zij zoeken wat u biedt: gereedschap en materiaal.",
        "U werkt allebei in Holtenbroek.",
        "Het gaat over hetzelfde: Ontmoeten.",
    )
    assert [words for words in said if words not in page] == []
    assert ("Bewonersgroep Assendorp" in page, "Welzijn Groot" in page) == (True, False)


def test_the_list_can_be_made_shorter_by_subject_and_by_tender(cast, client_of, themes):
    tender = make.tender(cast)
    make.listing(cast, themes=themes[:1])
    make.listing(cast, cast.rival_party, tender=tender, themes=themes[1:])
    client = client_of(cast.visitor)

    def names(query: str) -> list[bool]:
        page = client.get(market(cast) + query).content.decode()
        return [name in page for name in ("Stichting De Werkplaats", "Welzijn Groot")]

    assert names("") == [True, True]
    assert names(f"?thema={themes[0].pk}") == [True, False]
    assert names(f"?traject={tender.slug}") == [False, True]
    for wrong in ("?thema=999", "?traject=bestaat-niet"):
        assert client.get(market(cast) + wrong).status_code == 404
    assert names("?thema=x&page=y") == [True, True]


def test_an_event_of_the_market_names_no_municipality(cast, client_of):
    client_of(cast.entrepreneur).post(place(cast), form(cast, nameless="yes"))
    event = Event.objects.get(name="coalitions.listing_placed")
    assert (event.municipality_id, event.tender_id, event.is_public) == (None, None, True)
    log = client_of(cast.administrator).get(reverse("portal:view_log", args=[cast.municipality.slug]))
    assert "listing" not in log.content.decode()


def _many(cast, count: int) -> Listing:
    own = make.listing(cast, offers=("place",), seeks=("hands",))
    for number in range(count):
        party = Party.objects.create(name=f"Partij {number:03d}")
        Membership.objects.create(party=party, user=cast.neighbour)
        make.listing(cast, party, offers=("hands",), seeks=("place",))
    return own


@pytest.mark.parametrize("count", [1, 3, 60])
def test_pages_cost_the_same_whatever_stands_in_them(cast, client_of, statements, places, themes, count):
    own = _many(cast, count)
    visitor, member = client_of(cast.visitor), client_of(cast.entrepreneur)
    matches = reverse("coalitions:list_matches", args=[own.public_id])
    for client, page, most in ((visitor, market(cast), 8), (member, market(cast), 13), (member, matches, 14)):
        client.get(page, HTTP_CACHE_CONTROL="no-cache")
        with statements() as sent:
            assert client.get(page, HTTP_CACHE_CONTROL="no-cache").status_code == 200
        assert len(sent) <= most, page
