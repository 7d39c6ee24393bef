"""A thread in sentences: its title (the person's own words) and its summary of three lines."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from dialogues.models import LAST, Ending, Outcome
from golden_thread.thread import Thread
from tenders.charts import number
from tenders.dates import day, local
from tenders.steps import Step

LONGEST = 90

ANSWERS = {
    Outcome.TAKEN_OVER: gettext_lazy("yes, taken over"),
    Outcome.PARTLY: gettext_lazy("yes, for a part"),
    Outcome.NOT: gettext_lazy("no, and why not"),
    Outcome.LATER: gettext_lazy("not now, later"),
}


def title_of(contribution) -> str:
    """The person's own first words; a number when the text was erased."""
    text = " ".join(contribution.text.split())
    if not text:
        return _("Contribution %(number)d") % {"number": contribution.number}
    return f"“{first_words(text)}”"


def first_words(text: str, longest: int = LONGEST) -> str:
    """As many whole sentences from the start as make a title; of one that is too long its first words."""
    found = ""
    for sentence in _sentences(text):
        longer = f"{found} {sentence}".strip()
        if len(longer) > longest:
            break
        found = longer
        if len(found) > longest / 2:
            break
    return found or text[:longest].rsplit(" ", 1)[0].rstrip(",;:–- ") + "…"


def summary_of(thread: Thread) -> list[str]:
    """Three lines: who said it, when the answer came, and how far it got; of what is hidden less."""
    if thread.contribution.hidden_at:
        return [_who_said(thread), _("It is hidden.")]
    return [_who_said(thread), _when_answered(thread), _how_far(thread)]


def lead_of(thread: Thread) -> str:
    """What this page is, in two sentences: how it was said, and how far the story goes."""
    words = {"channel": thread.contribution.get_channel_display()}
    if thread.standings:
        return _("Somebody said this %(channel)s. Below you read what came of it, from top to bottom.") % words
    return _("Somebody said this %(channel)s. Below you read what became of it until now.") % words


def _sentences(text: str) -> list[str]:
    found, begin = [], 0
    for place, letter in enumerate(text):
        if letter in ".!?" and text[place + 1 : place + 2] in ("", " "):
            found.append(text[begin : place + 1].strip())
            begin = place + 1
    return [*found, text[begin:].strip()] if text[begin:].strip() else found


def _who_said(thread: Thread) -> str:
    others, supports = thread.others, thread.contribution.supports
    if not others and supports:
        recognised = ngettext(
            "1 person said it, and it was recognised once.",
            "1 person said it, and it was recognised %(count)d times.",
            supports,
        )
        return recognised % {"count": supports}
    if not others:
        return _("1 person said it.")
    words = ngettext(
        "1 person said it, and %(count)d other said something like it.",
        "1 person said it, and %(count)d others said something like it.",
        others,
    )
    return words % {"count": others}


def _when_answered(thread: Thread) -> str:
    response = thread.response
    if response is None:
        return _("There is no answer yet.")
    days = max((local(response.at).date() - thread.contribution.said_on).days, 0)
    words = {"answer": ANSWERS[Outcome(response.outcome)], "weeks": days // 7, "days": days}
    if days >= 14:
        weeks = ngettext(
            "After %(weeks)d week the answer came: %(answer)s.", "After %(weeks)d weeks the answer came: %(answer)s.", days // 7
        )
        return weeks % words
    if days > 0:
        some = ngettext("After %(days)d day the answer came: %(answer)s.", "After %(days)d days the answer came: %(answer)s.", days)
        return some % words
    return _("The answer came the same day: %(answer)s.") % words


def _how_far(thread: Thread) -> str:
    for standing in thread.standings:
        if standing.has_chart and standing.first_value != standing.last.value:
            words = {"first": number(standing.first_value), "now": number(standing.last.value), "unit": standing.indicator.unit}
            return _("First it was %(first)s %(unit)s, now %(now)s.") % words
    if thread.standings:
        return _("It is being measured.")
    if thread.agreements:
        count = len(thread.agreements)
        agreed = ngettext("It stands in %(count)d signed agreement.", "It stands in %(count)d signed agreements.", count)
        return agreed % {"count": count}
    if thread.reasons:
        return _("It was a reason to choose who does the work.")
    if thread.clauses:
        count = len(thread.clauses)
        stands = ngettext("It stands in %(count)d clause of the request.", "It stands in %(count)d clauses of the request.", count)
        return stands % {"count": count}
    if thread.proposed:
        return _by_way_of_a_group(thread)
    return _in_the_dialogue(thread)


def _in_the_dialogue(thread: Thread) -> str:
    if thread.rests:
        return _("It rests until %(day)s.") % {"day": day(thread.contribution.conclusion_until)}
    if thread.tender.completed_at and thread.contribution.conclusion_ending in LAST:
        return _("The dialogue ended so: %(ending)s.") % {"ending": Ending(thread.contribution.conclusion_ending).label}
    if thread.response and thread.response.outcome == Outcome.NOT:
        return _("It stays here, with the reason.")
    return _("The tender is now in step %(number)d: %(step)s.") % {
        "number": thread.tender.step,
        "step": Step(thread.tender.step).label,
    }


def _by_way_of_a_group(thread: Thread) -> str:
    if any(one.is_adopted for one in thread.proposed):
        return _("The council adopted a proposal that was built on it.")
    return _("A theme group built a proposal on it.")
