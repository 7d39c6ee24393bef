"""Verbs about following: to follow a tender, to stop, to read what came in."""

from django.db import transaction

from accounts.models import User
from events import clock, log
from notifications.models import Follow, Notice
from tenders.models import Tender


@transaction.atomic
def follow_tender(*, tender: Tender, by: User) -> Follow:
    """Hear when something changes in this tender; following twice changes nothing."""
    follow, made = Follow.objects.get_or_create(person=by, tender=tender, defaults={"since": clock.now()})
    if made:
        log.record("notifications.tender_followed", by=by, thing=follow)
    return follow


@transaction.atomic
def unfollow(*, key: str) -> bool:
    """Stop following, by the key that stands in every mail; False when it was stopped already."""
    follow = Follow.objects.filter(key=key).select_related("person", "tender").first()
    if follow is None:
        return False
    log.record("notifications.tender_unfollowed", by=follow.person, thing=follow)
    follow.delete()
    return True


def mark_read(*, by: User) -> None:
    """Everything that came in was seen."""
    Notice.objects.filter(person=by, read_at=None).update(read_at=clock.now())
