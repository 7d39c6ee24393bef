"""What the pages of the procedure show, read in a fixed number of statements."""

import datetime as dt
from dataclasses import dataclass

from django.utils.translation import gettext as _

from accounts.models import Role, RoleKind
from accounts.permissions import allows
from calls.actions.timetable import plan_of, sentence, with_term
from calls.guide import CARDS, cards_of, change_lines, given_answers, kept_lines, lines_of, usual_answers
from calls.models import ChoiceSignature, ProcedureChoice
from calls.printed import shown_moment
from calls.standing import standing_of, wants_consortia
from events import clock
from tenders.gates import Gate, checklist
from tenders.law.advice import Advice, advise, breaches
from tenders.law.answers import Answers
from tenders.law.questions import answers_in_short, answers_in_words
from tenders.law.texts import GIST, GOOD, HARD
from tenders.law.timetable import moments_of, propose
from tenders.law.values import Lapsed
from tenders.models import Tender
from tenders.steps import Step

_WORK = ("ask_guide", "choose_route", "set_timetable", "prepare_publication", "publish_call")


@dataclass(frozen=True)
class SignCard:
    """One of the signatures under a choice: given, waiting for the reader, or waiting for somebody else."""

    kind: RoleKind
    signature: ChoiceSignature | None
    is_mine: bool
    names: list[str]


def public_part(tender: Tender) -> dict:
    """What everybody may know: the route, why, the rules that counted, the timetable."""
    standing = standing_of(tender)
    choice = standing.choice
    return {
        "standing": standing,
        "choice": choice,
        "gist": GIST[tender.route],
        "good": GOOD[tender.route],
        "hard": HARD[tender.route],
        "rules": kept_lines(choice.advice.get("rules", [])) if choice else [],
        "signatures": list(choice.signatures.all()) if choice else [],
        "timetable": [shown_moment(kind, at) for kind, at in standing.timetable()] if tender.traits.call else [],
    }


def work_part(tender: Tender, user) -> dict:
    """What the team works with: the advice, the answers under it, the signatures, and what is still to do."""
    answers = given_answers(tender)
    advice = advise(answers or usual_answers(tender), clock.today())
    cards = cards_of(advice)
    best = cards[: min(CARDS, len(advice.open_routes))]
    return {
        "asked": answers is not None,
        "advice": advice,
        "best": best,
        "others": cards[len(best) :],
        "lines": lines_of(advice.counted(advice.first.route)) if advice.first else [],
        "changes": change_lines(advice),
        "answers": answers_in_short(advice.answers),
        "all_answers": answers_in_words(advice.answers),
        "lapsed": sorted({one.lapsed.until for one in advice.lapsed if one.lapsed.until}),
        "cards": sign_cards(tender, standing_of(tender).choice, user),
        "items": checklist(tender, Gate.LEAVE_PROCEDURE) if tender.step == Step.PROCEDURE else [],
        "may": {name: allows(user, f"calls.{name}", tender) for name in _WORK},
    }


def sign_cards(tender: Tender, choice: ProcedureChoice | None, user) -> list[SignCard]:
    """The signatures that the choice needs, with the names of those who can give what is missing."""
    if choice is None:
        return []
    given = {signature.kind: signature for signature in choice.signatures.all()}
    holders: dict[str, list[str]] = {}
    if choice.waiting:
        roles = Role.objects.active().filter(municipality_id__in=tender.municipality_ids(), kind__in=choice.waiting)
        for role in roles.select_related("user").order_by("user__name", "pk")[:50]:
            holders.setdefault(role.kind, []).append(role.user.name)
    mine = kinds_to_sign(tender, choice, user)
    return [SignCard(kind, given.get(kind), kind in mine, holders.get(kind, [])[:3]) for kind in choice.needed]


def kinds_to_sign(tender: Tender, choice: ProcedureChoice | None, user) -> list[RoleKind]:
    """The roles in which this person can still sign: none after signing once."""
    if choice is None or not allows(user, "calls.sign_choice", tender):
        return []
    if any(signature.by_id == user.pk for signature in choice.signatures.all()):
        return []
    return [kind for kind in choice.waiting if user.has_role(tender.municipality_ids(), kind)]


def answers_of(tender: Tender) -> Answers:
    """The newest answers to the guide; before that what the tender itself says."""
    return given_answers(tender) or usual_answers(tender)


def advice_of(tender: Tender) -> Advice:
    """What the rules of today say of those answers."""
    return advise(answers_of(tender), clock.today())


def moments_to_show(tender: Tender, closing: dt.date | None) -> dict[str, dt.datetime]:
    """The timetable as it is set; a proposal when there is none yet, or around a closing date that is asked for."""
    standing = standing_of(tender)
    if standing.is_complete and closing is None:
        return standing.moments_in_plan()
    plan = propose(tender.route, clock.today(), consortia=wants_consortia(standing.answers), closing=closing)
    return {name: getattr(plan, name) for name in moments_of(tender.route)}


def remarks_on(tender: Tender, moments: dict[str, dt.datetime]) -> list[str]:
    """What the rules have against these moments, in sentences."""
    try:
        found = breaches(plan_of(tender, with_term(tender.route, moments)), clock.today())
    except Lapsed as lapsed:
        return [_("A term of law has lapsed (%(name)s). Nobody entered the new one yet.") % {"name": lapsed.id}]
    return [sentence(rule, breach) for rule, breach in found]
