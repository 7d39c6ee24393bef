"""Holding still what several work on: a meeting, and the words of a contribution."""

from dialogues.models import Contribution, Meeting
from tenders.locks import hold, one_at_a_time


def alone(meeting: Meeting) -> Meeting:
    """The meeting, fresh, with everybody else who works on it waiting until this transaction ends."""
    one_at_a_time("meeting", meeting.pk)
    return Meeting.objects.select_related("tender__municipality").get(pk=meeting.pk)


def words_alone(contribution: Contribution) -> Contribution:
    """The contribution, fresh, of a tender that runs, with everybody else who writes beside it, says what it is about or hides
    it waiting until this transaction ends. Its lock comes before that of the tender: who hides takes them in this order too.
    """
    one_at_a_time("hiding", contribution.pk)
    hold(contribution.tender)
    return Contribution.objects.select_related("tender__municipality", "theme", "translation").get(pk=contribution.pk)
