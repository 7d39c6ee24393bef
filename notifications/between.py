"""Who is concerned by an event between parties: members of the one or the other, and nobody else."""

from accounts.models import User
from coalitions.models import Coalition, Introduction, Member, Stakeholder, Terms
from events.models import Event


def who_was_asked(event: Event):
    """The members of the party that was asked to meet."""
    return _members(Introduction.objects.filter(pk=event.thing_id).values("asked__party_id"))


def who_asked(event: Event):
    """The members of the party that asked to meet."""
    return _members(Introduction.objects.filter(pk=event.thing_id).values("asker__party_id"))


def introduction_address(event: Event) -> list:
    return [Introduction.objects.values_list("public_id", flat=True).get(pk=event.thing_id)]


def who_is_invited(event: Event):
    """The members of the party that is asked for a coalition."""
    return _members(Member.objects.invited().filter(pk=event.thing_id).values("party_id"))


def member_address(event: Event) -> list:
    return [Member.objects.values_list("public_id", flat=True).get(pk=event.thing_id)]


def partners(event: Event):
    """The members of the parties that take part in the coalition that the event (of a place or of terms) is about."""
    return _members(Member.objects.taking_part().filter(coalition=_coalition_of(event)).values("party_id"))


def coalition_address(event: Event) -> list:
    return [Coalition.objects.values_list("public_id", flat=True).get(pk=_coalition_of(event))]


def party_on_the_map(event: Event):
    """The members of the party that the team put on the map of a tender."""
    return _members(Stakeholder.objects.filter(pk=event.thing_id).values("party_id"))


def stakeholder_address(event: Event) -> list:
    return list(Stakeholder.objects.values_list("tender__slug", "public_id").get(pk=event.thing_id))


def _coalition_of(event: Event) -> int:
    model = {"coalitions.member": Member, "coalitions.terms": Terms}[event.thing_kind]
    return model.objects.values_list("coalition_id", flat=True).get(pk=event.thing_id)


def _members(party_ids):
    return User.objects.filter(memberships__party_id__in=party_ids, memberships__left_at=None, is_active=True)
