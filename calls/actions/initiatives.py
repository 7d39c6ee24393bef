"""What the request says of what people began themselves."""

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from calls.actions.holding import hold_draft
from calls.models import Clause, InitiativeWord, Word, initiatives_around
from events import clock, log
from initiatives.models import Initiative
from tenders.models import Tender
from tenders.refusal import Refused


@transaction.atomic
def answer_initiative(
    *, tender: Tender, initiative: Initiative, by: User, word: Word, reason: str, clause: Clause | None = None
) -> InitiativeWord:
    """Say that an initiative in the area is kept, strengthened or replaced, and why. Said anew, the earlier word stays too."""
    call = hold_draft(tender)
    said = InitiativeWord.objects.standing().filter(call=call, initiative=initiative)
    if not said.exists() and not initiatives_around(call.tender).filter(pk=initiative.pk).exists():
        raise Refused(_("This initiative is not in the area of this tender, or it stopped."), code="elsewhere")
    if clause is not None and (clause.call_id != call.pk or clause.withdrawn_at):
        raise Refused({"clause": _("Choose a part of this request.")})
    said.update(replaced_at=clock.now())
    made = InitiativeWord.objects.create(
        call=call, initiative=initiative, word=word, reason=reason.strip(), clause=clause, by=by, at=clock.now()
    )
    log.record("calls.initiative_answered", by=by, thing=made, public=True, reason=reason, initiative=initiative.pk)
    return made
