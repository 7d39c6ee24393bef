"""Counting terms of law: examples worked out by hand, and what must hold for every day."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenders.law import terms
from tenders.law.terms import AWB, EU

DAY = dt.timedelta(days=1)
days = st.dates(dt.date(2024, 1, 1), dt.date(2029, 12, 31))
lengths = st.integers(1, 120)


def d(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize(
    "day, name",
    [
        ("2024-01-01", "Nieuwjaarsdag"),
        ("2024-03-29", "Goede vrijdag"),
        ("2024-04-01", "Tweede paasdag"),
        ("2024-04-27", "Koningsdag"),
        ("2025-04-26", "Koningsdag"),
        ("2024-05-05", "Bevrijdingsdag"),
        ("2026-05-05", "Bevrijdingsdag"),
        ("2024-05-09", "Hemelvaartsdag"),
        ("2024-05-20", "Tweede pinksterdag"),
        ("2024-12-25", "Eerste kerstdag"),
        ("2024-12-26", "Tweede kerstdag"),
        ("2024-12-31", ""),
        ("2025-04-27", ""),
        ("2024-12-24", ""),
    ],
)
def test_the_holidays_are_those_of_the_general_terms_act(day, name):
    assert terms.holiday(d(day)) == name


@pytest.mark.parametrize(
    "sent, last",
    [
        ("2024-02-01", "2024-02-21"),  # Thursday; twenty days later is a Wednesday in a leap year
        ("2023-02-01", "2023-02-21"),
        ("2024-03-11", "2024-04-02"),  # 31 March is Easter Sunday, 1 April Easter Monday
        ("2024-03-09", "2024-04-02"),  # 29 March is Good Friday, then a weekend, then Easter Monday
        ("2024-03-08", "2024-03-28"),  # Maundy Thursday is a working day
        ("2024-04-07", "2024-04-29"),  # 27 April is King's Day and a Saturday
        ("2024-04-15", "2024-05-06"),  # 5 May is Liberation Day and a Sunday
        ("2026-04-15", "2026-05-06"),  # 5 May is a Tuesday
        ("2024-12-05", "2024-12-27"),  # 25 and 26 December
        ("2025-12-05", "2025-12-29"),  # 25 and 26 December, then a weekend
        ("2024-12-12", "2025-01-02"),  # New Year's Day
        ("2024-03-21", "2024-04-10"),  # across the night of 31 March, which has 23 hours
        ("2024-10-10", "2024-10-30"),  # across the night of 27 October, which has 25 hours
    ],
)
def test_a_standstill_is_twenty_days_after_the_day_of_sending(sent, last):
    assert terms.standstill_end(d(sent)) == d(last)


@pytest.mark.parametrize(
    "sent, last",
    [
        ("2024-09-02", "2024-10-14"),  # Monday to Monday
        ("2024-02-19", "2024-04-02"),  # 1 April is Easter Monday
        ("2024-02-16", "2024-04-02"),  # 29 March is Good Friday
        ("2024-11-13", "2024-12-27"),  # 25 December
        ("2024-11-16", "2024-12-30"),  # a Saturday: 28 December is one too
        ("2024-03-28", "2024-05-10"),  # 9 May is Ascension Day; the Friday after it is a working day
    ],
)
def test_an_objection_may_come_until_six_weeks_after_the_day_of_sending(sent, last):
    assert terms.objection_end(d(sent)) == d(last)


def test_a_moment_counts_on_its_day_in_amsterdam():
    in_the_evening = dt.datetime(2024, 7, 1, 22, 30, tzinfo=dt.UTC)  # half past midnight on 2 July in Amsterdam
    assert terms.day_of(in_the_evening) == d("2024-07-02")
    assert terms.standstill_end(in_the_evening) == d("2024-07-22")
    assert terms.standstill_end(dt.datetime(2024, 7, 1, 21, 30, tzinfo=dt.UTC)) == d("2024-07-22")  # 21 July is a Sunday


@pytest.mark.parametrize(
    "event, length, counting, last",
    [
        ("2024-06-03", 1, EU, "2024-06-04"),
        ("2024-06-06", 2, EU, "2024-06-10"),  # Friday and Saturday: one working day, so Monday too
        ("2024-06-07", 2, EU, "2024-06-11"),  # Saturday and Sunday: Monday and Tuesday
        ("2024-06-07", 1, EU, "2024-06-10"),
        ("2024-06-07", 2, AWB, "2024-06-10"),  # the Dutch law asks two working days from three days on
        ("2024-06-07", 3, AWB, "2024-06-11"),
        ("2024-12-24", 3, EU, "2024-12-30"),  # 25, 26 and 27 December: one working day; then a weekend
        ("2024-03-28", 4, EU, "2024-04-03"),  # Good Friday until Easter Monday, then two days
        ("2024-01-02", 90, AWB, "2024-04-02"),  # 1 April is Easter Monday
        ("2024-01-01", 91, AWB, "2024-04-01"),  # more than ninety days: not moved (article 4)
        ("2024-01-01", 91, EU, "2024-04-02"),
    ],
)
def test_a_term_ends_on_a_working_day_and_holds_two_of_them(event, length, counting, last):
    assert terms.ends_on(d(event), length, counting) == d(last)


def test_a_term_of_no_days_is_refused():
    with pytest.raises(ValueError, match="at least one day"):
        terms.ends_on(d("2024-06-03"), 0)


@given(days, lengths)
def test_every_european_term_ends_on_a_working_day_not_before_its_length(event, length):
    last = terms.ends_on(event, length)
    assert terms.is_working_day(last)
    assert (last - event).days >= length
    assert length < 2 or terms.working_days(event + DAY, last) >= 2


@given(days, st.integers(2, 120))
def test_no_european_term_is_moved_further_than_needed(event, length):
    last, least = terms.ends_on(event, length), event + DAY * length
    between = [least + DAY * i for i in range((last - least).days)]
    enough = [day for day in between if terms.is_working_day(day) and terms.working_days(event + DAY, day) >= 2]
    assert enough == []


@given(days, lengths)
def test_a_longer_term_never_ends_earlier(event, length):
    assert terms.ends_on(event, length + 1) >= terms.ends_on(event, length)
    assert terms.ends_on(event + DAY, length) >= terms.ends_on(event, length)


@given(days, lengths)
def test_a_round_never_closes_within_its_term(published, length):
    closing = terms.earliest_closing(published, length)
    assert terms.is_working_day(closing)
    assert closing > terms.ends_on(published, length)


def test_a_round_of_45_days_closes_on_the_working_day_after_them():
    assert terms.earliest_closing(d("2024-06-03"), 45) == d("2024-07-19")  # 18 July is day 45
    assert terms.earliest_closing(d("2024-06-04"), 45) == d("2024-07-22")  # 19 July is day 45, a Friday


@given(days, st.integers(0, 30))
def test_counting_back_gives_a_working_day_that_lies_far_enough_before(day, length):
    found = terms.latest_before(day, length)
    assert terms.is_working_day(found)
    assert (day - found).days >= length


def test_ten_days_before_whit_tuesday_is_the_friday_before():
    assert terms.latest_before(d("2024-05-21"), 10) == d("2024-05-10")
    assert terms.latest_before(d("2024-05-19"), 10) == d("2024-05-08")  # 9 May is Ascension Day


def test_a_day_begins_and_ends_in_amsterdam_also_when_the_clock_changes():
    utc = dt.UTC
    assert terms.first_moment(d("2024-03-31")) == dt.datetime(2024, 3, 30, 23, tzinfo=utc)
    assert terms.last_moment(d("2024-03-31")) == dt.datetime(2024, 3, 31, 21, 59, 59, tzinfo=utc)
    assert terms.first_moment(d("2024-10-27")) == dt.datetime(2024, 10, 26, 22, tzinfo=utc)
    assert terms.last_moment(d("2024-10-27")) == dt.datetime(2024, 10, 27, 22, 59, 59, tzinfo=utc)
    assert terms.noon(d("2024-12-02")) == dt.datetime(2024, 12, 2, 11, tzinfo=utc)


def test_school_holidays_are_those_of_summer_and_christmas_in_any_region():
    assert terms.school_holiday_days(d("2024-06-01"), d("2024-07-05")) == {}
    assert terms.school_holiday_days(d("2024-06-20"), d("2024-07-12")) == {"Zomervakantie": 7}
    assert terms.school_holiday_days(d("2026-12-01"), d("2027-01-31")) == {"Kerstvakantie": 16}
