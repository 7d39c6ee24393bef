"""Questions to a room, and what came in. No gate is passed here."""

import itertools

from dialogues.models import Channel, Live, Message, MessageState, NameChoice
from tenders.codes import hash_code
from tests.make.dialogues import contribution

_count = itertools.count(1)


def live(meeting, *, question="Wat mag nooit weg?", **fields) -> Live:
    return Live.objects.create(meeting=meeting, question=question, **fields)


def message(live, *, text="De soos moet blijven.", name="", shown=True, code="") -> Message:
    """Something that was sent in: on the screen as a contribution, or waiting for the team."""
    code = code or f"zaal-{next(_count)}"
    values = {"live": live, "text": text, "shown_name": name, "code_hash": hash_code(code)}
    if not shown:
        return Message.objects.create(state=MessageState.WAITING, **values)
    choice = NameChoice.NAME if name else NameChoice.ANONYMOUS
    said = {"text": text, "shown_name": name, "name_choice": choice, "channel": Channel.MEETING, "meeting": live.meeting}
    made = contribution(live.tender, code=code, **said)
    return Message.objects.create(state=MessageState.SHOWN, contribution=made, **values)
