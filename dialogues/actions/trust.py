"""Organisations that the team trusts to write down what people say who would not come to the municipality."""

from django.utils.translation import gettext as _

from accounts.models import Party, User
from tenders.actions import end_involvement, involve
from tenders.models import Involvement, InvolvementRole, Tender
from tenders.refusal import Refused


def trust_organisation(*, tender: Tender, party: Party, by: User, reason: str) -> Involvement:
    """From now on its people may bring in what somebody said to them; twice changes nothing."""
    if not party.memberships.active().exists():
        raise Refused({"party": _("Nobody acts for this organisation here yet. Ask them to make an account first.")})
    return involve(tender=tender, party=party, role=InvolvementRole.TRUSTED, by=by, because=reason)


def end_trust(*, involvement: Involvement, by: User, reason: str) -> Involvement:
    """It brings nothing in any more; what it brought in stays."""
    end_involvement(involvement=involvement, by=by, reason=reason)
    return involvement
