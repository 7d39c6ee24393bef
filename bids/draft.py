"""A bid as its makers see it: opened for one of them, with what is still missing. Nobody else gets one."""

import datetime as dt
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bids import vault
from bids.models import Bid, BidAttachment, BidPart
from bids.parts import ATTACHMENTS, BUDGET, PARTNERS, SUMMARY, Part, form_of, parts_of
from calls.models import FrozenCriterion
from events import clock
from events.composed import composed_once

_AT_WORK = dt.timedelta(minutes=5)


@dataclass(frozen=True)
class File:
    """An attachment in the clear: what it is called and what it is, not yet its content."""

    public_id: str
    name: str
    content_type: str
    size: int
    sha256: str


class Line(NamedTuple):
    """A part in the list beside the form: the bid, the part, and in words how far it is."""

    bid: str
    key: str
    path: str
    heading: str
    state: str
    words: str


@dataclass
class Draft:
    """The parts of one bid, read for `user` in three queries."""

    bid: Bid
    user: object
    envelope: vault.Envelope
    parts: list[Part]
    rows: dict[str, BidPart]
    attachments: list[BidAttachment]
    _forms: dict[str, forms.Form] = field(default_factory=dict)
    _typed: dict[str, dict] = field(default_factory=dict)

    def typed(self, key: str) -> dict:
        """What was typed in a part, as it was typed; nothing when nobody wrote in it."""
        if key not in self._typed:
            row = self.rows.get(key)
            self._typed[key] = self.envelope.open(key, row.sealed) if row else {}
        return self._typed[key]

    def version(self, key: str) -> int:
        return self.rows[key].version if key in self.rows else 0

    def part(self, key: str | None) -> Part | None:
        """The part with this key; None when this bid has none."""
        return next((part for part in self.parts if part.key == key), None)

    def after(self, part: Part) -> Part | None:
        """The part that follows."""
        place = self.parts.index(part)
        return self.parts[place + 1] if place + 1 < len(self.parts) else None

    def form(self, part: Part) -> forms.Form:
        """The form of a part, filled with what was typed and checked for handing in."""
        if part.key not in self._forms:
            self._forms[part.key] = form_of(part.key, self.bid, self.typed(part.key))
            self._forms[part.key].is_valid()
        return self._forms[part.key]

    def is_complete(self, part: Part) -> bool:
        return not self.lacks(part)

    def blank_form(self, part: Part) -> forms.Form:
        """The same form for writing on: without a word of what is missing."""
        return form_of(part.key, self.bid, initial=self.typed(part.key))

    def lacks(self, part: Part) -> list[str]:
        """What is missing in a part before the bid can be handed in; a part that nobody needs lacks nothing."""
        if part.key == ATTACHMENTS:
            return []
        waiting = []
        if part.key == PARTNERS:
            if len(self.bid.current_partners()) == 1:
                return []
            waiting = [
                _("%(party)s has not confirmed yet.") % {"party": partner.party}
                for partner in self.bid.current_partners()
                if not partner.confirmed_at
            ]
        if not part.required and not any(self.typed(part.key).values()):
            return waiting
        return waiting + [str(error) for errors in self.form(part).errors.values() for error in errors]

    def is_empty(self, part: Part) -> bool:
        if part.key == ATTACHMENTS:
            return not self.attachments
        return not any(self.typed(part.key).values()) and not (part.key == PARTNERS and not part.required)

    @cached_property
    def lacking(self) -> dict[str, list[str]]:
        """What is missing, by the key of the part; empty when the bid can be handed in."""
        return {part.key: found for part in self.parts if (found := self.lacks(part))}

    @cached_property
    def files(self) -> list[File]:
        return [File(a.public_id, **self.envelope.open(f"facts/{a.public_id}", a.sealed_facts)) for a in self.attachments]

    @property
    def title(self) -> str:
        return self.typed(SUMMARY).get("title", "").strip()

    @property
    def total(self) -> int:
        """What is asked in a year, in cents, by the lines that were filled in well; 0 where no money is asked."""
        budget = self.part(BUDGET)
        return self.form(budget).total() if budget else 0

    @property
    def saved_at(self) -> dt.datetime | None:
        """When something was last saved; None when nothing was."""
        moments = [row.saved_at for row in self.rows.values() if row.version > 1] + [a.added_at for a in self.attachments]
        return max(moments, default=None)

    def lines(self, here: Part | None = None) -> list[Line]:
        """The list of parts beside the form, with words for the state of each."""
        return [self._line(part, here) for part in self.parts]

    def done_count(self) -> int:
        return sum(1 for part in self.parts if self._state(part) == "done")

    def colleagues(self) -> list[tuple]:
        """(person, part) for everybody else who saved a part in the last minutes."""
        since, by_key = clock.now() - _AT_WORK, {part.key: part for part in self.parts}
        return [
            (row.saved_by, by_key[key])
            for key, row in self.rows.items()
            if row.version > 1 and row.saved_at > since and row.saved_by_id != self.user.pk and key in by_key
        ]

    def _state(self, part: Part) -> str:
        if part.key in self.lacking:
            return "open"
        return "later" if self.is_empty(part) else "done"

    def _line(self, part: Part, here: Part | None) -> Line:
        state, lacking = self._state(part), self.lacking.get(part.key, [])
        if state == "done":
            words = _("done")
            if part.key == ATTACHMENTS:
                count = len(self.attachments)
                words = ngettext("done · %(count)d file", "done · %(count)d files", count) % {"count": count}
        elif self.is_empty(part):
            words = _("not yet") if part.required else _("not required")
        else:
            words = ngettext("%(count)d point open", "%(count)d points open", len(lacking)) % {"count": len(lacking)}
        return Line(self.bid.public_id, part.key, part.path, part.heading, "here" if here == part else state, words)


def read_draft(bid: Bid, user) -> Draft:
    """Open a bid for one of its makers. Raises vault.Sealed for anybody else."""
    envelope = vault.envelope_for(user, bid)
    return Draft(
        bid=bid,
        user=user,
        envelope=envelope,
        parts=parts_of(bid, _criteria(bid.round.call_version_id)),
        rows={row.key: row for row in _parts(bid.pk)},
        attachments=_attachments(bid.pk),
    )


@composed_once
def _criteria(version_id):
    return FrozenCriterion.objects.filter(version_id=version_id)


@composed_once
def _parts(bid_id):
    return BidPart.objects.filter(bid=bid_id).select_related("saved_by")


@composed_once
def _attachments(bid_id):
    return BidAttachment.objects.filter(bid=bid_id, removed_at=None)
