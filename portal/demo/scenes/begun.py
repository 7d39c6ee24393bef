"""What people in Deventer just begin: two gardens along a wall that became a hundred, and what a request says of them."""

import datetime as dt

from areas.models import Area
from calls import actions as calls
from calls.models import Section, Word
from events.ids import new_code
from initiatives import actions
from initiatives.models import Initiative
from portal.demo.scenes import begun_texts as texts
from portal.demo.scenes.begun_photos import gardens
from portal.demo.world import World
from tenders.actions import edit_lot, publish_tender, start_tender
from tenders.routes import Route
from tenders.steps import Step

# Typed at /code/ in the demo, the doers tell how it goes.
CODE = "gvt2-tn9d-hndr"


def play(world: World) -> None:
    """Years of growth, each act on its own day; then a tender whose request says what becomes of it."""
    world.notes.setdefault("codes", {})["gardens"] = CODE
    with world.at("2023-11-20 10:00"):
        meike = world.person("meike")
        for area, name, phone in texts.CONTACTS:
            actions.name_contact(municipality=_deventer(world), by=meike, area=_area(world, area), name=name, phone=phone)
        oda, phone = world.person("oda"), texts.ODA_PHONE  # who writes it down in Zwolle stands beside it herself
        actions.name_contact(municipality=world.municipalities["zwolle"], by=oda, name=oda.name, phone=phone)
    begun = world.notes["begun"] = {key: _begin(world, key, *row) for key, row in texts.BEGUN.items()}
    for key, rows in texts.TOLD.items():
        for day, text, count in rows:
            with world.at(f"{day} 16:30"):
                photo = gardens(count) if key == "gardens" and count in (2, 27, 100) else None
                unit = "geveltuinen" if key == "gardens" else ""
                told = {"text": text, "count": count, "unit": unit, "photo": photo}
                actions.tell_update(initiative=begun[key], by=None, on=dt.date.fromisoformat(day), **told)
    _join(world, begun)
    with world.at("2026-04-02 10:00"):
        actions.help_initiative(initiative=begun["gardens"], helped=begun["soup"], by=None, what=texts.HELP)
    with world.at("2026-05-11 19:00"):
        actions.stop_initiative(initiative=begun["shelf"], by=None, reason=texts.STOPPED)
    _request(world, begun)


def _deventer(world: World):
    return world.municipalities["deventer"]


def _area(world: World, name: str | None) -> Area | None:
    return Area.objects.get(municipality=_deventer(world), name=name) if name else None


def _begin(world: World, key: str, day: str, area: str, who: str, fields: dict) -> Initiative:
    with world.at(f"{day} 14:00"):
        by = world.person(who) if who else None
        code = CODE if key == "gardens" else new_code()
        return actions.begin_initiative(municipality=_deventer(world), by=by, code=code, area=_area(world, area), **fields)


def _join(world: World, begun: dict) -> None:
    for key, day, names in texts.JOINED:
        with world.at(f"{day} 15:00"):
            for name in names:
                actions.join_initiative(initiative=begun[key], by=None, first_name=name, code=new_code())


def start_request(world: World) -> None:
    """A tender that began in step 2, in the neighbourhood of the gardens."""
    with world.at("2026-06-01 09:00"):
        daan = world.person("daan")
        tender = world.tenders["voorstad"] = start_tender(
            municipality=_deventer(world),
            by=daan,
            title="Samen de straat in Voorstad",
            summary=texts.SUMMARY,
            route=Route.SUBSIDY_TENDER,
            first_step=Step.REQUEST,
            reason=texts.WHY,
            contact_person=daan.name,
            contact_phone="0570 69 38 12",
        )
        edit_lot(lot=tender.lots.get(), by=daan, area=_area(world, "Voorstad-Oost"), inhabitants=4_700, budget=9_000_000)
        publish_tender(tender=world.tender("voorstad"), by=daan)


def _request(world: World, begun: dict) -> None:
    """Its request lets the gardens be and strengthens them."""
    start_request(world)
    with world.at("2026-06-09 11:00"):
        daan = world.person("daan")
        clause = calls.add_clause(
            tender=world.tender("voorstad"), by=daan, section=Section.EXISTING, title=texts.CLAUSE[0], text=texts.CLAUSE[1]
        )
        word = {"word": Word.STRENGTHENED, "reason": texts.WORD, "clause": clause}
        calls.answer_initiative(tender=world.tender("voorstad"), initiative=begun["gardens"], by=daan, **word)
