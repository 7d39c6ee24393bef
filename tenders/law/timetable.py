"""A timetable of moments: one that is proposed, and how long each round in it is open."""

import datetime as dt
from dataclasses import dataclass, replace

from tenders.law import terms
from tenders.law.values import Force, Value, value
from tenders.routes import After, RouteTraits, Track, traits

_WORK_BEGINS, _WORK_ENDS = dt.time(9), dt.time(17)
_DAY = dt.timedelta(days=1)
MANY_HOLIDAYS = 7  # days of school holidays in a term from which it should be longer


@dataclass(frozen=True)
class Plan:
    """The moments of a procedure. `requests_until` and `invitation` are for routes that first select who may bid."""

    route: str
    published: dt.date
    consortia: bool = False
    requests_until: dt.datetime | None = None
    invitation: dt.datetime | None = None
    questions_until: dt.datetime | None = None
    answers_by: dt.datetime | None = None
    closing: dt.datetime | None = None
    opening: dt.datetime | None = None
    decision: dt.datetime | None = None
    term_ends: dt.datetime | None = None
    start: dt.datetime | None = None

    @property
    def traits(self) -> RouteTraits:
        return traits(self.route)

    @property
    def two_phases(self) -> bool:
        """First a selection of who may bid, then the bids."""
        return len(self.traits.rounds) > 1


@dataclass(frozen=True)
class Window:
    """A round: open from a day until `deadline` (named `moment` in the plan), for at least or preferably `least`."""

    moment: str
    opens: dt.date
    deadline: dt.datetime
    least: Value


def moments_of(route: str) -> tuple[str, ...]:
    """The moments that this route's timetable has, in order."""
    row = traits(route)
    first = ("requests_until", "invitation") if len(row.rounds) > 1 else ()
    term = () if row.after == After.NONE else ("term_ends",)
    return (*first, "questions_until", "answers_by", "closing", "opening", "decision", *term, "start")


def windows(plan: Plan, on: dt.date) -> list[Window]:
    """The rounds of a plan, as far as their moments are known."""
    names = plan.traits.minimum_days
    first, last = plan.traits.rounds[0], plan.traits.rounds[-1]
    found = []
    if plan.two_phases:
        found.append(("requests_until", plan.published, plan.requests_until, names[first]))
        opens = terms.day_of(plan.invitation) if plan.invitation else None
        found.append(("closing", opens, plan.closing, names.get(last, "round_reasonable")))
    else:
        found.append(("closing", plan.published, plan.closing, names.get(last, "round_reasonable")))
    return [Window(moment, opens, deadline, value(name, on=on)) for moment, opens, deadline, name in found if opens and deadline]


def advised_days(window: Window, plan: Plan, on: dt.date, until: dt.date) -> tuple[int, dict[str, int]]:
    """How many days are advised for a round that runs until a day, and the school holidays that it then covers."""
    days = window.least.number
    if plan.consortia and window.moment == "closing":
        days = max(days, value("consortium_advice", on=on).number)
    holidays = terms.school_holiday_days(window.opens + _DAY, until)
    if sum(holidays.values()) >= MANY_HOLIDAYS:
        return days + value("school_holiday_advice", on=on).number, holidays
    return days, {}


def term_end(route: str, decision: dt.date | dt.datetime) -> dt.datetime | None:
    """The last moment of standstill or objection after a decision; None where the route has neither."""
    ends = {After.STANDSTILL: terms.standstill_end, After.OBJECTION: terms.objection_end}.get(traits(route).after)
    return terms.last_moment(ends(decision)) if ends else None


def propose(route: str, published: dt.date, *, consortia: bool = False, closing: dt.date | None = None) -> Plan:
    """A lawful timetable with room: from the day of publication, or around a closing date that is given."""
    plan = Plan(route=route, published=published, consortia=consortia)
    opens = published
    if plan.two_phases:
        requests = _closing_day("requests_until", plan, published)
        invited = _working_day_after(requests, value("invitation_advice", on=published).number)
        plan = replace(plan, requests_until=terms.noon(requests), invitation=terms.noon(invited))
        opens = invited
    last = closing or _closing_day("closing", plan, opens)
    answers = terms.latest_before(last, value("answers_before_closing", on=published).number)
    questions = terms.latest_before(answers, value("questions_advice", on=published).number)
    decided = _working_day_after(last, value("assessment_advice", on=published).number)
    ends = term_end(route, decided)
    starts = _working_day_after(terms.day_of(ends) if ends else decided, value("start_advice", on=published).number)
    return replace(
        plan,
        questions_until=terms.noon(questions),
        answers_by=terms.noon(answers),
        closing=terms.noon(last),
        opening=terms.noon(terms.next_working_day(last + _DAY)),
        decision=terms.noon(decided),
        term_ends=ends,
        start=terms.first_moment(starts),
    )


def weeks_needed(route: str, on: dt.date) -> int:
    """About how many weeks a route takes from publication until a contract can be signed."""
    row = traits(route)
    days = sum(value(row.minimum_days.get(kind, "round_reasonable"), on=on).number for kind in row.rounds)
    if row.track == Track.SUBSIDY:
        days += 7 * value("subsidy_decision", on=on).number
    elif row.competition:
        days += value("assessment_advice", on=on).number
    else:
        days += value("intention_advice", on=on).number
    if row.competition:
        after = {After.STANDSTILL: ("standstill_days", 1), After.OBJECTION: ("objection_weeks", 7), After.NONE: None}[row.after]
        days += value(after[0], on=on).number * after[1] if after else 0
    return -(-days // 7)


def in_working_hours(moment: dt.datetime) -> bool:
    """On a working day, between nine and five in Amsterdam."""
    there = terms.local(moment)
    return terms.is_working_day(there.date()) and _WORK_BEGINS <= there.time() <= _WORK_ENDS


def is_hard(row: Value) -> bool:
    return row.force == Force.HARD


def _closing_day(moment: str, plan: Plan, opens: dt.date) -> dt.date:
    """The first working day that gives a round the term of the law and the room that is advised."""
    name = plan.traits.minimum_days.get(plan.traits.rounds[0 if moment == "requests_until" else -1], "round_reasonable")
    window = Window(moment, opens, terms.noon(opens), value(name, on=plan.published))
    day = opens
    for _attempt in range(2):  # the first answer may bring school holidays into the term
        days, _holidays = advised_days(window, plan, plan.published, day)
        day = terms.earliest_closing(opens, days)
    return day


def _working_day_after(day: dt.date, days: int) -> dt.date:
    return terms.next_working_day(day + _DAY * days)
