"""Step 1: the dialogue, its meetings, what people bring in, what was found, and the response to each."""

from dialogues.models.about import AboutCount, NoGroup, UsedTicket
from dialogues.models.contribution import COUNTS, Channel, Contribution, ContributionKind, NameChoice, Pseudonym, Support, Unveiling
from dialogues.models.dialogue import Dialogue, DotChange, Fact, OpenQuestion, Rule, RuleKind
from dialogues.models.finding import Finding, FindingSource
from dialogues.models.meeting import Meeting, MeetingKind, Registration, RegistrationState
from dialogues.models.minutes import Correction, CorrectionOutcome
from dialogues.models.pilot import Pilot, Programme, Verdict
from dialogues.models.response import Outcome, Response, ResponseChange

__all__ = [
    "COUNTS",
    "AboutCount",
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
    "NoGroup",
    "OpenQuestion",
    "Outcome",
    "Pilot",
    "Programme",
    "Pseudonym",
    "Registration",
    "RegistrationState",
    "Response",
    "ResponseChange",
    "Rule",
    "RuleKind",
    "Support",
    "Unveiling",
    "UsedTicket",
    "Verdict",
]
