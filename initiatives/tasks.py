"""What comes by itself: who answers a plan is reminded a week before, everybody sees when it is late, plans for a line of the
inventory touch the tender that began with it, and an answer that waited to be public moves its plan.
"""

import datetime as dt

from celery import shared_task
from django.db.models import Q

from events import clock
from events.models import Event
from initiatives import actions
from initiatives.actions.plans import REMIND_DAYS
from initiatives.models import Plan
from tenders.models import Tender


@shared_task(name="initiatives.remind_of_plans")
def remind_of_plans() -> int:
    """Each plan at most twice; returns how many."""
    today = clock.today()
    soon = Q(reminded_at=None, answer_by__gte=today, answer_by__lte=today + dt.timedelta(days=REMIND_DAYS))
    late = Q(called_late_at=None, answer_by__lt=today)
    return sum(actions.remind_of_plan(plan=plan) for plan in Plan.objects.unanswered().filter(soon | late).order_by("pk")[:500])


@shared_task(name="initiatives.tie_plans")
def tie_plans(event_id: int) -> int:
    """After a tender became public; returns how many plans touch it from now on."""
    return actions.tie_plans(tender=_tender(event_id))


@shared_task(name="initiatives.carry_plans")
def carry_plans(event_id: int) -> int:
    """After answers of a tender went out to all; returns how many plans went into another tender, or out of it."""
    return actions.carry_plans(tender=_tender(event_id))


def _tender(event_id: int) -> Tender:
    return Tender.objects.for_page().get(pk=Event.objects.values_list("thing_id", flat=True).get(pk=event_id))
