"""Plans from outside: a pool that its village keeps open, a garden, a district that was a team, tables for an ambition, and one
that waits.
"""

import datetime as dt

from areas.models import Area
from calls import actions as calls
from calls.models import Section
from events import clock
from events.ids import new_code
from initiatives import actions
from initiatives.models import Plan, PlanOutcome
from inventory import actions as inventory
from inventory.models import Line, LineKind, PeriodKind
from portal.demo.scenes import plans_texts as texts
from portal.demo.scenes.dialogue import ago
from portal.demo.world import World
from tenders.actions import edit_lot, publish_tender, start_tender
from tenders.routes import Route
from tenders.steps import Step


def play(world: World) -> None:
    """One plan for each end that a plan can have; one of them is late today."""
    _pool(world)
    _garden(world)
    _district(world)
    _tables(world)


def _pool(world: World) -> None:
    """Borger-Odoorn closes something: it stands in the inventory, the village is asked first, and keeps it open itself."""
    place, geesje = world.municipalities["borger-odoorn"], world.person("geesje")
    days = {name: clock.today() - dt.timedelta(days=ago) for name, ago in (("begins_on", 400), ("ends_on", 330))}
    with world.at(ago(405)):
        ends_on = clock.today() - dt.timedelta(days=200)
        values = {**texts.POOL_LINE, "area": _area(world, "borger-odoorn", "Valthermond"), "ends_on": ends_on}
        line = inventory.add_line(municipality=place, by=geesje, kind=LineKind.BUILDING, **values)
    with world.at(ago(400)):
        said = {**texts.POOL_PERIOD, **days}
        period = inventory.open_period(municipality=place, by=geesje, kind=PeriodKind.CLOSING, line=line, **said)
    with world.at(ago(352, "20:15")):
        plan = _file(world, "borger-odoorn", texts.POOL, area="Valthermond", period=period)
    with world.at(ago(328)):
        first = actions.answer_plan(plan=plan, by=geesje, outcome=PlanOutcome.NO, **texts.POOL_FIRST)
    with world.at(ago(310)):
        actions.answer_plan(plan=plan, by=geesje, outcome=PlanOutcome.YES, seen=first.public_id, **texts.POOL_ANSWER)
    with world.at(ago(200)):
        inventory.end_line(line=line, by=geesje, reason=texts.POOL_KEPT)


def _garden(world: World) -> None:
    """Oude IJsselstreek: a plan that came by itself, beside those of the working day (scenes/working_day.py)."""
    with world.at(ago(12)):
        _file(world, "oude-ijsselstreek", texts.GARDEN)


def _district(world: World) -> None:
    """Zaanstad: who did the work already comes with a plan, and it goes into the request: together."""
    nelleke = world.person("nelleke")
    with world.at(ago(120)):
        tender = world.tenders["poelenburg"] = start_tender(
            municipality=world.municipalities["zaanstad"],
            by=nelleke,
            title="Hulp dichtbij in Poelenburg",
            summary=texts.DISTRICT_SUMMARY,
            route=Route.SAS,
            first_step=Step.REQUEST,
            reason=texts.DISTRICT_WHY,
            contact_person=nelleke.name,
            contact_phone="075 681 66 20",
        )
        edit_lot(lot=tender.lots.get(), by=nelleke, area=_area(world, "zaanstad", "Poelenburg"), budget=48_000_000)
        publish_tender(tender=world.tender("poelenburg"), by=nelleke)
    with world.at(ago(88, "21:00")):
        plan = _file(world, "zaanstad", texts.DISTRICT, area="Poelenburg", about=world.tender("poelenburg"))
    with world.at(ago(60)):
        said = {**texts.DISTRICT_ANSWER, "into": world.tender("poelenburg")}
        answer = actions.answer_plan(plan=plan, by=nelleke, outcome=PlanOutcome.TOGETHER, **said)
        spoke_on = clock.today() - dt.timedelta(days=4)
        actions.record_knowledge(plan=plan, by=nelleke, shared_on=spoke_on, text=texts.DISTRICT_KNEW)
        actions.publish_knowledge(plan=plan, by=nelleke)
    with world.at(ago(50)):
        title, text = texts.DISTRICT_CLAUSE
        clause = calls.add_clause(tender=world.tender("poelenburg"), by=nelleke, section=Section.OUTCOME, title=title, text=text)
        calls.link_plan(clause=clause, by=nelleke, answer=answer, reason=texts.DISTRICT_LINK)


def _tables(world: World) -> None:
    """Arnhem: an entrepreneur takes a paper of the city from the shelf and says what she can do for an ambition in it. Together:
    an empty sports hall is given away with a request, and all who bid know what she heard. Another plan waits too long.
    """
    jamila, stijn = world.person("jamila"), world.person("stijn")
    lines = Line.objects.for_page().filter(municipality=world.municipalities["arnhem"])
    with world.at(ago(75)):
        said = {"party": world.parties["straattafel"], "line": lines.get(title=texts.AMBITION)}
        plan = _file(world, "arnhem", texts.TABLES, by=jamila, area="Presikhaaf", **said)
    with world.at(ago(65)):
        late = _file(world, "arnhem", texts.KITCHEN, area="Malburgen")
    with world.at(ago(52)):
        hall = lines.get(title=texts.HALL)
        values = {**texts.HALL_TENDER, "route": Route.SUBSIDY_TENDER, "first_step": Step.REQUEST, "contact_person": stijn.name}
        values["contact_phone"] = "026 377 00 00"
        world.tenders["gymzaal"] = inventory.start_from_line(line=hall, by=stijn, **values)
        publish_tender(tender=world.tender("gymzaal"), by=stijn)
    with world.at(ago(45)):
        said = {**texts.TABLES_ANSWER, "into": world.tender("gymzaal")}
        answer = actions.answer_plan(plan=plan, by=world.person("stijn"), outcome=PlanOutcome.TOGETHER, **said)
    with world.at(ago(40)):
        spoke_on = clock.today() - dt.timedelta(days=6)
        actions.record_knowledge(plan=plan, by=stijn, shared_on=spoke_on, text=texts.TABLES_KNEW)
        actions.publish_knowledge(plan=plan, by=stijn)
        title, text = texts.TABLES_CLAUSE
        clause = calls.add_clause(tender=world.tender("gymzaal"), by=stijn, section=Section.OUTCOME, title=title, text=text)
        calls.link_plan(clause=clause, by=stijn, answer=answer, reason=texts.TABLES_LINK)
    for days in (14, 8):
        with world.at(ago(days)):
            actions.remind_of_plan(plan=late)


def _file(world: World, slug: str, said: dict, *, by=None, area: str = "", **fields) -> Plan:
    if area:
        fields["area"] = _area(world, slug, area)
    return actions.file_plan(municipality=world.municipalities[slug], by=by, code=new_code(), **said, **fields)


def _area(world: World, slug: str, name: str) -> Area:
    return Area.objects.get(municipality=world.municipalities[slug], name=name)
