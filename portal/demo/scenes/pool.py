"""The pool of Valthermond, from the inventory to the village: a tender that begins with a line that closes, a plan for it, the
answer, and the handing over. What is said about it in between stands in scenes/conclusions.py.
"""

import datetime as dt

from areas.models import Area
from events import clock
from events.ids import new_code
from initiatives import actions
from initiatives.models import Plan, PlanOutcome
from inventory import actions as inventory
from inventory.models import Line, LineKind, PeriodKind
from portal.demo.scenes import pool_texts as texts
from portal.demo.scenes.dialogue import ago
from portal.demo.world import World
from tenders.models import Tender

# Days ago: the whole story in one order. The dialogue opens 200 days ago, closes 140 days ago and ends 120 days ago.
LISTED, ASKED, FILED, LAST_DAY, ANSWERED, HANDED_OVER = 230, 188, 152, 146, 125, 58


def begin_tender(world: World, by, **values) -> Tender:
    """It closes at the end of the season: it stands in the inventory, and a tender begins with it."""
    place, geesje = world.municipalities["borger-odoorn"], world.person("geesje")
    area = Area.objects.get(municipality=place, name="Valthermond")
    with world.at(ago(LISTED)):
        ends_on = clock.today() + dt.timedelta(days=LISTED - HANDED_OVER)
        said = {**texts.POOL_LINE, "area": area, "ends_on": ends_on}
        line = inventory.add_line(municipality=place, by=geesje, kind=LineKind.BUILDING, **said)
    with world.at(ago(205)):
        return inventory.start_from_line(line=line, by=by, **values)


def file_plan(world: World) -> None:
    """The village asked for time, gets a period for its plan, and files it before the second evening."""
    place, line = world.municipalities["borger-odoorn"], _line()
    with world.at(ago(ASKED)):
        days = {"begins_on": clock.today(), "ends_on": clock.today() + dt.timedelta(days=ASKED - LAST_DAY)}
        said = {**texts.POOL_PERIOD, **days, "kind": PeriodKind.CLOSING}
        period = inventory.open_period(municipality=place, by=world.person("geesje"), line=line, **said)
    with world.at(ago(FILED, "20:15")):
        actions.file_plan(municipality=place, by=None, code=new_code(), period=period, **texts.POOL)


def answer_plan(world: World, into: Tender) -> None:
    """First no, and then yes, by who leads the tender that it touches: the village came back with figures."""
    hilda = world.person("hilda")
    with world.at(ago(ANSWERED + 6)):
        plan = Plan.objects.get(line=_line())
        first = actions.answer_plan(plan=plan, by=hilda, outcome=PlanOutcome.NO, **texts.POOL_FIRST)
    with world.at(ago(ANSWERED)):
        seen = {"outcome": PlanOutcome.YES, "into": into, "seen": first.public_id}
        actions.answer_plan(plan=plan, by=hilda, **seen, **texts.POOL_ANSWER)


def hand_over(world: World) -> None:
    with world.at(ago(HANDED_OVER)):
        inventory.end_line(line=_line(), by=world.person("geesje"), reason=texts.POOL_KEPT)


def _line() -> Line:
    return Line.objects.for_page().get(municipality__slug="borger-odoorn", title=texts.POOL_LINE["title"])
