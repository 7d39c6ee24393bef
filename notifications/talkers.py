"""Who is concerned by an event of a dialogue: who came to a meeting, told something, sits in a theme group."""

from textwrap import shorten

from django.db.models import Q
from django.utils.functional import lazy
from django.utils.text import format_lazy
from django.utils.translation import gettext as _

from accounts.models import RoleKind, User
from calls.models import ClauseSource
from dialogues.models import Correction, Expert, Flag, Meeting, NetworkQuestion, Proposal, Registration, RegistrationState, RuleKind
from events.models import Event
from notifications.audience import followers, with_municipal_role
from notifications.wording import leads_elsewhere
from tenders.dates import weekday_moment
from tenders.models import Tender

_PEOPLE = 5  # so many registrations for one meeting are confirmed to one address
_TITLE = 90  # so much of the title of a meeting that the day still fits in the subject of a mail


def promise_of(event: Event):
    """What was promised, and in which tender; in the language of who reads it."""
    title = Tender.objects.values_list("title", flat=True).get(pk=event.tender_id)
    return format_lazy("{what} ({title})", what=RuleKind(event.data["kind"]).label, title=title)


def meeting_address(event: Event) -> list:
    """The arguments of the page of a meeting, of an event about the meeting or about somebody who comes."""
    return list(Meeting.objects.values_list("tender__slug", "public_id").get(_meeting_of(event)))


def _words_of(meeting: Meeting) -> str:
    return f"{shorten(meeting.title, _TITLE, placeholder='…')}, {weekday_moment(meeting.begins_at)}"


_in_words = lazy(_words_of, str)


def _meeting_of(event: Event) -> Q:
    if event.thing_kind == Registration._meta.label_lower:
        return Q(registrations=event.thing_id)
    if event.thing_kind == Correction._meta.label_lower:
        return Q(corrections=event.thing_id)
    return Q(pk=event.thing_id)


def meeting_of(event: Event) -> str:
    """What a meeting is called by and when it is, put into words for each reader: a tender has several."""
    return _in_words(Meeting.objects.get(_meeting_of(event)))


def who_registered(event: Event):
    """Who is registered for the meeting or waits, with an account; `addresses_registered` are the others."""
    return User.objects.filter(pk__in=_registered(event).values("person_id"), is_active=True)


def addresses_registered(event: Event) -> list[str]:
    """The addresses of who is registered or waits without an account, as far as they left one."""
    return _addresses(_registered(event))


def who_has_a_place(event: Event):
    """Who comes to the meeting, or was there, with an account; `addresses_with_a_place` are the others."""
    return User.objects.filter(pk__in=_with_a_place(event).values("person_id"), is_active=True)


def addresses_with_a_place(event: Event) -> list[str]:
    return _addresses(_with_a_place(event))


def who_moved_up(event: Event):
    """Who came from the waiting list, with an account."""
    return User.objects.filter(pk__in=Registration.objects.filter(pk=event.thing_id).values("person_id"), is_active=True)


def who_corrected(event: Event):
    """Who said what is wrong in the minutes, with an account."""
    return User.objects.filter(pk__in=Correction.objects.filter(pk=event.thing_id).values("person_id"), is_active=True)


def network_address(event: Event) -> list:
    """The municipality's address and the question's."""
    return list(NetworkQuestion.objects.values_list("municipality__slug", "public_id").get(pk=event.thing_id))


def network(event: Event):
    """Who know the theme of the question and agreed to be asked again, with an account."""
    question = NetworkQuestion.objects.get(pk=event.thing_id)
    here = Expert.objects.reachable_in(question.municipality_id).filter(group__theme=question.theme_id)
    return User.objects.filter(pk__in=here.filter(person__isnull=False).values("person_id"), is_active=True)


def proposal_address(event: Event) -> list:
    """The tender's address and the proposal's number."""
    return list(Proposal.objects.values_list("tender__slug", "number").get(pk=event.thing_id))


def clerks_and_followers(event: Event):
    """The clerks of the municipality, who bring it to the council, and who follows the tender."""
    return followers(event) | with_municipal_role(event, RoleKind.CLERK)


