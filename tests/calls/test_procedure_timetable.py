"""The timetable: every moment, in order, lawful; two who save it; what the gate asks."""

import datetime as dt

import pytest

from calls import actions
from calls.conditions import procedure
from calls.freezing import freeze
from calls.models import Call, Milestone, MilestoneKind
from calls.standing import standing_of
from tenders.gates import Gate, checklist
from tenders.law import terms
from tenders.law.answers import Answers, OfferMode
from tenders.law.timetable import moments_of, propose
from tenders.models import Tender
from tenders.refusal import Changed, Refused, WrongStep
from tenders.routes import Route
from tenders.steps import Step
from tests import make
from tests.make.procedure import EUR

MONDAY = dt.datetime(2026, 8, 31, 8, tzinfo=dt.UTC)
COALITIONS = Answers(total_value=9_920_000 * EUR, offer_mode=OfferMode.COALITIONS)


@pytest.fixture(autouse=True)
def _it_is_monday(move_clock):
    move_clock(to=MONDAY)


def tender_with(cast, route):
    return make.tender(cast, step=Step.PROCEDURE, route=route)


def moments(route, **changed):
    plan = propose(route, dt.date(2026, 8, 31), consortia=True)
    return {name: getattr(plan, name) for name in moments_of(route) if name != "term_ends"} | changed


def save(cast, tender, given, version=1):
    return actions.set_timetable(tender=tender, by=cast.officer, version=version, moments=given)


def refused(cast, tender, given) -> dict:
    with pytest.raises(Refused) as refusal:
        save(cast, tender, given)
    assert Milestone.objects.count() == 0
    return refusal.value.message_dict


@pytest.mark.parametrize("route", [Route.SAS, Route.OPEN, Route.RESTRICTED, Route.SUBSIDY_TENDER, Route.COMPETITIVE_DIALOGUE])
def test_a_proposal_is_saved_as_it_is_with_the_term_that_follows_from_the_decision(cast, route):
    tender = tender_with(cast, route)
    given = moments(route)
    save(cast, tender, given)
    ends = terms.objection_end if route == Route.SUBSIDY_TENDER else terms.standstill_end
    assert standing_of(Tender.objects.get(pk=tender.pk)).moments == given | {
        "term_ends": terms.last_moment(ends(given["decision"]))
    }


def test_every_moment_is_needed(cast):
    tender = tender_with(cast, Route.SAS)
    assert list(refused(cast, tender, {})) == [
        "questions_until",
        "answers_by",
        "closing",
        "opening",
        "decision",
        "term_ends",
        "start",
    ]


def test_a_moment_in_the_past_or_out_of_order_is_refused_beside_it(cast):
    tender = tender_with(cast, Route.SAS)
    good = moments(Route.SAS)
    assert list(refused(cast, tender, good | {"questions_until": MONDAY - dt.timedelta(days=1)})) == ["questions_until"]
    assert list(refused(cast, tender, good | {"opening": good["closing"]})) == ["opening"]
    assert list(refused(cast, tender, good | {"start": good["decision"]})) == ["start"]


def test_a_term_below_the_minimum_of_the_law_is_blocked_to_the_day(cast):
    tender = tender_with(cast, Route.OPEN)
    early = {"closing": terms.noon(dt.date(2026, 10, 15)), "opening": terms.noon(dt.date(2026, 10, 16))}
    early |= {"answers_by": terms.noon(dt.date(2026, 10, 2)), "questions_until": terms.noon(dt.date(2026, 9, 25))}
    # 31 August and 45 days is Thursday 15 October, so Friday is the first day after it
    assert list(refused(cast, tender, moments(Route.OPEN) | early | {"closing": terms.noon(dt.date(2026, 10, 15))})) == ["closing"]
    save(
        cast,
        tender,
        moments(Route.OPEN) | early | {"closing": terms.noon(dt.date(2026, 10, 16)), "opening": terms.noon(dt.date(2026, 10, 19))},
    )


def test_no_work_before_the_standstill_is_over_but_an_objection_does_not_stop_it(cast):
    given = moments(Route.SAS)
    inside = given | {"start": given["decision"] + dt.timedelta(days=7)}
    assert list(refused(cast, tender_with(cast, Route.SAS), inside)) == ["start"]
    given = moments(Route.SUBSIDY_TENDER)
    save(cast, tender_with(cast, Route.SUBSIDY_TENDER), given | {"start": given["decision"] + dt.timedelta(days=7)})


