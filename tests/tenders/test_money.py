"""Whole cents, whole hundredths of a percent, and nothing lost in dividing."""

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from tenders.money import CentsFormField, ShareFormField, divide, euro, percent


@pytest.mark.parametrize(
    ("typed", "cents"),
    [
        ("1234", 123_400),
        ("1.234", 123_400),
        ("1.234,5", 123_450),
        ("€ 1.234,56", 123_456),
        ("1,234.56", 123_456),
        ("12.345", 1_234_500),
        ("1,234,567", 123_456_700),
        ("12,-", 1_200),
        ("0", 0),
    ],
)
def test_an_amount_is_read_as_people_write_it(typed, cents):
    assert CentsFormField().clean(typed) == cents


@pytest.mark.parametrize("typed", ["12,345", "€ 1,234", "0,500", "100,000,-"])
def test_three_digits_behind_a_comma_can_mean_two_things_so_we_ask(typed):
    with pytest.raises(ValidationError) as refused:
        CentsFormField().clean(typed)
    sentence = "Schrijf duizendtallen met een punt, zoals 12.345. Schrijf centen met twee cijfers achter de komma, zoals 12,34."
    assert refused.value.messages == [sentence]


@pytest.mark.parametrize("typed", ["1.23.4", "een", "1,2,3,4", "12,345,6"])
def test_what_is_no_amount_is_refused(typed):
    with pytest.raises(ValidationError):
        CentsFormField().clean(typed)


@pytest.mark.parametrize(("typed", "hundredths"), [("12,5", 1_250), ("33,33 %", 3_333), ("100", 10_000), ("0", 0)])
def test_a_percentage_is_read_as_people_write_it(typed, hundredths):
    assert ShareFormField().clean(typed) == hundredths


@pytest.mark.parametrize("typed", ["101", "-1", "12,345"])
def test_what_is_no_percentage_is_refused(typed):
    with pytest.raises(ValidationError):
        ShareFormField().clean(typed)


@given(st.integers(0, 10**12), st.lists(st.integers(0, 10_000), min_size=1, max_size=12).filter(any))
def test_the_parts_add_up_to_the_amount_and_differ_less_than_a_cent(cents, shares):
    parts = divide(cents, shares)
    assert sum(parts) == cents
    assert all(abs(part - cents * share / sum(shares)) < 1 + cents * 1e-12 for part, share in zip(parts, shares, strict=True))


def test_the_cent_left_over_goes_to_the_first_of_equals():
    assert divide(100, [1, 1, 1]) == [34, 33, 33]


def test_amounts_and_percentages_as_the_dutch_write_them():
    assert [euro(248_000_000), euro(123_456), euro(5), euro(None)] == ["€ 2.480.000", "€ 1.234,56", "€ 0,05", ""]
    assert [percent(1_250), percent(10_000), percent(3_333)] == ["12,5 %", "100 %", "33,33 %"]


def test_amounts_and_percentages_follow_the_language_of_the_page():
    with translation.override("en"):
        amounts = [euro(248_000_000), euro(123_456), euro(-5), euro(100, always_cents=True), euro(None)]
        shares = [percent(1_250), percent(10_000), percent(3_333), percent(None)]
    assert amounts == ["€2,480,000", "€1,234.56", "-€0.05", "€1.00", ""]
    assert shares == ["12.5%", "100%", "33.33%", ""]


def test_without_a_language_they_are_dutch():
    with translation.override(None):
        assert [euro(123_456), percent(1_250)] == ["€ 1.234,56", "12,5 %"]
