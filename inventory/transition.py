"""What stopping asks of who does the work now, in sum, for in the request: every bidder reads the same.

Awb 4:51 and Wmo 2.6.5 ask that it stands there in time. Numbers of a single party are its own business. A sum is shown when
three parties or more stand in it that keep theirs to themselves, since of two each can tell the other's; or when nobody in it
does. Who agreed to be shown does not count for the three: its numbers can be known, and taken off.
"""

from inventory.models import MayStop

ENOUGH = 3


def transition_of(tender) -> dict:
    """What may stop by this tender as plain values, to be frozen with the request; empty when nothing may. One statement."""
    rows = MayStop.objects.standing().told().filter(tender=tender).select_related("line", "friction")
    rows = sorted(rows, key=lambda row: (row.stops_on, row.pk))
    if not rows:
        return {}
    filed = [row for row in rows if hasattr(row, "friction")]
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
        "told": len(filed),
        "sum": _sums(filed) if _tells_of_nobody(filed) else {},
    }


def _sums(filed: list[MayStop]) -> dict[str, int]:
    """The sum of each figure over who told it, as far as it tells of nobody; what nobody told is not zero."""
    sums = {"costs": sum(row.friction.costs for row in filed)}
    # Beside the costs, this tells what those who asked time save together, and nobody else.
    if _tells_of_nobody([row for row in filed if row.friction.costs_then is not None]):
        sums["costs_with_time"] = sum(row.friction.costs_with_time for row in filed)
    for name in ("staff", "volunteers", "clients"):
        told = [row for row in filed if getattr(row.friction, name) is not None]
        if _tells_of_nobody(told):
            sums[name] = sum(getattr(row.friction, name) for row in told)
    return sums


def _tells_of_nobody(filed: list[MayStop]) -> bool:
    """Whether nobody can tell from a sum of these what one party keeps to itself."""
    kept = {row.party_id for row in filed if not row.friction.may_be_shown}
    return bool(filed) and (not kept or len(kept) >= ENOUGH)
