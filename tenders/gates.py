"""Gates: what must be there before a step is left or an act is done. The table is config/gates.py; here is the door.

A page's checklist and the refusal come from the same conditions. A condition holds for the routes that name it.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.db import models
from django.urls import NoReverseMatch, reverse
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _

from accounts.permissions import allows
from tenders.refusal import GateClosed, Refused
from tenders.routes import Route, traits
from tenders.steps import Step


class Gate(models.TextChoices):
    LEAVE_DIALOGUE = "leave_1", _("leaving the dialogue")
    LEAVE_REQUEST = "leave_2", _("leaving the request")
    LEAVE_PROCEDURE = "leave_3", _("leaving the procedure choice")
    LEAVE_SELECTION = "leave_4", _("leaving the selection")
    LEAVE_CONTRACT = "leave_5", _("leaving the contract")
    LEAVE_MONITORING = "leave_6", _("completing the tender")
    PUBLISH_TENDER = "publish_tender", _("making the tender public")
    CONCLUDE_DIALOGUE = "conclude_dialogue", _("concluding the dialogue")
    ADOPT_CALL = "adopt_call", _("adopting the request")
    PUBLISH_CALL = "publish_call", _("publishing the request")
    PUBLISH_BUDGET = "publish_budget", _("publishing the neighbourhood budget")
    OPEN_BIDS = "open_bids", _("opening the bids")
    SEND_AWARD = "send_award", _("sending the decision")
    SIGN_CONTRACT = "sign_contract", _("signing the contract")


def leaving(step: int) -> Gate:
    """The gate behind a step."""
    return Gate(f"leave_{int(step)}")


@dataclass(frozen=True)
class Fact:
    """A finished fact that can be asked, with the sentence for when it is not there and the page where it is mended."""

    holds: Callable
    sentence: str
    page: str

    def __call__(self, thing) -> bool:
        return self.holds(thing)


def fact(sentence, *, page: str):
    """Make a function of a thing a Fact: `page` is the url name where it is mended ("x:edit_y#field")."""

    def make(function: Callable) -> Fact:
        return Fact(function, sentence, page)

    return make


@dataclass(frozen=True)
class Condition:
    """A row of the table: at `gate`, for `routes`, `fact` must hold (or is only advised)."""

    gate: Gate
    routes: tuple
    fact: Fact
    advice: bool = False


@dataclass(frozen=True)
class Item:
    """A line of a checklist."""

    sentence: str
    done: bool
    advice: bool
    url: str


def checklist(thing, gate: Gate) -> list[Item]:
    """What must (and should) be there before `gate`, for the route of the thing's tender. Each line is asked now."""
    tender = thing.tender  # what belongs to no tender goes by no route
    table = import_string(f"{settings.GATE_TABLE}.CONDITIONS")
    rows = [row for row in table if row.gate == gate and (tender is None or tender.route in row.routes)]
    return [Item(row.fact.sentence, row.fact(thing), row.advice, _address(row.fact, thing)) for row in rows]


def missing(thing, gate: Gate) -> list[Item]:
    return [item for item in checklist(thing, gate) if not item.done and not item.advice]


def pass_gate(thing, gate: Gate, *, by=None) -> None:
    """The one door: returns when everything is there, else raises GateClosed with what is missing."""
    lacking = missing(thing, gate)
    if lacking:
        raise GateClosed(lacking)


def keep_what_was_asked(thing, gate: Gate, changed: set[str]) -> None:
    """After `gate` was passed: refuse a change that takes away what it asked, at the field where that is mended.

    Only what is changed now is asked about: a promised day that went by holds up no other change.
    """
    rows = [(item.url.partition("#id_")[2], item) for item in missing(thing, gate)]
    emptied = {name: str(item.sentence) for name, item in rows if name in changed}
    if emptied:
        raise Refused(emptied)


_BEFORE = _("This step took place before the tender came to this website. The documents tell of it.")
_JUDGED_BEFORE = _("Parties handed in and were judged before this tender came to this website. Here stands the decision.")


def not_needed(tender, step: Step) -> str:
    """The one line that says why this tender has nothing to do in a step; empty when it has."""
    # A request from before is typed over in step 3: parties must be able to answer it here.
    if tender.began_after(step) and not (step == Step.REQUEST and tender.first_step == Step.PROCEDURE):
        return _BEFORE
    if step == Step.SELECTION and tender.traits.competition and not tender.competes_here:
        return _JUDGED_BEFORE
    for row_step, routes, sentence in import_string(f"{settings.GATE_TABLE}.NOT_NEEDED"):
        if row_step == step and tender.route in routes:
            return sentence
    return ""


def pages_of(tender) -> list[Step]:
    """The steps that were reached and that have a page to read: without a request there is none of step 2."""
    return [step for step in Step if step <= tender.step and (step != Step.REQUEST or tender.traits.call)]


# The step in which an app is at work, for the line that says why a route has nothing to do there.
_STEP_OF = {"dialogues": Step.DIALOGUE, "calls": Step.REQUEST, "bids": Step.SELECTION, "evaluation": Step.SELECTION}


def not_on_this_route(user, permission: str, thing) -> str:
    """Why a page is not there: with another route this person could do this. Empty when the route is not the reason."""
    tender = getattr(thing, "tender", None)
    if tender is None:
        return ""
    own = tender.route
    try:
        for route in Route:
            tender.route = route
            if allows(user, permission, thing):
                break
        else:
            return ""
    finally:
        tender.route = own
    step = _STEP_OF.get(permission.partition(".")[0])
    route = traits(own).label
    return (step and not_needed(tender, step)) or _("This tender goes by another route: %(route)s.") % {"route": route}


def _address(asked: Fact, thing) -> str:
    """The page where a fact is mended: with the thing's own id where it has one there, else the tender's address."""
    page, hash_mark, field = asked.page.partition("#")
    if thing.tender is None:
        return reverse(page, args=[thing.public_id]) + hash_mark + field
    for args in ([thing.tender.slug, getattr(thing, "public_id", None)], [thing.tender.slug]):
        try:
            return reverse(page, args=args) + hash_mark + field
        except NoReverseMatch:
            continue
    raise NoReverseMatch(asked.page)
