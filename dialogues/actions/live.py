"""Live in a meeting: opening a question to the room, what comes in, and what the team lets through."""

import hashlib

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from dialogues.actions.contributions import hear_in_room
from dialogues.hold import alone
from dialogues.models import Dialogue, Live, Meeting, Message, MessageState, PhoneSupport
from events import clock, log
from tenders.codes import hash_code
from tenders.locks import hold, one_at_a_time
from tenders.refusal import Changed, Refused

MOST = 1000  # messages to one question


@transaction.atomic
def open_live(*, meeting: Meeting, by: User, question: str, is_moderated: bool = False) -> Live:
    """Ask the room something. One question at a time: the one before is closed by it."""
    hold(meeting.tender)
    meeting = alone(meeting)
    if meeting.cancelled_at:
        raise Refused(_("This meeting was called off."), code="cancelled")
    meeting.lives.filter(closed_at=None).update(closed_at=clock.now())
    live = Live.objects.create(meeting=meeting, question=question.strip(), is_moderated=is_moderated, opened_at=clock.now())
    log.record("dialogues.live_opened", by=by, thing=live, public=True)
    return live


@transaction.atomic
def close_live(*, live: Live, by: User) -> Live:
    """Let nothing more come in; what came in stays."""
    hold(live.tender)
    live = _alone(live)
    if live.closed_at is None:
        live.closed_at = clock.now()
        live.save(update_fields=["closed_at"])
        log.record("dialogues.live_closed", by=by, thing=live, public=True)
    return live


@transaction.atomic
def send_in(*, live: Live, code: str, text: str, shown_name: str = "", theme=None) -> Message:
    """Send something in from the room, without an account. The same `code` twice makes one."""
    hold(live.tender)
    live = _alone(live)
    if found := Message.objects.filter(code_hash=hash_code(code)).first():
        return found
    if live.closed_at:
        if goes_on_after(live):
            raise Refused(_("This question is closed. You can still contribute on the page of the dialogue."), code="closed")
        raise Refused(_("This question is closed. Call the municipality: they write down what you want to say."), code="closed")
    if live.messages.count() >= MOST:
        raise Refused(_("So much came in that we can take no more. Tell it to somebody of the municipality."), code="full")
    message = Message(live=live, text=text.strip(), shown_name=shown_name.strip(), theme=theme, code_hash=hash_code(code))
    if live.is_moderated:
        message.state = MessageState.WAITING
        message.save()
        log.record("dialogues.sent_in", by=None, thing=live.meeting, day_only=True)
        return message
    return _show(message)


@transaction.atomic
def let_through(*, message: Message, by: User) -> Message:
    """Show on the screen what waits; from now on it is a contribution with a number."""
    hold(message.tender)
    _alone(message.live)
    message = _waiting(message)
    return _show(message)


@transaction.atomic
def keep_back(*, message: Message, by: User, reason: str) -> Message:
    """Do not show what waits. It stays, with the reason, for who sent it and for the team."""
    hold(message.tender)
    _alone(message.live)
    message = _waiting(message)
    message.state, message.kept_back_because = MessageState.KEPT_BACK, reason.strip()
    message.save(update_fields=["state", "kept_back_because"])
    log.record("dialogues.message_kept_back", by=by, thing=message.live, reason=reason)
    return message


@transaction.atomic
def support_message(*, message: Message, phone: str) -> bool:
    """A show of hands from a phone; whether it was the first of this phone."""
    hold(message.tender)
    live = _alone(message.live)
    if live.closed_at or not Message.objects.on_screen().filter(pk=message.pk).exists():
        raise Refused(_("This question is closed."), code="closed")
    # Of the question and not of the message: when two messages are put together, one phone is still one.
    phone_hash = hashlib.sha256(f"live {live.pk}:{phone}".encode()).hexdigest()
    _support, made = PhoneSupport.objects.get_or_create(message=message, phone_hash=phone_hash)
    if made:
        log.record("dialogues.message_supported", by=None, thing=live.meeting, public=True, day_only=True)
    return made


def goes_on_after(live: Live) -> bool:
    """Whether people can still say something on the page of the dialogue, when the question to the room is closed."""
    dialogue = Dialogue.objects.filter(tender=live.tender).first()
    return live.tender.is_running and dialogue is not None and dialogue.is_open


def _show(message: Message) -> Message:
    said = {"text": message.text, "shown_name": message.shown_name, "theme": message.theme, "code_hash": message.code_hash}
    message.contribution = hear_in_room(meeting=message.live.meeting, **said)
    message.state = MessageState.SHOWN
    message.save()
    return message


def _alone(live: Live) -> Live:
    one_at_a_time("live", live.pk)
    return Live.objects.for_page().get(pk=live.pk)


def _waiting(message: Message) -> Message:
    fresh = Message.objects.select_related("live__meeting__tender__municipality").get(pk=message.pk)
    if fresh.state != MessageState.WAITING:
        raise Changed(_("Somebody decided on this just before you."), code="changed")
    return fresh
