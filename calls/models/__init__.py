"""Steps 2 and 3: the co-created request, how it is judged, the procedure, and the frozen version that is published."""

from calls.models.amendment import Amendment, AmendmentPart, AmendmentState, AmendmentSupport, PartChoice
from calls.models.call import Call
from calls.models.clause import Clause, ClauseSource, ClauseVersion, Section
from calls.models.criterion import Criterion, CriterionSource, Grade, ProposedIndicator
from calls.models.frozen import CallVersion, FrozenClause, FrozenCriterion, FrozenGrade, FrozenIndicator
from calls.models.initiative_word import InitiativeWord, Word, initiatives_around, without_a_word
from calls.models.procedure import ChoiceSignature, GuideAnswers, Milestone, MilestoneKind, ProcedureChoice

__all__ = [
    "Amendment",
    "AmendmentPart",
    "AmendmentState",
    "AmendmentSupport",
    "Call",
    "CallVersion",
    "ChoiceSignature",
    "Clause",
    "ClauseSource",
    "ClauseVersion",
    "Criterion",
    "CriterionSource",
    "FrozenClause",
    "FrozenCriterion",
    "FrozenGrade",
    "FrozenIndicator",
    "Grade",
    "GuideAnswers",
    "InitiativeWord",
    "Milestone",
    "MilestoneKind",
    "PartChoice",
    "ProcedureChoice",
    "ProposedIndicator",
    "Section",
    "Word",
    "initiatives_around",
    "without_a_word",
]
