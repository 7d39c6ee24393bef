"""Which roles exclude each other."""

from accounts.models import RoleKind
from bids.admission import refuse_joining
from tenders.models import InvolvementRole as OfTender


def _never_with(role, *others) -> list[tuple]:
    return [(role, other) for other in others]


# Roles that exclude each other. The first rows hold in one municipality, the others in one tender and lot.
EXCLUDED_TOGETHER = (
    # A council member is not employed by the municipality (Gemeentewet art. 13).
    *_never_with(RoleKind.COUNCIL_MEMBER, RoleKind.ADMINISTRATOR, RoleKind.POLICY_OFFICER, RoleKind.PROCUREMENT_OFFICER),
    *_never_with(RoleKind.COUNCIL_MEMBER, RoleKind.LEGAL_ADVISER, RoleKind.CONTRACT_MANAGER, RoleKind.MANDATE_HOLDER),
    # Who manages accounts does not decide.
    *_never_with(RoleKind.ADMINISTRATOR, RoleKind.MANDATE_HOLDER),
    # Who guides the dialogue has no say in its content (Zeist).
    *_never_with(OfTender.GUIDE, OfTender.OFFICER, OfTender.EXPERT, OfTender.CO_AUTHOR, OfTender.ASSESSOR, OfTender.BIDDER),
    # Who judges does not bid (Aw 1.10b).
    *_never_with(OfTender.BIDDER, OfTender.ASSESSOR, OfTender.SECRETARY, OfTender.CHAIR, OfTender.OFFICER),
    *_never_with(OfTender.PARTNER, OfTender.ASSESSOR, OfTender.SECRETARY, OfTender.CHAIR, OfTender.OFFICER),
    # Who reports a measurement does not validate it.
    *_never_with(OfTender.REPORTER, OfTender.VALIDATOR),
)

# Who joins a party takes on its part in each running tender, in a sealed bid too: the same rows hold.
REFUSES_JOINING = refuse_joining
