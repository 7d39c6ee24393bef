"""Equal information: an answer reaches everybody around a tender at one moment, and who comes later hears that it is there.

Who takes part is no secret between a person and a notice of one's own: makers of a sealed bid are told as all others are.
"""

from collections.abc import Callable
from typing import NamedTuple

from django.db.models import Q

from accounts.models import Membership, User
from bids.models import Bid, BidPartner
from coalitions.models import Coalition, Listing, Member, Stakeholder
from dialogues.models import Registration, RegistrationState
from events.models import Event
from initiatives.models import Plan
from notifications.models import Follow
from tenders.models import Involvement, InvolvementRole, Question

ANSWERS = "tenders.answers_published"
TEAM = InvolvementRole.OFFICER


def everybody_equal(event: Event):
    """Everybody for whom an answer can matter, each once.

    Followers; who holds a role, or whose party does (the team wrote the answers itself); who asked;
    who registered for a meeting; and the members of parties that
    make a bid or were asked for one, that seek partners for this tender, form a coalition for it, stand on its map, or
    brought a plan for it.
    """
    tender = event.tender_id
    persons = (
        Follow.objects.filter(tender=tender).values("person_id"),
        Involvement.objects.active().filter(tender=tender, person__isnull=False).exclude(role=TEAM).values("person_id"),
        Question.objects.filter(tender=tender, asked_by__isnull=False).values("asked_by_id"),
        _registered(tender).filter(person__isnull=False).values("person_id"),
        _plans(tender).filter(filed_by__isnull=False).values("filed_by_id"),
    )
    parties = (
        Involvement.objects.active().filter(tender=tender, party__isnull=False).values("party_id"),
        BidPartner.objects.filter(left_at=None, bid__round__lot__tender=tender).values("party_id"),
        Listing.objects.filter(withdrawn_at=None, tender=tender).values("party_id"),
        Member.objects.filter(left_at=None, coalition__in=Coalition.objects.filter(tender=tender)).values("party_id"),
        Stakeholder.objects.here().filter(tender=tender, party__isnull=False).values("party_id"),
        _registered(tender).filter(party__isnull=False).values("party_id"),
        _plans(tender).filter(party__isnull=False).values("party_id"),
    )
    found = Q()
    for ids in persons:
        found |= Q(pk__in=ids)
    for ids in parties:
        found |= Q(pk__in=Membership.objects.active().filter(party_id__in=ids).values("user_id"))
    return User.objects.filter(found, is_active=True)


def addresses_equal(event: Event) -> list[str]:
    """The addresses of who registered for a meeting of the tender, brought a plan for it or asked, without an account."""
    came = _registered(event.tender_id).filter(person=None).exclude(email="").values_list("email", flat=True)
    planned = _plans(event.tender_id).filter(filed_by=None).exclude(email="").values_list("email", flat=True)
    asked = Question.objects.filter(tender=event.tender_id).exclude(email="").values_list("email", flat=True)
    return sorted({*came, *planned, *asked})


def _plans(tender_id):
    return Plan.objects.touching(tender_id)


def _registered(tender_id):
    return Registration.objects.filter(meeting__tender=tender_id).exclude(state=RegistrationState.CANCELLED)


class Latecomer(NamedTuple):
    """Who came to which tender: people, addresses without an account, and whether a mail may name the tender."""

    tender_id: int | None
    people: object
    addresses: list[str]
    may_mail: bool = True


def _follower(event: Event) -> Latecomer:
    return Latecomer(event.tender_id, User.objects.filter(pk=event.actor_id), [])


def _guest(event: Event) -> Latecomer:
    row = Registration.objects.get(pk=event.thing_id)
    people = _members(row.party_id) | User.objects.filter(pk=row.person_id)
    return Latecomer(event.tender_id, people, [row.email] if row.person_id is None and row.email else [])


def _role(event: Event) -> Latecomer:
    people = _members(event.data.get("party")) | User.objects.filter(pk=event.data.get("person"))
    return Latecomer(event.tender_id, people, [])


def _seeker(event: Event) -> Latecomer:
    row = Listing.objects.get(pk=event.thing_id)
    return Latecomer(row.tender_id, _members(row.party_id), [])


def _on_the_map(event: Event) -> Latecomer:
    row = Stakeholder.objects.get(pk=event.thing_id)
    return Latecomer(row.tender_id, _members(row.party_id), [])


def _in_coalition(event: Event) -> Latecomer:
    row = Member.objects.select_related("coalition").get(pk=event.thing_id)
    return Latecomer(row.coalition.tender_id, _members(row.party_id), [])


def _bidder(event: Event) -> Latecomer:
    bid = Bid.objects.select_related("round__lot").get(pk=event.thing_id)
    return Latecomer(bid.round.lot.tender_id, _members(bid.party_id), [], may_mail=False)


def _bid_partner(event: Event) -> Latecomer:
    row = BidPartner.objects.select_related("bid__round__lot").get(pk=event.thing_id)
    return Latecomer(row.bid.round.lot.tender_id, _members(row.party_id), [], may_mail=False)


def _members(party_id: int | None):
    return User.objects.filter(memberships__party_id=party_id, memberships__party__isnull=False, memberships__left_at=None)


# By which events somebody comes to a tender. The mail of a sealed bid names no tender, so who begins one is not mailed.
LATECOMERS: dict[str, Callable[[Event], Latecomer]] = {
    "bids.bid_begun": _bidder,
    "bids.partner_confirmed": _bid_partner,
    "coalitions.coalition_joined": _in_coalition,
    "coalitions.listing_placed": _seeker,
    "coalitions.stakeholder_added": _on_the_map,
    "dialogues.registered": _guest,
    "notifications.tender_followed": _follower,
    "tenders.involved": _role,
}


def last_answers(tender_id: int | None) -> Event | None:
    """The newest moment at which answers were published in this tender."""
    if tender_id is None:
        return None
    return Event.objects.filter(tender_id=tender_id, name=ANSWERS).order_by("-id").first()
