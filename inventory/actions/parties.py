"""Saying which party of the platform a line is of. Only an officer does that: a name alone proves nothing."""

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Party, User
from events import log
from inventory.actions.lines import save_by_version
from inventory.models import Line, MayStop
from tenders.locks import one_at_a_time
from tenders.refusal import Refused


@transaction.atomic
def link_party(*, line: Line, by: User, version: int, party: Party | None) -> Line:
    """From now on this party speaks for the line; nobody does without one. Who was told by its name that the work may stop, gets
    its page with that; while another party was told here, or read or wrote something, it is refused.
    """
    one_at_a_time("may stop", line.pk)
    _keep_who_was_told(line, party)
    line.party = party
    save_by_version(line, version, "party")
    log.record("inventory.party_linked", by=by, thing=line, public=True, party=party.pk if party else None)
    return line


def _keep_who_was_told(line: Line, party: Party | None) -> None:
    """A telling and what was written after it belong to the party that was told, and never go to another."""
    told = MayStop.objects.filter(line=line, told_on__isnull=False)
    by_name = told.told_by_name(line.party_name)
    running = told.standing().filter(tender__completed_at=None, tender__withdrawn_at=None)
    by_another = running.filter(party__isnull=False).exclude(party=party).exclude(pk__in=by_name.values("pk"))
    if row := by_another.select_related("party", "tender").first():
        raise Refused(
            {
                "party": _(
                    "%(party)s was told that this work may stop by “%(tender)s”. Take that back there first: they read why."
                    " Then say here who it is, and tell them."
                )
                % {"party": row.party.name, "tender": row.tender.title}
            }
        )
    by_name.update(party=party)  # a letter went to the name: whose name that is, was said wrongly before or is said now
