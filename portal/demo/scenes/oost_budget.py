"""Amsterdam, the Indische Buurt: residents divide the money of their neighbourhood, online, on paper and at a table.

One was decided a year ago, and once more when something turned out otherwise; one waits for a decision; one is open; one is
still being made.
"""

import datetime as dt

from budgets import actions
from budgets.models import Aside, Budget, Channel, Weight
from budgets.result import Result
from events import clock
from events.ids import new_code
from initiatives import actions as initiatives
from initiatives.models import PlanOutcome
from inventory import actions as inventory
from portal.demo.scenes import oost_budget_texts as texts
from portal.demo.scenes.dialogue import ago
from portal.demo.scenes.oost_place import amsterdam
from portal.demo.world import World

_YEAR = 365
# How people divided last year, in whole euros over: walls, play, feasts, the long table, sewing.
_LAST_YEAR = (
    *((10_000, 15_000, 2_000, 8_000, 18_000), (5_000, 20_000, 3_000, 9_000, 18_000), (0, 25_000, 4_000, 9_500, 18_000)),
    *((20_000, 10_000, 0, 9_500, 15_000), (15_000, 12_000, 2_500, 5_000, 18_000), (8_000, 22_000, 1_000, 9_000, 16_000)),
    *((12_000, 14_000, 5_000, 9_500, 17_500), (6_000, 18_000, 2_000, 7_000, 18_000), (25_000, 8_000, 1_500, 4_000, 12_000)),
)
_PAPER = ((18_000, 16_000, 2_000, 6_000, 14_000), (10_000, 20_000, 3_000, 9_000, 12_000), (22_000, 14_000, 1_000, 3_000, 16_000))
_TOO_MUCH = (20_000, 25_000, 5_000, 9_500, 18_000)  # somebody gave each line what it can use
_TABLE = ((5_000, 15_000, 5_000, 9_500, 18_000), (9_000, 18_000, 4_000, 9_500, 18_000))
# This year, over: walls, benches, the long table, an evening room, a repair cart.
_THIS_YEAR = ((5_000, 6_000, 9_000, 20_000, 5_000), (0, 8_000, 9_500, 18_000, 6_000), (12_000, 5_000, 4_000, 15_000, 6_000))
_AT_TABLE = (
    *((5_000, 6_000, 9_000, 20_000, 5_000), (0, 8_000, 9_500, 18_000, 6_000), (8_000, 4_000, 9_500, 20_000, 2_000)),
    *((10_000, 6_000, 3_000, 22_000, 4_000), (6_000, 9_000, 9_500, 14_000, 6_000), (0, 12_000, 9_000, 24_000, 0)),
    *((9_000, 2_000, 8_000, 18_000, 6_000), (4_000, 7_000, 9_500, 20_000, 4_500)),
)
_SQUARE = (
    *((4_000, 6_000), (6_000, 6_000), (2_000, 9_000), (5_000, 5_000), (3_000, 8_000), (7_000, 5_000), (4_000, 8_000)),
    *((5_000, 9_000), (1_000, 12_000), (6_000, 4_000), (3_000, 9_000)),
)


def play(world: World) -> None:
    area = amsterdam(world)
    with world.at(ago(_YEAR + 120)):
        sources = _sources(world, area)
    _last_year(world, area, sources)
    _square(world, area, sources)
    _this_year(world, area, sources)
    with world.at(ago(4)):
        actions.make_budget(municipality=area.municipality, by=world.person("sylke"), area=area, ceiling=900_000, **texts.NEXT)


def _sources(world: World, area) -> dict:
    """Lines of the inventory and plans of residents, by their short names."""
    sylke, place = world.person("sylke"), area.municipality
    found = {}
    for key, kind, title, text, euros in texts.LINES:
        values = {"kind": kind, "title": title, "text": text, "area": area, "amount": 100 * euros}
        found[key] = inventory.add_line(municipality=place, by=sylke, **values)
    for key, said in texts.PLANS.items():
        found[key] = initiatives.file_plan(municipality=place, by=None, code=new_code(), area=area, **said)
        initiatives.answer_plan(plan=found[key], by=sylke, outcome=PlanOutcome.TOGETHER, **texts.ANSWER)
    return found


