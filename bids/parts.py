"""The parts of a bid: which there are for a request, in what order, and what each one asks."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django import forms
from django.utils.translation import gettext as _

from bids.forms import AnswerForm, BudgetForm, PartnersForm, SummaryForm, VisionForm
from bids.models import Bid
from calls.models import FrozenCriterion

SUMMARY, VISION, PARTNERS, BUDGET, ATTACHMENTS = "summary", "vision", "partners", "budget", "attachments"


_PATHS = {SUMMARY: "kort", VISION: "visie", PARTNERS: "samen", BUDGET: "begroting", ATTACHMENTS: "bijlagen"}


@dataclass(frozen=True)
class Part:
    """One part: its `key` in the vault, its `path` in the address, and what it asks."""

    key: str
    heading: str
    required: bool = True
    criterion: FrozenCriterion | None = None

    @property
    def path(self) -> str:
        return path_of(self.key)

    @property
    def template(self) -> str:
        """The middle of its page: one for each kind of part."""
        return f"bids/_part_{'answer' if self.criterion else self.key}.html"


def path_of(key: str) -> str:
    return _PATHS.get(key) or key.replace("criterion-", "vraag-")


def key_of(path: str) -> str | None:
    """The key of the part at this address, the first one's without an address; None when no part is ever there."""
    if not path:
        return SUMMARY
    found = next((key for key, known in _PATHS.items() if known == path), None)
    return found or (path.replace("vraag-", "criterion-") if re.fullmatch(r"vraag-[1-9]\d?", path) else None)


def heading_of(key: str) -> str:
    """The heading of a part that every bid has, in the language of now; KeyError for an answer to a criterion."""
    return {
        SUMMARY: _("Your plan in short"),
        VISION: _("Your own vision"),
        PARTNERS: _("Who takes part, and how you divide"),
        BUDGET: _("Budget"),
        ATTACHMENTS: _("Attachments"),
    }[key]


def parts_of(bid: Bid, criteria: Iterable[FrozenCriterion]) -> list[Part]:
    """The parts of this bid in the order in which they are asked: one for each criterion of the version it answers."""
    answers = [Part(f"criterion-{place}", c.name, criterion=c) for place, c in enumerate(criteria, start=1)]
    budget = [Part(BUDGET, heading_of(BUDGET), required=bid.lot.budget is not None)] if asks_money(bid) else []
    return [
        Part(SUMMARY, heading_of(SUMMARY)),
        *answers,
        Part(VISION, heading_of(VISION), required=False),
        Part(PARTNERS, heading_of(PARTNERS), required=len(bid.current_partners()) > 1),
        *budget,
        Part(ATTACHMENTS, heading_of(ATTACHMENTS), required=False),
    ]


def keys_of(criteria_count: int) -> list[str]:
    """The keys of the parts that are written, made with the bid so that saving is always the same one statement."""
    return [SUMMARY, *(f"criterion-{place}" for place in range(1, criteria_count + 1)), VISION, PARTNERS, BUDGET]


def form_of(key: str, bid: Bid, *args, **kwargs) -> forms.Form:
    """The form of a written part; attachments have pages of their own."""
    if key == PARTNERS:
        return PartnersForm(*args, bid=bid, **kwargs)
    if key == BUDGET:
        return BudgetForm(*args, needed=bid.lot.budget is not None, **kwargs)
    return {SUMMARY: SummaryForm, VISION: VisionForm}.get(key, AnswerForm)(*args, **kwargs)


def asks_money(bid: Bid) -> bool:
    """Whether money is spoken of at all: not on a route without public money."""
    return bid.tender.traits.public_money
