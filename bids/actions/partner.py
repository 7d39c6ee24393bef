"""Asking parties to take part in a bid. A party confirms that itself, and sees the bid from then on."""

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from accounts.models import Party, User
from bids.admission import check_open, refuse_conflicts, refuse_head_start
from bids.models import Bid, BidPartner, PartnerRole
from bids.sealed_log import record_sealed
from events import clock
from tenders.actions.involvement import party_named
from tenders.locks import hold
from tenders.refusal import Refused
from tenders.steps import Step


@transaction.atomic
def invite_partner(*, bid: Bid, by: User, name: str, role: PartnerRole) -> BidPartner:
    """Ask a party to take part. Until it confirms, it sees that it was asked and nothing else."""
    hold(bid.tender, Step.SELECTION)
    check_open(bid, lock=True)
    if PartnerRole(role) == PartnerRole.LEAD:
        raise Refused(_("There is one lead partner: the party that began."), code="role")
    return ask_party(bid=bid, by=by, party=party_named(name), role=role)


def ask_party(*, bid: Bid, by: User, party: Party, role: PartnerRole) -> BidPartner:
    """The invitation of a party, within an action that holds the tender. Refused for one that takes part or was asked."""
    try:
        with transaction.atomic():
            partner = BidPartner.objects.create(bid=bid, party=party, role=role, invited_at=clock.now())
    except IntegrityError:
        raise Refused({"name": _("This party takes part already, or was asked.")}) from None
    record_sealed("bids.partner_invited", by=by, row=partner)
    return partner


@transaction.atomic
def confirm_partner(*, partner: BidPartner, by: User) -> BidPartner:
    """A member of the party confirms that it takes part. Twice is the same."""
    hold(partner.tender, Step.SELECTION)
    check_open(partner.bid, lock=True)
    refuse_conflicts(partner.lot, [partner.party])
    refuse_head_start(partner.lot, [partner.party])
    fresh = BidPartner.objects.select_for_update().get(pk=partner.pk)
    if fresh.left_at or fresh.party_id not in by.party_ids():
        raise Refused(_("This invitation does not hold any more."), code="left")
    if fresh.confirmed_at is None:
        fresh.confirmed_at, fresh.confirmed_by = clock.now(), by
        fresh.save(update_fields=["confirmed_at", "confirmed_by"])
        record_sealed("bids.partner_confirmed", by=by, row=fresh)
    return fresh


@transaction.atomic
def remove_partner(*, partner: BidPartner, by: User) -> None:
    """Leave a party out. It does not see the bid any more; its place stays in the log."""
    hold(partner.tender, Step.SELECTION)
    check_open(partner.bid, lock=True)
    if partner.role == PartnerRole.LEAD:
        raise Refused(_("The lead partner cannot be left out. Withdraw instead."), code="role")
    if BidPartner.objects.filter(pk=partner.pk, left_at=None).update(left_at=clock.now()):
        record_sealed("bids.partner_removed", by=by, row=partner)
