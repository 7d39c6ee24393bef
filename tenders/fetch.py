"""Fetching is checking: the only ways for a view to get a tender, a lot or a question."""

from django.shortcuts import get_object_or_404

from accounts.permissions import check, fetch
from tenders.models import Lot, Question, Tender


def tender_for(user, slug: str, permission: str) -> Tender:
    """The tender at this address; 404 when the person may not see it, 403 when the person may not do this."""
    return fetch(Tender.objects.for_page(), user, permission, slug=slug)


def lot_for(user, slug: str, number: int, permission: str) -> Lot:
    """A lot of a tender that the person may see; 403 when the person may not do this with the lot."""
    tender = tender_for(user, slug, "tenders.view_tender")
    lot = get_object_or_404(tender.lots.all(), number=number)
    lot.tender = tender
    return check(user, permission, lot)


def question_for(user, public_id: str, permission: str) -> Question:
    return fetch(Question.objects.select_related("tender__municipality"), user, permission, public_id=public_id)
