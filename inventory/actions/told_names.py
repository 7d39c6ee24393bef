"""Another spelling of a name is nobody else: who was told under that name that their work may stop, stays told."""

from collections.abc import Mapping

from inventory.models import MayStop


def keep_told_names(better: Mapping[int, tuple[str, str]]) -> None:
    """Write the names of who was told without an account as the inventory writes them now: {id of a line: (before, now)}."""
    told = MayStop.objects.filter(line__in=better, party=None, told_on__isnull=False) if better else ()
    rows = [row for row in told if row.told_name == better[row.line_id][0]]
    for row in rows:
        row.told_name = better[row.line_id][1]
    MayStop.objects.bulk_update(rows, ["told_name"])
