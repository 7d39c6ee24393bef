"""Step 4, second half: the committee, its scores, the consensus, the decision and the letters."""

from evaluation.models.committee import Capacity, Seat
from evaluation.models.decision import AwardDecision, AwardReason, AwardResult, DecisionKind, Letter, Suspension
from evaluation.models.score import Consensus, Score

__all__ = [
    "AwardDecision",
    "AwardReason",
    "AwardResult",
    "Capacity",
    "Consensus",
    "DecisionKind",
    "Letter",
    "Score",
    "Seat",
    "Suspension",
]
