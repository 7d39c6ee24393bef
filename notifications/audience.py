"""Who is concerned by an event: functions from an event to people."""

from django.db.models import Q

from accounts.models import Municipality, Role, RoleKind, User
from bids.models import Bid, BidPartner, OpenedBid, Submission
from calls.models import Amendment, ProcedureChoice
from contracts.models import Contract, ContractParty
from evaluation.models import Seat
from events.models import Event
from inventory.models import MayStop
from monitoring.models import Indicator, Measurement
from notifications.models import Follow
from tenders.models import Involvement, InvolvementRole, Question, Tender
from tenders.models.involvement import OFFICER_KINDS


def tender_address(event: Event) -> list:
    """The arguments of the page that a notice leads to: the tender's address."""
    return [Tender.objects.values_list("slug", flat=True).get(pk=event.tender_id)]


def nobody(event: Event):
    """Nobody with an account: the page said it to them."""
    return User.objects.none()


def nobody_else(event: Event) -> list[str]:
    """Only people with an account are told."""
    return []


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


def everybody_and_incumbents(event: Event):
    """Everybody around it, and who was told that their work may stop by it."""
    return everybody_around(event) | incumbents(event)


def bidders_and_incumbents(event: Event):
    """Who follows it or bids, and who was told that their work may stop by it: they hear at one moment."""
    return followers_and_bidders(event) | incumbents(event)


def who_got_the_role(event: Event):
    """The person, or the members of the party, that the event gave a role; who bids hears that of the opening."""
    if event.data.get("role") in (InvolvementRole.BIDDER, InvolvementRole.PARTNER):
        return User.objects.none()
    person, party = event.data.get("person"), event.data.get("party")
    members = Q(memberships__party_id=party, memberships__left_at=None) if party else Q(pk=person)
    return User.objects.filter(members, is_active=True).distinct()


def who_had_the_role(event: Event):
    """The person, or the members of the party, whose role ended; who bids hears that elsewhere."""
    ended = Involvement.objects.filter(pk=event.thing_id).exclude(role__in=[InvolvementRole.BIDDER, InvolvementRole.PARTNER])
    members = Q(memberships__party__in=ended.values("party"), memberships__left_at=None)
    return User.objects.filter(Q(pk__in=ended.values("person")) | members, is_active=True).distinct()


def named(event: Event):
    """The person whom the event names as its `user`."""
    return User.objects.filter(pk=event.data.get("user"), is_active=True)


def no_arguments(event: Event) -> list:
    """For a page that is the same for everybody."""
    return []


def team_and_followers(event: Event):
    return team(event) | followers(event)


def place_address(event: Event) -> list:
    """The arguments of a page of the municipality of the event."""
    return [Municipality.objects.values_list("slug", flat=True).get(pk=event.municipality_id)]


def keepers(event: Event):
    """Who keeps the inventory of the municipality."""
    return with_municipal_role(event, *OFFICER_KINDS)


def who_asked(event: Event):
    """Who asked the questions whose answers were published."""
    asked = Question.objects.filter(pk__in=event.data.get("questions", []))
    return User.objects.filter(pk__in=asked.values("asked_by_id"), is_active=True)


def addresses_asked(event: Event) -> list[str]:
    """The addresses of who asked them without an account."""
    asked = Question.objects.filter(pk__in=event.data.get("questions", [])).exclude(email="")
    return sorted(set(asked.values_list("email", flat=True)))


def may_stop_address(event: Event) -> list:
    """The arguments of the page of what may stop."""
    return list(MayStop.objects.values_list("tender__slug", "public_id").get(pk=event.thing_id))


def incumbent(event: Event):
    """Who acts for the party whose work may stop, once it was told."""
    told = MayStop.objects.filter(pk=event.thing_id, told_on__isnull=False).values("party_id")
    return User.objects.filter(memberships__party_id__in=told, memberships__left_at=None, is_active=True)


def incumbents(event: Event):
    """Who acts for the parties that were told that their work may stop by the tender of the event."""
    told = MayStop.objects.standing().filter(tender_id=event.tender_id, told_on__isnull=False).values("party_id")
    members = User.objects.filter(memberships__party_id__in=told, memberships__left_at=None, is_active=True)
    return User.objects.filter(pk__in=members.values("pk"))


def team_at_first(event: Event):
    """The officers of the tender, of something new; not each time that it is changed."""
    return team(event) if event.data.get("first") else User.objects.none()


def who_signs_the_choice(event: Event):
    """The team, and the legal advisers when the choice of the route needs one of them."""
    choice = ProcedureChoice.objects.filter(pk=event.thing_id).first()
    if choice is None or RoleKind.LEGAL_ADVISER not in choice.needed:
        return team(event)
    return team(event) | with_municipal_role(event, RoleKind.LEGAL_ADVISER)


def committee_leads(event: Event):
    """The secretary and the chair of the lot's committee."""
    return _with_roles(event, InvolvementRole.SECRETARY, InvolvementRole.CHAIR)


