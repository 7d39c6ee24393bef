"""Saying which party of the platform a line is of. Only an officer does that: a name alone proves nothing."""

from django.db import transaction

from accounts.models import Party, User
from events import log
from inventory.actions.lines import save_by_version
from inventory.models import Line


@transaction.atomic
def link_party(*, line: Line, by: User, version: int, party: Party | None) -> Line:
    """From now on this party speaks for the line; nobody does without one."""
    line.party = party
    save_by_version(line, version, "party")
    log.record("inventory.party_linked", by=by, thing=line, public=True, party=party.pk if party else None)
    return line
