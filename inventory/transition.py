"""What stopping asks of who does the work now, in sum, for in the request: every bidder reads the same.

Awb 4:51 and Wmo 2.6.5 ask that it stands there in time. Numbers of a single party are its own business: they are shown when
three parties or more told theirs, since of two each can tell the other's, or when every one of them said that they may be.
"""

from inventory.models import MayStop

ENOUGH = 3


def transition_of(tender) -> dict:
    """What may stop by this tender as plain values, to be frozen with the request; empty when nothing may. One statement."""
    rows = MayStop.objects.standing().filter(tender=tender, told_on__isnull=False).select_related("line__party", "friction")
    rows = sorted(rows, key=lambda row: (row.stops_on, row.pk))
    if not rows:
        return {}
    told = [row.friction for row in rows if hasattr(row, "friction")]
    parties = {row.line.party_id or f"line {row.line_id}" for row in rows if hasattr(row, "friction")}
    return {
        "stops": [
            {
                "title": row.line.title,
                "stops_on": row.stops_on.isoformat(),
                "told_on": row.told_on.isoformat(),
                "notice_months": row.line.notice_months,
                "term_ends_on": row.term_ends_on.isoformat() if row.term_ends_on else None,
            }
            for row in rows
        ],
        "told": len(told),
        "sum": _sum(told) if len(parties) >= ENOUGH or (told and all(one.may_be_shown for one in told)) else {},
    }


def _sum(told: list) -> dict[str, int]:
    names = ("costs", "staff", "volunteers", "clients")
    if any(one.more_months for one in told):
        names = ("costs", "costs_with_time", *names[1:])
    known = {name: [value for one in told if (value := getattr(one, name)) is not None] for name in names}
    return {name: sum(values) for name, values in known.items() if values}  # what nobody told is not zero
