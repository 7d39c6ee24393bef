"""An inventory with so many lines, in twenty areas and eight themes."""

import datetime as dt

from areas.models import Area, Theme
from events import clock
from inventory.models import AGREED, Line, LineKind


def make_stock(cast, size: int) -> None:
    """So many lines of every kind together; contracts end one after another."""
    place, today = cast.municipality, clock.today()
    areas = Area.objects.bulk_create(Area(municipality=place, name=f"Wijk {n}", population=4_000 + n) for n in range(20))
    themes = Theme.objects.bulk_create(Theme(municipality=place, name=f"Onderwerp {n}") for n in range(8))
    kinds, rows = list(LineKind), []
    for n in range(size):
        kind = kinds[n % len(kinds)]
        row = Line(municipality=place, kind=kind, title=f"Regel {n}", area=areas[n % 20], theme=themes[n % 8], amount=100_000 + n)
        row.text = "Wat er nu gebeurt, door wie, en wat het de gemeente in een jaar kost."
        if kind in AGREED:
            row.party_name, row.notice_months = f"Partij {n % 90}", 6
            row.ends_on = today + dt.timedelta(days=30 + n % 1200)
        row.count_notice()
        rows.append(row)
    Line.objects.bulk_create(rows, batch_size=500)
