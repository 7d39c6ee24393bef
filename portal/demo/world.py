"""The world of the demo: its municipalities, people and parties, and the clock of its stories."""

import datetime as dt
from contextlib import contextmanager
from dataclasses import dataclass, field

from django.utils import timezone

from accounts.models import Municipality, Party, User
from dialogues.numbers import numbered_in_order
from events import clock
from tenders.models import Tender


@dataclass
class World:
    """What the scenes share. People and parties go by a short name; scenes hand things on in `notes`."""

    municipalities: dict[str, Municipality] = field(default_factory=dict)
    people: dict[str, User] = field(default_factory=dict)
    parties: dict[str, Party] = field(default_factory=dict)
    tenders: dict[str, Tender] = field(default_factory=dict)
    notes: dict = field(default_factory=dict)

    def person(self, name: str) -> User:
        """Somebody, as on a new request: roles are read again."""
        person = self.people[name]
        person.forget_roles()
        return person

    def tender(self, name: str) -> Tender:
        """A tender as it stands now."""
        return Tender.objects.for_page().get(pk=self.tenders[name].pk)

    @contextmanager
    def at(self, moment: str):
        """Let it be this moment in Amsterdam ("2024-03-14 10:00") while something is done."""
        there = timezone.make_aware(dt.datetime.fromisoformat(moment))
        before = clock.offset()
        clock.set_offset(there - (clock.now() - before))
        try:
            with numbered_in_order():
                yield
        finally:
            clock.set_offset(before)
