"""The tender: its lots, who is involved, its steps, the council's frame, and questions with their answers."""

from tenders.models.frame import Frame
from tenders.models.involvement import Involvement, InvolvementRole
from tenders.models.lot import Lot, LotState
from tenders.models.question import Question
from tenders.models.step_change import Move, PriorDocument, StepChange, StepPlan
from tenders.models.tender import Tender

__all__ = [
    "Frame",
    "Involvement",
    "InvolvementRole",
    "Lot",
    "LotState",
    "Move",
    "PriorDocument",
    "Question",
    "StepChange",
    "StepPlan",
    "Tender",
]
