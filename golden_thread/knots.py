"""A thread told as knots: what happened, when, in plain words. A refusal is a knot like any other, and the end is open."""

import datetime as dt
from dataclasses import dataclass, field

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dialogues.models import LAST, Ending, Outcome
from events import clock
from golden_thread.thread import Thread
from tenders import dates
from tenders.charts import number
from tenders.routes import Track
from tenders.steps import Step

# What a card shows at once; the rest stands below it, closed.
SHOWN = 3


@dataclass(frozen=True)
class Knot:
    """One knot: its kind names the template of what stands in it, `why` is about all its items together."""

    kind: str
    title: str
    sign: str
    when: str = ""
    why: str = ""
    items: list = field(default_factory=list)
    on: dt.date = dt.date.max

    @property
    def template(self) -> str:
        return f"golden_thread/knots/_{self.kind}.html"

    @property
    def shown(self) -> list:
        return self.items[:SHOWN]

    @property
    def more(self) -> list:
        return self.items[SHOWN:]


def knots_of(thread: Thread) -> list[Knot]:
    """The knots in the order of the steps; what is not there yet is left out, and the last knot says what comes."""
    begin = _told(thread, _said, _put_together)
    # In the dialogue things go crosswise: a group can be ahead of the answer, or come after it.
    talk = _told(thread, _restored, _taken_apart, _stood_with, _proposed, _council, _answered, _concluded)
    later = _told(
        thread,
        _in_request,
        _counted,
        _chosen,
        _agreed,
        _measured,
        _learnt,
        _goes_on,
    )
    return [*begin, *sorted(talk, key=lambda knot: knot.on), *later]


def _told(thread: Thread, *tellers) -> list[Knot]:
    return [knot for knot in (tell(thread) for tell in tellers) if knot]


def _said(thread: Thread) -> Knot:
    contribution = thread.contribution
    title = _("This was taken back") if contribution.withdrawn_at else _("This is what somebody said")
    return Knot("said", title, "speech", dates.day(contribution.said_on), items=[contribution])


def _put_together(thread: Thread) -> Knot | None:
    target = thread.contribution.merged_into
    if target is None:
        return None
    on = dates.day(dates.local(thread.contribution.merged_at).date()) if thread.contribution.merged_at else ""
    return Knot("put_together", _("It was put together with another contribution"), "people", on, items=[target])


def _restored(thread: Thread) -> Knot | None:
    """It was hidden, wrongly: who let everybody read it again, and why."""
    said = thread.contribution
    if said.restored_at is None or said.hidden_at:
        return None
    on = dates.local(said.restored_at).date()
    return Knot("restored", _("It was hidden, and can be read again"), "mail", dates.day(on), items=[said], on=on)


def _taken_apart(thread: Thread) -> Knot | None:
    """What it was put together with before: that it was, and why no more, stays on its thread."""
    if not thread.apart:
        return None
    on = dates.local(thread.apart[-1].at).date()
    return Knot("taken_apart", _("It stands alone again"), "people", dates.day(on), items=thread.apart, on=on)


def _stood_with(thread: Thread) -> Knot | None:
    """The other side of that: what was put together with this one before."""
    if not thread.stood_with:
        return None
    on = dates.local(thread.stood_with[-1].at).date()
    title = _("Another contribution went along with it for a while")
    return Knot("stood_with", title, "people", dates.day(on), items=thread.stood_with, on=on)


def _proposed(thread: Thread) -> Knot | None:
    if not thread.proposed:
        return None
    title = _("A theme group built a proposal on it")
    on = dates.local(thread.proposed[0].handed_in_at).date()
    return Knot("proposed", title, "people", dates.day(on), items=thread.proposed, on=on)


def _council(thread: Thread) -> Knot | None:
    decided = [one for one in thread.proposed if one.decided_on]
    if not decided:
        return None
    adopted = any(one.is_adopted for one in decided)
    title = _("The council took it over") if adopted else _("The council decided on it")
    on = max(one.decided_on for one in decided)
    return Knot("council", title, "scales", dates.day(on), items=decided, on=on)


def _concluded(thread: Thread) -> Knot | None:
    """How the dialogue ended in which it was said."""
    said = thread.contribution
    if not said.conclusion_ending or (said.conclusion_ending == Ending.REQUEST and thread.clauses):
        return None  # that there is a request, the next knot tells
    title = Ending(said.conclusion_ending).label
    if said.conclusion_ending == Ending.NOT_YET:
        title = _("Not yet, until %(day)s") % {"day": dates.day(said.conclusion_until)}
    on = dates.local(said.conclusion_at).date()
    return Knot("concluded", title, "document", dates.day(on), items=[said.conclusion_reason], on=on)


def _answered(thread: Thread) -> Knot | None:
    response = thread.response
    if thread.contribution.hidden_at:
        return None  # it waits for nothing as long as it is hidden
    if response is None:
        return Knot("waiting", _("There is no answer yet"), "hourglass", _("Now"))
    on = dates.local(response.at).date()
    return Knot("answered", _("The municipality answered"), "mail", dates.day(on), items=[response], on=on)


