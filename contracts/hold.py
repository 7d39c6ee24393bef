"""Holding a contract still while something is done with it."""

from django.utils.translation import gettext as _

from contracts.models import Contract, ContractState
from tenders.locks import hold, one_at_a_time
from tenders.refusal import Changed
from tenders.steps import Step

# A lot that was suspended gets its contract later, when the others are at work already.
STEPS = (Step.CONTRACT, Step.MONITORING)


def hold_contract(contract: Contract, *states: ContractState) -> Contract:
    """A fresh read, alone in its transaction; raises Changed unless the contract is in one of `states`, WrongStep out of step."""
    if contract.tender_id:
        hold(contract.tender, *STEPS)
    one_at_a_time("contract", contract.pk)
    fresh = Contract.objects.for_page().get(pk=contract.pk)
    if states and fresh.state not in states:
        raise Changed(
            _("Somebody changed this contract just before you: it is now in the state “%(state)s”. Look at it again."),
            params={"state": fresh.get_state_display()},
            code="state",
        )
    return fresh


def refuse_stale(mine: int, fresh) -> None:
    """Raise Changed when `fresh` was saved by somebody else since this person read it."""
    if mine != fresh.version:
        raise Changed(_("A colleague saved this just before you. Compare it with yours, and save again."), code="version")
