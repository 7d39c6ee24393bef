"""Plans from outside: a pool that its village keeps open, a garden, a district that was a team, and one that waits."""

import datetime as dt

from areas.models import Area
from calls import actions as calls
from calls.models import Section
from events import clock
from events.ids import new_code
from initiatives import actions
from initiatives.models import PeriodReason, Plan, PlanOutcome
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
    """Borger-Odoorn closes something, and asks the village first."""
    place, geesje = world.municipalities["borger-odoorn"], world.person("geesje")
    opens, closes = (clock.today() - dt.timedelta(days=days) for days in (400, 330))
    with world.at(ago(400)):
        days = {"opens_on": opens, "closes_on": closes}
        period = actions.open_period(municipality=place, by=geesje, kind=PeriodReason.CLOSING, **days, **texts.POOL_PERIOD)
    with world.at(ago(352, "20:15")):
        plan = _file(world, "borger-odoorn", texts.POOL, area="Valthermond", period=period)
    with world.at(ago(310)):
        actions.answer_plan(plan=plan, by=geesje, outcome=PlanOutcome.YES, **texts.POOL_ANSWER)


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
    """Arnhem: an entrepreneur holds an ambition of the city against her own offer, and waits longer than was promised."""
    jamila = world.person("jamila")
    with world.at(ago(65)):
        party = world.parties["straattafel"]
        plan = _file(world, "arnhem", texts.TABLES, by=jamila, party=party, area="Presikhaaf")
    with world.at(ago(30)):
        _file(world, "arnhem", texts.KITCHEN, area="Malburgen")
    for days in (14, 8):
        with world.at(ago(days)):
            actions.remind_of_plan(plan=plan)


def _file(world: World, slug: str, said: dict, *, by=None, area: str = "", **fields) -> Plan:
    if area:
        fields["area"] = _area(world, slug, area)
    return actions.file_plan(municipality=world.municipalities[slug], by=by, code=new_code(), **said, **fields)


def _area(world: World, slug: str, name: str) -> Area:
    return Area.objects.get(municipality=world.municipalities[slug], name=name)
