"""The advice of the guide: every rule asked, the routes ranked, and which answer would change the outcome."""

import datetime as dt
import tomllib
from collections.abc import Callable
from dataclasses import dataclass, field, fields, replace
from enum import Enum
from functools import cache
from pathlib import Path

from tenders.law.answers import Answers, DialogueCondition, ObjectType
from tenders.law.effect import Effect
from tenders.law.rules import contract, fit, subsidy, timetable
from tenders.law.rules.timetable import Breach
from tenders.law.texts import LAPSED, RULES
from tenders.law.timetable import Plan, weeks_needed
from tenders.law.values import Certainty, Force, Lapsed, Value, all_values, value
from tenders.money import euro
from tenders.routes import Route, Track, traits

MODULES = {"fit": fit, "contract": contract, "subsidy": subsidy, "timetable": timetable}
# What a route is worth to small parties, before any rule (law notes A.14, last column).
FOR_SMALL_PARTIES = {
    Route.SMALL_GRANT: 4,
    Route.SUBSIDY_TENDER: 4,
    Route.SAS: 4,
    Route.BUILDING: 2,
    Route.BUILDING_ONE: 1,
    Route.MULTIPLE_PRIVATE: 2,
    Route.OPEN: 0,
    Route.COMPETITIVE_DIALOGUE: -1,
    Route.RESTRICTED: -2,
}

FIRST_TO_VARY = ("total_value", "nature", "invite_and_select", "offer_mode", "need_dialogue", "scarce", "cross_border")


@dataclass(frozen=True)
class Rule:
    """A row of rules.toml with its function."""

    id: str
    function: Callable
    force: Force
    certainty: Certainty
    source: str
    concerns: tuple[Track, ...]
    values: tuple[str, ...]
    warns: bool


@dataclass(frozen=True)
class Applied:
    """A rule that applies to these answers; or one that cannot say so, because a value of it has lapsed."""

    rule: Rule
    on: dt.date
    effect: Effect = field(default_factory=Effect)
    lapsed: Lapsed | None = None

    @property
    def text(self) -> str:
        return str(LAPSED) if self.lapsed else wording(self.rule.id, self.effect.says, self.facts)

    @property
    def facts(self) -> dict[str, str]:
        """The values that the wording names, as they were on the day."""
        return {} if self.lapsed else {name: shown(value(name, on=self.on)) for name in self.rule.values}

    @property
    def holds_until(self) -> dt.date | None:
        """The last day of the first value of this rule to lapse."""
        ends = [value(name, on=self.on).valid_to for name in self.rule.values] if not self.lapsed else []
        return min((day for day in ends if day), default=None)

    def concerns(self, route: str) -> bool:
        """Whether it speaks about this route: advice that only lifts or drops other routes does not."""
        touched = {*self.effect.points, *self.effect.blocks}
        of_others = self.rule.force == Force.ADVICE and touched and route not in touched
        return traits(route).track in self.rule.concerns and not of_others


@dataclass(frozen=True)
class RouteAdvice:
    """What the rules say of one route."""

    route: Route
    score: int
    because: tuple[Applied, ...]
    blocked_by: tuple[Applied, ...]


@dataclass(frozen=True)
class Advice:
    """Routes, best first and those that fall away last; and every rule that applied."""

    answers: Answers
    on: dt.date
    routes: tuple[RouteAdvice, ...]
    applied: tuple[Applied, ...]

    @property
    def open_routes(self) -> list[RouteAdvice]:
        return [row for row in self.routes if not row.blocked_by]

    @property
    def first(self) -> RouteAdvice | None:
        return next(iter(self.open_routes), None)

    def of(self, route: str) -> RouteAdvice:
        return next(row for row in self.routes if row.route == route)

    def counted(self, route: str) -> list[Applied]:
        """The rules that speak about this route."""
        return [one for one in self.applied if one.concerns(route)]

    def needs_lawyer(self, route: str) -> list[Applied]:
        """The rules that ask a legal adviser's signature under a choice of this route."""
        return [one for one in self.counted(route) if one.effect.sign_off]

    @property
    def lapsed(self) -> list[Applied]:
        return [one for one in self.applied if one.lapsed]


@dataclass(frozen=True)
class Change:
    """One other answer, and the route that would then come first."""

    name: str
    answer: object
    route: Route


