"""What grows in the neighbourhoods of a municipality, in numbers."""

from typing import NamedTuple

from django.db.models import Count, Q

from initiatives.models import Initiative


class Sum(NamedTuple):
    """How many initiatives there are, how many of them stopped, and how many people joined."""

    initiatives: int = 0
    stopped: int = 0
    joined: int = 0


class Sums(NamedTuple):
    by_area: dict[int | None, Sum]

    def of(self, area_id: int | None) -> Sum:
        """Of one neighbourhood; of None all together."""
        if area_id is not None:
            return self.by_area.get(area_id, Sum())
        rows = list(self.by_area.values())
        return Sum(*(sum(column) for column in zip(*rows, strict=True))) if rows else Sum()


def sums_of(municipality_id: int) -> Sums:
    """One statement, whatever there is."""
    rows = Initiative.objects.shown().filter(municipality=municipality_id).order_by().values("area_id")
    counted = rows.annotate(
        initiatives=Count("pk", distinct=True),
        stopped=Count("pk", distinct=True, filter=Q(stopped_at__isnull=False)),
        joined=Count("joinings", distinct=True, filter=Q(joinings__removed_at=None)),
    )
    return Sums({row["area_id"]: Sum(row["initiatives"], row["stopped"], row["joined"]) for row in counted})
