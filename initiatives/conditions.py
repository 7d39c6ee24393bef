"""Finished facts about plans, for config/gates.py. A thing is a tender."""

from django.utils.translation import gettext_lazy as _

from initiatives.models import Knowledge, Plan
from tenders.gates import fact


@fact(
    _("Write down and publish what the makers of each plan for this tender knew ahead, also when that is nothing."),
    page="initiatives:list_tender_plans",
)
def knowledge_published(tender) -> bool:
    """Of each plan that touches it something was written down, and nothing of it is for the makers alone."""
    plans = Plan.objects.touching(tender.pk)
    silent = plans.exclude(pk__in=Knowledge.objects.published().values("plan"))
    return not silent.exists() and not Knowledge.objects.filter(plan__in=plans, published_at=None).exists()
