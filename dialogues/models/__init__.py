"""Step 1: the dialogue, its meetings, what people bring in, what was found, and the response to each."""

from dialogues.models.conclusion import LAST, Conclusion, Edition, Ending
from dialogues.models.contribution import (
    COUNTS,
    NO_ANSWER,
    Channel,
    Contribution,
    ContributionKind,
    NameChoice,
    Pseudonym,
    Support,
    Unveiling,
    answer_of,
    supports_of,
)
from dialogues.models.dialogue import Dialogue, DotChange, Fact, OpenQuestion, Rule, RuleKind
from dialogues.models.finding import Finding, FindingSource, Merging
from dialogues.models.meeting import Meeting, MeetingKind, Registration, RegistrationState
from dialogues.models.minutes import Correction, CorrectionOutcome
from dialogues.models.moderation import Appeal, AppealOutcome, Flag, FlagOutcome, Ground, Hiding
from dialogues.models.response import Outcome, Response, ResponseChange

__all__ = [
    "COUNTS",
    "LAST",
    "NO_ANSWER",
    "Appeal",
    "AppealOutcome",
    "Channel",
    "Conclusion",
    "Contribution",
    "ContributionKind",
    "Correction",
    "CorrectionOutcome",
    "Dialogue",
    "DotChange",
    "Edition",
    "Ending",
    "Fact",
    "Finding",
    "FindingSource",
    "Flag",
    "FlagOutcome",
    "Ground",
    "Hiding",
    "Meeting",
    "MeetingKind",
    "Merging",
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
    "Support",
    "Unveiling",
    "answer_of",
    "supports_of",
]
