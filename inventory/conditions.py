"""Finished facts about what may stop, for config/gates.py. A thing is a tender."""

from django.utils.translation import gettext_lazy as _

from inventory.models import MayStop
from tenders.gates import fact


@fact(_("Tell everybody whose work may stop by this."), page="inventory:list_may_stop")
def incumbents_told(tender) -> bool:
    """Of each, who does it by what the inventory says now: a correction after the telling makes that somebody else must hear it."""
    told = MayStop.objects.told().values("pk")
    return not MayStop.objects.standing().filter(tender=tender).exclude(pk__in=told).exists()
