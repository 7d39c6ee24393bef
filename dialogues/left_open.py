"""What nobody could keep or finish once the tender is completed: meetings, promises, minutes, and proposals for the council.

Each with the sentence that says what to do first, and the page where that is done.
"""

from typing import NamedTuple

from django.urls import reverse
from django.utils.translation import gettext as _

from dialogues.models import Correction, Meeting, Proposal, Rule
from events import clock
from tenders import dates
from tenders.models import Tender

_MOST = 20  # of each kind; whoever does these sees the rest


class Open(NamedTuple):
    sentence: str
    url: str


def left_open(tender: Tender) -> list[Open]:
    """All of it, of a tender that is still in its dialogue; one statement for each kind."""
    kinds = (_still_to_come, _promised, _unwritten, _correctable, _undecided, _before_the_council)
    return [one for kind in kinds for one in kind(tender)]


def _still_to_come(tender: Tender):
    for meeting in Meeting.objects.upcoming().filter(tender=tender).order_by("begins_at")[:_MOST]:
        words = {"title": meeting.title, "day": dates.day(meeting.begins_at)}
        said = _("On %(day)s people meet: “%(title)s”. Call that off first, or conclude after it.") % words
        yield Open(said, _of(tender, "show_meeting", meeting.public_id))


def _promised(tender: Tender):
    for rule in Rule.objects.promised().filter(dialogue__tender=tender).order_by("known_on")[:_MOST]:
        words = {"what": rule.get_kind_display(), "day": dates.day(rule.known_on)}
        told = _("You promised to say “%(what)s” on %(day)s. Say it first, on its page, also when it is a no.")
        yield Open(told % words, f"{_of(tender, 'edit_dialogue')}#id_{rule.kind}")


def _unwritten(tender: Tender):
    """Those that go on now too: their report is still to be written."""
    begun = Meeting.objects.filter(tender=tender, begins_at__lt=clock.now(), cancelled_at=None, reported_at=None)
    for meeting in begun.order_by("begins_at")[:_MOST]:
        words = {"title": meeting.title, "day": dates.day(meeting.begins_at)}
        said = _("The report of “%(title)s” on %(day)s is not there yet. Write it first.") % words
        yield Open(said, _of(tender, "report_meeting", meeting.public_id))


def _correctable(tender: Tender):
    drafts = Meeting.objects.filter(tender=tender, locked_at=None, corrections_until__gte=clock.today())
    for meeting in drafts.order_by("corrections_until", "begins_at")[:_MOST]:
        words = {"title": meeting.title, "day": dates.day(meeting.corrections_until)}
        said = _("People can correct the report of “%(title)s” until and including %(day)s. Conclude after that day.") % words
        yield Open(said, _of(tender, "show_meeting", meeting.public_id))


def _undecided(tender: Tender):
    waiting = Correction.objects.undecided().filter(meeting__tender=tender).select_related("meeting")
    for one in waiting.order_by("pk")[:_MOST]:
        said = _("A correction of the report of “%(title)s” waits for your answer. Decide on it first.")
        page = _of(tender, "decide_correction", one.meeting.public_id, one.public_id)
        yield Open(said % {"title": one.meeting.title}, page)


def _before_the_council(tender: Tender):
    for proposal in Proposal.objects.handed_in().filter(tender=tender, decisions=None).order_by("number")[:_MOST]:
        words = {"number": proposal.number, "title": proposal.title}
        said = _("Proposal %(number)d, “%(title)s”, waits for the council. Record first what it decided, or withdraw the proposal.")
        yield Open(said % words, _of(tender, "show_proposal", proposal.number))


def _of(tender: Tender, page: str, *more) -> str:
    return reverse(f"dialogues:{page}", args=[tender.slug, *more])
