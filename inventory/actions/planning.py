"""What comes up or closes: periods for plans, the settings of the signal, and the signal itself."""

import datetime as dt

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _

from accounts.models import Municipality, User
from events import clock, log
from inventory.models import InventorySettings, Line, Period, Signal, SignalKind
from inventory.terms import months_after
from tenders.locks import one_at_a_time
from tenders.refusal import Refused

_MOST = 500  # lines in one signal; the rest comes with the next


@transaction.atomic
def open_period(*, municipality: Municipality, by: User, ends_on: dt.date, line: Line | None = None, **fields) -> Period:
    """Open a period in which everybody can bring a plan; about a line of the inventory it is where that line is."""
    if ends_on < clock.today():
        raise Refused({"ends_on": _("This day is over. Choose a day that is still to come.")})
    if line and line.municipality_id != municipality.pk:
        raise Refused(_("This line is of another municipality."), code="line")
    fields = {name: value.strip() if isinstance(value, str) else value for name, value in fields.items()}
    if line and not fields.get("area"):
        fields["area"] = line.area
    period = Period(municipality=municipality, ends_on=ends_on, line=line, opened_by=by, opened_at=clock.now(), **fields)
    period.full_clean(exclude=["municipality", "line", "area"])
    period.save()
    log.record("inventory.period_opened", by=by, thing=period, public=True, reason=period.reason)
    return period


@transaction.atomic
def close_period(*, period: Period, by: User, reason: str) -> Period:
    """Close a period before its last day, with the reason. Done twice, it changes nothing."""
    period = Period.objects.select_for_update(of=("self",)).select_related("municipality").get(pk=period.pk)
    if period.closed_at is None:
        period.closed_at, period.closed_because = clock.now(), reason.strip()
        period.save(update_fields=["closed_at", "closed_because"])
        log.record("inventory.period_closed", by=by, thing=period, public=True, reason=reason)
    return period


@transaction.atomic
def change_settings(*, municipality: Municipality, by: User | None, signal_months: int, reason: str = "") -> InventorySettings:
    """A new row of settings; the older ones stay and say what held when."""
    row = InventorySettings.objects.create(municipality=municipality, signal_months=signal_months, set_by=by, reason=reason)
    log.record("inventory.settings_changed", by=by, thing=row, reason=reason)
    return row


def settings_of(municipality: Municipality) -> InventorySettings:
    """The settings that hold now; the defaults when none were ever made."""
    return InventorySettings.objects.filter(municipality=municipality).first() or InventorySettings(municipality=municipality)


@transaction.atomic
def signal_ends(*, municipality: Municipality) -> int:
    """Tell officers, once, of contracts on which they must decide within some months, and of those whose last day for notice
    is there.

    Returns of how many. One event a run: a long list that was taken in is one message.
    """
    one_at_a_time("signal", municipality.pk)
    today = clock.today()
    until = months_after(today, settings_of(municipality).signal_months)
    lines = Line.objects.filter(municipality=municipality).running_that_end(today)
    found = [
        *_new(lines.to_decide_before(until), SignalKind.AHEAD, "ends_on"),
        *_new(lines.filter(notice_on__lte=today), SignalKind.NOTICE, "notice_on"),
    ]
    if found:
        Signal.objects.bulk_create(found)
        notices = sum(signal.kind == SignalKind.NOTICE for signal in found)
        log.record("inventory.ends_signalled", by=None, thing=municipality, count=len(found), notices=notices)
    return len(found)


def _new(lines, kind: SignalKind, field: str) -> list[Signal]:
    """A signal of each line that has none of this kind and day yet: of the first so many, cut after what was told is left out."""
    told = Exists(Signal.objects.filter(line=OuterRef("pk"), kind=kind, day=OuterRef(field)))
    rows = lines.filter(~told).values_list("pk", field)[:_MOST]
    return [Signal(line_id=pk, kind=kind, day=day, at=clock.now()) for pk, day in rows]
