"""How long a contract holds, and what is advised: not too short (law notes, D.3). The numbers stand in tenders/law/values.toml."""

import datetime as dt

from django.db import models
from django.utils.translation import gettext as _

from events import clock
from tenders.law.values import value

_DAY = dt.timedelta(days=1)


class Term(models.TextChoices):
    LONG_ENOUGH = "long_enough"
    SHORT = "short"  # a warning
    VERY_SHORT = "very_short"  # needs a reason


def term_of(begins_on: dt.date, ends_on: dt.date) -> Term:
    """How the term from `begins_on` to `ends_on` (both included) stands to what is advised today."""
    today = clock.today()
    if is_shorter_than(begins_on, ends_on, value("contract_reason_years", on=today).number):
        return Term.VERY_SHORT
    if is_shorter_than(begins_on, ends_on, value("contract_short_years", on=today).number):
        return Term.SHORT
    return Term.LONG_ENOUGH


def is_shorter_than(begins_on: dt.date, ends_on: dt.date, years: int) -> bool:
    """Whether `ends_on` lies before the last day of so many years from `begins_on`."""
    return ends_on + _DAY < _years_later(begins_on, years)


def advice() -> str:
    """What is advised today on the term."""
    today = clock.today()
    words = _("Our advice: %(years)d years, and then twice %(more)d years more. Small parties need time to begin.")
    return words % {
        "years": value("contract_years_advice", on=today).number,
        "more": value("contract_extension_advice", on=today).number,
    }


def _years_later(day: dt.date, years: int) -> dt.date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # 29 February
        return day.replace(year=day.year + years, month=3, day=1)
