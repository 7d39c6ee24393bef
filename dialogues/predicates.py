"""Words about contributions and meetings for config/permissions."""

import rules

from dialogues.models import NameChoice


@rules.predicate
def not_hidden(user, contribution) -> bool:
    return contribution.hidden_at is None


@rules.predicate
def is_hidden(user, contribution) -> bool:
    return contribution.hidden_at is not None


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
def begun(user, meeting) -> bool:
    """It took place, or takes place now."""
    return meeting.cancelled_at is None and meeting.has_begun
