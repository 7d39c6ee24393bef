"""The map of who is there, for the team: who could stand on it, by what is public already, each put there with one press."""

import pytest
from django.urls import reverse

from areas.models import Area
from coalitions.models import NEEDED, Listing, Stakeholder, StakeholderKind
from portal.could_stand_here import could_stand_here
from tests import make


@pytest.fixture
def area(cast):
    return Area.objects.create(municipality=cast.municipality, name="Assendorp")


@pytest.fixture
def tender(cast, area):
    made = make.tender(cast)
    made.lots.update(area=area)
    return made


def names(tender) -> list[str]:
    return [one.name for one in could_stand_here(tender)]


def address(tender) -> str:
    return reverse("portal:show_map", args=[tender.slug])


def pressed(one) -> dict:
    """What the button of a suggestion sends."""
    return {"name": one.name, "kind": one.kind.value, "role": one.role, "party": one.party, "once": one.name}


def test_who_shows_around_a_tender_could_stand_on_its_map(cast, tender, area):
    make.listing(cast, tender=tender, offers=("place",))
    make.listing(cast, cast.partner_party, offers=("hands",))
    make.contribution(tender)
    make.contribution(tender)
    make.initiative(cast.municipality, area=area, name="Voortuinen")
    found = [(one.name, one.kind, one.role) for one in could_stand_here(tender)]
    assert sorted(found) == sorted(
        [
            ("Stichting De Werkplaats", StakeholderKind.OTHER, "Biedt een plek of gebouw."),
            ("Bewonersgroep Assendorp", StakeholderKind.OTHER, "Biedt mensen die het werk doen."),
            ("Voortuinen", StakeholderKind.RESIDENTS, "Wij maken van stoepen tuinen."),
            ("Bewoners die iets inbrachten", StakeholderKind.RESIDENTS, "Brachten 2 keer iets in."),
        ]
    )


def test_what_a_party_keeps_back_and_what_is_elsewhere_is_no_suggestion(cast, tender):
    make.listing(cast, nameless=True)
    other = Area.objects.create(municipality=cast.municipality, name="Holtenbroek")
    make.listing(cast, cast.partner_party).areas.add(other)
    make.initiative(cast.municipality, area=other)
    assert Listing.objects.count() == 2
    assert names(tender) == []


def test_one_press_puts_a_party_on_the_map_and_asks_it_first(cast, client_of, tender):
    make.listing(cast, tender=tender)
    (one,) = could_stand_here(tender)
    client = client_of(cast.officer)
    page = client.get(address(tender)).content.decode()
    assert ("Wie kan hier bij?" in page, f'name="name" value="{one.name}"' in page) == (True, True)
    assert client.post(reverse("coalitions:add_stakeholder", args=[tender.slug]), pressed(one)).status_code == 302
    row = Stakeholder.objects.get()
    assert (row.party, row.name, row.shown_since) == (cast.party, cast.party.name, None)
    assert names(tender) == []
    assert one.name not in client_of(cast.visitor).get(address(tender)).content.decode()


def test_who_was_taken_off_is_not_suggested_again(cast, client_of, tender):
    make.listing(cast, tender=tender)
    make.stakeholder(cast, tender, party=cast.party, removed_at=tender.created_at)
    assert names(tender) == []


@pytest.mark.parametrize("person", ["visitor", "resident", "entrepreneur", "council_member"])
def test_only_the_team_reads_who_could_stand_there(cast, client_of, tender, person):
    make.contribution(tender)
    page = client_of(getattr(cast, person)).get(address(tender)).content.decode()
    assert [words in page for words in ("Wie kan hier bij?", "Bewoners die iets inbrachten")] == [False, False]


def test_a_map_that_is_almost_empty_says_so_and_gives_no_list_of_what_is_missed(cast, client_of, tender):
    page = client_of(cast.visitor).get(address(tender)).content.decode()
    assert ("Deze kaart wordt nog gevuld." in page, "Wij missen nog" in page, "Nog niemand" in page) == (True, False, False)
    assert "Wij missen nog 10 soorten" in client_of(cast.officer).get(address(tender)).content.decode()
    for kind in NEEDED[:5]:
        make.stakeholder(cast, tender, kind=kind, shown=True)
    assert "Wij missen nog 5 soorten" in client_of(cast.visitor).get(address(tender)).content.decode()


@pytest.mark.parametrize("many", [1, 3])
def test_the_map_of_the_team_asks_the_same_whoever_could_stand_on_it(cast, client_of, statements, tender, area, many):
    for number in range(many):
        make.listing(cast, make.party(name=f"Partij {number}"), tender=tender)
        make.initiative(cast.municipality, area=area, name=f"Tuin {number}")
        make.contribution(tender)
    client = client_of(cast.officer)
    client.get(address(tender))
    with statements() as sent:
        assert client.get(address(tender), headers={"cache-control": "no-cache"}).status_code == 200
    assert len(sent) == 13
