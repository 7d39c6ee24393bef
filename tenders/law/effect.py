"""What a rule does when it applies: points for routes, routes that fall away, a signature that is needed."""

import datetime as dt
from dataclasses import dataclass, field

from tenders.law.answers import Answers, ObjectType
from tenders.law.values import value
from tenders.routes import Route, Track, all_traits

SUBSIDY = tuple(Route(code) for code, row in all_traits().items() if row.track == Track.SUBSIDY)
PROPERTY = tuple(Route(code) for code, row in all_traits().items() if row.track == Track.PROPERTY)
CONTRACT = tuple(Route(code) for code, row in all_traits().items() if row.track == Track.CONTRACT)


@dataclass(frozen=True)
class Effect:
    """`points` add up to a ranking; a route in `blocks` falls away. `says` names a wording other than the usual one."""

    points: dict[Route, int] = field(default_factory=dict)
    blocks: tuple[Route, ...] = ()
    sign_off: bool = False
    says: str = ""


def threshold(a: Answers, on: dt.date) -> int | None:
    """The European threshold for this object, in cents; None for a building or ground."""
    names = {
        ObjectType.SERVICE: "services_threshold",
        ObjectType.MIXED: "services_threshold",
        ObjectType.SUPPLY: "services_threshold",
        ObjectType.WORK: "works_threshold",
        ObjectType.CONCESSION: "concessions_threshold",
    }
    if a.object_type == ObjectType.PROPERTY:
        return None
    return value("social_threshold" if a.is_social else names[a.object_type], on=on).cents


def reaches_threshold(a: Answers, on: dt.date) -> bool:
    """Whether the amount is equal to the European threshold or above it."""
    border = threshold(a, on)
    return border is not None and a.total_value >= border


def stays_below(a: Answers, on: dt.date) -> bool:
    border = threshold(a, on)
    return border is not None and a.total_value < border
