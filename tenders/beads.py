"""The six steps of one tender as beads on the thread: what was, what is now, what comes."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from tenders import dates
from tenders.steps import Step

DONE, NOW, LATER, STOPPED = "done", "now", "later", "stopped"


@dataclass(frozen=True)
class Bead:
    """One step: its state (done, now, later or stopped), when it is, and one link to what it produced."""

    step: Step
    state: str
    when: str
    note: str = ""
    link_text: str = ""
    link_url: str = ""
    is_needed: bool = True  # not where the tender was completed before this step

    @property
    def is_here(self) -> bool:
        return self.state in (NOW, STOPPED)


def beads_of(tender, links: dict | None = None, back=None, back_url: str = "") -> list[Bead]:
    """The six beads of `tender`, in order; asks nothing of the database when its plans were brought along.

    `links` is {step: (text, address)}. `back` is the StepChange by which it came back to where it is, if it did;
    `back_url` leads to the reason.
    """
    plans = {plan.step: plan for plan in tender.plans.all()}
    links = links or {}
    beads = []
    for step in Step:
        state = _state(tender, step)
        plan = plans.get(step)
        text, url = links.get(step, ("", ""))
        note = ""
        if state == NOW:
            note = _("You are here")
            if back:
                note, text, url = (
                    _("Back on %(day)s") % {"day": _day_and_month(back.at)},
                    _("Why did it go back?"),
                    back_url,
                )
        elif state == STOPPED:
            note = _("Stopped here")
        is_needed = not (state == LATER and tender.completed_at)
        beads.append(Bead(step, state, _when(tender, step, state, plan), note, text if url else "", url, is_needed))
    return beads


def _state(tender, step: Step) -> str:
    if step < tender.step or (tender.completed_at and step == tender.step):
        return DONE
    if step > tender.step:
        return LATER
    return STOPPED if tender.withdrawn_at else NOW


def _when(tender, step: Step, state: str, plan) -> str:
    if step < tender.first_step:
        return _("before this website")
    if state == LATER and tender.completed_at:
        return _("not needed")
    if plan is None or not (plan.begins_on or plan.ends_on):
        return {LATER: _("later"), DONE: _("done")}.get(state, "")
    if state == NOW and plan.ends_on:
        return dates.period(None, plan.ends_on)
    return dates.period(plan.begins_on, plan.ends_on)


def _day_and_month(value) -> str:
    return dates.date_format(dates.local(value), "MONTH_DAY_FORMAT")
