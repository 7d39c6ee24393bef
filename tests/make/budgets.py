"""Neighbourhood budgets in any state. No gate is passed here, and no lock is taken."""

import datetime as dt
import itertools

from budgets.models import Aside, Budget, Channel, Decision, DecisionLine, Division, Entry, Share, Sheet, Stack
from budgets.result import Result
from events import clock
from tenders.codes import hash_code
from tests.make.initiatives import plan
from tests.make.inventory import line

_count = itertools.count(1)
# Where it stands: the first and the last day from now, and the last day for paper.
_DAYS = {"coming": (3, 20, 22), "open": (-3, 10, 12), "typing": (-20, -1, 3), "counted": (-30, -10, -5), "draft": (3, 20, 22)}


def budget(cast, *, state="open", entries=2, ceiling=3_000_000, **fields) -> Budget:
    """A budget of the cast's municipality with so many entries: a plan of the resident first, then lines of the inventory."""
    opens, closes, paper = (clock.today() + dt.timedelta(days=days) for days in _DAYS[state])
    values = {
        "municipality": cast.municipality,
        "title": f"Geld voor Assendorp {next(_count)}",
        "why": "De buurt weet wat nodig is.",
        "who": "Iedereen die in Assendorp woont.",
        "weight": "followed",
        "weight_because": "Het is geld van de buurt.",
        "ceiling": ceiling,
        "made_by": cast.officer,
        "opens_on": opens,
        "closes_on": closes,
        "paper_until": paper,
    }
    if state != "draft":
        values |= {"published_at": clock.now(), "published_by": cast.officer}
    made = Budget.objects.create(**(values | fields))
    for number in range(1, entries + 1):
        source = {"plan": plan(cast.municipality, filed_by=cast.resident)} if number == 1 else {"line": line(cast)}
        entry(cast, made, number=None if state == "draft" else number, **source)
    return made


def entry(cast, budget: Budget, **fields) -> Entry:
    values = {"budget": budget, "sentence": "Elke week samen eten.", "added_by": cast.officer}
    return Entry.objects.create(**(values | fields))


def division(budget: Budget, *euros: int, code="", **fields) -> Division:
    """What somebody divided, in whole euros in the order of the entries."""
    values = {"budget": budget, "code_hash": hash_code(code or f"verdeling-{next(_count)}")}
    made = Division.objects.create(**(values | fields))
    for one, amount in zip(budget.entries.order_by("number"), euros, strict=False):
        Share.objects.create(division=made, entry=one, amount=100 * amount)
    return made


def budget_stack(cast, budget: Budget, *, by=None, channel=Channel.PAPER, **fields) -> Stack:
    return Stack.objects.create(budget=budget, by=by or cast.officer, channel=channel, divided_on=budget.opens_on, **fields)


def typed(stack: Stack, *euros: int, **fields) -> Division:
    """A form of a stack."""
    number = stack.forms.count() + 1
    return division(stack.budget, *euros, stack=stack, number=number, channel=stack.channel, **fields)


def form_aside(stack: Stack, *euros: int, kind=Aside.TOO_MUCH, because="", **fields) -> Division:
    """A form of a stack that does not count."""
    return typed(stack, *euros, set_aside=kind, withdrawn_at=clock.now(), withdrawn_because=because, **fields)


def budget_sheet(cast, budget: Budget, *, number=1, code="") -> Sheet:
    values = {"code_hash": hash_code(code or f"formulier-{next(_count)}"), "printed_by": cast.officer}
    return Sheet.objects.create(budget=budget, number=number, **values)


def budget_decision(cast, budget: Budget, *euros: int, published=True, reason="Zo verdeelden bewoners het.", **fields) -> Decision:
    """A decision with these amounts in the order of the entries; what residents divided when no amounts are given.

    Of few people nobody knows that: then nothing.
    """
    result = Result(budget)
    values = {"saved_by": cast.officer, "number": budget.decisions.count() + 1}
    if published:
        values |= {"published_by": cast.officer, "published_at": clock.now(), "people": result.people}
    if values["number"] > 1:
        values["revised_because"] = "Een plan ging niet door."
    made = Decision.objects.create(budget=budget, **(values | fields))
    for place, one in enumerate(result.entries):
        amount = 100 * euros[place] if euros else result.of(one) or 0
        known = {"result": result.of(one)} if published else {}
        DecisionLine.objects.create(decision=made, entry=one, amount=amount, reason=reason, **known)
    return made
