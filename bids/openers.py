"""Who can open: officers in the team, in a role that they hold in a municipality that leads the tender."""

from accounts.models import RoleKind
from tenders.actions import OFFICER_KINDS


def kinds_of(user, tender) -> list[RoleKind]:
    """The roles in which this person can open, in the order of the table."""
    held = {role.kind for role in user.active_roles() if role.municipality_id in tender.municipality_ids()}
    return [kind for kind in OFFICER_KINDS if kind in held]
