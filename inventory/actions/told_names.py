"""Another spelling of a name is nobody else: its party stays, and who was told under it that their work may stop stays told."""

from collections.abc import Mapping

from inventory.models import MayStop
from inventory.taking_in.names import alike


def is_somebody_else(before: str, now: str) -> bool:
    """Whether these are names of two, and not one name in other capitals or with other signs."""
    return alike(before) != alike(now)


def keep_told_names(written: Mapping[int, tuple[str, str]]) -> None:
    """Write the names of who was told without an account as the inventory writes them now: {id of a line: (before, now)}. Where
    that is somebody else by now, nothing changes.
    """
    better = {pk: names for pk, names in written.items() if names[0] != names[1] and not is_somebody_else(*names)}
    told = MayStop.objects.filter(line__in=better, party=None, told_on__isnull=False) if better else ()
    rows = [row for row in told if row.told_name == better[row.line_id][0]]
    for row in rows:
        row.told_name = better[row.line_id][1]
    MayStop.objects.bulk_update(rows, ["told_name"])
