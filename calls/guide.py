"""The advice of the guide as a page shows it: routes as cards, rules as lines, and what would change the outcome."""

import datetime as dt
from dataclasses import dataclass

from django.utils.translation import gettext as _

from calls.models import GuideAnswers
from tenders.law.advice import Advice, Applied, Change, RouteAdvice, changes, weeks, wording
from tenders.law.answers import Answers, Nature, ObjectType
from tenders.law.questions import QUESTIONS, answer_text
from tenders.law.texts import GIST, GOOD, HARD, RULES, SHORT
from tenders.law.values import Certainty, Force
from tenders.models import Tender
from tenders.money import euro
from tenders.routes import Route, Track

CARDS = 3
CHANGES = 4
_YEARS = 4  # what a contract lasts when nobody said otherwise

# word, kind and sign of a status
_FORCES = {
    Force.HARD: ("klaar", "lock"),
    Force.COMPLY: ("bezig", "document"),
    Force.ADVICE: ("open", "lamp"),
}
_SURE = {Certainty.SURE: "yes", Certainty.FAIRLY: "nearly", Certainty.ASK: "ask"}


@dataclass(frozen=True)
class RuleLine:
    """A rule that counted: what it means, how it binds, where it stands, how sure we are."""

    id: str
    text: str
    force: Force
    certainty: Certainty
    source: str
    warns: bool
    holds_until: dt.date | None

    @property
    def kind(self) -> str:
        return "wacht" if self.warns else _FORCES[self.force][0]

    @property
    def sign(self) -> str:
        return "warning" if self.warns else _FORCES[self.force][1]

    @property
    def word(self) -> str:
        return _("Take care") if self.warns else self.force.label

    @property
    def sure(self) -> str:
        return _SURE[self.certainty]


@dataclass(frozen=True)
class RouteCard:
    """A route with what is good and hard about it for small parties."""

    place: int
    route: Route
    weeks: int | None
    blocked_by: list[str]

    @property
    def label(self) -> str:
        return self.route.label

    @property
    def gist(self) -> str:
        return GIST[self.route]

    @property
    def good(self) -> tuple:
        return GOOD[self.route]

    @property
    def hard(self) -> tuple:
        return HARD[self.route]


def usual_answers(tender: Tender) -> Answers:
    """What the tender itself says before anybody answered: its lots, their budgets, its provisional route."""
    lots, traits = list(tender.lots.all()), tender.traits
    return Answers(
        total_value=_YEARS * sum(lot.budget or 0 for lot in lots),
        term_months=12 * _YEARS,
        lots=max(1, len(lots)),
        object_type=ObjectType.PROPERTY if traits.track == Track.PROPERTY else ObjectType.SERVICE,
        nature=Nature.ACTIVITY if traits.track == Track.SUBSIDY else Nature.TASK,
        invite_and_select=traits.competition,
        only_one_party=traits.track == Track.PROPERTY and not traits.competition,
        scarce=traits.track == Track.SUBSIDY and traits.competition,
    )


def given_answers(tender: Tender) -> Answers | None:
    """The newest answers to the guide; None before anybody asked it."""
    row = GuideAnswers.objects.filter(tender=tender).first()
    return Answers.of(row.answers) if row else None


def cards_of(advice: Advice) -> list[RouteCard]:
    """Every route, best first and those that fall away last."""
    return [_card(place, row, advice.on) for place, row in enumerate(advice.routes, start=1)]


def lines_of(applied: list[Applied]) -> list[RuleLine]:
    return [
        RuleLine(one.rule.id, one.text, one.rule.force, one.rule.certainty, one.rule.source, one.rule.warns, one.holds_until)
        for one in applied
    ]


def kept_lines(rows: list[dict]) -> list[RuleLine]:
    """The rules that a choice keeps, in the language of the page; a wording that is gone stays as it was kept."""
    found = []
    for row in rows:
        key = f"{row['id']}.{row['says']}" if row["says"] else row["id"]
        known = key in RULES
        found.append(
            RuleLine(
                row["id"],
                wording(row["id"], row["says"], row["facts"]) if known else row["text"],
                Force(row["force"]),
                Certainty(row["certainty"]),
                row["source"],
                row["warns"],
                dt.date.fromisoformat(row["holds_until"]) if row["holds_until"] else None,
            )
        )
    return found


def change_lines(advice: Advice) -> list[tuple[str, str]]:
    """("If the amount is € 750.000 or more", "SAS"): the single answers that would bring another route on top."""
    return [(_if(advice.answers, change), SHORT[change.route]) for change in changes(advice)[:CHANGES]]


def _if(now: Answers, change: Change) -> str:
    if change.name == "total_value":
        amount = euro(change.answer)
        if change.answer > now.total_value:
            return _("If the amount is %(amount)s or more") % {"amount": amount}
        return _("If the amount is %(amount)s or less") % {"amount": amount}
    return f"{QUESTIONS[change.name].text} {answer_text(change.name, change.answer)}"


def _card(place: int, row: RouteAdvice, on: dt.date) -> RouteCard:
    return RouteCard(place, row.route, weeks(row.route, on), [one.text for one in row.blocked_by])