def _last_year(world: World, area, sources: dict) -> None:
    needs = {"sewing": (1_500_000, 1_800_000), "table": (None, 950_000), "play": (None, 2_500_000)}
    keys = ("walls", "play", "feasts", "table", "sewing")
    budget = _publish(world, area, sources, keys, needs, texts.LAST_YEAR, since=_YEAR + 60, ceiling=6_000_000)
    for place, euros in enumerate(_LAST_YEAR):
        with world.at(ago(_YEAR + 55 - 2 * place, "20:10")):
            _divide(budget, euros)
    _type(world, budget, Channel.PAPER, _PAPER, days=_YEAR + 34, aside=_TOO_MUCH)
    _type(world, budget, Channel.TABLE, _TABLE, days=_YEAR + 33)
    with world.at(ago(_YEAR + 10)):
        _decide(world, budget, texts.DECIDED, {"feasts": 350_000})
    with world.at(ago(_YEAR - 80)):
        _decide(world, budget, texts.DECIDED_ANEW, {"play": 1_750_000, "feasts": 200_000}, revised_because=texts.REVISED)


def _square(world: World, area, sources: dict) -> None:
    budget = _publish(world, area, sources, ("benches", "play"), {}, texts.SQUARE, since=40, ceiling=1_400_000)
    for place, euros in enumerate(_SQUARE):
        with world.at(ago(35 - 2 * place, "19:40")):
            _divide(budget, euros)


def _this_year(world: World, area, sources: dict) -> None:
    needs = {"table": (None, 950_000), "evening": (1_600_000, 2_400_000), "repair": (None, 620_000)}
    keys = ("walls", "benches", "table", "evening", "repair")
    budget = _publish(world, area, sources, keys, needs, texts.THIS_YEAR, since=9, ceiling=4_500_000, weight=Weight.ADVICE)
    for place, euros in enumerate(_THIS_YEAR):
        with world.at(ago(7 - 2 * place, "21:05")):
            _divide(budget, euros)
    _type(world, budget, Channel.TABLE, _AT_TABLE, days=2)


def _publish(world: World, area, sources: dict, keys, needs: dict, said: dict, *, since: int, ceiling: int, weight=None) -> Budget:
    """A budget that opened so many days ago, for four weeks; open until today at least when that is not over."""
    sylke = world.person("sylke")
    with world.at(ago(since)):
        first = clock.today()
        closes = first + dt.timedelta(days=28)
        days = {"opens_on": first, "closes_on": closes, "paper_until": closes + dt.timedelta(days=3)}
        values = {"municipality": area.municipality, "area": area, "ceiling": ceiling, "weight": weight or Weight.FOLLOWED}
        budget = actions.make_budget(by=sylke, **values, **days, **said)
        for key in keys:
            least, most = needs.get(key, (None, None))
            source = {"plan" if key in texts.PLANS else "line": sources[key]}
            actions.add_entry(budget=budget, by=sylke, sentence=texts.SENTENCES[key], least=least, most=most, **source)
        return actions.publish_budget(budget=budget, by=sylke)


def _divide(budget: Budget, euros: tuple) -> None:
    actions.divide(budget=budget, by=None, code=new_code(), amounts=_amounts(euros))


def _type(world: World, budget: Budget, channel: Channel, forms: tuple, *, days: int, aside: tuple = ()) -> None:
    """A stack of forms, typed in on the day on which they were filled in; the last may not count."""
    with world.at(ago(days, "16:00")):
        sylke = world.person("sylke")
        stack = actions.begin_stack(budget=budget, by=sylke, channel=channel, divided_on=clock.today())
        for euros in forms:
            actions.type_form(stack=stack, by=sylke, code=new_code(), amounts=_amounts(euros))
        if aside:
            actions.set_form_aside(stack=stack, by=sylke, code=new_code(), kind=Aside.TOO_MUCH, amounts=_amounts(aside))


def _decide(world: World, budget: Budget, reasons: dict, otherwise: dict, revised_because: str = "") -> None:
    """What residents divided in whole euros, except where it is decided otherwise."""
    sylke, result = world.person("sylke"), Result(budget)
    keys = dict(zip((entry.number for entry in result.entries), reasons, strict=True))
    amounts = {one.number: otherwise.get(keys[one.number], result.of(one) // 100 * 100) for one in result.entries}
    words = {number: reasons[key] for number, key in keys.items()}
    values = {"amounts": amounts, "reasons": words, "revised_because": revised_because}
    draft = actions.draft_decision(budget=budget, by=sylke, version=0, **values)
    actions.publish_decision(decision=draft, by=sylke, version=draft.version)


def _amounts(euros: tuple) -> dict[int, int]:
    return {number: 100 * amount for number, amount in enumerate(euros, start=1)}
