"""The answers on which the choice of a route rests: one frozen `Answers`. Each question stands in questions.py."""

import tomllib
from dataclasses import asdict, dataclass, fields
from functools import cache
from pathlib import Path

from django.db import models
from django.utils.translation import gettext_lazy as _


class ObjectType(models.TextChoices):
    SERVICE = "service", _("Somebody does work for people: a service")
    SUPPLY = "supply", _("You buy things")
    WORK = "work", _("Something is built")
    MIXED = "mixed", _("A mix of these")
    CONCESSION = "concession", _("Somebody may earn by it, at their own risk")
    PROPERTY = "property", _("Only a building or ground changes hands")


class Nature(models.TextChoices):
    TASK = "task", _("Yes, it is a task of ours and we want to hold somebody to it")
    ACTIVITY = "activity", _("No, we support what somebody else wants to do")


class Initiative(models.TextChoices):
    MUNICIPALITY = "municipality", _("The municipality")
    RESIDENTS = "residents", _("Residents or an entrepreneur")
    TOGETHER = "together", _("We do it together")
    CHALLENGE = "challenge", _("Residents use the right to challenge")


class Control(models.TextChoices):
    FRAMES = "frames", _("Only the limits and the aim")
    DETAILED = "detailed", _("In detail: what, when and how")


class Talk(models.TextChoices):
    NONE = "none", _("Not needed")
    BEFORE = "before", _("Before we publish the request")
    DURING = "during", _("While parties make their plan")
    AFTER = "after", _("After the offers came in")


class OfferMode(models.TextChoices):
    COMPETITION = "competition", _("Parties compete, each alone or with others")
    COALITIONS = "coalitions", _("Coalitions compete")
    JOINT = "joint", _("All interested parties make one offer together")
    ADMIT_ALL = "admit_all", _("Everybody who meets the conditions may do it")


class Clarity(models.TextChoices):
    CLEAR = "clear", _("Yes, quite precisely")
    PARTLY = "partly", _("In part")
    UNKNOWN = "unknown", _("No, that is what we want to find out")


class DialogueCondition(models.TextChoices):
    """What allows a competitive dialogue above the threshold (Aw 2.28); one is enough."""

    NOT_AVAILABLE = "not_available", _("What is on the market does not fit without changes")
    DESIGN = "design", _("It asks for design or new solutions")
    COMPLEX = "complex", _("It is so complex or risky that talking is needed")
    NO_SPECIFICATION = "no_specification", _("We cannot say precisely what we need")
    EARLIER_FAILED = "earlier_failed", _("An earlier procedure gave no acceptable offer")


class OnePartyGround(models.TextChoices):
    """What allows dealing with one party above the threshold without a notice (Aw 2.32)."""

    NONE = "none", _("None of these")
    NO_OFFERS = "no_offers", _("An earlier procedure gave no suitable offer")
    TECHNICAL = "technical", _("Nobody else can do it, for technical reasons")
    EXCLUSIVE = "exclusive", _("Somebody has an exclusive right")
    URGENT = "urgent", _("It is urgent, by something nobody could foresee")
    REPEAT = "repeat", _("It repeats an earlier order that announced this")


class CrossBorder(models.TextChoices):
    NO = "no", _("No")
    POSSIBLE = "possible", _("Perhaps")
    CERTAIN = "certain", _("Yes, certainly")


class Funding(models.TextChoices):
    UNDECIDED = "undecided", _("We do not know yet")
    AVAILABILITY = "availability", _("A fixed amount, whoever comes")
    POPULATION = "population", _("An amount for each person in a group")
    PERFORMANCE = "performance", _("For activities that were agreed")
    OUTCOME = "outcome", _("For results")
    COMBINED = "combined", _("A combination")


class SubsidyBasis(models.TextChoices):
    REGULATION = "regulation", _("A regulation of the council")
    BUDGET = "budget", _("The budget names who receives it and how much at most")
    INCIDENTAL = "incidental", _("It happens once, and not for long")
    NONE = "none", _("There is none yet")


@dataclass(frozen=True)
class Answers:
    """What the officer answered; money in cents without VAT. A rule is a pure function of this and the day."""

    total_value: int = 0
    term_months: int = 48
    lots: int = 1
    areas: int = 1
    repeated: bool = False
    object_type: ObjectType = ObjectType.SERVICE
    cpv: str = "85320000"
    nature: Nature = Nature.TASK
    control: Control = Control.FRAMES
    spec_clarity: Clarity = Clarity.PARTLY
    innovation: bool = False
    wmo_or_youth: bool = False
    initiative: Initiative = Initiative.MUNICIPALITY
    invite_and_select: bool = True
    offer_mode: OfferMode = OfferMode.COMPETITION
    competitors_join: bool = False
    expected_bidders: int = 5
    only_one_party: bool = False
    one_party_ground: OnePartyGround = OnePartyGround.NONE
    cross_border: CrossBorder = CrossBorder.NO
    need_dialogue: Talk = Talk.BEFORE
    dialogue_conditions: tuple[str, ...] = ()
    funding: Funding = Funding.UNDECIDED
    subsidy_basis: SubsidyBasis = SubsidyBasis.REGULATION
    scarce: bool = False
    years_subsidised: int = 0
    existing_ends: bool = False
    economic_activity: bool = False
    de_minimis_used: int = 0
    public_service: bool = False
    uses_building: bool = False

    @property
    def is_social(self) -> bool:
        """Whether this is a social or other specific service by its CPV code, read strictly."""
        return self.object_type in (ObjectType.SERVICE, ObjectType.MIXED) and is_social(self.cpv)

    def as_json(self) -> dict:
        return {name: list(item) if isinstance(item, tuple) else item for name, item in asdict(self).items()}

    @classmethod
    def of(cls, row: dict) -> "Answers":
        """Answers from what `as_json` made; a question that was added later has its usual answer."""
        made = {}
        for field in fields(cls):
            if field.name not in row:
                continue
            default, item = getattr(cls, field.name), row[field.name]
            made[field.name] = tuple(item) if isinstance(default, tuple) else type(default)(item)
        return cls(**made)


def is_social(cpv: str) -> bool:
    """Whether a CPV code stands in Annex XIV of Directive 2014/24/EU."""
    return cpv.isdecimal() and len(cpv) == 8 and any(low <= int(cpv) <= high for low, high in _social_ranges())


@cache
def _social_ranges() -> list[tuple[int, int]]:
    with (Path(__file__).parent / "social_services.toml").open("rb") as file:
        rows = tomllib.load(file)
    singles = [(int(code), int(code)) for code in rows["codes"]]
    return singles + [(int(low), int(high)) for low, high in rows["ranges"]]