def whose_seat(event: Event):
    """Who has the seat in the committee that the event is about."""
    return User.objects.filter(pk__in=Seat.objects.filter(pk=event.thing_id).values("person_id"), is_active=True)


def who_may_read_the_explanation(event: Event):
    """Followers and bidders, once the decision that the committee explains was sent."""
    return followers_and_bidders(event) if event.is_public else User.objects.none()


def who_backed_it(event: Event):
    """Who proposed the amendment and who supports it."""
    amendment = Amendment.objects.filter(pk=event.thing_id)
    return User.objects.filter(
        Q(pk__in=amendment.values("proposer_id")) | Q(pk__in=amendment.values("supporters__person_id")), is_active=True
    )


def involved_person(event: Event):
    """The person of the involvement that the event is about."""
    return User.objects.filter(pk__in=Involvement.objects.filter(pk=event.thing_id).values("person_id"), is_active=True)


def invited_party(event: Event):
    """The members of the party that was invited."""
    return User.objects.filter(memberships__party_id=event.data.get("party"), memberships__left_at=None, is_active=True)


def appointed(event: Event):
    """Who got a seat in the committee."""
    return User.objects.filter(pk=event.data.get("person"), is_active=True)


def mandate_holders(event: Event):
    """Who decides for the municipality of the event."""
    return with_municipal_role(event, RoleKind.MANDATE_HOLDER)


def contract_parties(event: Event):
    """The members of the parties to the contract that the event is about."""
    parties = ContractParty.objects.filter(contract=_contract_of(event)).values("party_id")
    return User.objects.filter(memberships__party_id__in=parties, memberships__left_at=None, is_active=True).distinct()


def contract_address(event: Event) -> list:
    """The arguments of a page of the contract that the event (of an indicator or a measurement) is about."""
    return [Contract.objects.values_list("public_id", flat=True).get(pk=_contract_of(event))]


def _contract_of(event: Event) -> int:
    found = {
        "contracts.contract": lambda pk: pk,
        "monitoring.indicator": lambda pk: Indicator.objects.values_list("contract_id", flat=True).get(pk=pk),
        "monitoring.measurement": lambda pk: Measurement.objects.values_list("indicator__contract_id", flat=True).get(pk=pk),
    }
    return found[event.thing_kind](event.thing_id)


def signers(event: Event):
    """Who can sign the contract: for the municipality, and for its parties."""
    parties = ContractParty.objects.filter(contract_id=event.thing_id).values("party_id")
    members = User.objects.filter(
        memberships__party_id__in=parties, memberships__may_sign=True, memberships__left_at=None, is_active=True
    )
    return User.objects.filter(Q(pk__in=members.values("pk")) | Q(pk__in=mandate_holders(event).values("pk")))


def invited_partner(event: Event):
    """The members of the party that is asked to take part in a bid."""
    parties = BidPartner.objects.filter(pk=event.thing_id).values("party_id")
    return User.objects.filter(memberships__party_id__in=parties, memberships__left_at=None, is_active=True)


def makers(event: Event):
    """Who makes the bid that the event (of a partner, a submission or an opened bid) is about."""
    parties = BidPartner.objects.filter(bid_id=_bid_of(event), left_at=None).values("party_id")
    return User.objects.filter(memberships__party_id__in=parties, memberships__left_at=None, is_active=True)


def invitation_address(event: Event) -> list:
    return [BidPartner.objects.values_list("public_id", flat=True).get(pk=event.thing_id)]


def bid_address(event: Event) -> list:
    return [Bid.objects.values_list("public_id", flat=True).get(pk=_bid_of(event))]


def _bid_of(event: Event) -> int:
    if event.thing_kind == "bids.bid":
        return event.thing_id
    model = {"bids.bidpartner": BidPartner, "bids.submission": Submission, "bids.openedbid": OpenedBid}[event.thing_kind]
    return model.objects.values_list("bid_id", flat=True).get(pk=event.thing_id)


def with_municipal_role(event: Event, *kinds: RoleKind):
    """Who has one of these roles today in the municipality of the event."""
    roles = Role.objects.active().filter(municipality_id=event.municipality_id, kind__in=kinds)
    return User.objects.filter(pk__in=roles.values("user_id"), is_active=True)


def _with_roles(event: Event, *roles):
    """People with one of the roles, in their own name or through a party; roles on another lot than the event's do not count."""
    found = Involvement.objects.active().in_office().filter(tender_id=event.tender_id, role__in=roles)
    if event.lot_id:
        found = found.filter(Q(lot_id=event.lot_id) | Q(lot_id=None))
    persons = found.filter(person__isnull=False).values("person_id")
    members = User.objects.filter(
        memberships__left_at=None, memberships__party_id__in=found.filter(party__isnull=False).values("party_id")
    )
    return User.objects.filter(Q(pk__in=persons) | Q(pk__in=members.values("pk")), is_active=True)
