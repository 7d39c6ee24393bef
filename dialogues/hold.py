"""Holding a meeting still: who registers, cancels, changes it or writes its minutes waits for the other."""

from dialogues.models import Meeting
from tenders.locks import one_at_a_time


def alone(meeting: Meeting) -> Meeting:
    """The meeting, fresh, with everybody else who works on it waiting until this transaction ends."""
    one_at_a_time("meeting", meeting.pk)
    return Meeting.objects.select_related("tender__municipality").get(pk=meeting.pk)
