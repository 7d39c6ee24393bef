"""Words about measuring and reflecting for config/permissions."""

import rules

from monitoring.groups import groups_of


@rules.predicate
def indicator_runs(user, indicator) -> bool:
    return indicator.ended_at is None


@rules.predicate
def not_corrected(user, measurement) -> bool:
    return measurement.corrected_by_id is None


def _reflection(thing):
    return getattr(thing, "reflection", thing)


@rules.predicate
def reflection_open(user, thing) -> bool:
    return _reflection(thing).closed_at is None


@rules.predicate
def reflection_closed(user, thing) -> bool:
    return _reflection(thing).closed_at is not None


@rules.predicate
def speaks_for_a_group(user, reflection) -> bool:
    """Can speak for residents, provider, municipality or committee of the tender."""
    return bool(groups_of(user, reflection.tender))


@rules.predicate
def of_own_group(user, voice) -> bool:
    return voice.voice in groups_of(user, voice.tender)


@rules.predicate
def own_groups_have_spoken(user, voice) -> bool:
    """Every group for which the person can speak has spoken; who belongs to none has not."""
    groups = groups_of(user, voice.tender)
    spoken = set(voice.reflection.voices.values_list("voice", flat=True))
    return bool(groups) and {group.value for group in groups} <= spoken
