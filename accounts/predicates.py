"""Who someone is in a municipality, as words for config/permissions. A thing is, or has, a `.municipality`."""

import rules

from accounts.models import RoleKind


@rules.predicate
def anyone(user, thing) -> bool:
    return True


@rules.predicate
def signed_in(user, thing) -> bool:
    return user.is_authenticated


@rules.predicate
def platform_operator(user, thing) -> bool:
    return user.is_authenticated and user.is_platform_operator


@rules.predicate
def member(user, party) -> bool:
    """Acts for this party."""
    return user.is_authenticated and party.pk in user.party_ids()


@rules.predicate
def acts_for_a_party(user, thing) -> bool:
    return user.is_authenticated and bool(user.party_ids())


def holds(*kinds: RoleKind) -> rules.Predicate:
    """Holds one of these roles in the municipality of the thing, or in one that leads the tender with it."""

    def predicate(user, thing) -> bool:
        return user.is_authenticated and user.has_role(municipality_ids(thing), *kinds)

    return rules.predicate(predicate, name="holds " + " or ".join(kinds))


def municipality_ids(thing) -> set[int]:
    """Ids of the municipalities that a thing belongs to: its own, and for a tender those that lead it together."""
    tender = getattr(thing, "tender", None)
    if tender is not None:
        return tender.municipality_ids()
    return {thing.municipality.pk}


administrator = holds(RoleKind.ADMINISTRATOR)
policy_officer = holds(RoleKind.POLICY_OFFICER)
procurement_officer = holds(RoleKind.PROCUREMENT_OFFICER)
legal_adviser = holds(RoleKind.LEGAL_ADVISER)
mandate_holder = holds(RoleKind.MANDATE_HOLDER)
contract_manager = holds(RoleKind.CONTRACT_MANAGER)
community_worker = holds(RoleKind.COMMUNITY_WORKER)
clerk = holds(RoleKind.CLERK)
