"""Who is concerned by an event: functions from an event to people."""

from django.db.models import Q

from accounts.models import User
from events.models import Event
from notifications.models import Follow
from tenders.models import Involvement, InvolvementRole, Tender


def tender_address(event: Event) -> list:
    """The arguments of the page that a notice leads to: the tender's address."""
    return [Tender.objects.values_list("slug", flat=True).get(pk=event.tender_id)]


def team(event: Event):
    """The officers of the tender."""
    return _with_roles(event, InvolvementRole.OFFICER)


def followers(event: Event):
    """Who follows the tender."""
    return User.objects.filter(pk__in=Follow.objects.filter(tender_id=event.tender_id).values("person_id"), is_active=True)


def followers_and_bidders(event: Event):
    """Who follows the tender, and who bids in it or was invited to: they hear at one moment."""
    return followers(event) | _with_roles(event, InvolvementRole.BIDDER, InvolvementRole.PARTNER, InvolvementRole.INVITED)


def everybody_around(event: Event):
    """Everybody with a role in the tender, and who follows it."""
    return followers(event) | _with_roles(event, *InvolvementRole)


def who_got_the_role(event: Event):
    """The person, or the members of the party, that the event gave a role."""
    person, party = event.data.get("person"), event.data.get("party")
    members = Q(memberships__party_id=party, memberships__left_at=None) if party else Q(pk=person)
    return User.objects.filter(members, is_active=True).distinct()


def actor(event: Event):
    """Who did it."""
    return User.objects.filter(pk=event.actor_id, is_active=True)


def _with_roles(event: Event, *roles):
    """People with one of the roles, in their own name or through a party; roles on another lot than the event's do not count."""
    found = Involvement.objects.active().filter(tender_id=event.tender_id, role__in=roles)
    if event.lot_id:
        found = found.filter(Q(lot_id=event.lot_id) | Q(lot_id=None))
    persons = found.filter(person__isnull=False).values("person_id")
    members = User.objects.filter(
        memberships__left_at=None, memberships__party_id__in=found.filter(party__isnull=False).values("party_id")
    )
    return User.objects.filter(Q(pk__in=persons) | Q(pk__in=members.values("pk")), is_active=True)