def _in_request(thread: Thread) -> Knot | None:
    if not thread.clauses:
        return None
    published = [link.frozen.published_at for link in thread.clauses if link.frozen]
    if published:
        return Knot("in_request", _("It came into the request"), "document", dates.day(min(published)), items=thread.clauses)
    when = dates.day(min(link.source.at for link in thread.clauses))
    return Knot("in_request", _("It stands in the draft of the request"), "document", when, items=thread.clauses)


def _counted(thread: Thread) -> Knot | None:
    if not thread.criteria:
        return None
    published = [row.published_at for row in thread.criteria if row.published_at]
    for row in thread.criteria:
        row.points = number(row.weight / 100) if row.weight else ""
    title = _("It counts in the choice") if not thread.reasons else _("It counted in the choice")
    return Knot("counted", title, "scales", dates.day(min(published)) if published else "", items=thread.criteria)


def _chosen(thread: Thread) -> Knot | None:
    if not thread.reasons:
        return None
    title = {
        Track.SUBSIDY: _("That is why this group got the subsidy"),
        Track.CONTRACT: _("That is why this group got the work"),
    }.get(thread.tender.track, _("That is why this group was chosen"))
    return Knot("chosen", title, "thread", dates.day(thread.reasons[0].result.decision.sent_at), items=thread.reasons)


def _agreed(thread: Thread) -> Knot | None:
    if not thread.agreements:
        return None
    when = dates.day(thread.agreements[0].contract.signed_at)
    return Knot("agreed", _("This was agreed"), "handshake", when, items=thread.agreements)


def _measured(thread: Thread) -> Knot | None:
    if not thread.standings:
        return None
    if not any(one.last for one in thread.standings):
        return Knot("measured", _("This is going to be measured"), "chart", _("Later"), items=thread.standings)
    return Knot("measured", _("This is what comes of it"), "chart", _every(thread), items=thread.standings)


def _learnt(thread: Thread) -> Knot | None:
    if not thread.lessons:
        return None
    return Knot("learnt", _("This is what we learnt"), "lamp", dates.day(thread.lessons[0].at), items=thread.lessons)


def _goes_on(thread: Thread) -> Knot | None:
    tender = thread.tender
    if thread.contribution.hidden_at:
        return None
    if tender.withdrawn_at:
        stopped = _("This tender was stopped. Why, stands on its page.")
        return Knot("goes_on", _("The thread stops here"), "arrow", dates.day(tender.withdrawn_at), items=[stopped])
    if _ended_well(thread):
        return Knot("goes_on", _("Here the thread ends"), "arrow", dates.day(tender.completed_at), items=[_what_comes(thread)])
    return Knot("goes_on", _("The thread goes on"), "arrow", _("Soon"), items=[_what_comes(thread)])


def _ended_well(thread: Thread) -> bool:
    """The dialogue ended well without a request, and the tender with it."""
    return thread.tender.completed_at is not None and thread.contribution.conclusion_ending in LAST


def _what_comes(thread: Thread) -> str:
    """One or two sentences about what comes next on this thread."""
    tender = thread.tender
    if _ended_well(thread):
        return _("There is no request, and none is needed. Everything stays here to be read, with every answer.")
    if tender.completed_at:
        return _("This tender is completed. What was learnt goes along to a next one.")
    if thread.rests:
        day = {"day": dates.day(thread.contribution.conclusion_until)}
        return _("It rests until %(day)s. Then we look at it again, and you read here what becomes of it.") % day
    if thread.response and thread.response.outcome == Outcome.NOT and not thread.clauses:
        return _("It was not taken over. It stays here with the reason, so that somebody can take it up again. The tender goes on.")
    coming = next_measurement(thread)
    if coming and coming > clock.today():
        return _("The next measurement comes in %(month)s.") % {"month": date_format(coming, "YEAR_MONTH_FORMAT")}
    if coming:
        return _("The next measurement is on its way.")
    if thread.agreements:
        return _("Next we choose how to measure whether it works.")
    return _("The tender is now in step %(number)d: %(step)s. What becomes of this, you read here.") % {
        "number": tender.step,
        "step": Step(tender.step).label,
    }


def next_measurement(thread: Thread) -> dt.date | None:
    """When the first of the running indicators is measured again."""
    days = [
        _months_later(one.last.measured_on if one.last else one.indicator.contract.begins_on, one.indicator.every_months)
        for one in thread.standings
        if one.indicator.ended_at is None
    ]
    return min(days, default=None)


def _every(thread: Thread) -> str:
    """'Elke 3 maanden' when all are measured as often, else the day of the last measurement."""
    months = {one.indicator.every_months for one in thread.standings}
    if len(months) == 1:
        count = months.pop()
        return ngettext("Every month", "Every %(count)d months", count) % {"count": count}
    return dates.day(max(one.last.measured_on for one in thread.standings if one.last))


def _months_later(day: dt.date, months: int) -> dt.date:
    """The first day of the month so many months later: no promise of a day."""
    month = day.month - 1 + months
    return dt.date(day.year + month // 12, month % 12 + 1, 1)
