"""The routes by which a tender can go: rows of tenders/law/routes.toml. Code asks for a trait, never which route it is."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.db import models
from django.utils.translation import gettext_lazy as _


class Track(models.TextChoices):
    """The law that the decision stands under; it sets words, terms and letters."""

    UNDECIDED = "", _("not chosen yet")
    CONTRACT = "contract", _("contract")
    SUBSIDY = "subsidy", _("subsidy")
    PROPERTY = "property", _("property")


class Route(models.TextChoices):
    SMALL_GRANT = "small_grant", _("small grant")
    SUBSIDY_TENDER = "subsidy_tender", _("subsidy tender")
    SAS = "sas", _("procedure for social and other specific services (SAS)")
    OPEN = "open", _("open procedure")
    RESTRICTED = "restricted", _("restricted procedure")
    COMPETITIVE_DIALOGUE = "competitive_dialogue", _("competitive dialogue")
    MULTIPLE_PRIVATE = "multiple_private", _("private invitation of three to five parties")
    BUILDING = "building", _("use or transfer of a building or ground")
    BUILDING_ONE = "building_one", _("use or transfer of a building or ground to the only candidate")


class After(models.TextChoices):
    """What stands between the decision and the contract."""

    STANDSTILL = "standstill", _("standstill")
    OBJECTION = "objection", _("objection")
    NONE = "none", _("no term")


@dataclass(frozen=True)
class RouteTraits:
    """What a route is, as far as the platform acts on it. `rounds` are kinds of bids.Round, in order."""

    code: str
    track: Track
    anchor: str
    certainty: str
    competition: bool
    public_money: bool
    dialogue: bool
    call: bool
    invited_only: bool
    rounds: tuple[str, ...]
    after: After
    minimum_days: dict[str, str]

    @property
    def label(self):
        return Route(self.code).label


@cache
def all_traits() -> dict[str, RouteTraits]:
    """Every route of the law file, by code. Raises at start when the file and `Route` differ."""
    with (Path(__file__).parent / "law" / "routes.toml").open("rb") as file:
        rows = tomllib.load(file)
    if set(rows) != set(Route.values):
        raise ValueError(f"routes.toml and Route differ: {set(rows) ^ set(Route.values)}")
    return {
        code: RouteTraits(
            code=code,
            **{**row, "track": Track(row["track"]), "after": After(row["after"]), "rounds": tuple(row["rounds"])},
        )
        for code, row in rows.items()
    }


def traits(route: str) -> RouteTraits:
    return all_traits()[route]
