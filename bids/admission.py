"""Whether something can still be done with a bid, by the database's clock; and who may not bid at all."""

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from accounts.models import Party, User
from accounts.permissions import excluded_roles
from bids.models import Bid, BidPartner, BidState, PartnerRole, Round
from events import clock
from events.composed import composed_once
from initiatives.models import Knowledge, Plan
from tenders.dates import clock_time, weekday_moment
from tenders.models import Involvement, InvolvementRole, Lot, Tender
from tenders.refusal import Refused
from tenders.steps import Step

_JUDGES = (InvolvementRole.ASSESSOR, InvolvementRole.CHAIR, InvolvementRole.SECRETARY)


class Late(Refused):
    """The deadline has passed."""


def is_open(bid: Bid) -> QuerySet[Bid]:
    """This bid, if it can be written now; for within a statement that writes."""
    return Bid.objects.filter(pk=bid.pk, round__in=Round.objects.open_for_bids()).exclude(state=BidState.WITHDRAWN)


def check_open(bid: Bid, *, lock: bool = False) -> None:
    """Return when the bid can be written now; else raise Refused with the reason. `lock` holds its row until the commit."""
    query = is_open(bid)
    if not (query.select_for_update().first() if lock else query.exists()):
        raise why_closed(bid)


def why_closed(bid: Bid) -> Refused:
    """What to say to somebody whose bid can no longer be written, as kindly as it is final."""
    round_ = bid.round
    if not round_.is_open:
        return Late(
            _(
                "This round closed on %(deadline)s. It is now %(now)s, so this came too late. What you wrote is still here,"
                " for you only."
            ),
            params={"deadline": weekday_moment(round_.deadline), "now": clock_time(clock.now())},
            code="late",
        )
    return Refused(_("This was withdrawn. Take part again if you want to go on with it."), code="withdrawn")


def refuse_conflicts(lot: Lot, parties: list[Party]) -> None:
    """Raise Refused when somebody of these parties has a role here that excludes bidding (config/permissions).

    Bidders are written into Involvement at the opening only, so it is asked here: their names are secret until then.
    """
    for clash in _first_conflict(lot.tender_id, lot.pk, [party.pk for party in parties], clock.now()):
        raise Refused(
            _("%(person)s is %(role)s in this tender, and cannot bid in it. Do it without this person, or end that role first."),
            params={"person": clash.person.name, "role": clash.get_role_display()},
            code="excluded",
        )


def refuse_head_start(lot: Lot, parties: list[Party]) -> None:
    """Raise Refused when one of these parties made a plan for this tender, and not all that it knew ahead can be read by all."""
    ids = [party.pk for party in parties]
    own = Q(party__in=ids) | Q(filed_by__memberships__party__in=ids, filed_by__memberships__left_at=None)
    plans = Plan.objects.touching(lot.tender_id).filter(own)
    silent = plans.exclude(pk__in=Knowledge.objects.published().values("plan"))
    if silent.exists() or Knowledge.objects.filter(plan__in=plans, published_at=None).exists():
        raise Refused(
            _("You filed a plan for this tender. First everybody must be able to read what you knew ahead. Call the municipality."),
            code="head_start",
        )


def refuse_joining(*, party: Party, person: User) -> None:
    """Raise Refused when this person holds a role that excludes what the party is in a running tender.

    While its bid is sealed it stands in no Involvement yet, so its bids are asked too. Who judged is free when the choice is
    made. The sentence names no tender and no role: who types an address must not learn from it who sits in a committee.
    """
    parts = _parts_of(party)
    tenders = {tender for tender, _lot, _role in parts}
    judged = Q(role__in=_JUDGES, tender__step__gt=Step.SELECTION)
    for held in Involvement.objects.active().of(person).filter(tender__in=tenders).exclude(judged) if parts else ():
        there = [(lot, role) for tender, lot, role in parts if tender == held.tender_id]
        here = {role for lot, role in there if lot == held.lot_id or None in (lot, held.lot_id)}
        if any({role, held.role} == {*pair} for role in here for pair in excluded_roles()):
            raise Refused(
                _("This person cannot act for your party: it does not go together with another role in the same tender."),
                code="excluded",
            )


def _parts_of(party: Party) -> list[tuple]:
    """What a party is in running tenders: of each the tender, the lot or None, and the role; of a sealed bid too."""
    running = Tender.objects.running()
    involved = Involvement.objects.active().filter(party=party, tender__in=running)
    bidding = BidPartner.objects.taking_part().filter(party=party, bid__round__lot__tender__in=running)
    rows = bidding.exclude(bid__state=BidState.WITHDRAWN).values_list("bid__round__lot__tender", "bid__round__lot", "role")
    sealed = [
        (tender, lot, InvolvementRole.BIDDER if role == PartnerRole.LEAD else InvolvementRole.PARTNER) for tender, lot, role in rows
    ]
    return [*involved.values_list("tender", "lot", "role"), *sealed]


@composed_once
def _first_conflict(tender_id, lot_id, party_ids, now):
    return _conflicts(tender_id, lot_id, party_ids, now).select_related("person").order_by("pk")[:1]


def conflicts(lot: Lot, parties: list[Party]) -> QuerySet[Involvement]:
    """Roles in this lot, held by people of these parties, that exclude bidding."""
    return _conflicts(lot.tender_id, lot.pk, [party.pk for party in parties], clock.now())


def _conflicts(tender_id: int, lot_id: int, party_ids: list[int], now):
    bidding = {InvolvementRole.BIDDER, InvolvementRole.PARTNER}
    excluded = {str(other) for pair in excluded_roles() for other in pair if bidding & set(pair)} - {str(role) for role in bidding}
    held = Involvement.objects.active(now).filter(tender_id=tender_id, role__in=sorted(excluded))
    held = held.filter(person__memberships__party__in=party_ids, person__memberships__left_at=None)
    return (held.filter(lot=None) | held.filter(lot=lot_id)).distinct()
