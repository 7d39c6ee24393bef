"""Rules about orders: which European regime applies, and what that leaves."""

import datetime as dt

from tenders.law.answers import Answers, Clarity, CrossBorder, Funding, ObjectType, OfferMode, OnePartyGround, Talk
from tenders.law.effect import Effect, reaches_threshold, stays_below, threshold
from tenders.law.values import value
from tenders.routes import Route

_FEW_BIDDERS = 5


def social_at_threshold(a: Answers, on: dt.date) -> Effect | None:
    """R10: a social service from the threshold on has its own light procedure."""
    if a.is_social and reaches_threshold(a, on):
        return Effect(points={Route.SAS: 25}, blocks=(Route.MULTIPLE_PRIVATE,))
    return None


def social_below_threshold(a: Answers, on: dt.date) -> Effect | None:
    """R11."""
    if a.is_social and stays_below(a, on) and a.cross_border == CrossBorder.NO:
        return Effect(points={Route.MULTIPLE_PRIVATE: 25, Route.SAS: 10})
    return None


def certain_interest_from_abroad(a: Answers, on: dt.date) -> Effect | None:
    """R12: below the threshold too, everybody must be able to know of it."""
    if stays_below(a, on) and a.cross_border == CrossBorder.CERTAIN:
        return Effect(points={Route.SAS: 15, Route.OPEN: 15}, blocks=(Route.MULTIPLE_PRIVATE,))
    return None


def other_service_at_threshold(a: Answers, on: dt.date) -> Effect | None:
    """R13."""
    if a.object_type in (ObjectType.SERVICE, ObjectType.SUPPLY, ObjectType.MIXED) and not a.is_social and reaches_threshold(a, on):
        return Effect(points={Route.OPEN: 20, Route.RESTRICTED: 15}, blocks=(Route.MULTIPLE_PRIVATE,))
    return None


def work_or_concession_at_threshold(a: Answers, on: dt.date) -> Effect | None:
    """R14."""
    if a.object_type in (ObjectType.WORK, ObjectType.CONCESSION) and reaches_threshold(a, on):
        return Effect(points={Route.OPEN: 20, Route.RESTRICTED: 15}, blocks=(Route.MULTIPLE_PRIVATE,))
    return None


def mixed_order(a: Answers, on: dt.date) -> Effect | None:
    """R15: the main part decides the regime."""
    return Effect() if a.object_type == ObjectType.MIXED else None


def talk_during(a: Answers, on: dt.date) -> Effect | None:
    """R16: above the threshold a competitive dialogue needs one of the conditions of the law."""
    if a.is_social or not reaches_threshold(a, on):
        return None
    if not a.dialogue_conditions:
        return Effect(blocks=(Route.COMPETITIVE_DIALOGUE,), says="blocked")
    return Effect(points={Route.COMPETITIVE_DIALOGUE: 35}) if a.need_dialogue == Talk.DURING else None


def talk_after_offers(a: Answers, on: dt.date) -> Effect | None:
    """R17: the procedure with negotiation is no route here; the dialogue comes nearest."""
    if a.is_social or not reaches_threshold(a, on) or a.need_dialogue != Talk.AFTER:
        return None
    return Effect(points={Route.COMPETITIVE_DIALOGUE: 15} if a.dialogue_conditions else {})


def something_new(a: Answers, on: dt.date) -> Effect | None:
    """R18."""
    return Effect(points={Route.SAS: 5}) if a.innovation and reaches_threshold(a, on) else None


def clear_and_no_talk(a: Answers, on: dt.date) -> Effect | None:
    """R20: with few bidders everybody may bid at once; with many a first selection saves work."""
    if a.need_dialogue != Talk.NONE or a.spec_clarity != Clarity.CLEAR:
        return None
    if a.expected_bidders <= _FEW_BIDDERS:
        return Effect(points={Route.OPEN: 25}, says="few")
    return Effect(points={Route.RESTRICTED: 25}, says="many")


def competing_coalitions(a: Answers, on: dt.date) -> Effect | None:
    """R21: coalitions need talk."""
    if a.offer_mode != OfferMode.COALITIONS:
        return None
    return Effect(points={Route.SAS: 20} if a.is_social else {Route.COMPETITIVE_DIALOGUE: 15})


def one_joint_offer(a: Answers, on: dt.date) -> Effect | None:
    """R22: from the threshold on everybody may join on published terms."""
    if a.offer_mode != OfferMode.JOINT:
        return None
    if reaches_threshold(a, on):
        return Effect(points={Route.SAS: 20}, blocks=(Route.MULTIPLE_PRIVATE,), says="published")
    return Effect(points={Route.MULTIPLE_PRIVATE: 10}, says="below")


def rivals_together(a: Answers, on: dt.date) -> Effect | None:
    """R23: competition law."""
    return Effect() if a.offer_mode == OfferMode.JOINT and a.competitors_join else None


def invitation_without_notice(a: Answers, on: dt.date) -> Effect | None:
    """R24: from the threshold on, dealing without a notice needs a ground of the law."""
    if reaches_threshold(a, on) and not _has_ground(a):
        return Effect(blocks=(Route.MULTIPLE_PRIVATE,))
    return None


def one_party_at_threshold(a: Answers, on: dt.date) -> Effect | None:
    """R25."""
    if not a.only_one_party or not reaches_threshold(a, on):
        return None
    return Effect(says="" if _has_ground(a) else "no_ground")


def everybody_admitted(a: Answers, on: dt.date) -> Effect | None:
    """R26: without a choice between parties it is no order."""
    return Effect() if a.offer_mode == OfferMode.ADMIT_ALL else None


def paid_for_results(a: Answers, on: dt.date) -> Effect | None:
    """R28."""
    return Effect() if a.funding == Funding.OUTCOME else None


def paid_for_presence(a: Answers, on: dt.date) -> Effect | None:
    """R29."""
    return Effect() if a.funding in (Funding.AVAILABILITY, Funding.PERFORMANCE) else None


def just_below_threshold(a: Answers, on: dt.date) -> Effect | None:
    """R34: amounts for the same work are added up, and never split to stay below."""
    border = threshold(a, on)
    if border is None or a.total_value >= border:
        return None
    near = border * (100 - value("near_threshold", on=on).number) // 100
    if a.repeated:
        return Effect(says="repeated")
    return Effect() if a.total_value >= near else None


def _has_ground(a: Answers) -> bool:
    return a.only_one_party and a.one_party_ground != OnePartyGround.NONE