def test_two_officers_who_save_at_once_lose_nothing(cast):
    tender = tender_with(cast, Route.SAS)
    save(cast, tender, moments(Route.SAS))
    with pytest.raises(Changed) as refusal:
        save(cast, tender, moments(Route.SAS), version=1)
    assert refusal.value.code == "version"
    assert save(cast, tender, moments(Route.SAS), version=2).version == 3


def test_moments_of_a_former_route_disappear(cast):
    tender = tender_with(cast, Route.RESTRICTED)
    save(cast, tender, moments(Route.RESTRICTED))
    assert Milestone.objects.filter(kind=MilestoneKind.REQUESTS_UNTIL).count() == 1
    tender.route = Route.SAS
    tender.save()
    save(cast, tender, moments(Route.SAS), version=2)
    assert Milestone.objects.filter(kind=MilestoneKind.REQUESTS_UNTIL).count() == 0


def test_a_published_timetable_stays(cast):
    tender = tender_with(cast, Route.SAS)
    make.published_call(cast, tender)
    with pytest.raises(Refused) as refusal:
        save(cast, tender, moments(Route.SAS))
    assert refusal.value.code == "published"


def test_a_timetable_is_made_in_step_three_only(cast):
    tender = make.tender(cast, step=Step.REQUEST, route=Route.SAS)
    with pytest.raises(WrongStep):
        save(cast, tender, moments(Route.SAS))
    assert Call.objects.count() == 0


# What the gate asks


def facts(tender) -> dict[str, bool]:
    fresh = Tender.objects.get(pk=tender.pk)
    return {name: getattr(procedure, name)(fresh) for name in ("timetable_complete", "timetable_lawful", "timetable_roomy")}


def test_the_gate_counts_from_today_until_the_day_of_publication(cast, move_clock):
    tender = tender_with(cast, Route.OPEN)
    make.choice(cast, tender, answers=COALITIONS)
    assert facts(tender) == {"timetable_complete": False, "timetable_lawful": False, "timetable_roomy": False}
    make.timetable(tender)
    assert facts(tender) == {"timetable_complete": True, "timetable_lawful": True, "timetable_roomy": True}
    move_clock(to=MONDAY + dt.timedelta(days=2))
    assert facts(tender) == {"timetable_complete": True, "timetable_lawful": False, "timetable_roomy": False}
    version = freeze(Call.objects.get(tender=tender), by=cast.officer, for_bids=True, procedure={"route": "open"})
    version.published_at = MONDAY
    version.save()
    assert facts(tender) == {"timetable_complete": True, "timetable_lawful": True, "timetable_roomy": True}


def test_coalitions_are_advised_six_weeks_without_blocking(cast):
    tender = tender_with(cast, Route.SAS)
    make.choice(cast, tender, answers=COALITIONS)
    make.timetable(tender, closing=terms.noon(dt.date(2026, 10, 5)), answers_by=terms.noon(dt.date(2026, 9, 24)))
    assert facts(tender) == {"timetable_complete": True, "timetable_lawful": True, "timetable_roomy": False}


def test_a_lapsed_term_is_no_lawful_term(cast, move_clock):
    move_clock(to=dt.datetime(2012, 1, 2, 12, tzinfo=dt.UTC))
    tender = tender_with(cast, Route.OPEN)
    make.choice(cast, tender, answers=Answers())
    call = Call.objects.create(tender=tender)
    for name in moments_of(Route.OPEN):
        Milestone.objects.create(call=call, kind=MilestoneKind[name.upper()], at=MONDAY)
    assert facts(tender) == {"timetable_complete": True, "timetable_lawful": False, "timetable_roomy": False}


@pytest.mark.parametrize(
    "route, asked",
    [
        (Route.SMALL_GRANT, 2),
        (Route.BUILDING_ONE, 2),
        (Route.BUILDING, 5),
        (Route.SUBSIDY_TENDER, 5),
        (Route.SAS, 5),
        (Route.MULTIPLE_PRIVATE, 5),
    ],
)
def test_a_direct_route_is_asked_a_signed_choice_only(cast, route, asked):
    assert len(checklist(tender_with(cast, route), Gate.LEAVE_PROCEDURE)) == asked
