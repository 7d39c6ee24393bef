"""Timetables: what is proposed is lawful, and each rule about them at its border."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tenders.law import terms
from tenders.law.advice import breaches
from tenders.law.rules import timetable
from tenders.law.rules.timetable import Breach
from tenders.law.timetable import Plan, in_working_hours, moments_of, propose
from tenders.routes import Route, traits

WITH_ROUNDS = [route for route in Route if traits(route).rounds]


def d(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def at(text: str) -> dt.datetime:
    return terms.noon(d(text))


def test_the_moments_of_a_route_are_those_of_its_rounds_and_its_term():
    assert moments_of(Route.SAS) == (
        "questions_until",
        "answers_by",
        "closing",
        "opening",
        "decision",
        "term_ends",
        "start",
    )
    assert moments_of(Route.RESTRICTED)[:3] == ("requests_until", "invitation", "questions_until")


def test_a_proposal_for_an_open_procedure_worked_out_by_hand():
    plan = propose(Route.OPEN, d("2026-09-01"))
    assert plan == Plan(
        route=Route.OPEN,
        published=d("2026-09-01"),
        questions_until=at("2026-10-02"),
        answers_by=at("2026-10-09"),
        closing=at("2026-10-19"),  # day 45 is Friday 16 October
        opening=at("2026-10-20"),
        decision=at("2026-11-16"),
        term_ends=terms.last_moment(d("2026-12-07")),  # day 20 is Sunday 6 December
        start=terms.first_moment(d("2026-12-21")),
    )


def test_a_proposal_gives_two_weeks_more_over_the_summer():
    plan = propose(Route.SUBSIDY_TENDER, d("2024-06-10"), consortia=True)
    assert terms.day_of(plan.closing) == d("2024-08-06")  # 42 + 14 days end on 5 August
    assert breaches(plan, d("2024-06-10")) == []


def test_a_proposal_around_a_closing_date_keeps_that_date():
    plan = propose(Route.SAS, d("2026-09-01"), closing=d("2026-10-30"))
    assert (plan.closing, plan.answers_by, plan.questions_until) == (at("2026-10-30"), at("2026-10-20"), at("2026-10-13"))


@settings(max_examples=80, deadline=None)
@given(st.sampled_from(WITH_ROUNDS), st.dates(dt.date(2026, 1, 1), dt.date(2027, 6, 30)), st.booleans())
def test_every_proposal_is_lawful_and_in_order(route, published, consortia):
    plan = propose(route, published, consortia=consortia)
    moments = [getattr(plan, name) for name in moments_of(route) if name not in ("questions_until", "answers_by")]
    assert None not in moments
    assert moments == sorted(moments)
    assert plan.questions_until < plan.answers_by < plan.closing
    assert [rule.id for rule, breach in breaches(plan, published) if breach.blocks] == []


# T01 and T02


@pytest.mark.parametrize("closing, breached", [("2026-10-16", True), ("2026-10-19", False)])
def test_t01_an_open_procedure_is_open_for_45_whole_days(closing, breached):
    plan = Plan(Route.OPEN, d("2026-09-01"), closing=at(closing))
    late = [Breach("closing", True, until=d("2026-10-19"), facts={"days": 45})]
    assert timetable.minimum_term(plan, d("2026-09-01")) == (late if breached else [])


def test_t01_a_selection_is_open_for_30_days_and_the_bids_for_40():
    early = Plan(
        Route.RESTRICTED,
        d("2026-09-01"),
        requests_until=at("2026-10-01"),
        invitation=at("2026-10-15"),
        closing=at("2026-11-24"),
    )
    assert timetable.minimum_term(early, d("2026-09-01")) == [
        Breach("requests_until", True, until=d("2026-10-02"), facts={"days": 30}),
        Breach("closing", True, until=d("2026-11-25"), facts={"days": 40}),
    ]
    right = replace(early, requests_until=at("2026-10-02"), closing=at("2026-11-25"))
    assert timetable.minimum_term(right, d("2026-09-01")) == []


@pytest.mark.parametrize("route", [Route.SAS, Route.SUBSIDY_TENDER, Route.MULTIPLE_PRIVATE])
def test_t01_knows_routes_without_a_term_of_law(route):
    assert timetable.minimum_term(Plan(route, d("2026-09-01"), closing=at("2026-09-02")), d("2026-09-01")) == []


@pytest.mark.parametrize(
    "route, consortia, closing, until",
    [
        (Route.SAS, False, "2026-10-01", "2026-10-02"),
        (Route.SAS, False, "2026-10-02", None),
        (Route.SAS, True, "2026-10-13", "2026-10-14"),
        (Route.SAS, True, "2026-10-14", None),
        (Route.SUBSIDY_TENDER, False, "2026-10-13", "2026-10-14"),
        (Route.MULTIPLE_PRIVATE, False, "2026-09-22", "2026-09-23"),
        (Route.MULTIPLE_PRIVATE, False, "2026-09-23", None),
    ],
)
def test_t02_parties_that_must_find_each_other_get_six_weeks(route, consortia, closing, until):
    plan = Plan(route, d("2026-09-01"), consortia=consortia, closing=at(closing))
    found = timetable.room_to_bid(plan, d("2026-09-01"))
    assert [(b.moment, b.blocks, b.says, b.until) for b in found] == ([("closing", False, "", d(until))] if until else [])


def test_t02_over_christmas_two_weeks_more_are_advised():
    plan = Plan(Route.SAS, d("2026-12-01"), closing=at("2027-01-04"))
    assert timetable.room_to_bid(plan, d("2026-12-01")) == [
        Breach(
            "closing",
            False,
            says="holidays",
            until=d("2027-01-15"),
            facts={"days": 44, "holiday": "Kerstvakantie", "covered": 16},
        )
    ]
    assert timetable.room_to_bid(replace(plan, closing=at("2027-01-15")), d("2026-12-01")) == []


def test_t02_a_few_days_of_holiday_do_not_count():
    plan = Plan(Route.SAS, d("2026-05-28"), closing=at("2026-07-08"))  # five days of the summer holidays
    assert timetable.room_to_bid(plan, d("2026-05-28")) == []


# T03 to T06


@pytest.mark.parametrize("answers, breached", [("2026-10-09", False), ("2026-10-10", True)])
def test_t03_answers_come_ten_days_before_closing(answers, breached):
    for route, blocks in ((Route.OPEN, True), (Route.SAS, False)):
        plan = Plan(route, d("2026-09-01"), answers_by=at(answers), closing=at("2026-10-19"))
        late = [Breach("answers_by", blocks, until=d("2026-10-09"), facts={"days": 10})]
        assert timetable.answers_in_time(plan, d("2026-09-01")) == (late if breached else [])


@pytest.mark.parametrize(
    "moment, good",
    [
        (dt.datetime(2026, 10, 19, 7, 0), True),  # nine o'clock in Amsterdam in summer time
        (dt.datetime(2026, 10, 19, 6, 59), False),
        (dt.datetime(2026, 10, 19, 15, 0), True),
        (dt.datetime(2026, 10, 19, 15, 1), False),
        (dt.datetime(2026, 10, 26, 8, 0), True),  # winter time
        (dt.datetime(2026, 10, 26, 7, 0), False),
        (dt.datetime(2026, 10, 24, 10, 0), False),  # a Saturday
        (dt.datetime(2026, 12, 25, 11, 0), False),
    ],
)
def test_t04_a_round_closes_when_somebody_answers_the_telephone(moment, good):
    moment = moment.replace(tzinfo=dt.UTC)
    assert in_working_hours(moment) is good
    found = timetable.closing_in_working_hours(Plan(Route.SAS, d("2026-09-01"), closing=moment), d("2026-09-01"))
    assert [breach.moment for breach in found] == ([] if good else ["closing"])


@pytest.mark.parametrize("decision, breached", [("2026-12-14", False), ("2026-12-15", True)])
def test_t05_an_application_is_decided_on_within_eight_weeks(decision, breached):
    plan = Plan(Route.SUBSIDY_TENDER, d("2026-09-01"), closing=at("2026-10-19"), decision=at(decision))
    late = [Breach("decision", False, until=d("2026-12-14"), facts={"weeks": 8})]
    assert timetable.decision_on_applications(plan, d("2026-09-01")) == (late if breached else [])
    assert timetable.decision_on_applications(replace(plan, route=Route.SAS), d("2026-09-01")) == []


@pytest.mark.parametrize("route, blocks", [(Route.SAS, True), (Route.OPEN, True), (Route.SUBSIDY_TENDER, False)])
def test_t06_the_work_begins_after_the_term(route, blocks):
    ends = terms.last_moment(d("2026-12-18"))
    plan = Plan(route, d("2026-09-01"), term_ends=ends, start=terms.first_moment(d("2026-12-18")))
    assert timetable.work_after_the_term(plan, d("2026-09-01")) == [Breach("start", blocks, until=d("2026-12-21"))]
    assert timetable.work_after_the_term(replace(plan, start=terms.first_moment(d("2026-12-19"))), d("2026-09-01")) == []