def whose_proposal(event: Event):
    """Who sit in the group that proposed it, and who follows the tender."""
    groups = Proposal.objects.filter(pk=event.thing_id).values("group")
    persons = Expert.objects.sitting().filter(group__in=groups, person__isnull=False).values("person_id")
    return followers(event) | User.objects.filter(pk__in=persons, is_active=True)


def linked_proposal_address(event: Event) -> list:
    """The same, of an event about an arrow from a proposal to the request."""
    return list(_linked_proposal(event).values_list("tender__slug", "number").get())


def whose_linked_proposal(event: Event):
    """Who sit in the group whose proposal came into the request."""
    groups = _linked_proposal(event).values("group")
    persons = Expert.objects.sitting().filter(group__in=groups, person__isnull=False).values("person_id")
    return User.objects.filter(pk__in=persons, is_active=True)


def _linked_proposal(event: Event):
    return Proposal.objects.filter(pk__in=ClauseSource.objects.filter(pk=event.thing_id).values("proposal"))


def address_corrected(event: Event) -> list[str]:
    """The address that who corrected without an account left with the registration."""
    return _addresses(Registration.objects.filter(pk__in=Correction.objects.filter(pk=event.thing_id).values("registration_id")))


def who_flagged(event: Event):
    """Who reported a contribution, with an account; who has none reads the answer with the code."""
    return User.objects.filter(pk__in=Flag.objects.filter(pk=event.thing_id).values("person_id"), is_active=True)


def flag_address(event: Event) -> list:
    """The arguments of the page of what somebody reported."""
    return list(Flag.objects.values_list("contribution__tender__slug", "public_id").get(pk=event.thing_id))


def followers_of_a_conclusion(event: Event):
    """Who follows the tender; when it ended with the dialogue they hear that it is completed."""
    return User.objects.none() if event.data.get("last") else followers(event)


def address_moved_up(event: Event) -> list[str]:
    return _addresses(Registration.objects.filter(pk=event.thing_id))


def address_registered(event: Event) -> list[str]:
    """The address that somebody without an account left with the registration that this is about.

    Anybody can type the address of another: so it hears of a few registrations for one meeting, and not of a hundred.
    """
    made = Registration.objects.filter(pk=event.thing_id).exclude(state=RegistrationState.CANCELLED)
    earlier = Registration.objects.filter(meeting__in=made.values("meeting"), email__in=made.values("email"), pk__lt=event.thing_id)
    return _addresses(made) if earlier.count() < _PEOPLE else []


def who_comes_where(event: Event) -> str:
    """Of somebody who registered: who that is, and where and when to be."""
    return _registered_in_words(Registration.objects.select_related("meeting").get(pk=event.thing_id))


def _words_of_registration(made: Registration) -> str:
    said = {"name": _("you") if leads_elsewhere(made.name) else made.name, "meeting": _words_of(made.meeting)}
    said["place"] = made.meeting.place
    if made.state == RegistrationState.WAITING:
        return _("%(name)s is on the waiting list for %(meeting)s, %(place)s") % said
    return _("%(name)s has a place at %(meeting)s, %(place)s") % said


_registered_in_words = lazy(_words_of_registration, str)


def _registered(event: Event):
    """Who is registered or waits; of a change only when day, time or place moved."""
    rows = Registration.objects.filter(meeting_id=event.thing_id).exclude(state=RegistrationState.CANCELLED)
    return rows if event.data.get("moved", True) else rows.none()


def _with_a_place(event: Event):
    """Who has a place, unless it was noted that this person stayed away; of minutes only when they are new.

    Who waits would read "your meeting" of one that is not theirs, and come for nothing.
    """
    rows = Registration.objects.filter(meeting_id=event.thing_id, state=RegistrationState.REGISTERED).exclude(attended=False)
    return rows if event.data.get("first", True) else rows.none()


def _addresses(rows) -> list[str]:
    return list(rows.filter(person=None).exclude(email="").order_by("email").values_list("email", flat=True).distinct())
