"""Fetching is checking: the only ways for a view to get a tender, a lot or a question."""

from django.http import Http404
from django.shortcuts import get_object_or_404

from accounts.permissions import check, fetch
from events.composed import bring, composed_once
from tenders.models import Lot, Question, StepPlan, Tender


def tender_for(user, slug: str, permission: str) -> Tender:
    """The tender at this address; 404 when the person may not see it, 403 when the person may not do this."""
    tender = next(iter(_tenders_at(slug, *Tender.objects.reach_of(user))), None)
    if tender is None:
        raise Http404
    bring(tender, "plans", _plans_of(tender.pk))
    return check(user, permission, tender)


@composed_once
def _tenders_at(slug, tender_ids, municipality_ids):
    return Tender.objects.within(tender_ids, municipality_ids).select_related("municipality").filter(slug=slug)


@composed_once
def _plans_of(tender_id):
    return StepPlan.objects.filter(tender=tender_id)


def lot_for(user, slug: str, number: int, permission: str) -> Lot:
    """A lot of a tender that the person may see; 403 when the person may not do this with the lot."""
    tender = tender_for(user, slug, "tenders.view_tender")
    lot = get_object_or_404(tender.lots.all(), number=number)
    lot.tender = tender
    return check(user, permission, lot)


def question_for(user, public_id: str, permission: str) -> Question:
    """A question that was asked in a tender."""
    questions = Question.objects.select_related("tender__municipality").filter(tender__isnull=False)
    return fetch(questions, user, permission, public_id=public_id)
