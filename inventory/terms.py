"""Months, as a contract counts them: from the 31st a month back is the last day of a shorter month."""

import calendar
import datetime as dt

# Awb 4:51: who got a subsidy for three years or more in a row gets a reasonable term.
LONG_YEARS = 3


def months_after(day: dt.date, months: int) -> dt.date:
    """The same day so many months later, or the last day of a month that is shorter."""
    place = day.year * 12 + day.month - 1 + months
    year, month = divmod(place, 12)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def months_before(day: dt.date, months: int) -> dt.date:
    """The same day so many months earlier, or the last day of a month that is shorter."""
    return months_after(day, -months)
