"""Rules about subsidies, and about state aid."""

import datetime as dt

from tenders.law.answers import Answers, Control, Funding, Nature, SubsidyBasis
from tenders.law.effect import SUBSIDY, Effect
from tenders.law.values import value
from tenders.routes import Route

_MONTHS_OF_AID = 36  # state support is added up over three years


def invitation_and_choice(a: Answers, on: dt.date) -> Effect | None:
    """R03: after an invitation and a choice, procurement law may apply to a subsidy; a lawyer looks and signs."""
    return Effect(sign_off=True) if a.invite_and_select else None


def enforceable_subsidy(a: Answers, on: dt.date) -> Effect | None:
    """R04: what can be enforced and was asked for is an order."""
    if a.nature == Nature.TASK and (a.invite_and_select or a.control == Control.DETAILED):
        return Effect(blocks=SUBSIDY)
    return None


def no_legal_basis(a: Answers, on: dt.date) -> Effect | None:
    """R05."""
    return Effect(blocks=SUBSIDY) if a.subsidy_basis == SubsidyBasis.NONE else None


def scarce_subsidy(a: Answers, on: dt.date) -> Effect | None:
    """R06: with a ceiling everybody has an equal chance, by rules that are known before."""
    return Effect(points={Route.SUBSIDY_TENDER: 30}) if a.scarce else None


def incidental_too_long(a: Answers, on: dt.date) -> Effect | None:
    """R07."""
    longest = 12 * value("incidental_subsidy_years", on=on).number
    if a.subsidy_basis == SubsidyBasis.INCIDENTAL and a.term_months > longest:
        return Effect(blocks=SUBSIDY)
    return None


def long_subsidy_ends(a: Answers, on: dt.date) -> Effect | None:
    """R08: who received a subsidy for years hears in time."""
    if a.existing_ends and a.years_subsidised >= value("long_subsidy_years", on=on).number:
        return Effect()
    return None


def results_by_subsidy(a: Answers, on: dt.date) -> Effect | None:
    """R30: paying for results looks like an order."""
    return Effect(points=dict.fromkeys(SUBSIDY, -10)) if a.funding == Funding.OUTCOME else None


def state_aid(a: Answers, on: dt.date) -> Effect | None:
    """S01."""
    return Effect() if a.economic_activity else None


def small_support(a: Answers, on: dt.date) -> Effect | None:
    """S02: de minimis, over three years, for one undertaking."""
    if not a.economic_activity or a.public_service:
        return None
    return Effect(says="within" if _support(a) <= value("de_minimis", on=on).cents else "above")


def small_support_for_public_service(a: Answers, on: dt.date) -> Effect | None:
    """S03: the same for a service of general economic interest."""
    if not a.economic_activity or not a.public_service:
        return None
    return Effect(says="within" if _support(a) <= value("de_minimis_public_service", on=on).cents else "above")


def _support(a: Answers) -> int:
    """What one receiver would have had over three years, if there is one receiver."""
    months = max(1, a.term_months)
    return a.de_minimis_used + a.total_value * min(months, _MONTHS_OF_AID) // months
