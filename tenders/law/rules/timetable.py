"""Rules about the timetable. They look at a plan and say which of its moments is wrong, and what would be right."""

import datetime as dt
from dataclasses import dataclass, field

from tenders.law import terms
from tenders.law.timetable import Plan, advised_days, in_working_hours, is_hard, windows
from tenders.law.values import value
from tenders.routes import After, Track


@dataclass(frozen=True)
class Breach:
    """A moment of the plan that is too early or too late. `blocks` when the law forbids it; `until` is what would do."""

    moment: str
    blocks: bool
    says: str = ""
    until: dt.date | None = None
    facts: dict = field(default_factory=dict)


def minimum_term(plan: Plan, on: dt.date) -> list[Breach]:
    """T01: a round is open for at least the term of the law."""
    found = []
    for window in windows(plan, on):
        if not is_hard(window.least):
            continue
        earliest = terms.earliest_closing(window.opens, window.least.number)
        if terms.day_of(window.deadline) < earliest:
            found.append(Breach(window.moment, True, until=earliest, facts={"days": window.least.number}))
    return found


def room_to_bid(plan: Plan, on: dt.date) -> list[Breach]:
    """T02: longer than the least when parties must find each other, or when people are away."""
    found = []
    for window in windows(plan, on):
        days, holidays = advised_days(window, plan, on, terms.day_of(window.deadline))
        advised = terms.earliest_closing(window.opens, days)
        if terms.day_of(window.deadline) >= advised:
            continue
        facts = {"days": days}
        if holidays:
            facts |= {"holiday": next(iter(holidays)), "covered": sum(holidays.values())}
        found.append(Breach(window.moment, False, says="holidays" if holidays else "", until=advised, facts=facts))
    return found


def answers_in_time(plan: Plan, on: dt.date) -> list[Breach]:
    """T03: who bids has the answers ten days before closing; a must in a European procedure."""
    if not plan.answers_by or not plan.closing:
        return []
    days = value("answers_before_closing", on=on).number
    latest = terms.day_of(plan.closing) - dt.timedelta(days=days)
    if terms.day_of(plan.answers_by) <= latest:
        return []
    european = any(is_hard(window.least) for window in windows(plan, on))
    return [Breach("answers_by", european, until=terms.working_day_before(latest), facts={"days": days})]


def closing_in_working_hours(plan: Plan, on: dt.date) -> list[Breach]:
    """T04: when something goes wrong, somebody answers the telephone."""
    found = []
    for moment in ("requests_until", "closing"):
        at = getattr(plan, moment)
        if at and not in_working_hours(at):
            found.append(Breach(moment, False, until=terms.next_working_day(terms.day_of(at))))
    return found


def decision_on_applications(plan: Plan, on: dt.date) -> list[Breach]:
    """T05: an application for a subsidy is decided on within the term."""
    if plan.traits.track != Track.SUBSIDY or not plan.closing or not plan.decision:
        return []
    weeks = value("subsidy_decision", on=on).number
    latest = terms.ends_on(plan.closing, 7 * weeks, terms.AWB)
    if terms.day_of(plan.decision) <= latest:
        return []
    return [Breach("decision", False, until=latest, facts={"weeks": weeks})]


def work_after_the_term(plan: Plan, on: dt.date) -> list[Breach]:
    """T06: no work before the standstill is over; after an objection term it is wise."""
    if plan.traits.after == After.NONE or not plan.term_ends or not plan.start:
        return []
    if plan.start > plan.term_ends:
        return []
    earliest = terms.next_working_day(terms.day_of(plan.term_ends) + dt.timedelta(days=1))
    return [Breach("start", plan.traits.after == After.STANDSTILL, until=earliest)]