def advise(answers: Answers, on: dt.date) -> Advice:
    """What the rules of that day say of these answers. A rule whose value has lapsed says so, and does nothing."""
    applied = []
    for rule in all_rules().values():
        if rule.function.__module__ == timetable.__name__:
            continue
        try:
            effect = rule.function(answers, on)
        except Lapsed as lapsed:
            applied.append(Applied(rule, on, lapsed=lapsed))
        else:
            if effect is not None:
                applied.append(Applied(rule, on, effect))
    routes = [_of_route(route, applied) for route in Route]
    order = list(Route)
    routes.sort(key=lambda row: (bool(row.blocked_by), -row.score, order.index(row.route)))
    return Advice(answers, on, tuple(routes), tuple(applied))


def changes(advice: Advice) -> list[Change]:
    """Single answers that would bring another route on top; those that matter most in practice come first."""
    now = advice.first.route if advice.first else None
    found: list[Change] = []
    names = [row.name for row in fields(Answers)]
    for name in (*FIRST_TO_VARY, *(name for name in names if name not in FIRST_TO_VARY)):
        for other in _alternatives(advice, name):
            then = advise(replace(advice.answers, **{name: other}), advice.on).first
            if then and then.route != now and not any(c.name == name and c.route == then.route for c in found):
                found.append(Change(name, other, then.route))
    return found


def breaches(plan: Plan, on: dt.date) -> list[tuple[Rule, Breach]]:
    """Everything that the rules have against a timetable; what the law forbids comes first. Raises Lapsed."""
    rules = [rule for rule in all_rules().values() if rule.function.__module__ == timetable.__name__]
    found = [(rule, breach) for rule in rules for breach in rule.function(plan, on)]
    return sorted(found, key=lambda pair: not pair[1].blocks)


def wording(id: str, says: str, facts: dict) -> str:
    """What a rule means for the reader, in the language of the page."""
    return str(RULES[f"{id}.{says}" if says else id]) % facts


def shown(row: Value) -> str:
    """A value as people read it: '€ 750.000', '20'."""
    return euro(row.cents) if row.unit == "euro" else str(row.number)


@cache
def all_rules() -> dict[str, Rule]:
    """Every rule by id. Raises at start when the table names a function or value that is not there."""
    with (Path(__file__).parent / "rules.toml").open("rb") as file:
        rows = tomllib.load(file)
    found = {}
    for id, row in rows.items():
        module, name = row["function"].split(".")
        found[id] = Rule(
            id=id,
            function=getattr(MODULES[module], name),
            force=Force(row["force"]),
            certainty=Certainty(row["certainty"]),
            source=row["source"],
            concerns=tuple(Track(track) for track in row["concerns"]),
            values=tuple(row.get("values", ())),
            warns=row.get("warns", False),
        )
        if unknown := set(found[id].values) - set(all_values()):
            raise ValueError(f"rules.toml: {id} names values that are not there: {unknown}")
    return found


def _of_route(route: Route, applied: list[Applied]) -> RouteAdvice:
    score = FOR_SMALL_PARTIES[route] + sum(one.effect.points.get(route, 0) for one in applied)
    because = tuple(one for one in applied if one.effect.points.get(route, 0) > 0)
    blocked_by = tuple(one for one in applied if route in one.effect.blocks)
    return RouteAdvice(route, score, because, blocked_by)


def _alternatives(advice: Advice, name: str) -> list:
    """The other answers to one question that could matter."""
    now = getattr(advice.answers, name)
    if isinstance(now, bool):
        return [not now]
    if name == "dialogue_conditions":
        return [()] if now else [(DialogueCondition.COMPLEX.value,)]
    if isinstance(now, Enum):
        # A task does not become a mere building by an answer.
        return [other for other in type(now) if other not in (now, ObjectType.PROPERTY)]
    if name == "total_value":
        return _amounts(advice)
    borders = {"expected_bidders": (5, 6), "term_months": (48, 49)}.get(name, ())
    return [border for border in borders if border != now]


def _amounts(advice: Advice) -> list[int]:
    """The borders above the amount, and just below those that it has passed; the nearest first."""
    found, now = [], advice.answers.total_value
    for name in ("small_grant_amount", "services_threshold", "social_threshold", "works_threshold"):
        try:
            border = value(name, on=advice.on).cents
        except Lapsed:
            continue
        # A grant is small up to its border and including it; a threshold counts from its border on.
        if name == "small_grant_amount":
            found.append(border if now > border else border + 100)
        else:
            found.append(border if now < border else border - 100)
    return sorted(found, key=lambda border: abs(border - now))


def weeks(route: str, on: dt.date) -> int | None:
    """About how many weeks a route takes; None when a value for it has lapsed."""
    try:
        return weeks_needed(route, on)
    except Lapsed:
        return None
