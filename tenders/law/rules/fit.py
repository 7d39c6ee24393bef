"""What every choice asks, and whether a route fits what is wanted at all."""

import datetime as dt

from tenders.law.answers import Answers, Control, Initiative, Nature, ObjectType, Talk
from tenders.law.effect import CONTRACT, PROPERTY, SUBSIDY, Effect
from tenders.law.values import value
from tenders.routes import Route


def objective_grounds(a: Answers, on: dt.date) -> Effect | None:
    """R01: every choice needs its reason."""
    return Effect()


def result_is_wanted(a: Answers, on: dt.date) -> Effect | None:
    if a.nature != Nature.TASK:
        return None
    return Effect(points=dict.fromkeys(CONTRACT, 40))


def own_activity(a: Answers, on: dt.date) -> Effect | None:
    if a.nature != Nature.ACTIVITY:
        return None
    return Effect(points=dict.fromkeys(SUBSIDY, 40))


def not_a_social_service(a: Answers, on: dt.date) -> Effect | None:
    if a.is_social:
        return None
    return Effect(blocks=(Route.SAS,))


def no_building(a: Answers, on: dt.date) -> Effect | None:
    if a.uses_building or a.object_type == ObjectType.PROPERTY:
        return None
    return Effect(blocks=PROPERTY)


def only_a_building(a: Answers, on: dt.date) -> Effect | None:
    if a.object_type != ObjectType.PROPERTY:
        return None
    return Effect(points=dict.fromkeys(PROPERTY, 60), blocks=tuple(route for route in Route if route not in PROPERTY))


def choice_between_parties(a: Answers, on: dt.date) -> Effect | None:
    if a.invite_and_select:
        return Effect(blocks=(Route.SMALL_GRANT,))
    return Effect(points={Route.SUBSIDY_TENDER: -30}, says="no_choice")


def not_small(a: Answers, on: dt.date) -> Effect | None:
    if a.total_value <= value("small_grant_amount", on=on).cents:
        return None
    return Effect(points={Route.SMALL_GRANT: -30})


def talk_with_bidders(a: Answers, on: dt.date) -> Effect | None:
    """Some routes leave room to talk with who bids, others none."""
    if a.need_dialogue not in (Talk.DURING, Talk.AFTER):
        return None
    return Effect(
        points={
            Route.SAS: 10,
            Route.MULTIPLE_PRIVATE: 5,
            Route.COMPETITIVE_DIALOGUE: 10,
            Route.OPEN: -20,
            Route.RESTRICTED: -20,
        }
    )


def building_goes_along(a: Answers, on: dt.date) -> Effect | None:
    """P01: the rules of Didam. Everybody has an equal chance, unless there is surely one serious candidate only."""
    if a.object_type == ObjectType.PROPERTY:
        one = Effect(points={Route.BUILDING_ONE: 20}, says="one")
        return one if a.only_one_party else Effect(blocks=(Route.BUILDING_ONE,))
    if a.uses_building:
        blocks = () if a.only_one_party else (Route.BUILDING_ONE,)
        return Effect(points=dict.fromkeys(PROPERTY, -20), blocks=blocks, says="beside")
    return None


def right_to_challenge(a: Answers, on: dt.date) -> Effect | None:
    """R27: residents ask to take over a task; the route is the vehicle."""
    return Effect() if a.initiative == Initiative.CHALLENGE else None


def talk_before(a: Answers, on: dt.date) -> Effect | None:
    """R19: a conversation beforehand is allowed when everything said is published."""
    return Effect() if a.need_dialogue == Talk.BEFORE else None


def several_areas_one_lot(a: Answers, on: dt.date) -> Effect | None:
    """R32."""
    return Effect() if a.areas > 1 and a.lots == 1 else None


def support_act(a: Answers, on: dt.date) -> Effect | None:
    """R35: a fair price."""
    return Effect() if a.wmo_or_youth else None


def small_own_plan(a: Answers, on: dt.date) -> Effect | None:
    """R02: somebody's own plan, within limits, without a choice between parties."""
    if (
        a.nature == Nature.ACTIVITY
        and a.initiative != Initiative.MUNICIPALITY
        and not a.invite_and_select
        and a.control == Control.FRAMES
    ):
        return Effect(points={Route.SMALL_GRANT: 40})
    return None
