"""A task starts a tender."""

from django.db import transaction

from accounts.models import User
from events import log
from inventory.models import Line, LineKind, TaskTender
from tenders.actions import edit_lot, start_tender
from tenders.models import Tender


@transaction.atomic
def start_from_line(*, line: Line, by: User, **values) -> Tender:
    """A new tender from a line; its lot begins with the area and, where public money is paid, the amount of the line."""
    tender = start_tender(municipality=line.municipality, by=by, **values)
    lot = tender.lots.get()
    known = {"area": line.area} if line.area else {}
    if line.amount and tender.traits.public_money and line.kind != LineKind.BUILDING:
        known |= {"budget": line.amount, "vat": line.vat}
    if known:
        people = {"inhabitants": line.area.population} if line.area and line.area.population else {}
        edit_lot(lot=lot, by=by, **known, **people)
    TaskTender.objects.create(line=line, tender=tender, started_by=by)
    log.record("inventory.started_from_line", by=by, thing=tender, line=line.pk)
    return tender
