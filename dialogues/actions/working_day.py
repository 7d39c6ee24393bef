"""Naming the amount that a working day is about, and keeping the promise to name it."""

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from dialogues.hold import alone
from dialogues.models import Meeting, NamedAmount
from events import clock, log
from tenders.locks import hold
from tenders.refusal import Changed, Refused


@transaction.atomic
def name_amount(*, meeting: Meeting, by: User, seen: int, **fields) -> NamedAmount:
    """Say how much money it is about, or when that is said. Who comes hears it; an earlier amount stays to be read with the
    reason why it changed. `seen` is the amount that the person saw.
    """
    hold(meeting.tender)
    meeting = alone(meeting)
    before = meeting.amount
    if (before.pk if before else 0) != seen:
        raise Changed(_("Somebody else named an amount just before you. Read it first; yours is still here."), code="changed")
    lowest, highest, known_on = fields["lowest"], fields["highest"], fields["known_on"]
    if (highest is None) == (known_on is None):
        raise Refused({"highest": _("Fill in the amount, or the day on which you say it.")})
    if highest is None and lowest is not None:
        raise Refused({"lowest": _("Fill in the highest amount too.")})
    if lowest is not None and lowest > highest:
        raise Refused({"lowest": _("This is more than the highest amount.")})
    if known_on is not None and known_on < clock.today():
        raise Refused({"known_on": _("This day is over. Choose one that is still to come.")})
    if before and not fields["reason"].strip():
        raise Refused({"reason": _("Say why it changes. People counted on the earlier amount.")})
    words = {name: value.strip() if isinstance(value, str) else value for name, value in fields.items()}
    named = NamedAmount.objects.create(meeting=meeting, by=by, at=clock.now(), **words)
    log.record("dialogues.amount_named", by=by, thing=meeting, public=True, reason=words["reason"])
    return named


@transaction.atomic
def remind_of_amount(*, amount: NamedAmount) -> bool:
    """Let the team hear that today it would name the amount, once; whether it still would, and was not reminded yet."""
    alone(amount.meeting)
    if not NamedAmount.objects.due(clock.today()).filter(pk=amount.pk, reminded_at=None).exists():
        return False
    NamedAmount.objects.filter(pk=amount.pk).update(reminded_at=clock.now())
    log.record("dialogues.amount_due", by=None, thing=amount.meeting)
    return True
