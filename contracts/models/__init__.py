"""Step 5: the contract, its agreements with their place on the thread, and who signed."""

from contracts.models.agreement import Agreement
from contracts.models.contract import AmountPer, Contract, ContractForm, ContractParty, ContractState, FundingModel, TakenBack
from contracts.models.signature import ContractSignature, Side

__all__ = [
    "Agreement",
    "AmountPer",
    "Contract",
    "ContractForm",
    "ContractParty",
    "ContractSignature",
    "ContractState",
    "FundingModel",
    "Side",
    "TakenBack",
]
