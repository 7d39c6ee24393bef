"""Where a tender stands, in the words of someone who reads about it for the first time."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import CharField, Value
from django.db.models.functions import Cast
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bids.models import Round
from dialogues.models import Conclusion, Dialogue
from events import clock
from events.composed import composed_once
from tenders import dates
from tenders.models import LotState, Tender
from tenders.steps import Step


@dataclass(frozen=True)
class Standing:
    """The status of a tender: kind of sign, the words, and a line with the date that matters."""

    kind: str
    word: str
    line: str
    is_concluded: bool = False  # the dialogue has its report


_IN_STEP = {
    Step.REQUEST: Standing("open", gettext_lazy("You can take part"), gettext_lazy("The request is being written")),
    Step.PROCEDURE: Standing("bezig", gettext_lazy("We choose the route"), ""),
    Step.CONTRACT: Standing("bezig", gettext_lazy("We make agreements"), ""),
    Step.MONITORING: Standing("bezig", gettext_lazy("The work is going on"), ""),
}


def standings(tenders: list[Tender]) -> dict[int, Standing]:
    """The standing of each tender, by id; one query for any number of tenders."""
    talking = [tender.pk for tender in tenders if tender.step == Step.DIALOGUE]
    choosing = [tender.pk for tender in tenders if tender.step == Step.SELECTION]
    dialogues, rounds = _facts_of(_asked(talking, choosing) if talking or choosing else ())
    return {tender.pk: standing(tender, dialogues.get(tender.pk), rounds.get(tender.pk)) for tender in tenders}


def _facts_of(rows) -> tuple[dict[int, Dialogue], dict[int, dict]]:
    """The dialogue of a tender; of its rounds the first deadline of one not opened, and whether a committee is at work."""
    dialogues, rounds = {}, {}
    for kind, tender, first, second, word, ending, until in rows:
        if kind == "dialogue":
            dialogue = Dialogue(tender_id=tender, published_at=first, closed_at=second, closes_on=_day(word))
            dialogue.conclusion = Conclusion(ending=ending, rests_until=_day(until)) if ending else None
            dialogues[tender] = dialogue
            continue
        facts = rounds.setdefault(tender, {})
        if second is None:
            facts["deadline"] = min(first, facts.get("deadline", first))
        elif word == LotState.IN_ASSESSMENT:
            facts["busy"] = True
    return dialogues, rounds


def _day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


@composed_once
def _asked(talking, choosing):
    """(kind, tender, two moments, three words): when a dialogue opened, was closed and closes, how it was concluded and until
    when it rests; when a round ends and was opened."""
    word = CharField()
    nothing = Value("", output_field=word)
    ended = ("conclusion__ending", Cast("conclusion__rests_until", word))
    dialogues = Dialogue.objects.filter(tender__in=talking).order_by().annotate(what=Value("dialogue"))
    rounds = Round.objects.filter(lot__tender__in=choosing).order_by().annotate(what=Value("round"))
    return dialogues.values_list("what", "tender_id", "published_at", "closed_at", Cast("closes_on", word), *ended).union(
        rounds.values_list("what", "lot__tender_id", "deadline", "opened_at", Cast("lot__state", word), nothing, nothing), all=True
    )


def standing(tender: Tender, dialogue: Dialogue | None = None, round_facts: dict | None = None) -> Standing:
    """The standing of one tender, from facts that were fetched already."""
    if tender.withdrawn_at:
        return Standing("stop", _("Stopped, with reason"), dates.day(tender.withdrawn_at))
    if tender.completed_at and tender.step == Step.DIALOGUE and dialogue and dialogue.conclusion:
        return Standing("goed", dialogue.conclusion.get_ending_display(), dates.day(tender.completed_at))
    if tender.completed_at:
        return Standing("klaar", _("Completed"), dates.day(tender.completed_at))
    if tender.step in (Step.DIALOGUE, Step.REQUEST) and not tender.traits.competition:
        return Standing("bezig", _("We look at the plan"), "")
    if tender.step == Step.DIALOGUE:
        return _in_dialogue(dialogue)
    if tender.step == Step.SELECTION:
        return _in_selection(round_facts or {})
    return _IN_STEP[tender.step]


def _in_dialogue(dialogue: Dialogue | None) -> Standing:
    if dialogue is None or dialogue.published_at is None:
        return Standing("bezig", _("We prepare the conversation"), "")
    if dialogue.conclusion and dialogue.conclusion.rests_until:
        until = _("Until %(day)s") % {"day": dates.day(dialogue.conclusion.rests_until)}
        return Standing("wacht", _("Not yet"), until if dialogue.conclusion.day_is_to_come else _("The rest is over"), True)
    if dialogue.conclusion:
        return Standing("klaar", dialogue.conclusion.get_ending_display(), _("The report is there"), True)
    if dialogue.closed_at or (dialogue.closes_on and dialogue.closes_on < clock.today()):
        return Standing("bezig", _("We answer what was said"), "")
    until = _("Open until %(date)s") % {"date": dates.day(dialogue.closes_on)} if dialogue.closes_on else ""
    return Standing("open", _("You can take part"), until)


def _in_selection(facts: dict) -> Standing:
    deadline = facts.get("deadline")
    if deadline and clock.now() <= deadline:
        return Standing("open", _("Parties can take part"), _("Until %(moment)s") % {"moment": dates.moment(deadline)})
    if facts.get("busy"):
        return Standing("bezig", _("The committee reads"), "")
    if deadline:
        return Standing("wacht", _("Waits to be opened"), "")
    return Standing("bezig", _("We decide"), "")
