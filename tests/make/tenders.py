"""Tenders, lots and involvements in any state."""

import itertools

from events import clock
from tenders.models import Involvement, InvolvementRole, Lot, Tender
from tenders.routes import Route
from tenders.steps import Step

_count = itertools.count(1)


def tender(cast, *, step=Step.DIALOGUE, route=Route.SUBSIDY_TENDER, published=True, lots=1, **fields) -> Tender:
    """A tender of the cast's municipality in any step, with `officer` and `buyer` in its team. Route final from step 4."""
    number = next(_count)
    values = {
        "title": f"Dagactivering {number}",
        "summary": "Mensen zonder huis maken zelf iets.",
        "slug": f"dagactivering-{number}",
        "reference": f"2026-{number:03d}",
        "municipality": cast.municipality,
        "step": step,
        "route": route,
        "route_is_final": step >= Step.SELECTION,
        "contact_person": "Marloes Beleid",
        "contact_phone": "038 498 91 11",
        "published_at": clock.now() if published else None,
    }
    made = Tender.objects.create(**(values | fields))
    for index in range(1, lots + 1):
        lot(made, number=index, name=made.title if lots == 1 else f"Perceel {index}")
    involve(made, InvolvementRole.OFFICER, person=cast.officer)
    involve(made, InvolvementRole.OFFICER, person=cast.buyer)
    return made


def lot(of: Tender, *, number: int, **fields) -> Lot:
    return Lot.objects.create(tender=of, number=number, **({"name": f"Perceel {number}", "budget": 41_000_000} | fields))


def involve(tender: Tender, role: InvolvementRole, *, person=None, party=None, lot=None) -> Involvement:
    made = Involvement.objects.create(tender=tender, lot=lot, person=person, party=party, role=role)
    for someone in [person] if person else [m.user for m in party.memberships.all()]:
        someone.forget_roles()
    return made
