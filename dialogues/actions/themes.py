"""What a contribution is about: chosen by who said it, or afterwards by the team."""

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from areas.models import Theme
from dialogues.actions.conclusion import renew_report
from dialogues.hold import words_alone
from dialogues.models import Contribution
from events import log
from tenders.refusal import Changed, Refused


@transaction.atomic
def choose_theme(*, contribution: Contribution, by: User, theme: Theme | None, version: int) -> Contribution:
    """Say what a contribution is about; None when nobody knows yet. `version` is the number of the theme that was seen, or 0.

    The event keeps who chose and when. Raises Changed when a colleague chose another since, and Refused for what is hidden.
    """
    contribution = words_alone(contribution)
    if contribution.hidden_at or contribution.withdrawn_at:
        raise Refused(_("What is hidden or taken back gets no theme."), code="hidden")
    if theme is not None and theme.municipality_id not in contribution.tender.municipality_ids():
        raise Refused({"theme": _("This theme is of another municipality.")})
    if contribution.theme_id == (theme.pk if theme else None):
        return contribution
    if (contribution.theme_id or 0) != version:
        raise Changed(_("Somebody chose another theme just before you. Look once more."), code="changed")
    contribution.theme = theme
    contribution.save(update_fields=["theme"])
    log.record("dialogues.theme_chosen", by=by, thing=contribution, public=True)
    renew_report(contribution)
    return contribution
