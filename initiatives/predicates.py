"""Words about initiatives for config/permissions."""

import rules

from accounts.predicates import holds
from initiatives.models import Initiative
from initiatives.models.hiding import KEEPERS
from tenders.predicates import officer

keeper = holds(*KEEPERS)


def _initiative(thing) -> Initiative:
    return thing if isinstance(thing, Initiative) else thing.initiative


@rules.predicate
def doer(user, thing) -> bool:
    """Began it with an account, or has the code that was given for it."""
    initiative = _initiative(thing)
    with_account = user.is_authenticated and initiative.begun_by_id == user.pk and not initiative.written_down
    return with_account or (initiative.opened_with != "" and initiative.opened_with == initiative.code_hash)


@rules.predicate
def own_name(user, joining) -> bool:
    """Has the code that was given when this name was written."""
    return joining.opened_with != "" and joining.opened_with == joining.code_hash


@rules.predicate
def going_on(user, thing) -> bool:
    """It has not stopped, and its words are not hidden."""
    return _initiative(thing).is_going_on


@rules.predicate
def touches_tender(user, plan) -> bool:
    """It is about a tender, or was carried into one."""
    return plan.tender is not None


@rules.predicate
def leads_one_it_touched(user, plan) -> bool:
    """Leads the tender that it is about, or one into which an answer carried it: its makers may have heard of each."""
    return user.is_authenticated and any(officer(user, tender) for tender in plan.touched())


@rules.predicate
def stands(user, plan) -> bool:
    """It was not taken back, and is not hidden."""
    return plan.stands


@rules.predicate
def made_plan(user, plan) -> bool:
    """Filed it with an account, or has the code that was given for it."""
    with_account = user.is_authenticated and plan.filed_by_id == user.pk
    return with_account or (plan.opened_with != "" and plan.opened_with == plan.code_hash)


@rules.predicate
def photo_shown(user, photo) -> bool:
    return photo.is_shown
