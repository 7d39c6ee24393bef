"""Words about contributions and meetings for config/permissions."""

import rules

from accounts.predicates import holds
from dialogues.models import NETWORK_KINDS, Expert, NameChoice, Proposal


@rules.predicate
def not_hidden(user, contribution) -> bool:
    return contribution.hidden_at is None


@rules.predicate
def is_hidden(user, contribution) -> bool:
    return contribution.hidden_at is not None


@rules.predicate
def hidden_by_somebody(user, contribution) -> bool:
    """On a ground, which a colleague can look at again; not a form on paper that was typed in by mistake."""
    return contribution.hidden_at is not None and contribution.hiding_id is not None


@rules.predicate
def goes_along(user, contribution) -> bool:
    """It was put together with another one."""
    return contribution.merged_into_id is not None


@rules.predicate
def flagged_it(user, flag) -> bool:
    return user.is_authenticated and flag.person_id == user.pk


@rules.predicate
def undecided(user, thing) -> bool:
    """Nobody decided on this flag or appeal yet."""
    return not thing.outcome


@rules.predicate
def did_not_hide(user, appeal) -> bool:
    """Somebody else hid it: two pairs of eyes."""
    return user.is_authenticated and appeal.hidden_by_id != user.pk


@rules.predicate
def wrote_it(user, contribution) -> bool:
    """The person put a name of their own under it. A pseudonym and an anonymous one lead to nobody here."""
    return user.is_authenticated and contribution.author_id == user.pk


@rules.predicate
def dialogue_published(user, dialogue) -> bool:
    return dialogue.published_at is not None


@rules.predicate
def dialogue_open(user, dialogue) -> bool:
    """The dialogue takes contributions: published, not closed, its last day not over."""
    return dialogue.is_open


@rules.predicate
def has_pseudonym(user, contribution) -> bool:
    return contribution.name_choice == NameChoice.PSEUDONYM


@rules.predicate
def own_stack(user, stack) -> bool:
    """Began this sitting."""
    return user.is_authenticated and stack.by_id == user.pk


@rules.predicate
def not_begun(user, meeting) -> bool:
    return meeting.is_coming


@rules.predicate
def not_locked(user, meeting) -> bool:
    """Its minutes can still change."""
    return meeting.locked_at is None


@rules.predicate
def takes_corrections(user, meeting) -> bool:
    """Its minutes are a draft, and the last day to correct them is not over. Whether one was there, the action looks."""
    return meeting.takes_corrections


@rules.predicate
def not_cancelled(user, meeting) -> bool:
    return meeting.cancelled_at is None


@rules.predicate
def begun(user, meeting) -> bool:
    """It took place, or takes place now."""
    return meeting.cancelled_at is None and meeting.has_begun


@rules.predicate
def working_day(user, meeting) -> bool:
    return meeting.is_working_day


@rules.predicate
def takes_plans(user, meeting) -> bool:
    """A working day that goes on, or was less than a week ago."""
    return meeting.takes_plans


@rules.predicate
def in_the_group(user, thing) -> bool:
    """Sits in the theme group, or in the one that the proposal is of."""
    return user.is_authenticated and (thing.group_id if isinstance(thing, Proposal) else thing.pk) in _groups_of(user)


@rules.predicate
def own_place(user, expert) -> bool:
    return user.is_authenticated and expert.person_id == user.pk and expert.ended_at is None


@rules.predicate
def live_open(user, live) -> bool:
    return live.closed_at is None


@rules.predicate
def wants_to_be_named(user, expert) -> bool:
    return expert.is_shown and expert.ended_at is None


@rules.predicate
def handed_in(user, proposal) -> bool:
    return proposal.handed_in_at is not None


@rules.predicate
def not_withdrawn(user, proposal) -> bool:
    return proposal.withdrawn_at is None


calls_on_the_network = holds(*NETWORK_KINDS)


@rules.predicate
def asked_of(user, question) -> bool:
    """Knows the theme of the question, and agreed to be asked again."""
    if not user.is_authenticated:
        return False
    return Expert.objects.sitting().filter(person=user, is_reachable=True, group__theme=question.theme_id).exists()


def _groups_of(user) -> set[int]:
    """The theme groups in which a person sits, read once per request."""
    if not hasattr(user, "_theme_groups"):
        user._theme_groups = set(Expert.objects.sitting().filter(person=user).values_list("group_id", flat=True))
    return user._theme_groups
