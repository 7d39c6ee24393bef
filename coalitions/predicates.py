"""Words about listings, introductions and coalitions for config/permissions."""

import rules

from coalitions.models import Answer, Introduction


@rules.predicate
def listing_public(user, listing) -> bool:
    """It stands, and it is for the municipality or for a tender that everybody can see."""
    return listing.stands and (listing.tender is None or listing.tender.published_at is not None)


@rules.predicate
def own_listing(user, listing) -> bool:
    return user.is_authenticated and listing.party_id in user.party_ids()


@rules.predicate
def listing_stands(user, listing) -> bool:
    return listing.stands


@rules.predicate
def own_contact(user, contact) -> bool:
    return user.is_authenticated and contact.listing.party_id in user.party_ids()


@rules.predicate
def both_said_yes(user, contact) -> bool:
    """A party of the person and the one of this contact both said yes."""
    if not user.is_authenticated:
        return False
    met = Introduction.objects.agreed().of_parties(user.party_ids())
    return met.filter(asker=contact.listing_id).exists() or met.filter(asked=contact.listing_id).exists()


@rules.predicate
def one_of_the_two(user, introduction) -> bool:
    """Acts for one of the two parties."""
    return user.is_authenticated and bool({introduction.asker.party_id, introduction.asked.party_id} & set(user.party_ids()))


@rules.predicate
def said_yes_first(user, introduction) -> bool:
    return user.is_authenticated and introduction.asker.party_id in user.party_ids()


@rules.predicate
def was_asked(user, introduction) -> bool:
    return user.is_authenticated and introduction.asked.party_id in user.party_ids()


@rules.predicate
def still_waits(user, introduction) -> bool:
    return introduction.waits


@rules.predicate
def they_met(user, introduction) -> bool:
    return introduction.answer == Answer.YES


@rules.predicate
def in_coalition(user, coalition) -> bool:
    """Acts for a party that takes part in it."""
    return user.is_authenticated and any(one.party_id in user.party_ids() for one in coalition.partners())


@rules.predicate
def of_own_party(user, member) -> bool:
    """It is the place of one of the person's parties."""
    return user.is_authenticated and member.left_at is None and member.party_id in user.party_ids()


@rules.predicate
def not_joined(user, member) -> bool:
    return member.joined_at is None


@rules.predicate
def said_yes_to_being_shown(user, stakeholder) -> bool:
    return stakeholder.removed_at is None and stakeholder.shown_since is not None


@rules.predicate
def on_the_map(user, thing) -> bool:
    """It was not taken off."""
    return thing.removed_at is None


@rules.predicate
def of_this_party(user, stakeholder) -> bool:
    """Acts for the party that stands on the map."""
    return user.is_authenticated and stakeholder.party_id is not None and stakeholder.party_id in user.party_ids()


@rules.predicate
def enough_partners(user, coalition) -> bool:
    """Two parties at least take part: before that there is nothing to agree."""
    return len(coalition.partners()) > 1
