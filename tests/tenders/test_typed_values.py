"""Whatever is typed as an amount, a percentage, a number or a day: it is read and shown again as the same, or refused in Dutch."""

import datetime as dt

import pytest
from django import forms
from django.core.exceptions import ValidationError
from hypothesis import example, given, settings
from hypothesis import strategies as st

from events.fields import Day, Moment
from tenders.money import CentsFormField, ShareFormField
from tenders.widgets import DateInput, DateTimeInput

FIELDS = {
    "amount": CentsFormField(required=False),
    "share": ShareFormField(required=False),
    "number": forms.IntegerField(required=False),
    "day": Day(required=False, widget=DateInput),
    "moment": Moment(required=False, widget=DateTimeInput),
}
DUTCH = (
    *("Schrijf", "Een bedrag", "Dit bedrag", "Voer een", "Kijk naar", "In dit uur gaat de klok"),
    *("Null-tekens", "NUL-tekens", "Het opgegeven", "Geef een"),
)
SIGNS = st.text(alphabet="0123456789.,-+ €%eE:/TZ١٢²½\u00a0\x00_", max_size=24)
WRITTEN = st.one_of(
    SIGNS,
    st.text(max_size=20),
    st.integers().map(str),
    st.floats().map(str),
    st.dates().map(str),
    st.datetimes().map(lambda moment: moment.isoformat(timespec="minutes")),
    st.decimals(allow_nan=True).map(str),
)


def _again(field: forms.Field, value):
    """What is read when the value is shown in the form and sent back untouched."""
    shown = field.widget.format_value(field.prepare_value(value))
    return field.clean(shown)


@pytest.mark.parametrize("kind", FIELDS)
@settings(max_examples=150, deadline=None)
@example("1e400")
@example("NaN")
@example("١٢")
@example("1.000,00")
@example("1,000.00")
@example("31-02-2027")
@example("0000-00-00")
@example("9999-12-31")
@example("10000-01-01")
@example("2027-03-28T02:30")  # does not exist in Amsterdam
@example("2026-10-25T02:30")  # exists twice
@example("\x00")
@example("9" * 5000)
@given(typed=WRITTEN)
def test_what_is_typed_is_shown_again_as_the_same_or_refused_in_dutch(kind, typed):
    field = FIELDS[kind]
    try:
        value = field.clean(typed)
    except ValidationError as refused:
        assert all(message.startswith(DUTCH) for message in refused.messages), refused.messages
    else:
        assert value is None or _again(field, value) == value


@given(st.integers(0, 10**14 - 1))
def test_every_amount_is_shown_so_that_it_is_read_as_the_same(cents):
    assert _again(FIELDS["amount"], cents) == cents


@given(st.integers(0, 10_000))
def test_every_percentage_is_shown_so_that_it_is_read_as_the_same(hundredths):
    assert _again(FIELDS["share"], hundredths) == hundredths


@given(st.datetimes(dt.datetime(1950, 1, 1), dt.datetime(2199, 1, 1), timezones=st.just(dt.UTC)))
def test_every_moment_is_shown_so_that_it_is_read_as_the_same_minute(moment):
    moment = moment.replace(second=0, microsecond=0)
    try:
        assert _again(FIELDS["moment"], moment) == moment
    except ValidationError as refused:  # the hour that is there twice: the clock on the wall does not say which is meant
        assert (moment.month, moment.hour in (0, 1)) == (10, True), refused.messages
