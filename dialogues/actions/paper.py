"""Paper: printing blank forms with their codes, typing in a stack of filled-in ones, and taking back what was a mistake."""

import datetime as dt
import secrets

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from accounts.models import User
from dialogues.actions.contributions import enter_contribution
from dialogues.actions.mergings import stand_alone
from dialogues.actions.moderation import answer_flags
from dialogues.models import Channel, Contribution, Dialogue, FlagOutcome, Meeting, NameChoice, Response, Sheet, Stack
from events import clock, log
from tenders import dates
from tenders.codes import hash_code
from tenders.locks import hold, one_at_a_time
from tenders.models import Tender
from tenders.refusal import Refused


@transaction.atomic
def print_sheets(*, tender: Tender, by: User, codes: list[str], meeting: Meeting | None = None) -> list[Sheet]:
    """A numbered form for each code; of the codes only the hashes are kept. The same codes once more are the same forms."""
    tender = hold(tender)
    one_at_a_time("sheets", tender.pk)
    hashes = [hash_code(code) for code in codes]
    if found := list(Sheet.objects.filter(tender=tender, code_hash__in=hashes)):
        return sorted(found, key=lambda sheet: hashes.index(sheet.code_hash))
    _refuse_over(tender)
    last = Sheet.objects.filter(tender=tender).aggregate(last=Max("number"))["last"] or 0
    made = Sheet.objects.bulk_create(
        Sheet(tender=tender, number=number, code_hash=code_hash, meeting=meeting, printed_by=by, printed_on=clock.today())
        for number, code_hash in enumerate(hashes, start=last + 1)
    )
    log.record("dialogues.sheets_printed", by=by, thing=tender, sheets=len(made))
    return made


@transaction.atomic
def begin_stack(*, tender: Tender, by: User, channel: Channel, said_on: dt.date, meeting: Meeting | None = None) -> Stack:
    """A sitting in which paper forms are typed in."""
    tender = hold(tender)
    if said_on > clock.today():
        raise Refused({"said_on": _("This day is still to come. When was it said?")})
    stack = Stack.objects.create(tender=tender, by=by, channel=channel, meeting=meeting, said_on=said_on, begun_at=clock.now())
    log.record("dialogues.stack_begun", by=by, thing=stack)
    return stack


def type_form(*, stack: Stack, by: User, code: str, **fields) -> Contribution:
    """One paper form of the stack, as its writer filled it in."""
    shared = {"channel": stack.channel, "meeting": stack.meeting, "said_on": stack.said_on, "stack": stack}
    return enter_contribution(tender=stack.tender, by=by, code=code, **shared, **fields)


@transaction.atomic
def take_back_form(*, stack: Stack, number: int, by: User) -> Contribution:
    """Take back a form that was typed by mistake, in the same sitting. It keeps its number; the printed form can be typed again.

    Taking it back twice changes nothing.
    """
    tender, made = _typed_alone(stack, number)
    if made.withdrawn_at:
        return made
    _refuse_what_stays(stack, made)
    anonymous = made.name_choice == NameChoice.ANONYMOUS
    now = clock.beginning_of(clock.today()) if anonymous else clock.now()
    # Not shown any more: perhaps it was the name that was the mistake.
    made.withdrawn_at = now
    if made.hidden_at is None:
        made.hidden_at, made.hidden_because = now, _("Typed by mistake")
    made.code_hash = hash_code(secrets.token_hex())  # the code is on paper, and leads to what is typed next
    made.save(update_fields=["withdrawn_at", "hidden_at", "hidden_because", "code_hash"])
    Sheet.objects.filter(contribution=made).update(contribution=None)
    # Nobody answers it any more: what went along with it waits for an answer of its own, and who reported it hears what happened.
    stand_alone(made, by, _("The one that it went along with was typed by mistake, and taken back."))
    answer_flags(made, by, FlagOutcome.HIDDEN, _("It was typed by mistake, and taken back. Nobody can read its words any more."))
    log.record("dialogues.form_taken_back", by=by, thing=tender if anonymous else made, public=True, day_only=anonymous)
    return made


def _typed_alone(stack: Stack, number: int) -> tuple[Tender, Contribution]:
    """The tender and the form, fresh, with everybody waiting who types, answers, puts together, reports or hides there."""
    found = stack.forms.filter(number=number).first()
    if found is None:
        raise Refused(_("This form does not belong to this stack."))
    one_at_a_time("hiding", found.pk)  # before the tender, as who hides does
    tender = hold(stack.tender)
    one_at_a_time("contributions", tender.pk)
    one_at_a_time("responses", tender.pk)
    return tender, Contribution.objects.select_related("tender__municipality").get(pk=found.pk)


def _refuse_what_stays(stack: Stack, made: Contribution) -> None:
    if not stack.is_open:
        raise Refused(
            _("This sitting is over. Somebody may have read it already: answer it, and say what went wrong."), code="over"
        )
    if Response.objects.filter(contribution=made).exists():
        raise Refused(_("Number %(number)d has an answer already, so it stays.") % {"number": made.number}, code="answered")


def _refuse_over(tender: Tender) -> None:
    """A form says until when one can hand it in; after that day nobody should get one."""
    dialogue = Dialogue.objects.filter(tender=tender).first()
    if dialogue and (dialogue.closed_at or dialogue.is_over):
        days = [clock.day_of(dialogue.closed_at)] if dialogue.closed_at else []
        days += [dialogue.closes_on] if dialogue.is_over else []  # concluding it closed it anew
        raise Refused(
            _("The conversation closed on %(day)s. So there are no new forms.") % {"day": dates.day(min(days))}, code="closed"
        )
