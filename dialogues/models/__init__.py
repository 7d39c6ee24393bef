"""Step 1: the dialogue, its meetings, what people bring in, what was found, and the response to each."""

from dialogues.models.contribution import COUNTS, Channel, Contribution, ContributionKind, NameChoice, Pseudonym, Support, Unveiling
from dialogues.models.dialogue import Dialogue, DotChange, Fact, OpenQuestion, Rule, RuleKind
from dialogues.models.finding import Finding, FindingSource
from dialogues.models.meeting import Meeting, MeetingKind, Registration, RegistrationState
from dialogues.models.minutes import Correction, CorrectionOutcome
from dialogues.models.paper import Sheet, Stack
from dialogues.models.response import Outcome, Response, ResponseChange

__all__ = [
    "COUNTS",
    "Channel",
    "Contribution",
    "ContributionKind",
    "Correction",
    "CorrectionOutcome",
    "Dialogue",
    "DotChange",
    "Fact",
    "Finding",
    "FindingSource",
    "Meeting",
    "MeetingKind",
    "NameChoice",
    "OpenQuestion",
    "Outcome",
    "Pseudonym",
    "Registration",
    "RegistrationState",
    "Response",
    "ResponseChange",
    "Rule",
    "RuleKind",
    "Sheet",
    "Stack",
    "Support",
    "Unveiling",
]
