"""Who someone is in a tender and where the tender stands, as words for config/permissions.

A thing is a tender or has `.tender` (and `.lot`).
"""

import rules

from accounts.predicates import municipality_ids
from tenders.models import InvolvementRole, LotState
from tenders.models.involvement import OFFICER_KINDS, involvements_of
from tenders.steps import Step


def involved(user, thing, *roles: InvolvementRole) -> bool:
    """Whether the person (or a party of the person) holds one of the roles in the thing's tender, and in its lot if it has one."""
    tender, lot_id = thing.tender, _lot_id(thing)
    if tender is None or not user.is_authenticated:
        return False
    return any(
        i.role in roles and i.tender_id == tender.pk and (i.lot_id is None or lot_id is None or i.lot_id == lot_id)
        for i in involvements_of(user)
    )


def is_involved_as(*roles: InvolvementRole) -> rules.Predicate:
    def predicate(user, thing) -> bool:
        return involved(user, thing, *roles)

    return rules.predicate(predicate, name="is " + " or ".join(roles))


officer = is_involved_as(InvolvementRole.OFFICER)
guide = is_involved_as(InvolvementRole.GUIDE)
trusted = is_involved_as(InvolvementRole.TRUSTED)
co_author = is_involved_as(InvolvementRole.CO_AUTHOR)
bidder = is_involved_as(InvolvementRole.BIDDER, InvolvementRole.PARTNER)
assessor = is_involved_as(InvolvementRole.ASSESSOR)
secretary = is_involved_as(InvolvementRole.SECRETARY)
chair = is_involved_as(InvolvementRole.CHAIR)
contractor = is_involved_as(InvolvementRole.CONTRACTOR)
reporter = is_involved_as(InvolvementRole.REPORTER)


@rules.predicate
def published(user, thing) -> bool:
    """The tender is public."""
    return thing.tender.published_at is not None


@rules.predicate
def colleague(user, thing) -> bool:
    """Holds any role in a municipality that leads the tender."""
    return user.is_authenticated and any(role.municipality_id in municipality_ids(thing) for role in user.active_roles())


@rules.predicate
def in_any_role(user, thing) -> bool:
    """Is involved in the tender, whatever the role."""
    tender = thing.tender
    return tender is not None and user.is_authenticated and any(i.tender_id == tender.pk for i in involvements_of(user))


can_see = published | colleague | in_any_role


def during(*steps: Step) -> rules.Predicate:
    """The tender stands in one of these steps and was neither stopped nor completed."""

    def predicate(user, thing) -> bool:
        tender = thing.tender
        return tender is not None and tender.is_running and tender.step in steps

    return rules.predicate(predicate, name="during " + " or ".join(step.name.lower() for step in steps))


@rules.predicate
def writing_request(user, thing) -> bool:
    """The request is written: in step 2; in step 3 when the tender came to the platform there."""
    return thing.tender.is_running and thing.tender.step in thing.tender.writing_steps


def since(step: Step) -> rules.Predicate:
    """The tender stands in this step or a later one, and was not stopped."""

    def predicate(user, thing) -> bool:
        tender = thing.tender
        return tender is not None and tender.withdrawn_at is None and tender.step >= step

    return rules.predicate(predicate, name=f"since {step.name.lower()}")


def with_route(trait: str, wanted: bool = True) -> rules.Predicate:
    """The tender's route has a trait of tenders/law/routes.toml: competition, public_money, dialogue, call."""

    def predicate(user, thing) -> bool:
        return bool(getattr(thing.tender.traits, trait)) is wanted

    return rules.predicate(predicate, name=("with " if wanted else "without ") + trait)


@rules.predicate
def running(user, thing) -> bool:
    return thing.tender.is_running


def lot_is(*states: LotState) -> rules.Predicate:
    def predicate(user, thing) -> bool:
        lot = getattr(thing, "lot", None)
        return lot is not None and lot.state in states

    return rules.predicate(predicate, name="lot is " + " or ".join(states))


@rules.predicate
def asked_it(user, question) -> bool:
    return user.is_authenticated and question.asked_by_id == user.pk


@rules.predicate
def answer_is_out(user, question) -> bool:
    """Its answer was published; where it was asked in a tender, that is public too."""
    return question.published_at is not None and (question.tender is None or question.tender.published_at is not None)


@rules.predicate
def answered_elsewhere(user, thing) -> bool:
    """It is a question whose answer is written on another page, and only told here."""
    return bool(getattr(thing, "page", ""))


@rules.predicate
def answers_for_municipality(user, question) -> bool:
    """It was asked of a municipality, in which the person has an officer's role."""
    return question.tender is None and user.is_authenticated and user.has_role({question.municipality_id}, *OFFICER_KINDS)


def _lot_id(thing) -> int | None:
    if thing._meta.model_name == "lot":
        return thing.pk
    if hasattr(thing, "lot_id"):
        return thing.lot_id
    lot = getattr(thing, "lot", None)
    return lot.pk if lot is not None else None
