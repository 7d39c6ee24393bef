"""Reporting a measurement, and correcting one: the wrong row stays, the new one counts."""

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from events import clock, log
from monitoring.models import Indicator, Measurement
from tenders.locks import hold, one_at_a_time
from tenders.refusal import Changed, Refused


@transaction.atomic
def report_measurement(
    *, indicator: Indicator, by: User, measured_on: dt.date, value: int | None = None, story: str = ""
) -> Measurement:
    """A value on a day with its story; one a day. Raises Refused by field."""
    indicator = _hold(indicator)
    if indicator.measurements.current().filter(measured_on=measured_on).exists():
        raise Refused({"measured_on": _("There is a measurement of this day already. Correct that one, or choose another day.")})
    measurement = _make(indicator, by, measured_on, value, story)
    log.record("monitoring.measurement_reported", by=by, thing=measurement, public=True, indicator=indicator.pk)
    return measurement


@transaction.atomic
def correct_measurement(
    *, measurement: Measurement, by: User, measured_on: dt.date, value: int | None = None, story: str = ""
) -> Measurement:
    """A new row instead of a wrong one, which stays to be seen."""
    indicator = _hold(measurement.indicator)
    wrong = Measurement.objects.get(pk=measurement.pk)
    if wrong.corrected_by_id:
        raise Changed(_("Somebody corrected this just before you. Look at the new one."), code="corrected")
    others = indicator.measurements.current().filter(measured_on=measured_on).exclude(pk=wrong.pk)
    if others.exists():
        raise Refused({"measured_on": _("There is a measurement of this day already. Correct that one, or choose another day.")})
    right = _make(indicator, by, measured_on, value, story)
    wrong.corrected_by = right
    wrong.save(update_fields=["corrected_by"])
    log.record("monitoring.measurement_corrected", by=by, thing=right, public=True, indicator=indicator.pk, wrong=wrong.pk)
    return right


def _hold(indicator: Indicator) -> Indicator:
    """A fresh read, alone in its transaction; the tender must run."""
    if indicator.contract.tender_id:
        hold(indicator.contract.tender)
    one_at_a_time("indicator", indicator.pk)
    return Indicator.objects.for_page().get(pk=indicator.pk)


def _make(indicator: Indicator, by: User, measured_on: dt.date, value: int | None, story: str) -> Measurement:
    if measured_on > clock.today():
        raise Refused({"measured_on": _("This day has not come yet. Fill in the day on which you measured.")})
    story = story.strip()
    if indicator.in_words and not story:
        raise Refused({"story": _("Write the story. This indicator has no number.")})
    if not indicator.in_words and value is None:
        raise Refused({"value": _("Fill in the number that you measured.")})
    parties = [row.party_id for row in indicator.contract.parties.all() if row.party_id in by.party_ids()]
    return Measurement.objects.create(
        indicator=indicator,
        measured_on=measured_on,
        value=None if indicator.in_words else value,
        story=story,
        party_id=parties[0] if parties else None,
        by=by,
        at=clock.now(),
    )
