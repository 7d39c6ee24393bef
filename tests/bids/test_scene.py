"""The demo's scene of step 4: played through the actions, on a request that was published."""

import datetime as dt
from types import SimpleNamespace

import pytest
from django.utils import timezone

from bids.models import OpenedBid, Opening
from portal.demo.load import _people
from portal.demo.scenes import bids as scene
from portal.demo.world import World
from tenders.models import LotState
from tenders.routes import Route
from tenders.steps import Step
from tests import make

pytestmark = pytest.mark.whole


def _moment(*parts) -> dt.datetime:
    return timezone.make_aware(dt.datetime(*parts))


@pytest.fixture
def world(db) -> World:
    """The people of the demo, and both tenders with a published request in step 4."""
    made = World()
    with made.at("2023-11-01 09:00"):
        _people(made)
        _tender(made, "zwolle", "zwolle", ("marloes", "tarik"), _moment(2024, 8, 29, 12), Route.SUBSIDY_TENDER, lots=2)
        _tender(made, "woensel", "eindhoven", ("sanne", "joost"), _moment(2026, 9, 1, 12), Route.SAS)
    return made


def _tender(world: World, key: str, place: str, officers: tuple[str, str], closing: dt.datetime, route: Route, lots=1) -> None:
    officer, buyer = (world.people[name] for name in officers)
    team = SimpleNamespace(municipality=world.municipalities[place], officer=officer, buyer=buyer)
    world.tenders[key] = make.tender(team, step=Step.SELECTION, route=route, lots=lots)
    weights = (6_000, 4_000) if key == "woensel" else (4_000, 3_500, 2_500)
    rows = [(f"Punt {weight}", "Wat ziet u?", "Schrijf het op.", weight) for weight in weights]
    timetable = [{"kind": "3_closing", "at": closing.isoformat()}]
    version = make.published_call(team, world.tenders[key], criteria=rows, procedure={"timetable": timetable})
    version.published_at = closing - dt.timedelta(days=60)
    version.save()


def test_every_lot_has_three_bids_that_were_opened_by_two_after_the_closing_date(world):
    scene.play(world)
    opened = world.notes["opened_bids"]
    assert {key: sorted(one.bid.party.name for one in bids) for key, bids in opened.items()} == {
        ("zwolle", 1): ["Stadszorg IJsseldelta", "Stichting De Werkbank", "Vereniging Onderdak en Verder"],
        ("zwolle", 2): ["Stadszorg IJsseldelta", "Stichting De Werkbank", "Vereniging Onderdak en Verder"],
        ("woensel", 1): ["Coöperatie Buurtkracht Woensel", "Het Schakelpunt", "ZorgBreed Zuid"],
    }
    assert [opening.content["irregular"] for opening in Opening.objects.all()] == [[], [], []]
    assert {str(timezone.localtime(o.second_at).date()) for o in Opening.objects.all()} == {"2024-09-02", "2026-09-05"}
    assert all(opening.document.file for opening in Opening.objects.select_related("document"))
    assert {lot.state for tender in world.tenders.values() for lot in tender.lots.all()} == {LotState.IN_ASSESSMENT}


def test_in_each_lot_of_zwolle_one_coalition_has_a_lead_that_only_organises(world):
    scene.play(world)
    leads = [
        part.text for one in OpenedBid.objects.all() for part in one.parts.filter(key="partners", text__contains="regelt alleen")
    ]
    assert len(leads) == 2
