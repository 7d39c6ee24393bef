"""Holding a lot: its step, its state, and one at a time for what the whole committee depends on."""

from django.utils.translation import gettext_lazy as _

from tenders.locks import hold, one_at_a_time
from tenders.models import Lot, LotState
from tenders.refusal import Changed
from tenders.steps import Step

# In words for a refusal: what happened to the lot meanwhile.
_WHY_NOT = {
    LotState.OPEN: _("The bids of this lot have not been opened."),
    LotState.SUSPENDED: _("This lot is suspended. Nothing can be changed in it now."),
    LotState.DECIDED: _("This lot has been decided."),
    LotState.NOT_AWARDED: _("It was decided that nobody is chosen for this lot."),
    LotState.CONTRACTED: _("This lot has a contract."),
    LotState.IN_ASSESSMENT: _("The committee is judging this lot."),
}


def hold_lot(lot: Lot, *steps: Step, states: tuple[LotState, ...] = ()) -> Lot:
    """A fresh lot, alone: nobody else changes committee, consensus or decision of this lot in the meantime.

    Raises WrongStep when its tender is in another step, Changed when the lot is in none of `states`.
    """
    tender = hold(lot.tender, *steps)
    one_at_a_time("lot", lot.pk)
    fresh = Lot.objects.get(pk=lot.pk)
    fresh.tender = tender
    refuse_state(fresh, states)
    return fresh


def refuse_state(lot: Lot, states: tuple[LotState, ...]) -> None:
    if states and lot.state not in states:
        raise Changed(str(_WHY_NOT[LotState(lot.state)]), code="lot")
