"""What a team has to look at: what was told against the house rules, and who asks to look again. Composed once."""

from dialogues.models import Appeal, Flag
from events.composed import composed_once, number_of


def _flags(tender_id):
    return Flag.objects.filter(contribution__tender=tender_id)


@composed_once
def flags_of(tender_id, cut):
    """What waits first, then what was decided."""
    return _flags(tender_id).for_page().order_by("decided_at", "pk")[cut]


@composed_once
def number_of_flags(tender_id):
    return number_of(_flags(tender_id))


@composed_once
def undecided_appeals(tender_id, cut):
    return Appeal.objects.undecided().for_page().filter(hiding__contribution__tender=tender_id)[cut]
