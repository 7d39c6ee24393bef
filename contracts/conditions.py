"""Finished facts about contracts, for config/gates.py. Of a signature the thing is the contract, of a step the tender.

Whether the term after the decision is over, evaluation knows (`term_over`).
"""

from django.utils.translation import gettext_lazy as _

from evaluation.models import AwardDecision, DecisionKind
from tenders.gates import fact
from tenders.models import LotState
from tenders.steps import Step


@fact(_("The lot is not suspended."), page="contracts:show_contracts")
def lot_not_suspended(contract) -> bool:
    return contract.lot.state != LotState.SUSPENDED


@fact(_("Write down at least one agreement."), page="contracts:show_contracts")
def agreements_written(contract) -> bool:
    return bool(contract.current_agreements())


@fact(_("Tie each agreement to the clause that it comes from, and say how it follows."), page="contracts:show_contracts")
def agreements_tied(contract) -> bool:
    if contract.decision is None or contract.decision.call_version_id is None:
        return True  # the request was made before the platform: there is no clause to tie to
    return all(agreement.clause_id and agreement.reason for agreement in contract.current_agreements())


@fact(_("Name with each agreement the promise in the bid that it comes from."), page="contracts:show_contracts")
def promises_named(contract) -> bool:
    return all(agreement.promise_id for agreement in contract.current_agreements())


# What is missing in the text itself is refused when the contract is offered; waiting does not bring it.
ABOUT_THE_TEXT = (agreements_written, agreements_tied)


@fact(_("Sign a contract for each lot that was awarded. A suspended lot may follow later."), page="contracts:show_contracts")
def contracts_signed(tender) -> bool:
    """Every awarded lot that is not suspended has its contract, and at least one lot has."""
    states = {lot.state for lot in awarded_lots(tender)}
    return LotState.CONTRACTED in states and states <= {LotState.CONTRACTED, LotState.SUSPENDED}


@fact(_("A lot still waits for its contract, or for the end of a dispute."), page="contracts:show_contracts")
def no_lot_waits(tender) -> bool:
    return all(lot.state == LotState.CONTRACTED for lot in awarded_lots(tender))


def awarded_lots(tender) -> list:
    """The lots of which a decision that names a party was sent; all of them when that was before the platform."""
    if tender.began_after(Step.SELECTION):
        return list(tender.lots.exclude(state=LotState.NOT_AWARDED))
    decided = AwardDecision.objects.filter(lot__tender=tender, sent_at__isnull=False).exclude(kind=DecisionKind.NONE)
    return list(tender.lots.filter(pk__in=decided.values("lot_id")).exclude(state=LotState.NOT_AWARDED))
