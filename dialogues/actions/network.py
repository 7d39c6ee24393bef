"""The network that stays after a dialogue: who knows a theme and agreed to be asked again (Zeist)."""

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Municipality, User
from dialogues.models import Expert, NetworkQuestion
from events import clock, log
from tenders.refusal import Refused


@transaction.atomic
def ask_network(*, municipality: Municipality, by: User, theme, text: str, phone: str) -> NetworkQuestion:
    """Ask something of everybody who knows this theme and has an account; they are told where to read it."""
    if not Expert.objects.reachable_in(municipality).filter(group__theme=theme, person__isnull=False).exists():
        raise Refused({"theme": _("Nobody of this theme can be asked yet.")})
    question = NetworkQuestion.objects.create(
        municipality=municipality, theme=theme, text=text.strip(), phone=phone.strip(), by=by, at=clock.now()
    )
    log.record("dialogues.network_asked", by=by, thing=question)
    return question
