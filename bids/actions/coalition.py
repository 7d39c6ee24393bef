"""Taking over in a bid what a coalition agreed before: its parties are asked, and its division is filled in as a beginning.

Nothing leads back: no row and no event of the bid names the coalition, and the coalition does not know that there is a bid.
"""

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from bids import vault
from bids.actions.bid import write_bid
from bids.actions.partner import ask_party
from bids.admission import check_open
from bids.models import Bid, BidPart, PartnerRole
from bids.parts import PARTNERS, asks_money
from coalitions.actions.terms import current_terms
from coalitions.models import Coalition, Terms
from tenders.locks import hold
from tenders.money import WHOLE, ShareFormField, divide
from tenders.refusal import Refused
from tenders.steps import Step


@transaction.atomic
def take_over_coalition(*, bid: Bid, by: User, coalition: Coalition) -> Bid:
    """Ask the parties of the coalition that are not in the bid yet, and fill in what they agreed where nobody wrote yet.

    Each party still confirms that it takes part. Done twice, it changes nothing.
    """
    hold(bid.tender, Step.SELECTION)
    check_open(bid, lock=True)
    members = coalition.partners()
    partners = [member.party for member in members]
    if bid.party not in partners or not set(by.party_ids()) & {party.pk for party in partners}:
        raise Refused({"coalition": _("Your party does not take part in this coalition.")})
    there = set(bid.partners.filter(left_at=None).values_list("party_id", flat=True))
    for party in partners:
        if party.pk not in there:
            ask_party(bid=bid, by=by, party=party, role=PartnerRole.PARTNER)
    terms = current_terms(coalition)
    if terms and terms.agreed_at and terms.fits(members):
        _fill_in(bid, by, terms)
    return bid


def _fill_in(bid: Bid, by: User, terms: Terms) -> None:
    """The division and the rule of the terms, when the part about the partners is still empty."""
    row = BidPart.objects.get(bid=bid, key=PARTNERS)
    if any(vault.envelope_for(by, bid).open(PARTNERS, row.sealed).values()):
        return
    shares = list(terms.shares.all())
    as_typed = ShareFormField().prepare_value
    typed = {"decision_rule": terms.decision_rule}
    if terms.lead_id == bid.party_id:
        typed["lead_role"] = terms.lead_kind
    for share, hours in zip(shares, divide(WHOLE, [share.hours for share in shares]), strict=True):
        typed[f"hours_{share.party.public_id}"] = as_typed(hours)
        if asks_money(bid):
            typed[f"money_{share.party.public_id}"] = as_typed(share.income)
    write_bid(bid=bid, key=PARTNERS, typed=typed, version=row.version, by=by)
